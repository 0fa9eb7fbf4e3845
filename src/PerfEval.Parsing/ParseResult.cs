using System.Globalization;
using System.Linq.Expressions;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Explaining;
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

    /// <summary>No document could be had: there are no reports, and <see cref="ParseResult.Failure"/> says why.</summary>
    Unreadable,
}

/// <summary>
/// What one file gave: one report, or several in order (a final-accounts file with its annexed self-evaluations), or the reason why there is none.
/// Results are equal where status, name, reports, diagnostics and failure are; the <see cref="Document"/> that they were read from is not compared.
/// </summary>
/// <param name="Status">Whether everything was read.</param>
/// <param name="Reports">The reports: at least one, or none where the status is <see cref="ParseStatus.Unreadable"/>.</param>
/// <param name="Diagnostics">What was odd, missing or contradictory, in the order found.</param>
public sealed record ParseResult(ParseStatus Status, IReadOnlyList<PerformanceReport> Reports, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>The reports: at least one, or none where the status is <see cref="ParseStatus.Unreadable"/>.</summary>
    public IReadOnlyList<PerformanceReport> Reports { get; init => field = ValueList.From(value); } = ValueList.From(Reports);

    /// <summary>What was odd, missing or contradictory, in the order found.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics { get; init => field = ValueList.From(value); } = ValueList.From(Diagnostics);

    /// <summary>The path or name that the parse was called with; <see langword="null"/> where none was given.</summary>
    public string? Name { get; init; }

    /// <summary>Why no document could be had; <see langword="null"/> unless the status is <see cref="ParseStatus.Unreadable"/>.</summary>
    public ParseFailure? Failure { get; init; }

    /// <summary>The first report; for most files the only one.</summary>
    /// <exception cref="UnreadableDocumentException">There is none; <see cref="Failure"/> says why.</exception>
    public PerformanceReport Report => Failure is { } failure ? throw new UnreadableDocumentException(failure.Reason, failure.Message) : Reports[0];

    /// <summary>Where the values of the first report were read; <c>result.Evidence.For(r => r.Score)</c>.</summary>
    /// <exception cref="UnreadableDocumentException">There is no report; <see cref="Failure"/> says why.</exception>
    public EvidenceIndex Evidence => Report.Evidence;

    /// <summary>The document as read, into whose blocks evidence points; <see langword="null"/> where reports were read back from JSON.</summary>
    public SourceDocument? Document { get; init; }

    /// <summary>Why a field has the value that it has: <c>result.Explain("/score/value")</c>.</summary>
    /// <param name="pointer">The field as a JSON Pointer; a container (<c>/funding</c>) gives every field below it, the empty pointer every field of the report.</param>
    /// <param name="part">Which report of the file, 1-based.</param>
    /// <returns>
    /// The explanations in the order of the fields; of a field for which nothing was found or weighed one without value. Reports that were read back
    /// from JSON give their evidence, but no candidates: those are not kept.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="pointer"/> is null.</exception>
    /// <exception cref="ArgumentException">The model has no such field.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The file has no such report.</exception>
    public IReadOnlyList<Explanation> Explain(string pointer, int part = 1)
    {
        ArgumentNullException.ThrowIfNull(pointer);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, Reports.Count);
        var extracted = part <= Extracted.Count ? Extracted[part - 1] : new ExtractedReport(Reports[part - 1], []);
        return new ReportExplainer(extracted, Document).Explain(pointer);
    }

    /// <summary>Why a field has the value that it has: <c>result.Explain(r => r.Score)</c>.</summary>
    /// <typeparam name="T">The field's type.</typeparam>
    /// <param name="field">The field of the first report: its members and items of its lists.</param>
    /// <returns>As <see cref="Explain(string, int)"/>.</returns>
    /// <exception cref="ArgumentException">The expression names no field of the report.</exception>
    public IReadOnlyList<Explanation> Explain<T>(Expression<Func<PerformanceReport, T>> field) => Explain(FieldPointer.Of(field));

    /// <summary>What the extractors weighed for each report; empty where reports were read back from JSON.</summary>
    internal IReadOnlyList<ExtractedReport> Extracted { get; init; } = [];

    /// <summary>The result of a document that could not be had.</summary>
    internal static ParseResult Unreadable(string? name, UnreadableDocumentException error) =>
        new(ParseStatus.Unreadable, [], []) { Name = name, Failure = new ParseFailure(error.Reason, error.Message) };

    /// <inheritdoc/>
    public bool Equals(ParseResult? other) =>
        other is not null && Status == other.Status && Name == other.Name && Failure == other.Failure
        && Reports.Equals(other.Reports) && Diagnostics.Equals(other.Diagnostics);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Status, Name, Failure, Reports.Count, Diagnostics.Count);

    /// <summary>Status and numbers for a log; nothing of the document.</summary>
    /// <returns>For example <c>Complete: 1 report, 2 diagnostics</c>.</returns>
    public override string ToString() => Failure is { } failure
        ? $"{Status}: {failure.Reason}"
        : string.Create(CultureInfo.InvariantCulture, $"{Status}: {Count(Reports.Count, "report")}, {Count(Diagnostics.Count, "diagnostic")}");

    private static string Count(int number, string noun) => string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
