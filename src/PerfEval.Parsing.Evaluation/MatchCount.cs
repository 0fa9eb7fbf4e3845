namespace PerfEval.Parsing.Evaluation;

/// <summary>What was read of a field, set against what should have been. Counts of values; in the soft reading a value may count in part.</summary>
/// <param name="Right">Values read that are right.</param>
/// <param name="Wrong">Values read that are not.</param>
/// <param name="Missed">Values of the gold that were not read.</param>
public readonly record struct MatchCount(double Right, double Wrong, double Missed)
{
    /// <summary>How many values the gold has.</summary>
    public double Support => Right + Missed;

    /// <summary>The share of the values read that are right; <see langword="null"/> where none was read.</summary>
    public double? Precision => Right + Wrong == 0 ? null : Right / (Right + Wrong);

    /// <summary>The share of the gold's values that were read; <see langword="null"/> where it has none.</summary>
    public double? Recall => Support == 0 ? null : Right / Support;

    /// <summary>The harmonic mean of both; <see langword="null"/> where there is nothing to judge.</summary>
    public double? F1 => Right + Wrong + Missed == 0 ? null : 2 * Right / ((2 * Right) + Wrong + Missed);

    /// <summary>Whether nothing is wrong and nothing missed.</summary>
    public bool IsPerfect => Wrong + Missed == 0;

    /// <summary>Two counts added up.</summary>
    /// <param name="other">The other count.</param>
    /// <returns>Their sum.</returns>
    public MatchCount Add(MatchCount other) => new(Right + other.Right, Wrong + other.Wrong, Missed + other.Missed);
}
