using System.Collections.Concurrent;
using System.Globalization;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers.Processes;

namespace PerfEval.Parsing.Ingestion.Workers;

/// <summary>
/// Parses in persistent processes, one document in flight in each, so that whatever ends a process is charged to the right document. What failed
/// by what it costs is tried once more, alone in a fresh process that is not used afterwards.
/// </summary>
internal sealed class ProcessWorkers : IDocumentWorkers
{
    /// <summary>So many runs may end while a document is in flight; then it is taken for the cause. Fewer could be chance.</summary>
    public const int MostInterruptions = 5;

    // Any document; the answer's being there is what counts.
    private static readonly HeldContent Canary = new("项目支出绩效评价报告"u8.ToArray());

    private readonly IngestionOptions _options;
    private readonly WorkerLauncher _launcher;
    private readonly SemaphoreSlim _lanes;
    private readonly SemaphoreSlim _largeLane = new(1);
    private readonly SemaphoreSlim _canaryLane = new(1);
    private readonly ConcurrentStack<Task<WorkerProcess>> _idle = new();
    private readonly Lock _beginning = new();
    private bool _begun;

    public ProcessWorkers(IngestionOptions options)
    {
        _options = options;
        _launcher = new WorkerLauncher(options, options.MaxOutputBytes);
        _lanes = new SemaphoreSlim(options.Workers);
        Count = options.Workers;
    }

    public int Count { get; }

    public long Starts => _launcher.Starts;

    /// <summary>The processes that live.</summary>
    public IReadOnlyList<int> ProcessIds => _launcher.ProcessIds;

    public async Task<WorkOutcome> ParseAsync(DocumentWork work, CancellationToken cancellationToken)
    {
        await _lanes.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            StartAllOnce();
            return await ParseHereAsync(work, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _lanes.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _launcher.DisposeAsync().ConfigureAwait(false);
        // Starts under way were ended with the launcher; their failing is of no interest any more.
        await Task.WhenAll(_idle.Select(start => start.ContinueWith(_ => _.Exception, TaskScheduler.Default))).ConfigureAwait(false);
        _lanes.Dispose();
        _largeLane.Dispose();
        _canaryLane.Dispose();
    }

    private async Task<WorkOutcome> ParseHereAsync(DocumentWork work, CancellationToken cancel)
    {
        if (work.EarlierAttempts >= MostInterruptions)
            return Poisonous(work);
        var number = work.EarlierAttempts + 1;
        var first = work.EarlierAttempts == 0
            ? await TryAsync(work, number, cancel).ConfigureAwait(false)
            : await TryAloneAsync(work, number, large: false, cancel).ConfigureAwait(false);
        var rule = Doubt(first.Reply) is { } reason && _options.RetryFailures ? ReasonRules.Retry(reason) : RetryRule.Never;
        if (rule is not (RetryRule.FreshWorker or RetryRule.LargeWorker))
            return Outcome(first.Reply, [first.Attempt]);
        var second = await TryAloneAsync(work, number + 1, rule == RetryRule.LargeWorker, cancel).ConfigureAwait(false);
        // A document that was read in part is not given up for a try that failed.
        var better = second.Reply.Answer?.Document is null && first.Reply.Answer?.Document is not null ? first : second;
        return Outcome(better.Reply, [first.Attempt, second.Attempt]);
    }

    private async Task<(DocumentReply Reply, IngestionAttempt Attempt)> TryAsync(DocumentWork work, int number, CancellationToken cancel)
    {
        var worker = await TakeAsync(cancel).ConfigureAwait(false);
        try
        {
            work.BeforeAttempt?.Invoke(number);
            var result = await DocumentTry.RunAsync(worker, work, number, large: false, _options.MaxOutputBytes, cancel).ConfigureAwait(false);
            if (result.Reply.Answer is not null)
                Finished(worker);
            if (result.Reply.Retire || worker.Finished >= _options.RecycleAfter)
                return result;
            _idle.Push(Task.FromResult(worker));
            worker = null;
            return result;
        }
        finally
        {
            if (worker is not null)
                await ReplaceAsync(worker, cancel).ConfigureAwait(false);
        }
    }

    private async Task<(DocumentReply Reply, IngestionAttempt Attempt)> TryAloneAsync(DocumentWork work, int number, bool large, CancellationToken cancel)
    {
        // Several large processes at a time could exhaust the machine.
        if (large)
            await _largeLane.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            await CheckAsync(cancel).ConfigureAwait(false);
            var worker = await _launcher.StartAsync(large ? _options.LargeLimits : _options.Limits, cancel).ConfigureAwait(false);
            await using var ending = new Ending(_launcher, worker).ConfigureAwait(false);
            work.BeforeAttempt?.Invoke(number);
            var result = await DocumentTry.RunAsync(worker, work, number, large, _options.MaxOutputBytes, cancel).ConfigureAwait(false);
            if (result.Reply.Answer is not null)
                Finished(worker);
            return result;
        }
        finally
        {
            if (large)
                _largeLane.Release();
        }
    }

