using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>The rows of the indicator tables, in order; a scoring sheet beside a form does not double them.</summary>
internal sealed class IndicatorExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        foreach (var table in draft.Facts.Tables)
            if (table.Block.Table!.Text.Contains("三级指标", StringComparison.Ordinal) && draft.Facts.IndicatorTables.All(t => !ReferenceEquals(t.View, table)))
                draft.Log.Add(DiagnosticCode.TableNotUnderstood, "A table names 三级指标 but its heads could not be told.", new SourceSpan(table.Block.Block, 0, Math.Min(40, table.Block.Table.Text.Length)));
        var tables = draft.Facts.IndicatorTables.Where(t => t.Indicators.Count > 0).ToList();
        if (tables.Count == 0)
            return;
        // A table that was split by a page or a heading goes on with the same columns; another sheet of the same indicators is left alone.
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var all = new List<Model.Indicator>();
        foreach (var table in tables)
        {
            var fresh = table.Indicators.Count(i => seen.Add(i.Level2 + "|" + i.Level3));
            if (all.Count > 0 && fresh * 2 < table.Indicators.Count)
                continue;
            for (var i = 0; i < table.Indicators.Count; i++)
            {
                var pointer = $"/indicators/{all.Count}";
                all.Add(table.Indicators[i]);
                foreach (var (field, span) in table.Places[i])
                    draft.Cite($"{pointer}/{field}", "indicator.cell", span);
            }
        }

        draft.Report = draft.Report with { Indicators = all };
    }
}
