using System.Text.Json.Serialization;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Model;

/// <summary>Where a value was read, by which rule, and how sure it is. A value read from several places has its first one here and the others in <see cref="More"/>.</summary>
public sealed record Evidence : Place
{
    /// <summary>The further places from which the value was read, in order; empty for most values.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<EvidencePlace> More { get; init => field = ValueList.From(value); } = ValueList.Create<EvidencePlace>([]);

    /// <summary>
    /// The rule that read it (<c>score.conclusion</c>; docs/rules.md lists them), or <c>extractor:</c> and the type of the caller's own extractor that did;
    /// <see langword="null"/> where neither is known.
    /// </summary>
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Rule { get; init; }

    /// <summary>How sure the value is, 0–1: the product of <see cref="Parts"/>. Of the values at 0.9 and above, at least 99 of 100 are meant to be right.</summary>
    [JsonPropertyOrder(1)]
    public double Confidence { get; init; }

    /// <summary>What the confidence is made of; <see langword="null"/> where an extractor of the caller's own gave it as a whole.</summary>
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConfidenceParts? Parts { get; init; }
}

/// <summary>What a confidence is made of: factors whose product it is, but for rounding.</summary>
/// <param name="Reading">How well the text was read: 1 for text as stored, less for recognised, repaired or damaged text.</param>
/// <param name="Rule">How often the rule is right, measured on a corpus.</param>
/// <param name="Rivals">How far the best candidate of another value stays behind: 1 where there is none.</param>
/// <param name="Checks">What the checks say: above 1 where they agree and take away part of the doubt in the rule, a little below where they have nothing to say, well below where they contradict.</param>
public sealed record ConfidenceParts(double Reading, double Rule, double Rivals, double Checks);

/// <summary>Evidence of one field.</summary>
/// <param name="Pointer">The field as a JSON Pointer (RFC 6901): <c>/score/value</c>.</param>
/// <param name="Evidence">Where it was read.</param>
public sealed record EvidenceEntry(string Pointer, Evidence Evidence);

/// <summary>A diagnostic as it stands in the report.</summary>
/// <param name="Id">The stable id, <c>PE1001</c>; docs/diagnostics.md lists them.</param>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Message">What was found, in English.</param>
/// <param name="Pointer">The field that it is about; <see langword="null"/> for the whole document.</param>
public sealed record ReportDiagnostic(string Id, DiagnosticSeverity Severity, string Message, string? Pointer)
{
    /// <summary>What was found, in Chinese; <see langword="null"/> in JSON that an earlier version wrote.</summary>
    public string? MessageZh { get; init; }

    /// <summary>The values that were set against each other, each with its place; empty where the diagnostic is about a single thing.</summary>
    public IReadOnlyList<DiagnosticSide> Sides { get; init => field = ValueList.From(value); } = ValueList.Create<DiagnosticSide>([]);

    /// <summary>By how much the values may differ without a finding, in the unit of the values; <see langword="null"/> where nothing was measured.</summary>
    public decimal? Tolerance { get; init; }
}

/// <summary>One of the values that a check set against each other.</summary>
/// <param name="Pointer">The model's field; <see langword="null"/> where it is a statement of the text that is no field's value.</param>
/// <param name="Value">The value, as printed or as added up.</param>
/// <param name="Place">Where it stands; <see langword="null"/> for a value that was added up.</param>
public sealed record DiagnosticSide(string? Pointer, string Value, EvidencePlace? Place);
