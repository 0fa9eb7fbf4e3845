using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>Stage 3: runs the extractors in order over one report's outline.</summary>
internal sealed class ReportExtractor
{
    private readonly IReadOnlyList<IFactExtractor> _extractors;

    /// <summary>A stage of the library's own extractors and the caller's after them.</summary>
    public ReportExtractor(IReadOnlyList<IFactExtractor> further) => _extractors =
    [
        new SectionExtractor(),
        new TitleExtractor(),
        new PartyExtractor(),
        new NatureExtractor(),
        new ProjectExtractor(),
        new ConclusionExtractor(),
        new DimensionExtractor(),
        new FundingExtractor(),
        new IndicatorExtractor(),
        new ObjectivesExtractor(),
        new CitationExtractor(),
        new ItemExtractor(),
        new SupplementExtractor(),
        .. further,
    ];

    /// <summary>The facts of one report.</summary>
    public ExtractedReport Extract(ReportOutline outline, DiagnosticLog log, ParseWatch watch)
    {
        var draft = new ReportDraft(outline, log, watch);
        foreach (var extractor in watch.Over(_extractors))
            extractor.Extract(outline, draft);
        return draft.Finish();
    }
}
