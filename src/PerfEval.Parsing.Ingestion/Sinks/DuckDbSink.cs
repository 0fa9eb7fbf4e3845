using System.Runtime.CompilerServices;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks.DuckDb;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks;

/// <summary>
/// Writes to a DuckDB database: the tables of <see cref="ArchiveTables"/> with comments, and views for the questions that are asked first
/// (docs/ingestion-sql.md). One file, which any DuckDB client opens; while a run writes, nothing else may, and within this process nothing but this sink.
/// </summary>
public sealed partial class DuckDbSink : IIngestionSink
{
    private readonly DuckDbSession _session;
    private readonly DuckDbSinkOptions _options;
    private IngestionRun? _run;
    private KnownIds? _known;

    /// <summary>A sink.</summary>
    /// <param name="path">The database file; it is made if it does not exist.</param>
    /// <param name="options">How to write; the defaults if left out.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty, or an option has an impossible value.</exception>
    public DuckDbSink(string path, DuckDbSinkOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _options = options ?? DuckDbSinkOptions.Default;
        ArgumentOutOfRangeException.ThrowIfLessThan(_options.Threads, 1, nameof(options));
        if (_options.MaxMemory is { } memory)
            ArgumentOutOfRangeException.ThrowIfLessThan(memory, 64L << 20, nameof(options));
        _session = new DuckDbSession(Path.GetFullPath(path), _options);
    }

    /// <inheritdoc/>
    public Task OpenAsync(IngestionRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        _run = run;
        return Act(() => Ready(run), cancellationToken);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<SunkFile> ReadFilesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IReadOnlyList<SunkFile> page = [];
        do
        {
            var after = page.Count == 0 ? "" : page[^1].FileId;
            page = await Act(() => DuckDbQueries.Files(_session, after), cancellationToken).ConfigureAwait(false);
            foreach (var file in page)
                yield return file;
        }
        while (page.Count == DuckDbQueries.PageSize);
    }

    /// <inheritdoc/>
    public Task WriteAsync(IngestionBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var run = Opened();
        return Act(
            () =>
            {
                // After a failure the connection was given up, and with it what was known.
                _known ??= Ready(run);
                new BatchWriter(_session, _known, run, _options).Write(batch, cancellationToken);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task CompleteAsync(IngestionSummary summary, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(summary);
        var run = Opened();
        return Act(
            () =>
            {
                _known ??= Ready(run);
                RunWriter.End(_session, run, summary);
                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task<IReadOnlyDictionary<FileState, long>> CountAsync(string runId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(runId);
        return Act(() => DuckDbQueries.Count(_session, runId), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _session.Close();
        return ValueTask.CompletedTask;
    }

    private IngestionRun Opened() => _run ?? throw new InvalidOperationException($"{nameof(OpenAsync)} comes first.");

    private KnownIds Ready(IngestionRun run)
    {
        DuckDbLayout.Prepare(_session);
        RunWriter.Begin(_session, run);
        return _known = KnownIds.Load(_session);
    }

    // The database works synchronously; the caller's thread is not held up by it.
    private Task<T> Act<T>(Func<T> action, CancellationToken cancellationToken) => Task.Run(() => Guarded(action), cancellationToken);

    /// <summary>After whatever failed, the connection is given up: the next call opens the database anew, which puts right what was left half done.</summary>
    private T Guarded<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception e)
        {
            _known = null;
            _session.Close();
            if (e is SinkException or OperationCanceledException)
                throw;
            throw DuckDbErrors.Translate(e, _session.Path);
        }
    }
}
