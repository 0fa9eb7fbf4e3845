using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Journals;

/// <summary>A file as the journal knows it, and its place in memory, which it keeps.</summary>
internal readonly record struct IndexedFile(int Slot, Key128 File, Key128 Content, int Run, FileOutcome Outcome);

/// <summary>
/// What the journal says, in memory: about fifty bytes a file, so that ten million fit. Used by the reader and the writer of a run at the same time.
/// </summary>
internal sealed class JournalIndex
{
    private const int ChunkSize = 1 << 14;
    private const int Dead = -1;

    private readonly Lock _lock = new();
    private readonly List<Entry[]> _chunks = [];
    private readonly SlotTable _byFile;
    private readonly SlotTable _byContent;
    private readonly List<FileOutcome> _outcomes = [];
    private readonly Dictionary<FileOutcome, int> _outcomeNumbers = [];
    private readonly List<RunStarted> _runs = [];
    private readonly List<long[]> _counts = [];
    private readonly Dictionary<Key128, int> _attempts = [];
    private int _slots;

    public JournalIndex()
    {
        _byFile = new SlotTable(i => At(i).File);
        _byContent = new SlotTable(i => At(i).Content);
    }

    /// <summary>Files that the sink holds.</summary>
    public int Count { get; private set; }

    public IReadOnlyList<RunStarted> Runs => _runs;

    /// <summary>Takes a record in.</summary>
    /// <exception cref="InvalidDataException">It names a run that did not begin.</exception>
    public void Apply(JournalRecord record)
    {
        lock (_lock)
            switch (record)
            {
                case RunStarted run:
                    _runs.Add(run);
                    _counts.Add(new long[Enum.GetValues<FileState>().Length]);
                    break;
                case RunEnded:
                    _attempts.Clear();
                    break;
                case AttemptBegun attempt:
                    _attempts[attempt.Content] = attempt.Number;
                    break;
                case AttemptSurvived survived:
                    _attempts.Remove(survived.Content);
                    break;
                case FileDone done:
                    Set(done);
                    break;
                case FileForgotten forgotten:
                    Remove(_byFile.Find(forgotten.File));
                    break;
            }
    }

    /// <summary>A file; <see langword="null"/> for one that is not known.</summary>
    public IndexedFile? Find(Key128 file)
    {
        lock (_lock)
            return _byFile.Find(file) is >= 0 and var slot && At(slot).Run != Dead ? Seen(slot) : null;
    }

    /// <summary>Some file with a content.</summary>
    public IndexedFile? FindContent(Key128 content)
    {
        lock (_lock)
            return _byContent.Find(content) is >= 0 and var slot && At(slot).Run != Dead && OutcomeOf(slot).Scope != OutcomeScope.Path ? Seen(slot) : null;
    }

    /// <summary>Tries of a content that were begun and never ended.</summary>
    public int Attempts(Key128 content)
    {
        lock (_lock)
            return _attempts.GetValueOrDefault(content);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<AttemptBegun> OpenAttempts()
    {
        lock (_lock)
            return [.. _attempts.Select(attempt => new AttemptBegun(attempt.Key, attempt.Value))];
    }

    /// <summary>From now on a file's content is not vouched for by this file: it is about to be recorded anew.</summary>
    public void Leave(Key128 file)
    {
        lock (_lock)
            if (_byFile.Find(file) is >= 0 and var slot && At(slot).Run != Dead && OutcomeOf(slot).Scope is not OutcomeScope.Path)
                At(slot).Outcome = Number(OutcomeOf(slot) with { Scope = OutcomeScope.Leaving });
    }

    /// <summary>How many files a run wrote last, by state.</summary>
    public IReadOnlyDictionary<FileState, long> CountOf(int run)
    {
        lock (_lock)
            return Enum.GetValues<FileState>().Where(state => _counts[run][(int)state] > 0).ToDictionary(state => state, state => _counts[run][(int)state]);
    }

    /// <summary>All files, for writing the journal anew and for comparing it with the sink; nothing may change it meanwhile.</summary>
    public IEnumerable<IndexedFile> Files()
    {
        for (var slot = 0; slot < _slots; slot++)
            if (At(slot).Run != Dead)
                yield return Seen(slot);
    }

    private void Set(FileDone done)
    {
        if (done.Run < 0 || done.Run >= _runs.Count)
            throw new InvalidDataException("A file of a run that did not begin.");
        var slot = _byFile.Find(done.File);
        Remove(slot);
        if (slot < 0)
            slot = NewSlot();
        At(slot) = new Entry { File = done.File, Content = done.Content, Run = done.Run, Outcome = Number(done.Outcome) };
        _byFile.Put(done.File, slot);
        if (done.Outcome.Scope != OutcomeScope.Path)
            _byContent.Put(done.Content, slot);
        _attempts.Remove(done.Content);
        _counts[done.Run][(int)done.Outcome.State]++;
        Count++;
    }

    private void Remove(int slot)
    {
        if (slot < 0 || At(slot).Run == Dead)
            return;
        _counts[At(slot).Run][(int)OutcomeOf(slot).State]--;
        At(slot).Run = Dead;
        Count--;
    }

    private int NewSlot()
    {
        if (_slots % ChunkSize == 0)
            _chunks.Add(new Entry[ChunkSize]);
        return _slots++;
    }

    private ref Entry At(int slot) => ref _chunks[slot / ChunkSize][slot % ChunkSize];

    private FileOutcome OutcomeOf(int slot) => _outcomes[At(slot).Outcome];

    private IndexedFile Seen(int slot) => new(slot, At(slot).File, At(slot).Content, At(slot).Run, OutcomeOf(slot));

    /// <summary>Nearly all files share a few outcomes.</summary>
    private int Number(FileOutcome outcome)
    {
        if (_outcomeNumbers.TryGetValue(outcome, out var number))
            return number;
        _outcomes.Add(outcome);
        return _outcomeNumbers[outcome] = _outcomes.Count - 1;
    }

    private struct Entry
    {
        public Key128 File;
        public Key128 Content;
        public int Run;
        public int Outcome;
    }
}
