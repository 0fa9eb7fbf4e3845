using System.Diagnostics;
using System.Runtime.CompilerServices;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers.Frames;
using PerfEval.Parsing.Ingestion.Workers.Processes;

namespace PerfEval.Parsing.Ingestion.Workers;

/// <summary>
/// Takes archives apart in a worker process, one at a time, so that the supervisor never looks into them. If the worker ends midway, another goes on
/// after the members that came; if that ends too, the archive ends with the reason.
/// </summary>
internal sealed class WorkerArchiveExpander : IArchiveExpander, IAsyncDisposable
{
    private const int MostTries = 2;

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly IngestionOptions _options;
    private readonly string _temporaryDirectory;
    private readonly WorkerLauncher _launcher;
    private WorkerProcess? _idle;

    /// <param name="options">How to ingest.</param>
    /// <param name="temporaryDirectory">Where long members lie until they are read, in files without names.</param>
    public WorkerArchiveExpander(IngestionOptions options, string temporaryDirectory)
    {
        _options = options;
        _temporaryDirectory = temporaryDirectory;
        _launcher = new WorkerLauncher(options, options.MaxArchiveBytes, opensFiles: true);
    }

    /// <summary>Processes started so far.</summary>
    public long Starts => _launcher.Starts;

    /// <exception cref="WorkersBrokenException">No worker can be started.</exception>
    public async IAsyncEnumerable<ArchiveMember> ExpandAsync(
        DocumentContent archive, ArchiveLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long delivered = 0;
        for (var number = 1; ; number++)
        {
            var worker = Interlocked.Exchange(ref _idle, null) is { Ended.IsCompleted: false } idle
                ? idle
                : await _launcher.StartAsync(_options.Limits, cancellationToken).ConfigureAwait(false);
            await using var one = new Expansion(this, worker);
            one.Begin(archive, limits, delivered, cancellationToken);
            await foreach (var member in one.Members.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                // The last member comes a moment before the worker is known to be free; given up in between, it would be ended for nothing.
                if (member.End)
                    await one.Ended.ConfigureAwait(false);
                yield return member;
                if (member.End)
                    yield break;
                delivered++;
            }

            cancellationToken.ThrowIfCancellationRequested();
            if (await one.Ended.ConfigureAwait(false) is { } end && number == MostTries)
            {
                yield return new ArchiveMember { RawName = default, Name = "", End = true, Reason = end.Reason, Detail = end.Detail };
                yield break;
            }
        }
    }

    public async ValueTask DisposeAsync() => await _launcher.DisposeAsync().ConfigureAwait(false);

    /// <summary>One try of one archive.</summary>
    private sealed class Expansion : IAsyncDisposable
    {
        private readonly WorkerArchiveExpander _owner;
        private readonly WorkerProcess _worker;
        private readonly ArchiveExchange _exchange;
        private readonly CancellationTokenSource _over = new();
        private Task _sending = Task.CompletedTask;
        private Task _watching = Task.CompletedTask;
        private CancellationTokenRegistration _giveUp;

        public Expansion(WorkerArchiveExpander owner, WorkerProcess worker)
        {
            _owner = owner;
            _worker = worker;
            _exchange = new ArchiveExchange(worker, owner._temporaryDirectory);
        }

        public System.Threading.Channels.ChannelReader<ArchiveMember> Members => _exchange.Members;

        public Task<WorkerEnd?> Ended => _exchange.Ended;

        public void Begin(DocumentContent archive, ArchiveLimits limits, long skip, CancellationToken cancel)
        {
            _giveUp = cancel.Register(() => _worker.Kill(IngestionReason.WorkerSignal, "The run was stopped."));
            _worker.Begin(_exchange);
            _sending = Task.Run(() => Send(archive, limits, skip), CancellationToken.None);
            _watching = WatchAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await _giveUp.DisposeAsync().ConfigureAwait(false);
            var whole = _exchange.Ended is { IsCompleted: true, Result: null };
            if (!whole)
                _worker.Kill(IngestionReason.WorkerSignal, "The archive was given up.");
            _exchange.Dispose();
            await _over.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(_sending, _watching).ConfigureAwait(false);
            _over.Dispose();
            if (whole)
                _worker.Finished++;
            if (whole && !_worker.Ended.IsCompleted && _worker.Finished < _owner._options.RecycleAfter)
                _owner._idle = _worker;
            else
                await _owner._launcher.DisposeOfAsync(_worker).ConfigureAwait(false);
        }

        private void Send(DocumentContent archive, ArchiveLimits limits, long skip)
        {
            try
            {
                var path = archive.SharedPath;
                _worker.Frames.Write(FrameType.Expand, new ExpandRequest(path, path is null ? archive.Length : 0, skip, limits).Write);
                if (path is not null)
                    return;
                using var bytes = archive.Open();
                _worker.Frames.WriteChunks(bytes);
            }
            // The worker ended, which its exchange tells; or the bytes cannot be read, and the worker would wait for the rest for ever.
            catch (IOException e)
            {
                _worker.KillUnlessEnded(IngestionReason.ReadError, $"The archive could not be handed to the worker: {e.Message}");
            }
        }

        /// <summary>An archive may take as long as it goes on; what is waited for by the reader does not count.</summary>
        private async Task WatchAsync()
        {
            var limits = _worker.Limits;
            var clock = Stopwatch.StartNew();
            long seen = -1;
            while (!_over.IsCancellationRequested && !_exchange.Ended.IsCompleted)
            {
                await Task.WhenAny(_exchange.Ended, Task.Delay(Look, _over.Token)).ConfigureAwait(false);
                if (_worker.Steps + _exchange.Parts is var steps && (steps != seen || _exchange.IsHeldUp))
                {
                    seen = steps;
                    clock.Restart();
                }

                if (_worker.Look() > limits.MaxMemory + limits.MaxMemory / 2)
                    _worker.Kill(IngestionReason.MemoryLimit, WorkerMessages.Memory(limits.MaxMemory));
                else if (clock.Elapsed >= limits.StallTimeout)
                    _worker.Kill(IngestionReason.Stalled, WorkerMessages.Stalled(limits.StallTimeout));
            }
        }
    }
}
