using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Workers;

/// <summary>Parses documents, several at a time: in processes of their own or in this one.</summary>
internal interface IDocumentWorkers : IAsyncDisposable
{
    /// <summary>How many documents may be in flight.</summary>
    int Count { get; }

    /// <summary>Worker processes started so far.</summary>
    long Starts { get; }

    /// <summary>Parses a document; tries it again by <see cref="ReasonRules.Retry"/>.</summary>
    /// <param name="work">The document.</param>
    /// <param name="cancellationToken">Stops it; the document then has no outcome.</param>
    /// <returns>The outcome; whatever the document does to its worker is part of it.</returns>
    /// <exception cref="WorkersBrokenException">No worker can be started, or all end before they finish anything.</exception>
    Task<WorkOutcome> ParseAsync(DocumentWork work, CancellationToken cancellationToken);
}

/// <summary>A document to be parsed.</summary>
/// <param name="DocumentId">The SHA-256 of the content.</param>
/// <param name="Name">What it is called: <c>source.path</c> of its reports.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record DocumentWork(string DocumentId, string Name, DocumentContent Content)
{
    /// <summary>Tries that were begun before, in a run that did not live to see their end.</summary>
    public int EarlierAttempts { get; init; }

    /// <summary>Called with the number of the try, durably noted, before a worker gets the document.</summary>
    public Action<int>? BeforeAttempt { get; init; }
}

/// <summary>What became of a document: a document or a failure.</summary>
/// <param name="Document">What it gave.</param>
/// <param name="Failure">Why it gave nothing.</param>
/// <param name="Detail">More about the failure.</param>
/// <param name="Format">The format by its content, where a failed document's was told.</param>
/// <param name="Attempts">The tries.</param>
internal sealed record WorkOutcome(
    ParsedDocument? Document, IngestionReason? Failure, string? Detail, string? Format, IReadOnlyList<IngestionAttempt> Attempts);

/// <summary>Workers cannot be started or end again and again without finishing anything: a defect of the installation, not of a file.</summary>
internal sealed class WorkersBrokenException(string message, Exception? inner = null) : Exception(message, inner);
