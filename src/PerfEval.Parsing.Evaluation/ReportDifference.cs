namespace PerfEval.Parsing.Evaluation;

/// <summary>What became of a report between two parses.</summary>
public enum ReportChange
{
    /// <summary>Every value is the same.</summary>
    Same,

    /// <summary>Values differ.</summary>
    Differs,

    /// <summary>Only the new parse has it.</summary>
    Added,

    /// <summary>Only the old parse has it.</summary>
    Removed,

    /// <summary>It was read, and now the document fails.</summary>
    FailsNow,

    /// <summary>The document failed, and now it is read.</summary>
    ReadsNow,

    /// <summary>The document failed and still does.</summary>
    StillFails,
}

/// <summary>One report in two parses.</summary>
/// <param name="Path">The document's path in the new parse; in the old one where the new one does not have it.</param>
/// <param name="Part">Which report of the document, 1-based.</param>
/// <param name="Change">What became of it.</param>
public sealed record ReportDifference(string Path, int Part, ReportChange Change)
{
    /// <summary>The document's path in the old parse where it is another one; else <see langword="null"/>.</summary>
    public string? OldPath { get; init; }

    /// <summary>Whether the document itself has other bytes: then differences need not come from the parser.</summary>
    public bool IsOtherDocument { get; init; }

    /// <summary>Why the document fails (<see cref="ReportChange.FailsNow"/>, <see cref="ReportChange.StillFails"/>) or failed (<see cref="ReportChange.ReadsNow"/>); else <see langword="null"/>.</summary>
    public string? Failure { get; init; }

    /// <summary>The values that differ, in the order of the fields.</summary>
    public IReadOnlyList<Difference> Differences { get; init => field = ValueList.From(value); } = ValueList.Create<Difference>([]);
}
