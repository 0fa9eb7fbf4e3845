using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Diagnostics;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Worth knowing; nothing is missing.</summary>
    Info,

    /// <summary>Something is odd or was repaired; the result may be incomplete there.</summary>
    Warning,

    /// <summary>Something could not be read and is missing from the result.</summary>
    Error,
}

/// <summary>Something odd, missing or contradictory in a document. It never stops a parse.</summary>
/// <param name="Code">What kind of thing it is.</param>
/// <param name="Message">What was found, with its place; in English.</param>
public sealed record Diagnostic(DiagnosticCode Code, string Message)
{
    /// <summary>The code's stable id, <c>PE1001</c>.</summary>
    public string Id => Code.Id;

    /// <summary>How much it matters.</summary>
    public DiagnosticSeverity Severity => Code.Severity;

    /// <summary>The model's field that it is about, as a JSON Pointer; <see langword="null"/> where it is about the whole document.</summary>
    public string? Pointer { get; init; }

    /// <summary>Where it was found; <see langword="null"/> where no place can be named.</summary>
    public SourceSpan? Span { get; init; }
}
