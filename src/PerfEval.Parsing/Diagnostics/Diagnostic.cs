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

    /// <summary>The report that it is about, 1-based, where a file holds several; <see langword="null"/> for the file as a whole and where it holds one.</summary>
    public int? Part { get; init; }

    /// <summary>What was found, in Chinese; the code's title where no message of its own was given.</summary>
    public string MessageZh { get => field.Length > 0 ? field : Code.TitleZh; init; } = "";

    /// <summary>The values that were set against each other; empty where it is about a single thing.</summary>
    public IReadOnlyList<ComparedValue> Compared { get; init => field = ValueList.From(value); } = ValueList.Create<ComparedValue>([]);

    /// <summary>By how much the values may differ without a finding, in their own unit; <see langword="null"/> where nothing was measured.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>Where it was found; <see langword="null"/> where no place can be named.</summary>
    public SourceSpan? Span { get; init; }

    /// <summary>
    /// What the caller's own extractor threw; <see langword="null"/> for every other finding. It is for whoever debugs the extractor: its message may quote the
    /// document, so it stands neither in <see cref="Message"/> nor in any output.
    /// </summary>
    public Exception? Cause { get; init; }

    /// <summary>The member of <c>ParseLimits</c> that was reached; <see langword="null"/> for every other finding.</summary>
    internal string? Limit { get; init; }
}

/// <summary>One of the values that a check set against each other.</summary>
/// <param name="Pointer">The model's field as a JSON Pointer; <see langword="null"/> where it is a statement of the text that is no field's value.</param>
/// <param name="Value">The value, as printed or as added up.</param>
/// <param name="Span">Where it stands; <see langword="null"/> for a value that was added up.</param>
public sealed record ComparedValue(string? Pointer, string Value, SourceSpan? Span);
