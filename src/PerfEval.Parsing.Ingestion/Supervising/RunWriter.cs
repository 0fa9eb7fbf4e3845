using PerfEval.Parsing.Ingestion.Journals;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;
using PerfEval.Parsing.Ingestion.Supervising.Guards;

namespace PerfEval.Parsing.Ingestion.Supervising;

/// <summary>Gathers outcomes into batches and takes each to the sink, then to the journal, then to the account: in this order, or not at all.</summary>
internal sealed class RunWriter(
    IngestionOptions options, IIngestionSink sink, Journal journal, WorkAhead work, RunAccount account, Patience patience, IngestionParts parts)
{
    /// <summary>Writes until no outcomes are left.</summary>
    /// <exception cref="RunStoppedException">The sink or the disk refused for good.</exception>
    public async Task WriteAsync()
    {
        var batch = new List<FinishedFile>();
        while (await work.Finished.WaitToReadAsync().ConfigureAwait(false))
        {
            await GatherAsync(batch).ConfigureAwait(false);
            await WriteAsync(batch).ConfigureAwait(false);
            batch.Clear();
        }
    }

    /// <summary>Until the batch is full, its time is over, or nothing will come any more.</summary>
    private async Task GatherAsync(List<FinishedFile> batch)
    {
        var time = Task.Delay(options.BatchTime);
        var weight = 0L;
        while (true)
        {
            while (batch.Count < options.BatchFiles && weight < options.BatchBytes && work.Finished.TryRead(out var file))
            {
                batch.Add(file);
                weight += file.Weight;
            }

            if (batch.Count >= options.BatchFiles || weight >= options.BatchBytes)
                return;
            var more = work.Finished.WaitToReadAsync().AsTask();
            if (await Task.WhenAny(more, time).ConfigureAwait(false) == time || !await more.ConfigureAwait(false))
                return;
        }
    }

    private async Task WriteAsync(List<FinishedFile> files)
    {
        using var activity = IngestionTelemetry.Activities.StartActivity(IngestionTelemetry.BatchActivity);
        activity?.SetTag("files", files.Count);
        var batch = Batch(files);
        await patience.TryAsync("The sink cannot be written", cancel => SinkAsync(batch, cancel)).ConfigureAwait(false);
        await patience.TryAsync("The journal cannot be written", _ => NoteAsync(files)).ConfigureAwait(false);
        account.Acknowledged(batch, files.Sum(file => Math.Max(0L, file.Record.Attempts.Count - 1)));
        foreach (var file in files)
            work.Leave(file);
    }

    /// <summary>A document goes once, and not at all where the one that stands in the sink under an earlier path's name stays.</summary>
    private IngestionBatch Batch(List<FinishedFile> files)
    {
        var documents = new Dictionary<string, ParsedDocument>();
        foreach (var file in files)
            if (file.Document is { } document && !(file.KeepStanding && Stands(file.Done.Content)))
                documents.TryAdd(document.DocumentId, document);
        return new IngestionBatch([.. files.Select(file => file.Record)], [.. documents.Values]);
    }

    /// <summary>Asked here, in the order of writing: whoever takes the document with it comes later, or has said so already.</summary>
    private bool Stands(Key128 content) => journal.Index.FindContent(content) is { Outcome.HasDocument: true };

    private async Task SinkAsync(IngestionBatch batch, CancellationToken cancel)
    {
        if (parts.FreeBytes(options.JournalPath) is var free && free < options.MinFreeBytes)
            throw new IOException($"Only {free} bytes are free where the journal lies, less than the {options.MinFreeBytes} that the run leaves free.");
        parts.Step("sink.write");
        await sink.WriteAsync(batch, cancel).ConfigureAwait(false);
        parts.Step("sink.written");
    }

    private Task NoteAsync(List<FinishedFile> files)
    {
        journal.Append([.. files.Select(file => file.Done with { Run = journal.Run })]);
        journal.Sync();
        return Task.CompletedTask;
    }
}
