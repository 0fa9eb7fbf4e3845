namespace PerfEval.Parsing.Ingestion.Supervising.Guards;

/// <summary>A run has to end before its end.</summary>
internal sealed class RunStoppedException(IngestionEnd end, string message, Exception? inner = null) : Exception(message, inner)
{
    public IngestionEnd End => end;
}

/// <summary>What ends a run early: the first to ask says why.</summary>
internal sealed class StopSignal : IDisposable
{
    /// <summary>What a sink gets to finish what it is at once the run is stopped.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly CancellationTokenRegistration _caller;

    public StopSignal(CancellationToken caller) => _caller = caller.Register(() => Stop(IngestionEnd.Stopped, "The run was cancelled."));

    /// <summary>Cancelled at once: nothing new is begun, documents in flight are given up.</summary>
    public CancellationToken Token => _stop.Token;

    /// <summary>Cancelled a while later: what is finished is still written.</summary>
    public CancellationToken Closing => _closing.Token;

    public IngestionEnd End { get; private set; } = IngestionEnd.Finished;

    public string? Detail { get; private set; }

    /// <summary>Whether the sink may still be asked to end the run well.</summary>
    public bool SinkWorks { get; private set; } = true;

    public void Stop(IngestionEnd end, string detail, bool sinkWorks = true)
    {
        lock (_lock)
        {
            SinkWorks &= sinkWorks;
            // A failure weighs more than whatever stopped the run before.
            if (End != IngestionEnd.Finished && (end != IngestionEnd.Failed || End == IngestionEnd.Failed))
                return;
            (End, Detail) = (end, detail);
        }

        _stop.Cancel();
        _closing.CancelAfter(Grace);
    }

    /// <summary>Nothing new was begun, and what was begun is done: nothing is to be given up.</summary>
    public void Drained()
    {
        lock (_lock)
            if (End == IngestionEnd.Finished)
                (End, Detail) = (IngestionEnd.Stopped, "The run was asked to end early; what was begun is done.");
    }

    public void Dispose()
    {
        _caller.Dispose();
        _stop.Dispose();
        _closing.Dispose();
    }
}
