using System.Collections.Concurrent;
using System.Text;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>
/// Workers that do what a document's text says: <c>fail X</c>, <c>partial X</c>, <c>broken</c>, <c>hang</c> (until cancelled), anything else is complete.
/// The report holds the name, so that a document named after the wrong path is seen.
/// </summary>
internal sealed class ScriptedWorkers(int count, Func<string, Task>? before = null) : IDocumentWorkers
{
    public int Count => count;

    public long Starts => 1;

    /// <summary>The names of the documents in the order in which they were begun.</summary>
    public ConcurrentQueue<string> Seen { get; } = new();

    public async Task<WorkOutcome> ParseAsync(DocumentWork work, CancellationToken cancellationToken)
    {
        work.BeforeAttempt?.Invoke(work.EarlierAttempts + 1);
        Seen.Enqueue(work.Name);
        if (before is not null)
            await before(work.Name);
        await Task.Yield();
        var text = Encoding.UTF8.GetString(((HeldContent)work.Content).Bytes.Span);
        var words = text.Split(' ');
        if (words[0] == "hang")
            await Task.Delay(Timeout.Infinite, cancellationToken);
        var attempts = new[] { new IngestionAttempt(work.EarlierAttempts + 1, null, 1, null, null, null, false, null) };
        return words[0] switch
        {
            "fail" => new WorkOutcome(null, Enum.Parse<IngestionReason>(words[1]), $"It says {words[1]}.", null, attempts),
            "broken" => throw new WorkersBrokenException("No worker can be started."),
            "partial" => new WorkOutcome(Document(work, ParseStatus.Partial, [Enum.Parse<IngestionReason>(words[1])]), null, null, "txt", attempts),
            _ => new WorkOutcome(Document(work, ParseStatus.Complete, []), null, null, "txt", attempts),
        };
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static ParsedDocument Document(DocumentWork work, ParseStatus status, IngestionReason[] reasons) => new()
    {
        DocumentId = work.DocumentId,
        Status = status,
        Reasons = reasons,
        Detail = reasons.Length > 0 ? "Something is missing." : null,
        Format = "txt",
        Reports = [Encoding.UTF8.GetBytes($"{{\"name\":\"{work.Name}\"}}")],
        Rows = [],
    };
}
