using System.Collections;
using PerfEval.Parsing.Ingestion.Journals;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Ingestion.Supervising;

/// <summary>
/// Sets the journal right by the sink, which alone knows what it holds: what only the journal knows is done again, what only the sink knows counts as done.
/// </summary>
internal sealed class SinkComparison(Journal journal, IIngestionSink sink, IngestionParts parts)
{
    private const int GroupFiles = 1_000;

    private readonly List<FileDone> _unknown = [];
    private readonly BitArray _seen = new(journal.Index.Count + GroupFiles);
    private long _takenOver;

    /// <summary>Whether both hold the same number of files of every run in every state: cheap, and different after whatever went wrong.</summary>
    public async Task<bool> AgreesAsync(CancellationToken cancellationToken)
    {
        if (journal.IsNew)
            return false;
        for (var run = 0; run < journal.Index.Runs.Count; run++)
        {
            var counts = journal.Index.CountOf(run);
            if (counts.Count == 0)
                continue;
            // Files taken over from a sink that does not say who wrote them cannot be counted there.
            if (journal.Index.Runs[run].RunId.Length == 0)
                return false;
            parts.Step("sink.count");
            var held = await sink.CountAsync(journal.Index.Runs[run].RunId, cancellationToken).ConfigureAwait(false);
            if (Enum.GetValues<Records.FileState>().Any(state => counts.GetValueOrDefault(state) != held.GetValueOrDefault(state)))
                return false;
        }

        return true;
    }

    /// <summary>Goes through the whole sink.</summary>
    /// <returns>What was put right; <see langword="null"/> for nothing.</returns>
    public async Task<string?> SetRightAsync(CancellationToken cancellationToken)
    {
        parts.Step("sink.read");
        await foreach (var sunk in sink.ReadFilesAsync(cancellationToken).ConfigureAwait(false))
            Compare(sunk);
        TakeOver();
        var missing = journal.Index.Files().Where(file => !IsSeen(file.Slot)).Select(file => new FileForgotten(file.File)).ToList();
        journal.Append([.. missing]);
        journal.Sync();
        return missing.Count == 0 && _takenOver == 0
            ? null
            : $"The journal was set right by the sink: {_takenOver} files were taken over from it, {missing.Count} that it does not hold are done again.";
    }

    private void Compare(SunkFile sunk)
    {
        var file = Key128.Parse(sunk.FileId);
        if (journal.Index.Find(file) is { } known && IsSame(known, sunk))
        {
            See(known.Slot);
            return;
        }

        var content = sunk.Sha256 is null ? default : Key128.Parse(sunk.Sha256);
        var scope = sunk.Sha256 is null ? OutcomeScope.Path : OutcomeScope.ContentOfPath;
        var run = journal.Number(sunk.RunId ?? "", sunk.ParserVersion, sunk.OptionsHash);
        _unknown.Add(new FileDone(file, content, run, new FileOutcome(sunk.State, sunk.Reason is { } reason ? [reason] : [], null, null, scope)));
        if (_unknown.Count == GroupFiles)
            TakeOver();
    }

    private bool IsSame(IndexedFile known, SunkFile sunk)
    {
        var run = journal.Index.Runs[known.Run];
        return known.Outcome.State == sunk.State && known.Outcome.Reason == sunk.Reason
            && (known.Outcome.Scope == OutcomeScope.Path || (sunk.Sha256 is not null && known.Content == Key128.Parse(sunk.Sha256)))
            && run.ParserVersion == sunk.ParserVersion && run.OptionsHash == sunk.OptionsHash && (sunk.RunId is null || sunk.RunId == run.RunId);
    }

    private void TakeOver()
    {
        journal.Append([.. _unknown]);
        foreach (var file in _unknown)
            See(journal.Index.Find(file.File)!.Value.Slot);
        _takenOver += _unknown.Count;
        _unknown.Clear();
    }

    private bool IsSeen(int slot) => slot < _seen.Length && _seen[slot];

    private void See(int slot)
    {
        if (slot >= _seen.Length)
            _seen.Length = Math.Max(slot + 1, _seen.Length * 2);
        _seen[slot] = true;
    }
}
