namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>A PDF transformation: x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3).</summary>
internal readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>First <paramref name="first"/>, then <paramref name="then"/>.</summary>
    public static Matrix Multiply(in Matrix first, in Matrix then) => new(
        first.A * then.A + first.B * then.C,
        first.A * then.B + first.B * then.D,
        first.C * then.A + first.D * then.C,
        first.C * then.B + first.D * then.D,
        first.E * then.A + first.F * then.C + then.E,
        first.E * then.B + first.F * then.D + then.F);

    public (double X, double Y) Apply(double x, double y) => (x * A + y * C + E, x * B + y * D + F);

    /// <summary>The same, moved first.</summary>
    public Matrix Moved(double x, double y) => this with { E = x * A + y * C + E, F = x * B + y * D + F };
}
