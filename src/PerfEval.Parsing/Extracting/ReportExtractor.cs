using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>Stage 3: runs the extractors in order over one report's outline.</summary>
internal sealed class ReportExtractor
{
    private readonly IReadOnlyList<IFactExtractor> _extractors;
    private readonly IReadOnlyList<OwnExtractor> _further;

    /// <summary>A stage of the library's own extractors and the caller's after them.</summary>
    public ReportExtractor(IReadOnlyList<IFactExtractor> further) => (_further, _extractors) = ([.. further.Select(extractor => new OwnExtractor(extractor))],
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
    ]);

    /// <summary>The facts of one report.</summary>
    /// <param name="outline">The report as structured.</param>
    /// <param name="log">Where odd things are noted.</param>
    /// <param name="watch">What stops the parse.</param>
    /// <param name="part">Which report of the file it is, 1-based; <see langword="null"/> where it is the only one.</param>
    public ExtractedReport Extract(ReportOutline outline, DiagnosticLog log, ParseWatch watch, int? part = null)
    {
        var draft = new ReportDraft(outline, log, watch);
        foreach (var extractor in watch.Over(_extractors))
            extractor.Extract(outline, draft);
        foreach (var extractor in watch.Over(_further))
            extractor.Extract(outline, draft, part, watch);
        return draft.Finish();
    }
}
