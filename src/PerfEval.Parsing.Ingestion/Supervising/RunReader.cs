using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Journals;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Supervising.Guards;

namespace PerfEval.Parsing.Ingestion.Supervising;

/// <summary>
/// Goes over the inventory in its order, alone: counts, reads, hashes, and decides what is to be done with each path. What it decides first comes first to
/// the writer, unless a worker is asked.
/// </summary>
internal sealed class RunReader(IngestionOptions options, IngestionRun run, Journal journal, WorkAhead work, RunAccount account, Breaker breaker, StopSignal stop)
{
    private readonly JournalIndex _index = journal.Index;

    /// <summary>Reads until the end, or until it is asked to let the run drain.</summary>
    /// <returns>Whether it came to the end.</returns>
    public async Task<bool> ReadAsync(IAsyncEnumerable<InventoryEntry> inventory, CancellationToken drain)
    {
        await foreach (var entry in inventory.WithCancellation(stop.Token).ConfigureAwait(false))
        {
            stop.Token.ThrowIfCancellationRequested();
            if (drain.IsCancellationRequested)
                return false;
            account.Enumerated(entry.Length);
            await DecideAsync(entry).ConfigureAwait(false);
        }

        return true;
    }

    private async Task DecideAsync(InventoryEntry entry)
    {
        // Overlapping roots may name a path twice; the first time counts.
        var file = Key128.Parse(entry.FileId);
        if (!work.Enter(file))
            Count(entry, IngestionReason.AlreadyDone);
        else if (_index.Find(file)?.Run == journal.Run)
            Skip(entry, IngestionReason.AlreadyDone);
        else
            await DecideFirstAsync(entry).ConfigureAwait(false);
    }

    private async Task DecideFirstAsync(InventoryEntry entry)
    {
        if (entry.Reason is not null || entry.IsArchive)
        {
            await RecordAsync(entry, entry.Reason, entry.Detail, null).ConfigureAwait(false);
            return;
        }

        var reading = entry.Read(options.Parser.Limits.MaxFileBytes, stop.Token);
        if (reading.Content is not { } content)
            await RecordAsync(entry, reading.Reason ?? IngestionReason.ReadError, reading.Detail, reading.Sha256).ConfigureAwait(false);
        else if (content.Length != entry.Length)
            await RefuseChangedAsync(entry, content).ConfigureAwait(false);
        else if (IsDone(entry, Key128.Parse(reading.Sha256!)))
            Skip(entry, IngestionReason.AlreadyDone, content);
        else
            await ShareAsync(entry, reading.Sha256!, content).ConfigureAwait(false);
    }

    /// <summary>The account is in the bytes that were enumerated; a file that grew since is not the one that was counted.</summary>
    private Task RefuseChangedAsync(InventoryEntry entry, DocumentContent content)
    {
        var detail = $"The file had {entry.Length} bytes when it was found and {content.Length} when it was read.";
        content.Dispose();
        return RecordAsync(entry, IngestionReason.ChangedDuringRead, detail, null);
    }

    /// <summary>A path that needs no content. One that stands in the sink just so is not written again; what lies outside the file is said again each time.</summary>
    private async Task RecordAsync(InventoryEntry entry, IngestionReason? reason, string? detail, string? sha256)
    {
        var file = FinishedFile.OfPath(entry, reason, detail, sha256);
        if (_index.Find(file.Done.File) is { } known && known.Content == file.Done.Content && known.Outcome == file.Done.Outcome
            && IsCurrent(known) && !IsWanted(known))
            Skip(entry, file.Record.State == FileState.Skipped ? reason!.Value : IngestionReason.AlreadyDone);
        else
            await FinishAsync(file).ConfigureAwait(false);
    }

    /// <summary>Another path may have had the same content, or have it at a worker just now.</summary>
    private async Task ShareAsync(InventoryEntry entry, string sha256, DocumentContent content)
    {
        var key = Key128.Parse(sha256);
        _index.Leave(Key128.Parse(entry.FileId));
        if (work.Contents.TryGetValue(key, out var underWay))
        {
            await JoinAsync(entry, sha256, content, underWay).ConfigureAwait(false);
            return;
        }

        var known = _index.FindContent(key) is { } found && IsCurrent(found) && !IsWanted(found) ? found : (IndexedFile?)null;
        if (options.Deduplicate && known is { Outcome.Scope: OutcomeScope.Content } shared)
        {
            content.Dispose();
            await FinishAsync(FinishedFile.OfContent(entry, sha256, shared.Outcome, [])).ConfigureAwait(false);
            return;
        }

        underWay = new ContentUnderWay(key, entry.Path);
        work.Contents[key] = underWay;
        await work.AddAsync(new ReadDocument(entry, sha256, content, underWay, known is { Outcome.HasDocument: true }), stop.Token).ConfigureAwait(false);
    }

    private async Task JoinAsync(InventoryEntry entry, string sha256, DocumentContent content, ContentUnderWay underWay)
    {
        if (!options.Deduplicate)
        {
            await work.AddAsync(new ReadDocument(entry, sha256, content, underWay, KeepStanding: false), stop.Token).ConfigureAwait(false);
            return;
        }

        content.Dispose();
        if (underWay.Join(entry) is { } outcome)
            await FinishAsync(FinishedFile.OfContent(entry, sha256, outcome, [])).ConfigureAwait(false);
    }

    private bool IsDone(InventoryEntry entry, Key128 content) =>
        _index.Find(Key128.Parse(entry.FileId)) is { } known && known.Content == content && known.Outcome.Scope != OutcomeScope.Path
        && IsCurrent(known) && !IsWanted(known) && (entry.Damage is not { } damage || known.Outcome.Reasons.Contains(damage));

    /// <summary>Whether the same version with the same options would read it.</summary>
    private bool IsCurrent(IndexedFile known) =>
        _index.Runs[known.Run] is var earlier && earlier.ParserVersion == run.ParserVersion && earlier.OptionsHash == run.OptionsHash;

    /// <summary>Whether its outcome is to be tried for again, on request or because the cause lay outside the file; what this run itself found is not.</summary>
    private bool IsWanted(IndexedFile known) => known.Run != journal.Run && known.Outcome.Reasons.Any(r => options.Retry.Contains(r) || ReasonRules.IsTransient(r));

    private void Skip(InventoryEntry entry, IngestionReason reason, DocumentContent? content = null)
    {
        content?.Dispose();
        work.Leave(Key128.Parse(entry.FileId));
        Count(entry, reason);
    }

    private void Count(InventoryEntry entry, IngestionReason reason)
    {
        account.Skipped(reason, entry.Length);
        breaker.Note(FileState.Skipped, reason);
    }

    private Task FinishAsync(FinishedFile file)
    {
        _index.Leave(file.Done.File);
        if (breaker.Note(file.Record.State, file.Done.Outcome.Reason) is { } reason)
            stop.Stop(IngestionEnd.Stopped, Breaker.Diagnosis(reason));
        return work.AddAsync(file, stop.Token);
    }
}
