using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Model;

/// <summary>Where a value was read.</summary>
public sealed record Evidence
{
    /// <summary>The characters themselves.</summary>
    public required string Text { get; init; }

    /// <summary>The page, 1-based (pdf).</summary>
    public int? Page { get; init; }

    /// <summary>The index of the block in the document's order.</summary>
    public int Block { get; init; }

    /// <summary>The first character's position in the block's text.</summary>
    public int Start { get; init; }

    /// <summary>The number of characters (UTF-16 units).</summary>
    public int Length { get; init; }

    /// <summary>Where the characters stand on the page (pdf): all of them that are on <see cref="Page"/>.</summary>
    public PageBox? Box { get; init; }

    /// <summary>How sure the value is, 0–1.</summary>
    public double Confidence { get; init; }
}

/// <summary>Evidence of one field.</summary>
/// <param name="Pointer">The field as a JSON Pointer (RFC 6901): <c>/score/value</c>.</param>
/// <param name="Evidence">Where it was read.</param>
public sealed record EvidenceEntry(string Pointer, Evidence Evidence);

/// <summary>A diagnostic as it stands in the report.</summary>
/// <param name="Id">The stable id, <c>PE1001</c>.</param>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>error</c>.</param>
/// <param name="Message">What was found.</param>
/// <param name="Pointer">The field that it is about; <see langword="null"/> for the whole document.</param>
public sealed record ReportDiagnostic(string Id, Diagnostics.DiagnosticSeverity Severity, string Message, string? Pointer);
