using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Sinks;

/// <summary>
/// Where records go. The one rule: <see cref="WriteAsync"/> is atomic and idempotent. A batch stands there whole once it returns, durably; whatever
/// the sink held for the same file ids and document ids is replaced, so that the same batch written twice leaves what writing it once does. After an
/// exception, or after the process was killed, the batch stands there whole or not at all, and is written again.
/// A document stands as long as some complete or partial file holds it (<c>files.document_id</c>); one that lost its last such file by a batch goes
/// with that batch, or at the latest when the run ends. The pipeline calls one method at a time.
/// </summary>
public interface IIngestionSink : IAsyncDisposable
{
    /// <summary>Makes it ready: opens or creates it, puts right what an earlier run left half done.</summary>
    /// <param name="run">The run.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="SinkException">It cannot be used.</exception>
    Task OpenAsync(IngestionRun run, CancellationToken cancellationToken);

    /// <summary>The files that it holds: what the journal is made anew from if it is lost or damaged.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The files, read as they are asked for.</returns>
    IAsyncEnumerable<SunkFile> ReadFilesAsync(CancellationToken cancellationToken);

    /// <summary>Writes a batch durably, replacing what it holds of the same ids.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="cancellationToken">Stops it; the batch then stands there whole or not at all.</param>
    /// <exception cref="SinkException">It could not be written.</exception>
    Task WriteAsync(IngestionBatch batch, CancellationToken cancellationToken);

    /// <summary>Ends the run: what readers of the sink need besides the records (footers, views, the run's own row).</summary>
    /// <param name="summary">The run's figures.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="SinkException">It could not be written.</exception>
    Task CompleteAsync(IngestionSummary summary, CancellationToken cancellationToken);

    /// <summary>How many files that <paramref name="runId"/> wrote last the sink holds, by state: counted in the sink itself, for the account at the end of a run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The number of files of each state; a state without files may be missing.</returns>
    Task<IReadOnlyDictionary<FileState, long>> CountAsync(string runId, CancellationToken cancellationToken);
}

/// <summary>A sink cannot be written to or read. The pipeline waits and tries again, then stops resumably: it is never charged to a file.</summary>
public sealed class SinkException : Exception
{
    /// <summary>A failure of the sink.</summary>
    /// <param name="message">What failed and what can be done.</param>
    /// <param name="inner">What was thrown below; <see langword="null"/> for nothing.</param>
    public SinkException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Whether there is no use in trying again (another program's database under that name, a newer layout).</summary>
    public bool IsPermanent { get; init; }
}
