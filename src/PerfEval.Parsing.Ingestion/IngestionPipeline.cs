using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Ingestion;

/// <summary>Ingests archives. START HERE.</summary>
public sealed class IngestionPipeline
{
    private readonly IngestionOptions _options;

    /// <summary>A pipeline.</summary>
    /// <param name="options">How to ingest; the defaults if left out.</param>
    /// <exception cref="ArgumentException">An option has an impossible value.</exception>
    public IngestionPipeline(IngestionOptions? options = null) => _options = options ?? IngestionOptions.Default;

    /// <summary>Ingests what lies under some roots. Never throws for what files, workers, the disk or the sink do: the summary says how it ended.</summary>
    /// <param name="roots">Directories, files, patterns (<c>archive/**/*.docx</c>) and zip archives; strings convert to roots.</param>
    /// <param name="sink">Where records go; the caller disposes of it.</param>
    /// <param name="progress">Told of the figures now and then, and of the last ones.</param>
    /// <param name="cancellationToken">Stops it: documents in flight are given up, what is finished is written; a run over the same journal goes on.</param>
    /// <returns>The figures.</returns>
    /// <exception cref="ArgumentException">A root is null, or there is none.</exception>
    public Task<IngestionSummary> RunAsync(
        IEnumerable<IngestionRoot> roots, IIngestionSink sink, IProgress<IngestionSummary>? progress = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(_options.JournalPath);
}
