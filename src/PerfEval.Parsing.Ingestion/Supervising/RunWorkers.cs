using System.Diagnostics;
using PerfEval.Parsing.Ingestion.Journals;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Supervising.Guards;
using PerfEval.Parsing.Ingestion.Workers;

namespace PerfEval.Parsing.Ingestion.Supervising;

/// <summary>Takes documents to workers, as many at a time as there are, and their outcomes to the writer.</summary>
internal sealed class RunWorkers(IDocumentWorkers workers, Journal journal, WorkAhead work, Patience patience, Breaker breaker, StopSignal stop)
{
    private long _starts;

    /// <summary>Serves until no documents are left. As many of these run at the same time as there are workers.</summary>
    /// <exception cref="OperationCanceledException">The run was stopped.</exception>
    /// <exception cref="RunStoppedException">The journal cannot be written.</exception>
    /// <exception cref="WorkersBrokenException">The workers are out of order.</exception>
    public async Task ServeAsync()
    {
        await foreach (var document in work.Documents.ReadAllAsync(stop.Token).ConfigureAwait(false))
        {
            IngestionTelemetry.Queue(-1);
            IngestionTelemetry.Flight(1);
            try
            {
                await FinishAsync(document, await ParseAsync(document).ConfigureAwait(false)).ConfigureAwait(false);
            }
            finally
            {
                IngestionTelemetry.Flight(-1);
                work.Release(document);
                CountStarts();
            }
        }
    }

    /// <summary>The first try is noted here, where the disk may be waited for; later ones are rare and noted on the spot.</summary>
    private async Task<WorkOutcome> ParseAsync(ReadDocument document)
    {
        var earlier = journal.Index.Attempts(document.UnderWay.Key);
        await patience.TryAsync("The journal cannot be written", _ => NoteAsync(new AttemptBegun(document.UnderWay.Key, earlier + 1))).ConfigureAwait(false);
        var started = Stopwatch.GetTimestamp();
        var outcome = await workers.ParseAsync(
            new DocumentWork(document.Sha256, document.UnderWay.Name, document.Content)
            {
                EarlierAttempts = earlier,
                BeforeAttempt = number =>
                {
                    if (number > earlier + 1)
                        Note(document, number);
                },
            },
            stop.Token).ConfigureAwait(false);
        IngestionTelemetry.Parsed(Stopwatch.GetElapsedTime(started));
        // The batch may still be lost and the document done again: that must not look like a document that ends runs.
        await patience.TryAsync("The journal cannot be written", _ => NoteAsync(new AttemptSurvived(document.UnderWay.Key))).ConfigureAwait(false);
        return outcome;
    }

    private Task NoteAsync(JournalRecord record)
    {
        journal.Append(record);
        return Task.CompletedTask;
    }

    private void Note(ReadDocument document, int number)
    {
        try
        {
            journal.Append(new AttemptBegun(document.UnderWay.Key, number));
        }
        catch (IOException e)
        {
            throw new RunStoppedException(IngestionEnd.Stopped, $"The journal cannot be written: {e.Message}", e);
        }
    }

    /// <summary>The path that was parsed first, with its document; then the paths that waited for it.</summary>
    private async Task FinishAsync(ReadDocument document, WorkOutcome parsed)
    {
        // What a worker read of a file that was written to meanwhile is not what was hashed: it says nothing of whoever waited for that content either,
        // but they too are tried again by the next run.
        if (!document.Content.IsUnchanged)
            parsed = parsed with { Document = null, Failure = IngestionReason.ChangedDuringRead, Detail = "The file was written to while it was parsed." };
        var outcome = FinishedFile.OutcomeOf(parsed);
        var first = FinishedFile.OfContent(document.Entry, document.Sha256, outcome, parsed.Attempts) with
        {
            Document = parsed.Document,
            KeepStanding = document.KeepStanding,
            Ends = document.UnderWay,
        };
        await AddAsync(first).ConfigureAwait(false);
        foreach (var entry in document.UnderWay.Finish(outcome))
            await AddAsync(FinishedFile.OfContent(entry, document.Sha256, outcome, [])).ConfigureAwait(false);
    }

    private async Task AddAsync(FinishedFile file)
    {
        await work.AddAsync(file, stop.Token).ConfigureAwait(false);
        if (breaker.Note(file.Record.State, file.Done.Outcome.Reason) is { } reason)
            stop.Stop(IngestionEnd.Stopped, Breaker.Diagnosis(reason));
    }

    private void CountStarts()
    {
        var before = Interlocked.Exchange(ref _starts, workers.Starts);
        if (workers.Starts > before)
            IngestionTelemetry.Started(workers.Starts - before);
    }
}
