using System.Collections.Concurrent;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers.Frames;

namespace PerfEval.Parsing.Ingestion.Workers.Processes;

/// <summary>Starts workers, knows all that live, and ends them.</summary>
internal sealed class WorkerLauncher(IngestionOptions options, long maxFileBytes, bool opensFiles = false) : IAsyncDisposable
{
    // A start takes a third of a second; on a machine that is out of breath it may take a hundred times as long.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ProcessStarter _starter = new();
    private readonly ConcurrentDictionary<WorkerProcess, bool> _alive = new();
    private readonly CancellationTokenSource _closing = new();
    private long _starts;

    public CrashGuard Guard { get; } = new(options.MaxIdleRestarts);

    public long Starts => Interlocked.Read(ref _starts);

    /// <summary>The processes that live.</summary>
    public IReadOnlyList<int> ProcessIds => [.. _alive.Keys.Select(worker => worker.Id)];

    /// <summary>Starts a worker, again and again with growing pauses if it does not come up.</summary>
    /// <exception cref="WorkersBrokenException">None comes up.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public async Task<WorkerProcess> StartAsync(WorkerLimits limits, CancellationToken cancel)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _closing.Token);
        while (true)
        {
            await Task.Delay(Guard.Pause, either.Token).ConfigureAwait(false);
            var worker = await StartProcessAsync(limits).ConfigureAwait(false);
            if (await ReadyAsync(worker, limits, either.Token).ConfigureAwait(false) is not { } fault)
            {
                Guard.Started();
                return worker;
            }

            await DisposeOfAsync(worker).ConfigureAwait(false);
            either.Token.ThrowIfCancellationRequested();
            if (!Guard.MayStartAgain())
                throw Guard.Broken(fault);
        }
    }

    /// <summary>Ends a worker and forgets it.</summary>
    public async Task DisposeOfAsync(WorkerProcess worker)
    {
        _alive.TryRemove(worker, out _);
        if (worker.Finished == 0)
            Guard.EndedIdle();
        await worker.DisposeAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync().ConfigureAwait(false);
        foreach (var worker in _alive.Keys)
            await worker.DisposeAsync().ConfigureAwait(false);
        _starter.Dispose();
        _closing.Dispose();
    }

    private async Task<WorkerProcess> StartProcessAsync(WorkerLimits limits)
    {
        var command = WorkerCommandLine.Of(options, limits, opensFiles);
        var process = await _starter.StartAsync(command).ConfigureAwait(false);
        Interlocked.Increment(ref _starts);
        var worker = new WorkerProcess(process, limits);
        _alive[worker] = true;
        return worker;
    }

    /// <summary>Waits until a worker can take documents.</summary>
    /// <returns><see langword="null"/>, or what went wrong.</returns>
    private async Task<Exception?> ReadyAsync(WorkerProcess worker, WorkerLimits limits, CancellationToken cancel)
    {
        await using var giveUp = cancel.Register(() => worker.Kill(IngestionReason.WorkerSignal, "The run was stopped.")).ConfigureAwait(false);
        try
        {
            worker.Frames.Write(FrameType.Hello, WorkerSettings.Of(options, limits, maxFileBytes).ToBytes());
            var greeting = await worker.Greeting.WaitAsync(Patience, CancellationToken.None).ConfigureAwait(false);
            return greeting.Unfit(options.Parser) is { } reason ? new WorkersBrokenException(reason) : null;
        }
        catch (IOException)
        {
            // It ended before it read a word; the greeting says how.
            return await worker.Greeting.WaitAsync(Patience, CancellationToken.None).ContinueWith(
                greeting => (Exception?)greeting.Exception?.GetBaseException() ?? new TimeoutException("A worker does not listen."), TaskScheduler.Default).ConfigureAwait(false);
        }
        catch (Exception e) when (e is TimeoutException or WorkersBrokenException)
        {
            return e;
        }
    }
}
