using System.Buffers;
using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>Finds the lines of a table of contents by what only they have: leaders or a tab before a page number, one below the other.</summary>
internal static partial class ContentsLines
{
    private const int LongestLine = 160;

    /// <summary>How many lines may stand between two lines of the same contents: a wrapped entry, a group's name.</summary>
    private const int WidestGap = 2;

    /// <summary>How far below its heading the first entry may stand.</summary>
    private const int HeadingReach = 4;

    private static readonly SearchValues<char> LeaderMarks = SearchValues.Create("…‥.·．。・_-﹍┄┈");

    public static void Mark(List<TextLine> lines)
    {
        // Positions of lines with text, because blank lines between entries say nothing.
        var rows = new List<int>();
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Kind == LineKind.Prose)
                rows.Add(i);
        var entries = new List<int>();
        for (var r = 0; r < rows.Count; r++)
            if (lines[rows[r]].Text is { Length: <= LongestLine } text && EndsInPageNumber(text) && IsLed(text))
                entries.Add(r);
        MarkRuns(lines, rows, entries);
        MarkHeadings(lines, rows);
    }

    private static bool EndsInPageNumber(string text) =>
        text.Length > 0 && text[^1] is >= '0' and <= '9' or '-' or '—' or '–' or ')' or '）' or 'I' or 'V' or 'X' or 'i' or 'v' or 'x';

    /// <summary>Two or more entries near each other are contents; what stands between them belongs to them.</summary>
    private static void MarkRuns(List<TextLine> lines, List<int> rows, List<int> entries)
    {
        for (var e = 0; e + 1 < entries.Count; e++)
        {
            if (entries[e + 1] - entries[e] > WidestGap)
                continue;
            for (var r = entries[e]; r <= entries[e + 1]; r++)
                lines[rows[r]].Kind = LineKind.Contents;
        }
    }

    /// <summary>Below a heading 目录 an entry may lack leaders; the heading itself goes with its entries.</summary>
    private static void MarkHeadings(List<TextLine> lines, List<int> rows)
    {
        for (var r = 0; r < rows.Count; r++)
        {
            if (lines[rows[r]].Text is not ['目', ..] title || !Heading().IsMatch(title))
                continue;
            var end = r + 1;
            while (end < rows.Count && (lines[rows[end]].Kind == LineKind.Contents || IsPlainEntry(lines[rows[end]].Text)))
                end++;
            if (end - r > 2)
                for (var k = r; k < end; k++)
                    lines[rows[k]].Kind = LineKind.Contents;
            else if (Enumerable.Range(r + 1, Math.Min(HeadingReach, rows.Count - r - 1)).Count(k => lines[rows[k]].Kind == LineKind.Contents) >= 2)
                lines[rows[r]].Kind = LineKind.Contents;
        }
    }

    private static bool IsLed(string text) => (HoldsLeaders(text) && Leaders().IsMatch(text)) || (text[^1] is '-' or '—' or '–' && Dashed().IsMatch(text));

    /// <summary>Whether anything in a line can be leaders: two marks, or a mark and a space. Most lines that end in a figure have none.</summary>
    private static bool HoldsLeaders(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAny(LeaderMarks); at >= 0 && at + 1 < text.Length; at = text.IndexOfAny(LeaderMarks))
        {
            text = text[(at + 1)..];
            if (LeaderMarks.Contains(text[0]) || char.IsWhiteSpace(text[0]))
                return true;
        }

        return false;
    }

    private static bool IsPlainEntry(string text) =>
        text.Length <= LongestLine && EndsInPageNumber(text) && (PlainEntry().IsMatch(text) || IsLed(text));

    [GeneratedRegex(@"^.{1,120}?(?:[…‥]{2,}|[.·．。・]{4,}|(?:[.·．・]\s){3,}|_{4,}|-{4,}|[﹍┄┈]{2,})[…‥.·．。・_\s-]*[-—–(（]?\s*(?:[0-9]{1,4}|[ivxIVX]{1,6})\s*[-—–)）]?$")]
    private static partial Regex Leaders();

    /// <summary>Leaders reduced by a converter to dots around numbers: <c>一、基本情况. 1 .- 1 -</c>.</summary>
    [GeneratedRegex(@"^.{1,120}?\.\s*\d{1,4}\s*\.\s*[-—–]\s*\d{1,4}\s*[-—–]$")]
    private static partial Regex Dashed();

    [GeneratedRegex(@"^\D.{0,120}?(?:\t+\s*|\s{2,})[-—–(（]?\s*\d{1,4}\s*[-—–)）]?$")]
    private static partial Regex PlainEntry();

    [GeneratedRegex(@"^目\s*[录錄次](?:\s*contents)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Heading();
}
