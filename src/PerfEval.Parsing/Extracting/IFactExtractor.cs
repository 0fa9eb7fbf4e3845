using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>
/// Extension point 2: looks at a report's outline and fills in some of its facts. An extractor is stateless and may be used by many threads
/// at once. What the report does not say it leaves alone.
/// </summary>
public interface IFactExtractor
{
    /// <summary>Fills in facts.</summary>
    /// <param name="outline">The report as structured.</param>
    /// <param name="draft">The facts found so far; extractors run in order and may build on earlier ones.</param>
    void Extract(ReportOutline outline, ReportDraft draft);
}
