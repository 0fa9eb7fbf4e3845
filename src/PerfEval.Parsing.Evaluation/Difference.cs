namespace PerfEval.Parsing.Evaluation;

/// <summary>What became of a value between two parses.</summary>
public enum DifferenceKind
{
    /// <summary>There was nothing; now there is a value.</summary>
    Gained,

    /// <summary>There was a value; now there is nothing.</summary>
    Lost,

    /// <summary>There was another value.</summary>
    Changed,
}

/// <summary>One value that two parses of a report read differently.</summary>
/// <param name="Field">The field without list positions: <c>score.value</c>, <c>indicators.target</c>; <c>indicators</c> for a whole row.</param>
/// <param name="Kind">What became of it.</param>
/// <param name="Old">The old value; <see langword="null"/> for nothing.</param>
/// <param name="New">The new value; <see langword="null"/> for nothing.</param>
public sealed record Difference(string Field, DifferenceKind Kind, string? Old, string? New)
{
    /// <summary>The row, item or section that the value belongs to, by its name; <see langword="null"/> for values of the report itself.</summary>
    public string? Item { get; init; }

    /// <summary>The value as a JSON Pointer into the old report; <see langword="null"/> where it had none.</summary>
    public string? OldPointer { get; init; }

    /// <summary>The value as a JSON Pointer into the new report; <see langword="null"/> where it has none.</summary>
    public string? NewPointer { get; init; }

    /// <summary>Where the old value was read; <see langword="null"/> where the report does not say.</summary>
    public ReadPlace? OldPlace { get; init; }

    /// <summary>Where the new value was read; <see langword="null"/> where the report does not say.</summary>
    public ReadPlace? NewPlace { get; init; }
}
