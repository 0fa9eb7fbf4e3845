using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>Files, documents and batches to write.</summary>
internal static class SinkSamples
{
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static IngestionRun Run(string id = "run-1", string version = "1.0") => new(id, version, "options", Start);

    public static IngestionSummary Summary(string id = "run-1") => new() { RunId = id };

    public static string Hash(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

    public static FileRecord File(string path, string? content, FileState state = FileState.Complete, params IngestionReason[] reasons) => new()
    {
        FileId = Hash(path)[..32],
        Path = path,
        RawPath = Encoding.UTF8.GetBytes(path),
        Length = path.Length * 1000L,
        Modified = Start.AddMinutes(-path.Length).AddMicroseconds(7),
        Sha256 = content is null ? null : Hash(content),
        State = state,
        Reasons = reasons,
        Detail = reasons.Length > 0 ? "More about it." : null,
        Format = state == FileState.Failed ? null : "docx",
        Attempts = state == FileState.Failed ? [new IngestionAttempt(1, reasons[0], 90_000, 1L << 30, 4711, 134, true, "Stack overflow.\n")] : [],
    };

    public static ParsedDocument Document(string content, int reports = 1, string text = "正文")
    {
        var id = Hash(content);
        var models = Enumerable.Range(1, reports).Select(part => JsonSerializer.SerializeToUtf8Bytes(new { title = content, part, text }, Relaxed)).ToList();
        return new ParsedDocument
        {
            DocumentId = id,
            Status = ParseStatus.Complete,
            Format = "docx",
            Reports = [.. models.Select(model => (ReadOnlyMemory<byte>)model)],
            Rows = [.. ArchiveTables.OfDocuments.Select((table, t) => new TableRows(table, [.. Enumerable.Range(1, reports).Select(part =>
                Row(table, id, part, text, t, Encoding.UTF8.GetString(models[part - 1])))]))],
        };
    }

    public static IngestionBatch Batch(IEnumerable<FileRecord> files, params IEnumerable<ParsedDocument> documents) => new([.. files], [.. documents]);

    public static async Task<List<T>> ListAsync<T>(IAsyncEnumerable<T> items)
    {
        var list = new List<T>();
        await foreach (var item in items)
            list.Add(item);
        return list;
    }

    // Each column has another value, and every fifth none.
    private static object?[] Row(TableSchema table, string id, int part, string text, int seed, string model) => [.. table.Columns.Select((column, c) => column.Name switch
    {
        "document_id" => id,
        "part" => (object?)(long)part,
        "ordinal" => 1L,
        "kind" when table == ArchiveTables.Items => "problem",
        "model" => model,
        _ when (c + seed + part) % 5 == 0 => null,
        _ => column.Type switch
        {
            ColumnType.Text => $"{text} {column.Name}",
            ColumnType.Integer => (long)c * 1_000_000_007L,
            ColumnType.Number => 1234567890123456.789012m + c - (part * 5000000000000000m),
            ColumnType.Boolean => c % 2 == 0,
            ColumnType.Timestamp => Start.AddDays(c),
            _ => JsonSerializer.Serialize(new[] { text, column.Name }, Relaxed),
        },
    })];
}

/// <summary>A clock that goes on by a second with each look.</summary>
internal sealed class TickingClock : TimeProvider
{
    private long _seconds;

    public override DateTimeOffset GetUtcNow() => SinkSamples.Start.AddDays(1).AddSeconds(_seconds++);
}

/// <summary>A list of which one item cannot be had.</summary>
internal sealed class FaultyList<T>(IReadOnlyList<T> items, int fault) : IReadOnlyList<T>
{
    public int Count => items.Count;

    public T this[int index] => index == fault ? throw new IOException("A fault on purpose.") : items[index];

    public IEnumerator<T> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
