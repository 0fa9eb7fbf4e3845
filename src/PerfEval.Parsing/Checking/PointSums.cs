using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Checking;

/// <summary>Parts that are added up and set against a total: weights against the full mark, points against the score.</summary>
/// <param name="Parts">The parts that are stated.</param>
/// <param name="Total">What they should come to.</param>
internal sealed record PointSum(IReadOnlyList<StatedNumber> Parts, StatedNumber Total)
{
    // Points are printed with two digits behind the point at most times; a difference below that is none.
    private const decimal LeastTolerance = 0.01m;

    /// <summary>The parts added up.</summary>
    public decimal Sum => Parts.Sum(p => p.Value);

    /// <summary>By how much the total exceeds the parts.</summary>
    public decimal Rest => Total.Value - Sum;

    /// <summary>
    /// Half a unit of the last printed digit for each number that was rounded to it. A number printed with fewer digits than its neighbours
    /// is not rounded but exact, as are whole points.
    /// </summary>
    public decimal Tolerance
    {
        get
        {
            var digits = Math.Max(Parts.Max(p => p.Decimals), Total.Decimals);
            var rounded = digits == 0 ? 0 : Parts.Append(Total).Count(p => p.Decimals == digits);
            return Math.Max(LeastTolerance, rounded * 0.5m * StatedNumber.Power(-digits));
        }
    }

    /// <summary>Whether the parts come to the total.</summary>
    public bool Holds => Math.Abs(Rest) <= Tolerance;

    /// <summary>The sum as it is told: <c>20 + 23.5 + 27 = 70.5</c>; of many parts only what they come to.</summary>
    public string Told => Parts.Count <= 12
        ? $"{string.Join(" + ", Parts.Select(p => StatedNumber.Plain(p.Value)))} = {StatedNumber.Plain(Sum)}"
        : $"Σ = {StatedNumber.Plain(Sum)}";

    /// <summary>The fields that take part.</summary>
    public IEnumerable<string> Pointers => Parts.Select(p => p.Pointer).Append(Total.Pointer);

    /// <summary>The sides of a finding: the total, the sum, and the parts with their places.</summary>
    public IReadOnlyList<ComparedValue> Sides() => [Total.Side(), new ComparedValue(null, Told, null)];
}

/// <summary>The weights and the points of the same parts. Together they tell a contradiction from a list of which some parts are missing.</summary>
/// <param name="Weights">The weights against the full mark; <see langword="null"/> where not all are stated.</param>
/// <param name="Points">The points against the score; <see langword="null"/> where not all are stated.</param>
internal sealed record PointSums(PointSum? Weights, PointSum? Points)
{
    /// <summary>Notes what agrees and what does not.</summary>
    /// <param name="notes">Where it is noted.</param>
    /// <param name="weights">The finding where the weights do not come to the full mark.</param>
    /// <param name="points">The finding where the points do not come to the score.</param>
    public void Judge(CheckNotes notes, Func<PointSum, Diagnostic> weights, Func<PointSum, Diagnostic> points)
    {
        if (Weights is { Holds: true })
            notes.Confirm(Weights.Pointers);
        if (Points is { Holds: true })
            notes.Confirm(Points.Pointers);
        if (Weights is null || IsIncomplete() || IsOtherScale())
            return;
        if (!Weights.Holds)
            notes.Find(weights(Weights));
        else if (Points is { Holds: false })
            notes.Find(points(Points));
    }

    // A part that is not among them (the execution rate's points, a dimension told elsewhere) leaves as much of the full mark as it explains of the score.
    private bool IsIncomplete() => Weights!.Rest > Weights.Tolerance && (Points is null || (Points.Rest > Points.Tolerance && Points.Rest <= Weights.Rest + Points.Tolerance));

    // Weights as fractions of one, or two sheets of the same indicators.
    private bool IsOtherScale() => Weights!.Sum <= 1.01m || Weights.Sum >= (2 * Weights.Total.Value) - Weights.Tolerance;
}
