using PerfEval.Parsing.Extracting.Tables;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>
/// The totals of the first-level indicators as the report states them: a summary table (also transposed), an enumeration in the conclusion, or
/// headings that bear their points. They are never added up from the indicators.
/// </summary>
internal sealed class DimensionExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        var prose = new DimensionProse(outline, draft.Facts.Sentences);
        if (InTables(draft.Facts) is { } summary)
            Take(summary, "dimension.table", outline, draft);
        else if (prose.Enumerated() is { } enumerated)
            Take(enumerated, "dimension.prose", outline, draft);
        else if (prose.InHeadings() is { } headed)
            Take(headed, "dimension.headings", outline, draft);
        else if (prose.Scored() is { } scored)
            Take(scored, "dimension.scores", outline, draft);
        else if (prose.InSections() is { } own)
            Take(own, "dimension.sections", outline, draft);
    }

    private static List<DimensionFound>? InTables(ReportFacts facts) =>
        facts.Tables.Where(t => t.Rows >= 2 && !facts.IsForm(t) && facts.IndicatorTables.All(i => !ReferenceEquals(i.View, t))).Select(DimensionTable.Read).FirstOrDefault(d => d is not null);

    private static void Take(List<DimensionFound> found, string rule, ReportOutline outline, ReportDraft draft)
    {
        draft.Report = draft.Report with { DimensionScores = [.. found.Select(f => new DimensionScore(f.Name, f.Mark, f.Points))] };
        foreach (var (i, dimension) in found.Index())
        {
            draft.Cite($"/dimensionScores/{i}/name", rule, TracedText.Exact(outline.Document, dimension.Name, dimension.NameSpan));
            if (dimension is { Mark: not null, MarkSpan: { } mark })
                draft.Cite($"/dimensionScores/{i}/fullMark", rule, TracedText.NumberIn(outline.Document, mark));
            draft.Cite($"/dimensionScores/{i}/score", rule, TracedText.NumberIn(outline.Document, dimension.PointsSpan));
        }
    }
}
