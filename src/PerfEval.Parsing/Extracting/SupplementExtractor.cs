using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Supplements;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>What the supplement (要素补充表) of a written report states takes the place of what was read from the text.</summary>
internal sealed class SupplementExtractor : IFactExtractor
{
    /// <summary>The rule of what the supplement states.</summary>
    public const string Rule = "supplement.value";

    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        foreach (var table in outline.Supplement.Where(t => t.Name == SupplementVocabulary.Default.Values.Name))
            SetValues(table, draft);
        foreach (var list in SupplementList.All)
            if (outline.Supplement.FirstOrDefault(t => t.Name == list.Words.Name) is { } table)
                SetList(list, table, draft);
    }

    private static void SetList(SupplementList list, SupplementTable table, ReportDraft draft)
    {
        var rows = table.Rows(list.Words.Columns.Length).ToList();
        draft.Report = list.Set(draft.Report, rows.Select(row => row.Select(c => c.Text).ToArray()));
        draft.Retract(list.Pointer);
        foreach (var (i, values) in list.Print(draft.Report).Index())
            for (var c = 0; c < values.Length; c++)
                // A cell that states no value of its column's kind gives none.
                if (values[c].Length > 0)
                    draft.Cite($"{list.Pointer}/{i}/{list.Members[c]}", Rule, Span(table, rows[i][c]));
    }

    private static void SetValues(SupplementTable table, ReportDraft draft)
    {
        var stated = table.Rows(2).ToLookup(row => row[0].Text, row => row[1], StringComparer.Ordinal);
        foreach (var value in SupplementValue.All)
            if (stated[SupplementVocabulary.Default.Field(value.Field)].FirstOrDefault() is { } cell)
            {
                draft.Report = value.Set(draft.Report, cell.Text);
                draft.Retract(value.Pointer);
                // That there is an object its members show; an empty one stands nowhere else.
                if (cell.Text.Length == 0 || value.Form == SupplementForm.Presence)
                    continue;
                draft.Cite(value.Pointer, Rule, Span(table, cell));
                if (value.Form == SupplementForm.Plain)
                    draft.Consider(value.Pointer, Rule, cell.Text, Span(table, cell));
            }

        RetractPartsOfNothing(draft);
    }

    // A supplement that takes a grade away need not speak of its level too.
    private static void RetractPartsOfNothing(ReportDraft draft)
    {
        if (draft.Report.Score is null)
            draft.Retract("/score");
        if (draft.Report.SelfScore is null)
            draft.Retract("/selfScore");
        if (draft.Report.Grade is null)
            draft.Retract("/grade");
    }

    private static SourceSpan Span(SupplementTable table, TableCell cell) => new(table.Block, cell.Start, cell.Text.Length);
}
