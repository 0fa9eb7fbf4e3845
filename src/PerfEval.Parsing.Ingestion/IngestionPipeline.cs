using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Sinks;
using PerfEval.Parsing.Ingestion.Supervising;
using PerfEval.Parsing.Ingestion.Supervising.Guards;

namespace PerfEval.Parsing.Ingestion;

/// <summary>Ingests archives. START HERE; one run is <see cref="RunSupervisor"/>.</summary>
public sealed class IngestionPipeline
{
    private readonly IngestionOptions _options;

    /// <summary>A pipeline.</summary>
    /// <param name="options">How to ingest; the defaults if left out.</param>
    /// <exception cref="ArgumentException">An option has an impossible value.</exception>
    public IngestionPipeline(IngestionOptions? options = null)
    {
        _options = options ?? IngestionOptions.Default;
        OptionChecks.Check(_options);
    }

    /// <summary>
    /// Ingests what lies under some roots. Never throws for what files, workers, the disk or the sink do, nor when it is cancelled: the summary says how
    /// far it came and how it ended.
    /// </summary>
    /// <param name="roots">Directories, files, patterns (<c>archive/**/*.docx</c>) and zip archives; strings convert to roots.</param>
    /// <param name="sink">Where records go; the caller disposes of it.</param>
    /// <param name="progress">Told of the figures four times a second at most, and of the last ones; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Stops it: documents in flight are given up, what is finished is written; a run over the same journal goes on.</param>
    /// <param name="drain">Stops it more gently: nothing new is begun, documents in flight are finished.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ArgumentException">A root is null, or there is none, or a pattern of the options cannot be read.</exception>
    /// <exception cref="IngestionLockedException">Another run is under way over the same journal.</exception>
    public Task<IngestionSummary> RunAsync(
        IEnumerable<IngestionRoot> roots,
        IIngestionSink sink,
        IProgress<IngestionSummary>? progress = null,
        CancellationToken cancellationToken = default,
        CancellationToken drain = default)
    {
        ArgumentNullException.ThrowIfNull(roots);
        ArgumentNullException.ThrowIfNull(sink);
        IngestionRoot[] all = [.. roots];
        if (all.Length == 0 || all.Any(root => root is null))
            throw new ArgumentException("A root is null, or there is none.", nameof(roots));
        return RunAsync(IngestionParts.Of(_options, all), sink, progress, cancellationToken, drain);
    }

    /// <summary>Counts the files under some roots, archives as one each: how many there will be at least, for an estimate of the time. Reads no content.</summary>
    /// <param name="roots">As of <see cref="RunAsync(IEnumerable{IngestionRoot}, IIngestionSink, IProgress{IngestionSummary}?, CancellationToken, CancellationToken)"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The files and their bytes.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<FileCount> CountAsync(IEnumerable<IngestionRoot> roots, CancellationToken cancellationToken = default)
    {
        var inventory = new Inventory([.. roots], _options with { ExpandArchives = false }, new UnexpandedArchives());
        var count = default(FileCount);
        await foreach (var entry in inventory.EnumerateAsync(cancellationToken).ConfigureAwait(false))
            count += new FileCount(1, entry.Length);
        return count;
    }

    /// <summary>The same over parts of the caller's own.</summary>
    internal async Task<IngestionSummary> RunAsync(
        IngestionParts parts, IIngestionSink sink, IProgress<IngestionSummary>? progress = null, CancellationToken cancellationToken = default, CancellationToken drain = default)
    {
        ArgumentNullException.ThrowIfNull(sink);
        using var run = new RunSupervisor(_options, parts, sink, cancellationToken);
        try
        {
            return await run.RunAsync(progress, drain).ConfigureAwait(false);
        }
        finally
        {
            await parts.Release().ConfigureAwait(false);
        }
    }
}
