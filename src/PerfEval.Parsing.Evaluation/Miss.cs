namespace PerfEval.Parsing.Evaluation;

/// <summary>One value that was read otherwise than the gold says.</summary>
/// <param name="Field">The field: <c>score.value</c>, <c>indicators.target</c>, <c>indicators row</c> for a row that has no counterpart.</param>
/// <param name="Wanted">What the gold says; <see langword="null"/> for nothing.</param>
/// <param name="Got">What was read; <see langword="null"/> for nothing.</param>
public sealed record Miss(string Field, string? Wanted, string? Got)
{
    /// <summary>The row that a cell belongs to, by its name; <see langword="null"/> for all other values.</summary>
    public string? Item { get; init; }

    /// <summary>The value read as a JSON Pointer into the parsed report; <see langword="null"/> where nothing was read.</summary>
    public string? Pointer { get; init; }

    /// <summary>Where the value was read; <see langword="null"/> where nothing was read or the report keeps no evidence of it.</summary>
    public ReadPlace? Place { get; init; }

    /// <summary>What the soft reading counts for it, 0 to 1.</summary>
    public double Closeness { get; init; }
}
