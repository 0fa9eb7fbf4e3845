using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Extracting;

/// <summary>A value that an extractor weighed for a field, whether it was taken or not. Checks compare them, explanations list them.</summary>
/// <param name="Pointer">The field as a JSON Pointer.</param>
/// <param name="Rule">The rule that found it; see <c>rules.json</c>.</param>
/// <param name="Value">The value in the form in which the model's JSON prints it.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Strength">How strongly it spoke, 0–1; of several the strongest is taken, of equal ones the first.</param>
/// <param name="Lost">Why it could not be taken, a reason of <c>rules.json</c>; <see langword="null"/> where only its strength and place decided.</param>
internal sealed record Candidate(string Pointer, string Rule, string Value, SourceSpan Span, double Strength, string? Lost)
{
    /// <summary>Whether it stands where a value was read: the two share a character, an empty place counting as one.</summary>
    public bool StandsAt(Evidence evidence) =>
        Span.Block == evidence.Block && Span.Start < evidence.Start + Math.Max(1, evidence.Length) && evidence.Start < Span.Start + Math.Max(1, Span.Length);
}

/// <summary>What extracting leaves behind beside the report: every candidate in the order found.</summary>
/// <param name="Report">The report.</param>
/// <param name="Candidates">The candidates.</param>
internal sealed record ExtractedReport(PerformanceReport Report, IReadOnlyList<Candidate> Candidates)
{
    /// <summary>The document numbers of its paragraphs, as far as somebody asked for them.</summary>
    public DocumentNumbers Numbers { get; init; } = new();
}
