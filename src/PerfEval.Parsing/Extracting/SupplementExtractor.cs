using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Supplements;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>What the supplement (要素补充表) of a written report states takes the place of what was read from the text.</summary>
internal sealed class SupplementExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        foreach (var table in outline.Supplement.Where(t => t.Name == SupplementVocabulary.Default.Values.Name))
            SetValues(table, draft);
        foreach (var list in SupplementList.All)
            if (outline.Supplement.FirstOrDefault(t => t.Name == list.Words.Name) is { } table)
            {
                draft.Report = list.Set(draft.Report, table.Rows(list.Words.Columns.Length).Select(row => row.Select(c => c.Text).ToArray()));
                draft.Retract(list.Pointer);
                if (table.Table.Rows.Count > 1)
                    draft.Cite(list.Pointer, new SourceSpan(table.Block, 0, table.Table.Text.Length), 1);
            }
    }

    private static void SetValues(SupplementTable table, ReportDraft draft)
    {
        var stated = table.Rows(2).ToLookup(row => row[0].Text, row => row[1], StringComparer.Ordinal);
        foreach (var value in SupplementValue.All)
            if (stated[SupplementVocabulary.Default.Field(value.Field)].FirstOrDefault() is { } cell)
            {
                draft.Report = value.Set(draft.Report, cell.Text);
                draft.Retract(value.Pointer);
                if (cell.Text.Length > 0)
                    draft.Cite(value.Pointer, new SourceSpan(table.Block, cell.Start, cell.Text.Length), 1);
            }
    }
}
