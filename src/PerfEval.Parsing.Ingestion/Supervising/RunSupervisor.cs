using PerfEval.Parsing.Ingestion.Journals;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;
using PerfEval.Parsing.Ingestion.Supervising.Guards;
using PerfEval.Parsing.Ingestion.Workers;

namespace PerfEval.Parsing.Ingestion.Supervising;

/// <summary>One run from beginning to end. It never looks into a document: that is for workers.</summary>
internal sealed class RunSupervisor : IDisposable
{
    private readonly IngestionOptions _options;
    private readonly IngestionParts _parts;
    private readonly IIngestionSink _sink;
    private readonly IngestionRun _run;
    private readonly RunAccount _account;
    private readonly StopSignal _stop;
    private readonly Patience _patience;
    private IDocumentWorkers? _workers;
    private IReadOnlyDictionary<FileState, long>? _inSink;

    public RunSupervisor(IngestionOptions options, IngestionParts parts, IIngestionSink sink, CancellationToken cancellationToken)
    {
        (_options, _parts, _sink) = (options, parts, sink);
        _run = RunIdentity.New(options);
        _account = new RunAccount(_run);
        _stop = new StopSignal(cancellationToken);
        _patience = new Patience(options.SinkAttempts, options.SinkPause, _stop, _account.Refused);
    }

    public void Dispose() => _stop.Dispose();

    /// <summary>Runs.</summary>
    /// <exception cref="IngestionLockedException">Another run has the journal.</exception>
    public async Task<IngestionSummary> RunAsync(IProgress<IngestionSummary>? progress, CancellationToken drain)
    {
        using var activity = IngestionTelemetry.Activities.StartActivity(IngestionTelemetry.RunActivity);
        using var ended = new CancellationTokenSource();
        var ticking = GuardAsync(() => new ProgressTicker(progress, Summary).RunAsync(ended.Token));
        try
        {
            await GuardAsync(() => RunOverJournalAsync(drain)).ConfigureAwait(false);
        }
        finally
        {
            await ended.CancelAsync().ConfigureAwait(false);
            await ticking.ConfigureAwait(false);
        }

        var summary = Summary();
        progress?.Report(summary);
        return summary;
    }

    private async Task RunOverJournalAsync(CancellationToken drain)
    {
        using var journal = new Journal(_options.JournalPath, _run, _parts.Step);
        foreach (var note in journal.Notes)
            _account.Note(note);
        await GuardAsync(() => OpenSinkAsync(journal)).ConfigureAwait(false);
        if (!_stop.Token.IsCancellationRequested)
            await GuardAsync(() => IngestAsync(journal, drain)).ConfigureAwait(false);
        if (_stop.SinkWorks)
            await GuardAsync(CloseSinkAsync).ConfigureAwait(false);
        await _patience.TryAsync("The journal cannot be written", _ => EndAsync(journal)).ConfigureAwait(false);
    }

    private async Task OpenSinkAsync(Journal journal)
    {
        await _patience.TryAsync("The sink cannot be opened", OpenAsync).ConfigureAwait(false);
        await _patience.TryAsync("The sink cannot be read", cancel => CompareAsync(journal, cancel)).ConfigureAwait(false);
    }

    private async Task OpenAsync(CancellationToken cancel)
    {
        _parts.Step("sink.open");
        await _sink.OpenAsync(_run, cancel).ConfigureAwait(false);
    }

    private async Task CompareAsync(Journal journal, CancellationToken cancel)
    {
        var comparison = new SinkComparison(journal, _sink, _parts);
        if (!await comparison.AgreesAsync(cancel).ConfigureAwait(false) && await comparison.SetRightAsync(cancel).ConfigureAwait(false) is { } note)
            _account.Note(note);
    }

