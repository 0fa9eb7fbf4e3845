namespace PerfEval.Parsing.Ingestion.Sinks.Segments;

/// <summary>What befell dead letters since the last merge: new ones, repeated ones, those that no longer fail.</summary>
internal sealed class FailureTrack
{
    private readonly Dictionary<UInt128, (DateTimeOffset FirstSeen, bool IsOpen)> _merged = [];
    private readonly Dictionary<UInt128, Change> _changes = [];

    /// <summary>Takes in a dead letter of the finished parts.</summary>
    public void AddMerged(DeadLetter letter) => _merged[ArchiveIndex.Key(letter.FileId)] = (letter.FirstSeen, letter.SupersededAt is null);

    /// <summary>Takes in what became of a file.</summary>
    public void Note(UInt128 file, bool failed, DateTimeOffset at, LinePlace place)
    {
        var known = _changes.TryGetValue(file, out var change);
        if (failed)
            _changes[file] = new Change(known ? change.FirstSeen : _merged.TryGetValue(file, out var before) ? before.FirstSeen : at, at, null, place);
        else if (known && change.SupersededAt is null)
            _changes[file] = change with { SupersededAt = at };
        else if (!known && _merged.TryGetValue(file, out var before) && before.IsOpen)
            _changes[file] = new Change(before.FirstSeen, at, at, null);
    }

    /// <summary>The dead letters as they are now.</summary>
    public async IAsyncEnumerable<DeadLetter> ReadAsync(IAsyncEnumerable<DeadLetter> merged, BatchLog log)
    {
        await foreach (var letter in merged)
            if (!_changes.TryGetValue(ArchiveIndex.Key(letter.FileId), out var change))
                yield return letter;
            else if (change.Place is null)
                yield return letter with { SupersededAt = change.SupersededAt };
        foreach (var change in _changes.Values)
            if (change.Place is { } place)
                yield return log.ReadAt(place).ReadFile().ToDeadLetter() with
                {
                    FirstSeen = change.FirstSeen,
                    LastSeen = change.LastSeen,
                    SupersededAt = change.SupersededAt,
                };
    }

    /// <param name="FirstSeen">When it failed first.</param>
    /// <param name="LastSeen">When it failed last.</param>
    /// <param name="SupersededAt">When it no longer failed.</param>
    /// <param name="Place">The line of its last failure, if that is newer than the merge.</param>
    private readonly record struct Change(DateTimeOffset FirstSeen, DateTimeOffset LastSeen, DateTimeOffset? SupersededAt, LinePlace? Place);
}
