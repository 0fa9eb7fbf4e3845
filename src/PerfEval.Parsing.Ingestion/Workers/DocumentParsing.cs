using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Ingestion.Workers;

/// <summary>What a parse gave: a document, or the reason why there is none.</summary>
/// <param name="Document">The document.</param>
/// <param name="Failure">Why there is none.</param>
/// <param name="Detail">More about the failure, without any of the document's text.</param>
/// <param name="Format">The format by its content; <see langword="null"/> where it was not told.</param>
internal sealed record ParseAnswer(ParsedDocument? Document, IngestionReason? Failure, string? Detail, string? Format);

/// <summary>One document parsed, in whatever process: bytes to what the sinks take.</summary>
/// <param name="parser">How to parse.</param>
/// <param name="maxOutputBytes">The most bytes of a document's reports.</param>
/// <param name="withModels">Whether the rows hold the reports' JSON too; not in a worker, where it goes beside the rows.</param>
internal sealed class DocumentParsing(ReportParser parser, long maxOutputBytes = long.MaxValue, bool withModels = true)
{
    private static readonly JsonReportWriter Json = new(indented: false);

    /// <summary>Parses a document.</summary>
    /// <param name="documentId">Its id.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="bytes">Its content.</param>
    /// <param name="progress">Where steps are counted.</param>
    /// <param name="cancel">Stops it.</param>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    /// <exception cref="OutOfMemoryException">There is not enough memory.</exception>
    public ParseAnswer Parse(string documentId, string name, ReadOnlyMemory<byte> bytes, ParseProgress progress, CancellationToken cancel)
    {
        try
        {
            var result = parser.Parse(bytes, name, progress, cancel);
            progress.Advance();
            return Answer(documentId, result, progress, cancel);
        }
        catch (UnreadableDocumentException e)
        {
            return Failed(Enum.Parse<IngestionReason>(e.Reason.ToString()), e.Message, bytes);
        }
        // A defect in the writers is this document's failure, never the run's.
        catch (Exception e) when (e is not (OperationCanceledException or OutOfMemoryException))
        {
            return Failed(IngestionReason.InternalError, $"The library failed on this content ({e.GetType().Name}): a defect worth reporting.", bytes);
        }
    }

    private static ParseAnswer Failed(IngestionReason reason, string detail, ReadOnlyMemory<byte> bytes)
    {
        var format = FormatSniffer.Sniff(bytes.Span);
        return new ParseAnswer(null, reason, detail, format == DocumentFormat.Unknown ? null : format.ToString().ToLowerInvariant());
    }

    private ParseAnswer Answer(string documentId, ParseResult result, ParseProgress progress, CancellationToken cancel)
    {
        var format = result.Report.Source.Format ?? "";
        var reports = new List<ReadOnlyMemory<byte>>();
        long written = 0;
        foreach (var report in result.Reports)
        {
            cancel.ThrowIfCancellationRequested();
            reports.Add(Written(report));
            written += reports[^1].Length;
            progress.Advance();
            if (written > maxOutputBytes)
                return new ParseAnswer(null, IngestionReason.OutputLimit, WorkerMessages.Output(maxOutputBytes), format);
        }

        var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        var document = new ParsedDocument
        {
            DocumentId = documentId,
            Status = result.Status,
            Reasons = [.. errors.Select(d => Reason(d.Code)).Distinct()],
            Detail = errors.FirstOrDefault()?.Message,
            Format = format,
            Reports = reports,
            Rows = ReportRows.Of(documentId, result, withModels ? reports : null),
        };
        return new ParseAnswer(document, null, null, format);
    }

    // A code that is not of the library's list is that of an extractor of the host's own.
    private static IngestionReason Reason(DiagnosticCode code) => Enum.TryParse<IngestionReason>(code.Name, out var reason) ? reason : IngestionReason.ExtractorFailed;

    private static ReadOnlyMemory<byte> Written(PerformanceReport report)
    {
        using var output = new MemoryStream();
        Json.Write(report, output);
        return output.GetBuffer().AsMemory(0, (int)output.Length);
    }
}
