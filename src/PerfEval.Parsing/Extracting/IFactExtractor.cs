using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>
/// Extension point 2: looks at a report's outline and fills in some of its facts, those of the model or facts of its own. An extractor is stateless: one
/// instance is used by many threads at once. What the report does not say it leaves alone.
/// </summary>
/// <remarks>
/// When it throws, the draft becomes what it was before and the parse goes on; <see cref="DiagnosticCode.ExtractorFailed"/> says so. Only a cancelled parse, one whose
/// time is over, and exhausted memory end there.
/// </remarks>
public interface IFactExtractor
{
    /// <summary>Fills in facts.</summary>
    /// <param name="outline">The report as structured.</param>
    /// <param name="draft">The facts found so far; extractors run in order and may build on earlier ones.</param>
    void Extract(ReportOutline outline, ReportDraft draft);
}
