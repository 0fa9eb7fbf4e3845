using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Journals;

/// <summary>Whether another path with the same content ends in the same way.</summary>
internal enum OutcomeScope : byte
{
    /// <summary>The content was not read: the key beside it is that of the record, so that an unchanged one is not written again.</summary>
    Path,

    /// <summary>This is what the content gives under any path.</summary>
    Content,

    /// <summary>The content was read, and its document stands in the sink if it gave one; but the outcome has something of this path's own, or is not known whole.</summary>
    ContentOfPath,

    /// <summary>The path is being recorded anew: its document may leave the sink with it.</summary>
    Leaving,
}

/// <summary>What became of a file, as far as other files may need to know it.</summary>
internal sealed record FileOutcome(FileState State, IReadOnlyList<IngestionReason> Reasons, string? Detail, string? Format, OutcomeScope Scope)
{
    public IngestionReason? Reason => Reasons.Count > 0 ? Reasons[0] : null;

    /// <summary>Whether the sink holds a document of it.</summary>
    public bool HasDocument => State is FileState.Complete or FileState.Partial && Scope is OutcomeScope.Content or OutcomeScope.ContentOfPath;

    public bool Equals(FileOutcome? other) =>
        other is not null && State == other.State && Scope == other.Scope && Detail == other.Detail && Format == other.Format
        && Reasons.SequenceEqual(other.Reasons);

    public override int GetHashCode() => HashCode.Combine(State, Scope, Detail, Format, Reason, Reasons.Count);
}
