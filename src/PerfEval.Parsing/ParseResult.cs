using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing;

/// <summary>Whether everything in the file was read.</summary>
public enum ParseStatus
{
    /// <summary>Nothing that could be noticed is missing.</summary>
    Complete,

    /// <summary>Something is missing or damaged; the diagnostics of severity <see cref="DiagnosticSeverity.Error"/> say what.</summary>
    Partial,
}

/// <summary>What one file gave: one report, or several in order (a final-accounts file with its annexed self-evaluations).</summary>
/// <param name="Status">Whether everything was read.</param>
/// <param name="Reports">The reports, at least one.</param>
/// <param name="Diagnostics">What was odd, missing or contradictory, in the order found.</param>
public sealed record ParseResult(ParseStatus Status, IReadOnlyList<PerformanceReport> Reports, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The first report; for most files the only one.</summary>
    public PerformanceReport Report => Reports[0];

    /// <summary>Where the values of the first report were read; <c>result.Evidence.For(r => r.Score)</c>.</summary>
    public EvidenceIndex Evidence => Report.Evidence;

    /// <summary>The document as read, into whose blocks evidence points; <see langword="null"/> where reports were read back from JSON.</summary>
    public SourceDocument? Document { get; init; }

    /// <summary>What the extractors weighed for each report; empty where reports were read back from JSON.</summary>
    internal IReadOnlyList<ExtractedReport> Extracted { get; init; } = [];
}
