using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Ingestion.Workers;

/// <summary>One document parsed, in whatever process: bytes to what the sinks take.</summary>
internal sealed class DocumentParsing(ReportParser parser)
{
    private static readonly JsonReportWriter Json = new(indented: false);

    /// <summary>Parses a document.</summary>
    /// <returns>The document, or the reason why there is none and what more is known of it.</returns>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public (ParsedDocument? Document, IngestionReason? Failure, string? Detail) Parse(string documentId, string name, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        ParseResult result;
        try
        {
            result = parser.Parse(bytes, name, cancel);
        }
        catch (UnreadableDocumentException e)
        {
            return (null, Enum.Parse<IngestionReason>(e.Reason.ToString()), e.Message);
        }

        ReadOnlyMemory<byte>[] json = [.. result.Reports.Select(Written)];
        var errors = result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
        var document = new ParsedDocument
        {
            DocumentId = documentId,
            Status = result.Status,
            Reasons = [.. errors.Select(d => Enum.Parse<IngestionReason>(d.Code.Name)).Distinct()],
            Detail = errors.FirstOrDefault()?.Message,
            Format = result.Report.Source.Format ?? "",
            Reports = json,
            Rows = ReportRows.Of(documentId, result, json),
        };
        return (document, null, null);
    }

    private static ReadOnlyMemory<byte> Written(PerformanceReport report)
    {
        using var output = new MemoryStream();
        Json.Write(report, output);
        return output.ToArray();
    }
}
