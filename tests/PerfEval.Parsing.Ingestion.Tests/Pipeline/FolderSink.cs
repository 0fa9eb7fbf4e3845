using System.Text;
using System.Text.Json;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>A sink of one file for each batch, whole by renaming; what it holds is what the files say one after the other.</summary>
internal sealed class FolderSink(string directory) : IIngestionSink
{
    private readonly SinkContents _contents = new();
    private IngestionRun? _run;
    private int _batches;

    /// <summary>How often paths were written that stood there already: by a batch that was not acknowledged.</summary>
    public IReadOnlyDictionary<string, int> Writes => _contents.Writes;

    public static FolderSink Read(string directory)
    {
        var sink = new FolderSink(directory);
        sink.ReadBatches();
        return sink;
    }

    public string Snapshot() => _contents.Snapshot();

    public Task OpenAsync(IngestionRun run, CancellationToken cancellationToken)
    {
        _run = run;
        foreach (var unfinished in Directory.EnumerateFiles(Directory.CreateDirectory(directory).FullName, "*.tmp"))
            File.Delete(unfinished);
        ReadBatches();
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<SunkFile> ReadFilesAsync(CancellationToken cancellationToken) =>
        _contents.Files.Values.Select(f => new SunkFile(
            f.Record.FileId, f.Record.Sha256, f.Record.State, f.Record.Reasons.Count > 0 ? f.Record.Reasons[0] : null, f.Run.ParserVersion, f.Run.OptionsHash)
        {
            RunId = f.Run.RunId,
        }).ToAsyncEnumerable();

    public Task WriteAsync(IngestionBatch batch, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, $"{_batches++:d6}.json");
        var documents = batch.Documents.Select(d => new StoredDocument(d.DocumentId, d.Status, d.Format, d.Reasons, [.. d.Reports.Select(r => Encoding.UTF8.GetString(r.Span))]));
        File.WriteAllBytes(path + ".tmp", JsonSerializer.SerializeToUtf8Bytes(new StoredBatch(_run!, batch.Files, [.. documents])));
        File.Move(path + ".tmp", path);
        _contents.Take(batch, _run!);
        return Task.CompletedTask;
    }

    public Task CompleteAsync(IngestionSummary summary, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<IReadOnlyDictionary<FileState, long>> CountAsync(string runId, CancellationToken cancellationToken) =>
        new MemorySink(_contents).CountAsync(runId, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private void ReadBatches()
    {
        foreach (var path in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal))
        {
            var batch = JsonSerializer.Deserialize<StoredBatch>(File.ReadAllBytes(path))!;
            var documents = batch.Documents.Select(d => new ParsedDocument
            {
                DocumentId = d.Id,
                Status = d.Status,
                Format = d.Format,
                Reasons = d.Reasons,
                Reports = [.. d.Reports.Select(r => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(r))],
                Rows = [],
            });
            _contents.Take(new IngestionBatch(batch.Files, [.. documents]), batch.Run);
            _batches++;
        }
    }

    private sealed record StoredBatch(IngestionRun Run, IReadOnlyList<FileRecord> Files, IReadOnlyList<StoredDocument> Documents);

    private sealed record StoredDocument(string Id, ParseStatus Status, string Format, IReadOnlyList<IngestionReason> Reasons, IReadOnlyList<string> Reports);
}
