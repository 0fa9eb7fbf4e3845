using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>Invented records for sinks.</summary>
internal static class SinkBatches
{
    public static IngestionRun Run { get; } = RunOf("run-1");

    public static IngestionRun RunOf(string id) => new(id, "1.2.3", "options", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public static FileRecord File(string path, FileState state = FileState.Complete, string? content = null, params IngestionReason[] reasons) => new()
    {
        FileId = Hash(path)[..32],
        Path = path,
        RawPath = Encoding.UTF8.GetBytes(path),
        Length = 1000,
        Modified = new DateTimeOffset(2025, 6, 7, 8, 9, 10, TimeSpan.FromHours(8)),
        Sha256 = content is null ? null : Hash(content),
        State = state,
        Reasons = reasons,
        Detail = reasons.Length > 0 ? "why" : null,
        Format = content is null ? null : "docx",
        Attempts = state == FileState.Failed ? [new IngestionAttempt(1, reasons[0], 12, 34, 56, 139, false, "tail")] : [],
    };

    public static ParsedDocument Document(string content, params PerformanceReport[] reports)
    {
        var result = new ParseResult(ParseStatus.Complete, reports, []);
        ReadOnlyMemory<byte>[] json = [.. reports.Select(r => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(new JsonReportWriter(indented: false).Write(r)))];
        return new ParsedDocument { DocumentId = Hash(content), Status = ParseStatus.Complete, Format = "docx", Reports = json, Rows = ReportRows.Of(Hash(content), result, json) };
    }

    /// <summary>A report with rows in several tables, told from others by its number.</summary>
    public static PerformanceReport Report(int number) => new()
    {
        Title = string.Create(CultureInfo.InvariantCulture, $"报告{number}"),
        Score = new(number, 100),
        Problems = [new("问题", "预算编制不细化")],
        Sections = [new() { Heading = "概况", Level = 1, Blocks = [new ParagraphContent(new string('文', 200))] }],
        Citations = [new("预算法", null)],
    };

    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
