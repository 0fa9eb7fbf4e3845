using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks.Columnar;
using PerfEval.Parsing.Ingestion.Sinks.Segments;

namespace PerfEval.Parsing.Ingestion.Sinks;

/// <summary>
/// Parquet: a folder with a folder for each table (<c>files/part-000001.parquet</c> …), which after a run hold exactly the current rows; <c>read_parquet('DIR/files/*.parquet')</c>
/// reads a table. Numbers are decimal(38, 6), times UTC. While a run is under way, what is new lies in <c>batches/</c>, and the parts hold what the last run
/// left; while they are switched at its end, <c>manifest.json</c> says which hold.
/// </summary>
public sealed class ParquetSink : IIngestionSink, IDeadLetterSource
{
    private readonly SegmentedArchive _archive;

    /// <summary>A sink.</summary>
    /// <param name="folder">The folder; made if it is not there.</param>
    /// <param name="clock">The clock; the system's if left out.</param>
    public ParquetSink(string folder, TimeProvider? clock = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        _archive = new SegmentedArchive(Path.GetFullPath(folder), new ColumnParts(), clock ?? TimeProvider.System);
    }

    /// <inheritdoc />
    public Task OpenAsync(IngestionRun run, CancellationToken cancellationToken) => _archive.OpenAsync(run, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<SunkFile> ReadFilesAsync(CancellationToken cancellationToken) => _archive.ReadFilesAsync(cancellationToken);

    /// <inheritdoc />
    public Task WriteAsync(IngestionBatch batch, CancellationToken cancellationToken) => _archive.WriteAsync(batch, cancellationToken);

    /// <inheritdoc />
    public Task CompleteAsync(IngestionSummary summary, CancellationToken cancellationToken) => _archive.CompleteAsync(summary, cancellationToken);

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<FileState, long>> CountAsync(string runId, CancellationToken cancellationToken) => _archive.CountAsync(runId, cancellationToken);

    /// <inheritdoc />
    public IAsyncEnumerable<DeadLetter> ReadFailuresAsync(CancellationToken cancellationToken) => _archive.ReadFailuresAsync(cancellationToken);

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _archive.DisposeAsync();
}
