using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Structuring;

/// <summary>A stretch of lines that is one report.</summary>
/// <param name="First">The first line.</param>
/// <param name="End">The line after the last.</param>
internal readonly record struct PartRange(int First, int End);

/// <summary>
/// Splits a file that holds several reports: a new report begins where, after a body, another report's title stands.
/// </summary>
internal static class PartSplitter
{
    /// <summary>The reports of a file, in order; at least one.</summary>
    public static List<PartRange> Split(IReadOnlyList<Line> lines, DiagnosticLog log)
    {
        var starts = new List<(int Line, string Title)>();
        var bodySeen = false;
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].IsText)
            {
                bodySeen |= lines[i].Table is not null;
                continue;
            }

            if (ReportTitle.EndingAt(lines, i) is not { } title)
            {
                bodySeen |= lines[i].Text.Length > 60 || HeadingDetector.NumberOf(lines[i]).Shape != NumberShape.None;
                continue;
            }

            var first = WithAnnexLabel(lines, title.First);
            if (starts.Count == 0)
                starts.Add((first, title.Text));
            else if (bodySeen && IsAnother(title.Text, starts[^1].Title) && OpensReport(lines, title))
                starts.Add((first, title.Text));
            else
                continue;
            bodySeen = false;
        }

        return Ranges(lines, starts, log);
    }

    private static List<PartRange> Ranges(IReadOnlyList<Line> lines, List<(int Line, string Title)> starts, DiagnosticLog log)
    {
        if (starts.Count == 0)
            return [new PartRange(0, lines.Count)];
        var ranges = new List<PartRange>();
        for (var i = 0; i < starts.Count; i++)
            ranges.Add(new PartRange(i == 0 ? 0 : starts[i].Line, i + 1 < starts.Count ? starts[i + 1].Line : lines.Count));
        // Before the first report's title a carrier file has chapters of its own.
        var before = Enumerable.Range(0, starts[0].Line).Count(i => lines[i].Text.Length > 60);
        if (before > 5 && Enumerable.Range(0, Math.Min(starts[0].Line, 10)).Any(i => TitleVocabulary.Default.Carriers.Any(c => lines[i].Text.Contains(c, StringComparison.Ordinal))))
        {
            log.Add(DiagnosticCode.CarrierTextLeftOut, $"{starts[0].Line} lines before the first report's title belong to the carrier file.",
                new SourceSpan(lines[0].Block, lines[0].Start, lines[0].Text.Length));
            ranges[0] = new PartRange(starts[0].Line, ranges[0].End);
        }

        return ranges;
    }

    private static int WithAnnexLabel(IReadOnlyList<Line> lines, int first)
    {
        var i = first;
        while (i > 0 && (lines[i - 1].IsPageBreak || ReportTitle.IsAnnexLabel(lines[i - 1].Squeezed)))
            i--;
        return i;
    }

    private static bool IsAnother(string title, string current)
    {
        var (a, b) = (ChineseText.Squeeze(title), ChineseText.Squeeze(current));
        // The body's title may be the cover's without its unit, or the other way round.
        return !a.EndsWith(b, StringComparison.Ordinal) && !b.EndsWith(a, StringComparison.Ordinal);
    }

    // The annexed form or scoring sheet of the same report is no report of its own; prose with chapters of its own is.
    private static bool OpensReport(IReadOnlyList<Line> lines, TitleLines title)
    {
        if (!title.Text.EndsWith("报告", StringComparison.Ordinal) && !title.Text.EndsWith("报告书", StringComparison.Ordinal))
            return false;
        var numbered = 0;
        for (var i = title.Last + 1; i < lines.Count && i < title.Last + 60; i++)
        {
            if (lines[i].IsText && ReportTitle.EndingAt(lines, i) is not null && numbered == 0 && lines[i].Squeezed != lines[title.Last].Squeezed)
                return false;
            if (lines[i].IsText && HeadingDetector.NumberOf(lines[i]).Shape is NumberShape.HanComma or NumberShape.DigitComma or NumberShape.HanParen)
                numbered++;
        }

        return numbered > 0;
    }
}
