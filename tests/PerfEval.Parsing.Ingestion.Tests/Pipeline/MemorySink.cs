using System.Runtime.CompilerServices;
using System.Text;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>What a sink holds; it outlives the runs that write to it.</summary>
internal sealed class SinkContents
{
    public Dictionary<string, (FileRecord Record, IngestionRun Run)> Files { get; } = [];

    public Dictionary<string, ParsedDocument> Documents { get; } = [];

    /// <summary>How often each path was written.</summary>
    public Dictionary<string, int> Writes { get; } = [];

    /// <summary>Everything that does not tell of the run, in an order that does not depend on it.</summary>
    public string Snapshot()
    {
        var lines = Files.Values.Select(f => Line(f.Record)).Concat(Documents.Values.Select(Line));
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    /// <summary>Takes a batch in, as the contract has it: documents without a complete or partial file go.</summary>
    public void Take(IngestionBatch batch, IngestionRun run)
    {
        foreach (var document in batch.Documents)
            Documents[document.DocumentId] = document;
        foreach (var file in batch.Files)
        {
            Files[file.FileId] = (file, run);
            Writes[file.Path] = Writes.GetValueOrDefault(file.Path) + 1;
        }

        var held = Files.Values.Where(f => f.Record.State is FileState.Complete or FileState.Partial).Select(f => f.Record.Sha256).ToHashSet();
        foreach (var id in Documents.Keys.Where(id => !held.Contains(id)).ToList())
            Documents.Remove(id);
        foreach (var id in held.Where(id => id is not null && !Documents.ContainsKey(id)))
            throw new InvalidOperationException($"A file without its document, {id}.");
    }

    private static string Line(FileRecord f) =>
        $"file {f.Path}|{f.ContainerId}|{f.Length}|{f.Sha256}|{f.State}|{string.Join(',', f.Reasons)}|{f.Detail}|{f.Format}";

    private static string Line(ParsedDocument d) =>
        $"document {d.DocumentId}|{d.Status}|{d.Format}|{string.Join(',', d.Reasons)}|{string.Join("~", d.Reports.Select(r => Encoding.UTF8.GetString(r.Span)))}";
}

/// <summary>A sink in memory, as faulty as a test wants it.</summary>
internal sealed class MemorySink(SinkContents contents, bool tellsRuns = true) : IIngestionSink
{
    private IngestionRun? _run;

    /// <summary>Called before a batch is taken.</summary>
    public Func<Task>? BeforeWrite { get; init; }

    /// <summary>Called after a batch was taken: throwing here is a commit whose acknowledgement was lost.</summary>
    public Action? AfterWrite { get; init; }

    public IngestionSummary? Completed { get; private set; }

    public bool WasReadThrough { get; private set; }

    public Task OpenAsync(IngestionRun run, CancellationToken cancellationToken)
    {
        _run = run;
        return Task.CompletedTask;
    }

    public async IAsyncEnumerable<SunkFile> ReadFilesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        WasReadThrough = true;
        foreach (var (record, run) in contents.Files.Values)
            yield return new SunkFile(
                record.FileId, record.Sha256, record.State, record.Reasons.Count > 0 ? record.Reasons[0] : null, run.ParserVersion, run.OptionsHash)
            {
                RunId = tellsRuns ? run.RunId : null,
            };
    }

    public async Task WriteAsync(IngestionBatch batch, CancellationToken cancellationToken)
    {
        if (BeforeWrite is not null)
            await BeforeWrite();
        contents.Take(batch, _run!);
        AfterWrite?.Invoke();
    }

    public Task CompleteAsync(IngestionSummary summary, CancellationToken cancellationToken)
    {
        Completed = summary;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<FileState, long>> CountAsync(string runId, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<FileState, long>>(
            contents.Files.Values.Where(f => f.Run.RunId == runId).GroupBy(f => f.Record.State).ToDictionary(g => g.Key, g => (long)g.Count()));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
