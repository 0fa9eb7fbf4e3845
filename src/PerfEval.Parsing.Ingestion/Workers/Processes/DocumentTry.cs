using System.Diagnostics;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers.Frames;

namespace PerfEval.Parsing.Ingestion.Workers.Processes;

/// <summary>One try of one document by one worker, watched from its first byte to its answer or its worker's end.</summary>
internal sealed class DocumentTry
{
    private const int ErrorLength = 4000;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    private readonly WorkerProcess _worker;
    private readonly DocumentWork _work;
    private readonly DocumentExchange _exchange;
    private readonly WorkTimes _times;
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private long _seen = -1;
    private TimeSpan _moved;
    private bool _asked;

    private DocumentTry(WorkerProcess worker, DocumentWork work, long maxOutputBytes)
    {
        _worker = worker;
        _work = work;
        _times = WorkTimes.Of(worker.Limits, work.Content.Length);
        _exchange = new DocumentExchange(worker, work.DocumentId, maxOutputBytes);
    }

    /// <summary>Tries a document.</summary>
    /// <param name="worker">A worker that is doing nothing else.</param>
    /// <param name="work">The document.</param>
    /// <param name="number">Which try it is.</param>
    /// <param name="large">Whether with the larger limits.</param>
    /// <param name="maxOutputBytes">The most bytes of a result.</param>
    /// <param name="cancel">Stops it, and the worker.</param>
    /// <returns>What came of it and the record of the try.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<(DocumentReply Reply, IngestionAttempt Attempt)> RunAsync(
        WorkerProcess worker, DocumentWork work, int number, bool large, long maxOutputBytes, CancellationToken cancel)
    {
        var one = new DocumentTry(worker, work, maxOutputBytes);
        var reply = await one.RunAsync(cancel).ConfigureAwait(false);
        cancel.ThrowIfCancellationRequested();
        // The parser names its own limit, which the operator did not set.
        if (reply.Answer is { Failure: IngestionReason.Timeout } late)
            reply = reply with { Answer = late with { Detail = WorkerMessages.SoftTimeout(one._times.Soft) } };
        var reason = reply.End?.Reason ?? reply.Answer!.Failure;
        var errors = reason is null ? null : worker.Errors.Last(ErrorLength);
        long? peak = worker.Peak > 0 ? worker.Peak : null;
        return (reply, new IngestionAttempt(number, reason, one._clock.ElapsedMilliseconds, peak, worker.Id, reply.End?.ExitCode, large, errors));
    }

    private async Task<DocumentReply> RunAsync(CancellationToken cancel)
    {
        await using var giveUp = cancel.Register(() => _worker.Kill(IngestionReason.WorkerSignal, "The run was stopped.")).ConfigureAwait(false);
        _worker.Begin(_exchange);
        var sending = Task.Run(Send, CancellationToken.None);
        while (await Task.WhenAny(_exchange.Reply, Task.Delay(Look, CancellationToken.None)).ConfigureAwait(false) != _exchange.Reply)
            Watch(sending.IsCompleted);
        await sending.ConfigureAwait(false);
        return await _exchange.Reply.ConfigureAwait(false);
    }

    private void Send()
    {
        try
        {
            _worker.Frames.Write(FrameType.Document, new DocumentHead(_work.DocumentId, _work.Name, _work.Content.Length, _times.Soft).Write);
            SendBytes();
        }
        // The worker ended, which its exchange tells; or the bytes cannot be read, and the worker would wait for the rest for ever.
        catch (IOException e)
        {
            _worker.KillUnlessEnded(IngestionReason.ProtocolError, $"The document could not be handed to the worker: {e.Message}");
        }
    }

    private void SendBytes()
    {
        if (_work.Content is HeldContent held)
        {
            _worker.Frames.WriteChunks(held.Bytes.Span);
            return;
        }

        using var bytes = _work.Content.Open();
        if (_worker.Frames.WriteChunks(bytes) != _work.Content.Length)
            throw new IOException("its bytes are fewer or more than was said.");
    }

    private void Watch(bool sent)
    {
        var now = _clock.Elapsed;
        var memory = _worker.Look();
        if (_worker.Steps + _exchange.Parts is var steps && steps != _seen)
            (_seen, _moved) = (steps, now);
        if (now >= _times.Hard)
            _worker.Kill(IngestionReason.Timeout, WorkerMessages.HardTimeout(_times.Hard));
        else if (memory > _worker.Limits.MaxMemory + _worker.Limits.MaxMemory / 2)
            _worker.Kill(IngestionReason.MemoryLimit, WorkerMessages.Memory(_worker.Limits.MaxMemory));
        else if (now - _moved >= _times.Stall)
            _worker.Kill(IngestionReason.Stalled, WorkerMessages.Stalled(_times.Stall));
        else if (sent && !_asked && now >= _times.Cancel)
            AskToStop();
    }

    private void AskToStop()
    {
        _asked = true;
        try
        {
            _worker.Frames.Write(FrameType.Cancel, []);
        }
        // The worker ended, which its exchange tells.
        catch (IOException e)
        {
            _worker.KillUnlessEnded(IngestionReason.ProtocolError, $"The worker could not be told to stop: {e.Message}");
        }
    }
}
