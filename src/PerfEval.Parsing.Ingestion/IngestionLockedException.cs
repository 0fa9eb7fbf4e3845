namespace PerfEval.Parsing.Ingestion;

/// <summary>Another run is under way over the same journal.</summary>
public sealed class IngestionLockedException : Exception
{
    /// <summary>Another run is under way.</summary>
    /// <param name="journalPath">Over this journal.</param>
    /// <param name="inner">What the system said; <see langword="null"/> for nothing.</param>
    public IngestionLockedException(string journalPath, Exception? inner = null)
        : base($"Another run is under way over the journal {journalPath}; wait for it, or name another journal (and another sink).", inner) =>
        JournalPath = journalPath;

    /// <summary>The journal.</summary>
    public string JournalPath { get; }
}