    /// <summary>A worker that lives: an idle one, or a new one.</summary>
    private async Task<WorkerProcess> TakeAsync(CancellationToken cancel)
    {
        await CheckAsync(cancel).ConfigureAwait(false);
        while (_idle.TryPop(out var starting))
        {
            var worker = await starting.WaitAsync(cancel).ConfigureAwait(false);
            if (!worker.Ended.IsCompleted)
                return worker;
            await _launcher.DisposeOfAsync(worker).ConfigureAwait(false);
        }

        return await _launcher.StartAsync(_options.Limits, cancel).ConfigureAwait(false);
    }

    private async Task ReplaceAsync(WorkerProcess worker, CancellationToken cancel)
    {
        await _launcher.DisposeOfAsync(worker).ConfigureAwait(false);
        if (!cancel.IsCancellationRequested && !_launcher.Guard.IsAlarmed)
            _idle.Push(_launcher.StartAsync(_options.Limits, CancellationToken.None));
    }

    private void StartAllOnce()
    {
        // A second lane waits until all are pushed: it would find none and start one more.
        lock (_beginning)
        {
            if (_begun)
                return;
            _begun = true;
            for (var i = 0; i < Count; i++)
                _idle.Push(_launcher.StartAsync(_options.Limits, CancellationToken.None));
        }
    }

    private void Finished(WorkerProcess worker)
    {
        worker.Finished++;
        _launcher.Guard.Finished();
    }

    /// <summary>Where too many workers ended without having finished anything: it may be the documents. A harmless one tells.</summary>
    /// <exception cref="WorkersBrokenException">Not even that can be parsed.</exception>
    private async Task CheckAsync(CancellationToken cancel)
    {
        if (!_launcher.Guard.IsAlarmed)
            return;
        await _canaryLane.WaitAsync(cancel).ConfigureAwait(false);
        try
        {
            if (!_launcher.Guard.IsAlarmed)
                return;
            var worker = await _launcher.StartAsync(_options.Limits, cancel).ConfigureAwait(false);
            await using var ending = new Ending(_launcher, worker).ConfigureAwait(false);
            var (reply, _) = await DocumentTry.RunAsync(worker, new DocumentWork("", "canary.txt", Canary), 1, false, _options.MaxOutputBytes, cancel).ConfigureAwait(false);
            if (reply.Answer is null)
                throw _launcher.Guard.Broken(new InvalidOperationException(reply.End!.Detail));
            Finished(worker);
        }
        finally
        {
            _canaryLane.Release();
        }
    }

    /// <summary>Why the outcome is not to be trusted: the failure, or that memory ran out on the way to what was read.</summary>
    private static IngestionReason? Doubt(DocumentReply reply) =>
        reply.End?.Reason ?? reply.Answer!.Failure ?? (reply.Answer.Document!.Reasons.Contains(IngestionReason.MemoryLimit) ? IngestionReason.MemoryLimit : null);

    private static WorkOutcome Outcome(DocumentReply reply, IReadOnlyList<IngestionAttempt> attempts) => reply.Answer is { } answer
        ? new WorkOutcome(answer.Document, answer.Failure, answer.Detail, answer.Format, attempts)
        : new WorkOutcome(null, reply.End!.Reason, reply.End.Detail, null, attempts);

    private static WorkOutcome Poisonous(DocumentWork work) => new(
        null,
        IngestionReason.InternalError,
        string.Create(CultureInfo.InvariantCulture, $"{work.EarlierAttempts} runs ended while this document was in flight; it is not tried again by itself."),
        null,
        []);

    /// <summary>Ends a worker that serves one document only.</summary>
    private sealed class Ending(WorkerLauncher launcher, WorkerProcess worker) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() => await launcher.DisposeOfAsync(worker).ConfigureAwait(false);
    }
}