    /// <summary>Reader, workers and writer at the same time; each ends by itself once the one before it has.</summary>
    private async Task IngestAsync(Journal journal, CancellationToken drain)
    {
        await using var workers = _workers = _parts.Workers();
        var work = new WorkAhead(_options);
        var breaker = new Breaker(_options.BreakerShare, _options.BreakerWindow);
        var reader = new RunReader(_options, _run, journal, work, _account, breaker, _stop);
        var server = new RunWorkers(workers, journal, work, _patience, breaker, _stop);
        var writer = new RunWriter(_options, _sink, journal, work, _account, _patience, _parts);
        var reading = GuardAsync(() => Task.Run(() => ReadAsync(reader, work, drain)));
        var serving = Task.WhenAll(Enumerable.Range(0, workers.Count).Select(_ => GuardAsync(() => Task.Run(server.ServeAsync))));
        var writing = GuardAsync(() => Task.Run(writer.WriteAsync));
        await Task.WhenAll(reading, serving).ConfigureAwait(false);
        foreach (var note in _parts.Notes())
            _account.Note(note);
        work.NoMoreFinished();
        await writing.ConfigureAwait(false);
        while (work.Documents.TryRead(out var left))
            work.Release(left);
    }

    private async Task ReadAsync(RunReader reader, WorkAhead work, CancellationToken drain)
    {
        try
        {
            if (!await reader.ReadAsync(_parts.Inventory(_stop.Token), drain).ConfigureAwait(false))
                _stop.Drained();
        }
        finally
        {
            work.NoMoreDocuments();
        }
    }

    /// <summary>The account at the end: what was enumerated has an outcome, and the sink itself counts as many records as were written.</summary>
    private async Task CloseSinkAsync()
    {
        await _patience.TryAsync("The sink cannot be read", CountAsync).ConfigureAwait(false);
        var summary = Summary();
        if (summary.End == IngestionEnd.Finished && !summary.Balances)
            _stop.Stop(IngestionEnd.Failed, "The account does not add up: not every file that was enumerated has an outcome.");
        if (!summary.SinkAgrees)
            _stop.Stop(IngestionEnd.Failed, "The sink does not hold as many files of this run as were written to it.");
        await _patience.TryAsync("The sink cannot be completed", CompleteAsync).ConfigureAwait(false);
    }

    private async Task CountAsync(CancellationToken cancel)
    {
        _parts.Step("sink.count");
        _inSink = await _sink.CountAsync(_run.RunId, cancel).ConfigureAwait(false);
    }

    private async Task CompleteAsync(CancellationToken cancel)
    {
        _parts.Step("sink.complete");
        await _sink.CompleteAsync(Summary(), cancel).ConfigureAwait(false);
        _parts.Step("sink.completed");
    }

    private static Task EndAsync(Journal journal)
    {
        journal.Append(new RunEnded());
        journal.Sync();
        return Task.CompletedTask;
    }

    private IngestionSummary Summary() =>
        _account.Summary((_workers?.Starts ?? 0) + _parts.OtherStarts()) with { End = _stop.End, EndDetail = _stop.Detail, InSink = _inSink };

    /// <summary>Does a part of the run. Whatever ends it early ends the run, and the summary says why; only a wrong call is the caller's.</summary>
    private async Task GuardAsync(Func<Task> part)
    {
        try
        {
            await part().ConfigureAwait(false);
        }
        catch (RunStoppedException e)
        {
            _stop.Stop(e.End, e.Message, sinkWorks: false);
        }
        catch (WorkersBrokenException e)
        {
            _stop.Stop(IngestionEnd.Failed, e.Message, sinkWorks: false);
        }
        catch (OperationCanceledException) when (_stop.Token.IsCancellationRequested)
        {
            // Why it was stopped is noted where it was stopped.
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _stop.Stop(IngestionEnd.Stopped, $"The disk of the journal: {e.Message}", sinkWorks: false);
        }
        catch (Exception e) when (e is not IngestionLockedException)
        {
            _stop.Stop(IngestionEnd.Failed, $"A defect of the program or of the sink: {e.GetType().Name}: {e.Message}", sinkWorks: false);
        }
    }
}
