using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks.Lines;
using PerfEval.Parsing.Ingestion.Sinks.Segments;

namespace PerfEval.Parsing.Ingestion.Sinks;

/// <summary>
/// JSON Lines: after a run, <c>part-000001.jsonl</c> and on hold exactly one line for each file: <c>{"file":{…},"reports":[…]}</c>, the reports in the library's
/// own JSON. A document that several files hold stands with the first of them; the others have its <c>documentId</c>. Dead letters are in <c>failures/</c>,
/// runs in <c>runs/</c>, also line by line. While a run is under way, what is new lies in <c>batches/</c>, and the parts hold what the last run left.
/// </summary>
public sealed class JsonLinesSink : IIngestionSink, IDeadLetterSource
{
    private readonly SegmentedArchive _archive;
    private readonly string? _file;

    /// <summary>A sink.</summary>
    /// <param name="path">
    /// A folder, or the name of one file ending with <c>.jsonl</c>: that file is then made anew at the end of each run, and the archive itself lies beside it in a
    /// folder of the same name with <c>.parts</c> after it.
    /// </param>
    /// <param name="clock">The clock; the system's if left out.</param>
    public JsonLinesSink(string path, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var full = Path.GetFullPath(path);
        _file = full.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) ? full : null;
        _archive = new SegmentedArchive(_file is null ? full : _file + ".parts", new LineParts(), clock ?? TimeProvider.System);
    }

    /// <inheritdoc />
    public Task OpenAsync(IngestionRun run, CancellationToken cancellationToken) => _archive.OpenAsync(run, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<SunkFile> ReadFilesAsync(CancellationToken cancellationToken) => _archive.ReadFilesAsync(cancellationToken);

    /// <inheritdoc />
    public Task WriteAsync(IngestionBatch batch, CancellationToken cancellationToken) => _archive.WriteAsync(batch, cancellationToken);

    /// <inheritdoc />
    public async Task CompleteAsync(IngestionSummary summary, CancellationToken cancellationToken)
    {
        await _archive.CompleteAsync(summary, cancellationToken);
        if (_file is not null)
            await _archive.ExportAsync(LineParts.Table, _file, cancellationToken);
    }

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<FileState, long>> CountAsync(string runId, CancellationToken cancellationToken) => _archive.CountAsync(runId, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<DeadLetter> ReadFailuresAsync(CancellationToken cancellationToken) => _archive.ReadFailuresAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _archive.DisposeAsync();
}
