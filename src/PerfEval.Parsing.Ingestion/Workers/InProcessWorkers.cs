using System.Diagnostics;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Reading;

namespace PerfEval.Parsing.Ingestion.Workers;

/// <summary>
/// Parses in this process (<see cref="WorkerIsolation.None"/>): cheap, debuggable and at the documents' mercy. Of the limits only the soft timeout
/// holds, and only where the parser looks at its token; nothing is tried twice, since a second try would meet the same process.
/// </summary>
internal sealed class InProcessWorkers : IDocumentWorkers
{
    private readonly WorkerLimits _limits;
    private readonly DocumentParsing _parsing;
    private readonly SemaphoreSlim _lanes;

    public InProcessWorkers(IngestionOptions options)
    {
        _limits = options.Limits;
        _parsing = new DocumentParsing(new ReportParser(WorkTimes.Within(options.Parser, options.Limits)), options.MaxOutputBytes);
        _lanes = new SemaphoreSlim(options.Workers);
        Count = options.Workers;
    }

    public int Count { get; }

    public long Starts => 0;

    public async Task<WorkOutcome> ParseAsync(DocumentWork work, CancellationToken cancellationToken)
    {
        await _lanes.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await Task.Run(() => Parse(work, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _lanes.Release();
        }
    }

    public ValueTask DisposeAsync()
    {
        _lanes.Dispose();
        return ValueTask.CompletedTask;
    }

    private WorkOutcome Parse(DocumentWork work, CancellationToken cancel)
    {
        var number = work.EarlierAttempts + 1;
        work.BeforeAttempt?.Invoke(number);
        var clock = Stopwatch.StartNew();
        var answer = Answer(work, cancel);
        var attempt = new IngestionAttempt(number, answer.Failure, clock.ElapsedMilliseconds, null, Environment.ProcessId, null, false, null);
        return new WorkOutcome(answer.Document, answer.Failure, answer.Detail, answer.Format, [attempt]);
    }

    private ParseAnswer Answer(DocumentWork work, CancellationToken cancel)
    {
        var times = WorkTimes.Of(_limits, work.Content.Length);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(times.Cancel);
        try
        {
            return _parsing.Parse(work.DocumentId, work.Name, Bytes(work.Content), new ParseProgress(), timeout.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new ParseAnswer(null, IngestionReason.Timeout, WorkerMessages.SoftTimeout(times.Soft), null);
        }
        catch (OutOfMemoryException)
        {
            return new ParseAnswer(null, IngestionReason.MemoryLimit, "The process ran out of memory.", null);
        }
    }

    private static ReadOnlyMemory<byte> Bytes(DocumentContent content)
    {
        if (content is HeldContent held)
            return held.Bytes;
        using var stream = content.Open();
        var bytes = new byte[content.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
