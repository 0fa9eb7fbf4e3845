namespace PerfEval.Parsing.Ingestion.Records;

/// <summary>What became of one enumerated path. Every path ends as exactly one of these.</summary>
public enum FileState
{
    /// <summary>Read whole: no layer noticed anything missing.</summary>
    Complete,

    /// <summary>Read, but something is missing or damaged; the reasons say what.</summary>
    Partial,

    /// <summary>Nothing could be had of it; the reason says why. Such a record is a dead letter: it can be listed and retried.</summary>
    Failed,

    /// <summary>Left out by a rule; the reason names the rule.</summary>
    Skipped,
}
