using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Tables;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>绩效目标: the chapter's prose as a whole, and a form's 预期目标 with its 实际完成情况.</summary>
internal sealed class ObjectivesExtractor : IFactExtractor
{
    private static readonly SectionKind[] Kinds = [SectionKind.Objectives, SectionKind.OverallObjective, SectionKind.AnnualObjective];

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

    // The chapter on the objectives; where there is none, the first on the overall or the annual objective.
    private static string? Prose(ReportOutline outline, ReportDraft draft)
    {
        var chapters = outline.Walk().Where(s => s.Kinds.Any(Kinds.Contains)).ToList();
        var taken = chapters.Find(s => IsWhole(s) && Reason(s) is null) ?? chapters.Find(s => !IsWhole(s) && Reason(s) is null);
        var told = new HashSet<OutlineSection>();
        string? text = null;
        foreach (var section in chapters)
        {
            // What stands below a chapter is part of its text.
            if (section != taken && section.Ancestors().Any(told.Contains))
                continue;
            told.Add(section);
            var (rule, placed) = (IsWhole(section) ? "objectives.section" : "objectives.part", PlacedText.Join("\n", [.. section.Paragraphs()]));
            if (placed.Places is not [var first, ..] places)
                continue;
            draft.Consider("/objectives/text", rule, placed.Text, first, lost: Reason(section));
            if (section != taken)
                continue;
            draft.Cite("/objectives/text", rule, places);
            text = placed.Text;
        }

        return text;
    }

    private static bool IsWhole(OutlineSection section) => section.Kinds.Contains(SectionKind.Objectives);

    private static string? Reason(OutlineSection section) =>
        section.IsWithin(SectionKind.Abstract) ? "abstract" : IsWhole(section) && section.IsWithin(SectionKind.IndicatorAnalysis) ? "analysis" : null;

    // 预期目标 | 实际完成情况 with their texts below.
    private static (string? Expected, string? Actual)? InForm(TableView table, ReportDraft draft)
    {
        var words = table.Vocabulary.Columns;
        for (var row = 0; row + 1 < table.Rows; row++)
        {
            var cells = table.RowCells(row).Where(c => c.Cell.Text.Length is > 0 and <= 24).ToList();
            var expected = cells.FirstOrDefault(c => words.ExpectedObjectives.Contains(ColumnVocabulary.Key(c.Cell.Text)) && !Spans(table, row, c.Column));
            // The part's own label 总体目标完成情况 stands left of both.
            var actual = cells.LastOrDefault(c => words.ActualObjectives.Contains(ColumnVocabulary.Key(c.Cell.Text)) && !Spans(table, row, c.Column));
            if (expected.Cell is null || actual.Cell is null || expected.Column >= actual.Column)
                continue;
            // The head of an indicator table has 目标 and 完成情况 too.
            if (table.RowCells(row).Any(c => table.Words(c.Cell.Text).IndicatorField is "level1" or "level2" or "level3" or "score"))
                continue;
            // Where the row for the texts is missing, the indicators begin below.
            if (table.RowCells(row + 1).Any(c => table.Words(c.Cell.Text).IndicatorField is "level1" or "level2" or "level3"))
                continue;
            var (e, a) = (Below(table, row + 1, expected.Column, actual.Column), Below(table, row + 1, actual.Column, table.Columns));
            if (e.Text is null && a.Text is null)
                continue;
            Cite("/objectives/expected", e.Text, table.Span(row + 1, e.Column), draft);
            Cite("/objectives/actual", a.Text, table.Span(row + 1, a.Column), draft);
            return (e.Text, a.Text);
        }

        return null;
    }

    private static void Cite(string pointer, string? text, SourceSpan cell, ReportDraft draft)
    {
        if (text is null)
            return;
        draft.Cite(pointer, "objectives.form", cell);
        draft.Consider(pointer, "objectives.form", text, cell);
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
