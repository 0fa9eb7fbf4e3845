using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Structuring;

/// <summary>A stretch of lines that is one report.</summary>
/// <param name="First">The first line.</param>
/// <param name="End">The line after the last.</param>
internal readonly record struct PartRange(int First, int End);

/// <summary>
/// Splits a file that holds several reports: a new report begins where, after a body, another report's title or another project's form stands.
/// </summary>
internal sealed class PartSplitter
{
    private readonly IReadOnlyList<Line> _lines;
    private readonly TitleVocabulary _titles;
    private readonly LabelVocabulary _labels;
    private readonly List<(int Line, string Title)> _starts = [];
    private bool _bodySeen;
    private string? _project;

    private PartSplitter(IReadOnlyList<Line> lines, ReportVocabulary vocabulary) => (_lines, _titles, _labels) = (lines, vocabulary.Titles, vocabulary.Labels);

    /// <summary>The reports of a file, in order; at least one.</summary>
    public static List<PartRange> Split(IReadOnlyList<Line> lines, ReportVocabulary vocabulary, DiagnosticLog log, ParseWatch watch)
    {
        var splitter = new PartSplitter(lines, vocabulary);
        for (var i = 0; i < lines.Count; i++)
        {
            watch.Step();
            splitter.Look(i);
        }

        return splitter.Ranges(log);
    }

    private void Look(int index)
    {
        var line = _lines[index];
        if (line.Table is { } table)
        {
            _bodySeen = true;
            _project ??= ProjectIn(table);
            return;
        }

        if (!line.IsText)
            return;
        if (ReportTitle.EndingAt(_lines, index, _titles) is not { } title)
        {
            _bodySeen |= line.Text.Length > 60 || line.Number.Shape != NumberShape.None;
            return;
        }

        if (_starts.Count > 0 && !(_bodySeen && (IsAnother(title.Text, _starts[^1].Title) ? OpensReport(title) || IsAnotherForm(title) : IsAnotherForm(title))))
            return;
        _starts.Add((WithAnnexLabel(title.First), title.Text));
        (_bodySeen, _project) = (false, null);
    }

    private List<PartRange> Ranges(DiagnosticLog log)
    {
        if (_starts.Count == 0)
            return [new PartRange(0, _lines.Count)];
        var isCarrier = IsCarrier();
        var ranges = new List<PartRange>();
        for (var i = 0; i < _starts.Count; i++)
        {
            var first = i == 0 && !isCarrier ? 0 : _starts[i].Line;
            var end = i + 1 < _starts.Count ? _starts[i + 1].Line : _lines.Count;
            ranges.Add(new PartRange(first, isCarrier ? NextPart(first, end) : end));
        }

        if (isCarrier)
            log.Add(DiagnosticCode.CarrierTextLeftOut, $"The file carries {ranges.Count} report(s); {ranges[0].First} lines before the first belong to none.",
                new SourceSpan(_lines[0].Block, _lines[0].Start, _lines[0].Text.Length));
        return ranges;
    }

    // 部门决算 has chapters of its own before the reports that are annexed to it.
    private bool IsCarrier()
    {
        var first = _starts[0].Line;
        return Enumerable.Range(0, Math.Min(first, 12)).Any(i => _lines[i].Text.Length <= 60 && _titles.Carriers.Any(c => _lines[i].Text.Contains(c, StringComparison.Ordinal)))
            && Enumerable.Range(0, first).Any(i => _lines[i].IsText && _lines[i].Number.Shape is NumberShape.Part or NumberShape.Chapter or NumberShape.HanComma);
    }

    // 第五部分 附表: the carrier goes on behind its annexed reports.
    private int NextPart(int first, int end)
    {
        for (var i = first; i < end; i++)
            if (_lines[i].IsText && _lines[i].Number.Shape == NumberShape.Part)
                return i;
        return end;
    }

    private int WithAnnexLabel(int first)
    {
        var i = first;
        while (i > 0 && (_lines[i - 1].IsPageBreak || ReportTitle.IsAnnexLabel(_lines[i - 1].Squeezed)))
            i--;
        return i;
    }

    private static bool IsAnother(string title, string current)
    {
        var (a, b) = (ChineseText.Squeeze(title), ChineseText.Squeeze(current));
        // The body's title may be the cover's without its unit, or the other way round.
        return !a.EndsWith(b, StringComparison.Ordinal) && !b.EndsWith(a, StringComparison.Ordinal);
    }

    // The same kind of form again, filled in for another project.
    private bool IsAnotherForm(TitleLines title)
    {
        if (_project is null || !title.Text.EndsWith('表'))
            return false;
        for (var i = title.Last + 1; i < _lines.Count && i <= title.Last + 5; i++)
            if (_lines[i].Table is { } table)
                return ProjectIn(table) is { } project && project != _project;
        return false;
    }

    private string? ProjectIn(Table table)
    {
        foreach (var row in table.Rows.Take(6))
            for (var c = 0; c + 1 < row.Cells.Count; c++)
                if (_labels.FieldOf(row.Cells[c].Text) == "projectName")
                    return row.Cells.Skip(c + 1).Select(x => ChineseText.Squeeze(x.Text)).FirstOrDefault(t => t.Length > 0);
        return null;
    }

    // The annexed form or scoring sheet of the same report is no report of its own; prose with chapters of its own is.
    private bool OpensReport(TitleLines title)
    {
        if (!title.Text.EndsWith("报告", StringComparison.Ordinal) && !title.Text.EndsWith("报告书", StringComparison.Ordinal))
            return false;
        for (var i = title.Last + 1; i < _lines.Count && i < title.Last + 60; i++)
        {
            if (!_lines[i].IsText)
                continue;
            if (ReportTitle.EndingAt(_lines, i, _titles) is not null && _lines[i].Squeezed != _lines[title.Last].Squeezed)
                return false;
            if (_lines[i].Number.Shape is NumberShape.HanComma or NumberShape.DigitComma or NumberShape.HanParen)
                return true;
        }

        return false;
    }
}
