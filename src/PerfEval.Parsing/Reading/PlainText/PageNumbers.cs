using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>Finds the lines that are page numbers and nothing else.</summary>
internal static partial class PageNumbers
{
    /// <summary>A page has at least this many lines; nearer numbers are cells of a table.</summary>
    private const int FewestLinesOfAPage = 8;

    private const int LongestLine = 30;

    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789０１２３４５６７８９");

    private static readonly SearchValues<char> Beginnings = SearchValues.Create("-—–－―─~～·•第共Pp");

    /// <summary>Whether a text is a page number by its own marks: <c>— 3 —</c>, <c>第1页 共8页</c>.</summary>
    public static bool IsMarked(string text) => text.Length is > 0 and <= LongestLine && text.AsSpan().ContainsAny(Digits) && IsMarkedLine(text);

    /// <summary>Whether a text is a page's number and the number of pages: <c>3 / 27</c>.</summary>
    public static bool IsRatio(string text) => text.Length is > 0 and <= LongestLine && text.AsSpan().ContainsAny('/', '／') && Ratio().IsMatch(text);

    public static void Mark(List<TextLine> lines)
    {
        var bare = new List<(int Index, int Number)>();
        var ratios = new List<(int Index, int Number, int Total)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var text = lines[i].Text;
            if (lines[i].Kind != LineKind.Prose || text.Length is 0 or > LongestLine || !text.AsSpan().ContainsAny(Digits))
                continue;
            if (IsMarkedLine(text))
                lines[i].Kind = LineKind.PageNumber;
            else if (text.AsSpan().ContainsAny('/', '／') && Ratio().Match(text) is { Success: true } ratio)
                ratios.Add((i, Number(ratio.Groups[1].Value), Number(ratio.Groups[2].Value)));
            else if (text.Length <= 4 && Bare().IsMatch(text))
                bare.Add((i, Number(text)));
        }

        MarkRatios(lines, ratios);
        MarkBare(lines, bare);
    }

    private static bool IsMarkedLine(string text) => Beginnings.Contains(text[0]) && Marked().IsMatch(text);

    /// <summary><c>3 / 27</c> is a page number where the same total comes again with another number.</summary>
    private static void MarkRatios(List<TextLine> lines, List<(int Index, int Number, int Total)> ratios)
    {
        for (var i = 0; i < ratios.Count; i++)
        {
            var (index, number, total) = ratios[i];
            var before = i > 0 && ratios[i - 1].Total == total && ratios[i - 1].Number == number - 1;
            var after = i + 1 < ratios.Count && ratios[i + 1].Total == total && ratios[i + 1].Number == number + 1;
            if (number <= total && (before || after || AtPageEdge(lines, index)))
                lines[index].Kind = LineKind.PageNumber;
        }
    }

    /// <summary>Bare numbers are page numbers where all of them count on through the file, a page's length apart.</summary>
    private static void MarkBare(List<TextLine> lines, List<(int Index, int Number)> bare)
    {
        if (bare.Count < 2)
            return;
        var edges = bare.Count(b => AtPageEdge(lines, b.Index)) == bare.Count;
        if (bare.Count < 3 && !edges)
            return;
        for (var i = 1; i < bare.Count; i++)
            if (bare[i].Number != bare[i - 1].Number + 1 || (!edges && bare[i].Index - bare[i - 1].Index < FewestLinesOfAPage))
                return;
        foreach (var (index, _) in bare)
            lines[index].Kind = LineKind.PageNumber;
    }

    private static bool AtPageEdge(List<TextLine> lines, int index)
    {
        for (var i = index + 1; i < lines.Count && i <= index + 3; i++)
        {
            if (lines[i].Kind == LineKind.PageBreak)
                return true;
            if (lines[i].Kind != LineKind.Blank)
                break;
        }

        return index > 0 && lines[index - 1].Kind == LineKind.PageBreak;
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // Minus signs, dashes of every width and tildes stand around page numbers; a number with a sign on one side only is a value.
    [GeneratedRegex(@"^(?:[-—–－―─~～·•]{1,2}\s*[0-9０-９]{1,4}\s*[-—–－―─~～·•]{1,2}|第\s*[0-9０-９]{1,4}\s*页(?:\s*[,，/／|]?\s*共\s*[0-9０-９]{1,4}\s*页)?|共\s*[0-9０-９]{1,4}\s*页\s*[,，/／|]?\s*第\s*[0-9０-９]{1,4}\s*页|[Pp]age\s+\d{1,4}(?:\s+of\s+\d{1,4})?)$")]
    private static partial Regex Marked();

    [GeneratedRegex(@"^第?\s*([0-9]{1,4})\s*页?\s*[/／]\s*共?\s*([0-9]{1,4})\s*页?$")]
    private static partial Regex Ratio();

    [GeneratedRegex("^[0-9]{1,4}$")]
    private static partial Regex Bare();
}
