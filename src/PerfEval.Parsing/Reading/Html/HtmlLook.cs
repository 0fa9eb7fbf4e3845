using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>How a stretch of text looks as a whole: what holds for most of its characters.</summary>
internal readonly record struct HtmlLook(TextStyle Style, int BoldLead, bool Indented)
{
    /// <summary>Weighs the runs that a stretch lies in.</summary>
    public static HtmlLook Of(string text, int start, int end, List<(int Start, HtmlStyle Style)> runs)
    {
        var sizes = new Dictionary<double, int>();
        var fonts = new Dictionary<string, int>(StringComparer.Ordinal);
        int characters = 0, bold = 0, lead = 0;
        var leading = true;
        for (var r = FirstRun(runs, start); r < runs.Count && runs[r].Start < end; r++)
        {
            var style = runs[r].Style;
            var to = Math.Min(end, r + 1 < runs.Count ? runs[r + 1].Start : end);
            var from = Math.Max(start, runs[r].Start);
            var count = Visible(text.AsSpan(from, Math.Max(0, to - from)));
            if (count == 0)
                continue;
            characters += count;
            bold += style.Bold ? count : 0;
            leading &= style.Bold;
            lead = leading ? to - start : lead;
            if (style.Size is { } size)
                sizes[size] = sizes.GetValueOrDefault(size) + count;
            if (style.Font is { } font)
                fonts[font] = fonts.GetValueOrDefault(font) + count;
        }

        var look = runs[FirstRun(runs, start)].Style;
        return new HtmlLook(
            new TextStyle
            {
                Bold = characters > 0 && bold == characters,
                Size = Most(sizes, characters) is { Count: > 0 } s ? s[0] : null,
                Font = Most(fonts, characters) is { Count: > 0 } f ? f[0] : null,
                Alignment = look.Alignment,
            },
            bold < characters ? lead : 0,
            look.Indent);
    }

    /// <summary>The run that covers a position, found by halving: a paragraph may have very many runs and pieces.</summary>
    private static int FirstRun(List<(int Start, HtmlStyle Style)> runs, int position)
    {
        int low = 0, high = runs.Count - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = runs[middle].Start <= position ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private static int Visible(ReadOnlySpan<char> text)
    {
        var count = 0;
        foreach (var c in text)
            count += char.IsWhiteSpace(c) ? 0 : 1;
        return count;
    }

    /// <summary>What holds for more than half of the characters, if anything does.</summary>
    private static List<T> Most<T>(Dictionary<T, int> counts, int characters)
        where T : notnull => [.. counts.Where(pair => pair.Value * 2 > characters).Select(pair => pair.Key)];
}
