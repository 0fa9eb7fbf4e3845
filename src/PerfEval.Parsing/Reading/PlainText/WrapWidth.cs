namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>The width at which a program broke lines: found where many lines end at about the same place and none goes beyond it.</summary>
internal sealed class WrapWidth
{
    private const int FewestFullLines = 3;

    /// <summary>Narrower columns than this are no prose.</summary>
    private const int NarrowestCells = 36;

    private const int WidestCells = 400;

    private WrapWidth(int width, bool cells)
    {
        Width = width;
        InCells = cells;
    }

    public int Width { get; }

    /// <summary>Whether a Chinese character counts two, as on a terminal; otherwise every character counts one.</summary>
    public bool InCells { get; }

    /// <summary>How far short of the width a full line may end: the room of one character, or two where punctuation was kept off the line's start.</summary>
    public int Tolerance => InCells ? 4 : 2;

    /// <summary>The width at which these stretches end; <see langword="null"/> where they are not broken at any.</summary>
    /// <param name="stretches">The lines; white space at their ends does not count.</param>
    /// <param name="fullShare">The share of stretches that must be full.</param>
    public static WrapWidth? Of(IReadOnlyList<string> stretches, double fullShare)
    {
        var cells = Find(stretches, true, fullShare, out var fullInCells);
        var characters = Find(stretches, false, fullShare, out var fullInCharacters);
        return fullInCharacters > fullInCells ? characters : cells ?? characters;
    }

    /// <summary>A stretch's extent in this width's unit.</summary>
    public int Measure(ReadOnlySpan<char> text)
    {
        if (!InCells)
            return text.Length;
        var cells = 0;
        foreach (var c in text)
            cells += NormalText.IsWide(c) ? 2 : 1;
        return cells;
    }

    private static WrapWidth? Find(IReadOnlyList<string> stretches, bool inCells, double fullShare, out int full)
    {
        var unit = new WrapWidth(0, inCells);
        var narrowest = inCells ? NarrowestCells : NarrowestCells / 2;
        var lengths = new int[WidestCells + 2];
        var unfinished = new int[WidestCells + 2];
        foreach (var stretch in stretches)
        {
            var length = stretch.Length > WidestCells ? WidestCells + 1 : Math.Min(WidestCells + 1, unit.Measure(stretch.AsSpan().TrimEnd()));
            lengths[length]++;
            unfinished[length] += EndsSentence(stretch) ? 0 : 1;
        }

        var width = 0;
        full = 0;
        for (var w = narrowest; w <= WidestCells; w++)
        {
            var count = lengths[w] == 0 ? 0 : Sum(lengths, w - unit.Tolerance, w);
            if (count >= full && count > 0)
                (width, full) = (w, count);
        }

        var beyond = width == 0 ? 0 : Sum(lengths, width + 1, WidestCells + 1);
        var open = width == 0 ? 0 : Sum(unfinished, width - unit.Tolerance, width);
        var found = full >= FewestFullLines && full >= fullShare * stretches.Count && open * 2 > full && beyond <= full / 20 + (stretches.Count > 20 ? 1 : 0);
        full = found ? full : 0;
        return found ? new WrapWidth(width, inCells) : null;
    }

    /// <summary>Whether the text ends as a sentence or clause that a paragraph may end with.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd().TrimEnd("”’）)》");
        return text.Length > 0 && text[^1] is '。' or '！' or '？' or '；' or '：' or '!' or '?' or ';' or ':';
    }

    private static int Sum(int[] counts, int from, int to)
    {
        var sum = 0;
        for (var i = Math.Max(0, from); i <= to; i++)
            sum += counts[i];
        return sum;
    }
}
