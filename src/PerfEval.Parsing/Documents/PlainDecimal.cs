namespace PerfEval.Parsing.Documents;

/// <summary>Decimals without the zeros behind that a decimal remembers, so that 97.50 and 97.5 are written alike.</summary>
internal static class PlainDecimal
{
    // Dividing by one with the full scale drops them.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>The same value, without zeros behind.</summary>
    public static decimal Of(decimal value) => value / One;
}
