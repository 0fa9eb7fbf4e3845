using PerfEval.Parsing.Ingestion.Durability;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Journals;

/// <summary>
/// What was done so far, on the disk and in memory. A record reaches memory only once it is written. A journal that cannot be trusted is put aside, and
/// what the sink holds is taken over instead (<see cref="IsNew"/>): it never starts empty beside a sink that is not.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly RunLock _lock;
    private readonly JournalFile _file;
    private readonly List<string> _notes = [];

    /// <summary>Opens a journal for a run, which is noted as begun.</summary>
    /// <exception cref="IngestionLockedException">Another run has it.</exception>
    /// <exception cref="IOException">The disk.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written.</exception>
    public Journal(string path, IngestionRun run, Action<string> step)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        _lock = new RunLock(path);
        try
        {
            _file = Open(path, run.RunId, step);
            Run = Number(run.RunId, run.ParserVersion, run.OptionsHash);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public JournalIndex Index { get; private set; } = new();

    /// <summary>The number of the run.</summary>
    public int Run { get; }

    /// <summary>Whether nothing was known: the journal was not there, or was put aside.</summary>
    public bool IsNew { get; private set; }

    /// <summary>What was put right, for the operator.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <summary>Writes records, then knows them.</summary>
    /// <exception cref="IOException">The disk; the records then are not in the journal.</exception>
    public void Append(params IReadOnlyList<JournalRecord> records)
    {
        _file.Append(records);
        foreach (var record in records)
            Index.Apply(record);
    }

    /// <summary>Makes what was written durable.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public void Sync() => _file.Sync();

    /// <summary>The number of a run, which is noted if it is not known: of this one, or of one whose files are taken over from a sink.</summary>
    /// <exception cref="IOException">The disk.</exception>
    public int Number(string runId, string parserVersion, string optionsHash)
    {
        var run = new RunStarted(runId, parserVersion, optionsHash);
        for (var i = Index.Runs.Count - 1; i >= 0; i--)
            if (Index.Runs[i] == run)
                return i;
        Append(run);
        return Index.Runs.Count - 1;
    }

    public void Dispose()
    {
        _file?.Dispose();
        _lock.Dispose();
    }

    private JournalFile Open(string path, string runId, Action<string> step)
    {
        step("journal.open");
        if (!File.Exists(path))
            return Begin(path, step);
        var reading = JournalReader.Read(path, Index);
        if (reading.Damage is not null)
            return PutAside(path, runId, reading.Damage, step);
        if (reading.Length > reading.End)
            _notes.Add($"The journal's last write was cut short ({reading.Length - reading.End} bytes); what it noted is done again.");
        return JournalCompaction.IsWorthwhile(reading, Index) ? Compact(path, step) : new JournalFile(path, reading.End, step);
    }

    private JournalFile PutAside(string path, string runId, string damage, Action<string> step)
    {
        var aside = $"{path}.corrupt-{runId}";
        step("journal.putAside");
        DurableFile.Move(path, aside);
        _notes.Add($"The journal was damaged ({damage}). It was kept as {Path.GetFileName(aside)}; what the sink holds counts as done.");
        Index = new JournalIndex();
        return Begin(path, step);
    }

    private JournalFile Begin(string path, Action<string> step)
    {
        IsNew = true;
        step("journal.create");
        DurableFile.Write(path, file => file.Write(JournalCodec.Header));
        return new JournalFile(path, JournalCodec.Header.Length, step);
    }

    private JournalFile Compact(string path, Action<string> step)
    {
        step("journal.compact");
        DurableFile.Write(path, file => JournalCompaction.Write(file, Index));
        Index = new JournalIndex();
        return new JournalFile(path, JournalReader.Read(path, Index).End, step);
    }
}
