using PerfEval.Parsing.Extracting.Tables;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>绩效目标: the chapter's prose as a whole, and a form's 预期目标 with its 实际完成情况.</summary>
internal sealed class ObjectivesExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        var text = Prose(outline, draft);
        string? expected = null, actual = null;
        foreach (var table in draft.Facts.Tables)
            if (InForm(table, draft) is var (e, a))
            {
                (expected, actual) = (e, a);
                break;
            }

        if (text is not null || expected is not null || actual is not null)
            draft.Report = draft.Report with { Objectives = new Objectives { Text = text, Expected = expected, Actual = actual } };
    }

    private static string? Prose(ReportOutline outline, ReportDraft draft)
    {
        var section = outline.Walk().FirstOrDefault(s => s.Kinds.Contains(SectionKind.Objectives) && !s.IsWithin(SectionKind.Abstract) && !s.IsWithin(SectionKind.IndicatorAnalysis))
            ?? outline.Walk().FirstOrDefault(s => (s.Kinds.Contains(SectionKind.OverallObjective) || s.Kinds.Contains(SectionKind.AnnualObjective)) && !s.IsWithin(SectionKind.Abstract));
        if (section is null)
            return null;
        var parts = section.Walk().SelectMany(s => (s == section || s.Heading is null ? [] : new[] { s.Number + s.Heading }).Concat(s.Blocks.Where(b => b.IsParagraph).Select(b => b.Text))).ToList();
        if (parts.Count == 0)
            return null;
        if (section.Walk().SelectMany(s => s.Blocks).FirstOrDefault(b => b.IsParagraph) is { } first)
            draft.Cite("/objectives/text", first.Span(0, first.Text.Length), 0.9);
        return string.Join('\n', parts);
    }

    // 预期目标 | 实际完成情况 with their texts below.
    private static (string? Expected, string? Actual)? InForm(TableView table, ReportDraft draft)
    {
        for (var row = 0; row + 1 < table.Rows; row++)
        {
            var cells = table.RowCells(row).Where(c => c.Cell.Text.Length is > 0 and <= 24).ToList();
            var expected = cells.FirstOrDefault(c => ColumnVocabulary.Default.ExpectedObjectives.Contains(ColumnVocabulary.Key(c.Cell.Text)) && !Spans(table, row, c.Column));
            // The part's own label 总体目标完成情况 stands left of both.
            var actual = cells.LastOrDefault(c => ColumnVocabulary.Default.ActualObjectives.Contains(ColumnVocabulary.Key(c.Cell.Text)) && !Spans(table, row, c.Column));
            if (expected.Cell is null || actual.Cell is null || expected.Column >= actual.Column)
                continue;
            // The head of an indicator table has 目标 and 完成情况 too.
            if (table.RowCells(row).Any(c => ColumnVocabulary.Default.Indicator.FieldOf(c.Cell.Text) is "level1" or "level2" or "level3" or "score"))
                continue;
            // Where the row for the texts is missing, the indicators begin below.
            if (table.RowCells(row + 1).Any(c => ColumnVocabulary.Default.Indicator.FieldOf(c.Cell.Text) is "level1" or "level2" or "level3"))
                continue;
            var (e, a) = (Below(table, row + 1, expected.Column, actual.Column), Below(table, row + 1, actual.Column, table.Columns));
            if (e.Text is null && a.Text is null)
                continue;
            if (e.Text is not null)
                draft.Cite("/objectives/expected", table.Span(row + 1, e.Column), 0.95);
            if (a.Text is not null)
                draft.Cite("/objectives/actual", table.Span(row + 1, a.Column), 0.95);
            return (e.Text, a.Text);
        }

        return null;
    }

    private static (string? Text, int Column) Below(TableView table, int row, int from, int to)
    {
        for (var c = from; c < to; c++)
            if (table.Value(row, c) is { } text && !(c > 0 && ReferenceEquals(table.Cell(row, c), table.Cell(row, c - 1)) && c > from))
                return (text, c);
        return (null, from);
    }

    private static bool Spans(TableView table, int row, int column) => table.Cell(row, column) is { RowSpan: > 1 };
}
