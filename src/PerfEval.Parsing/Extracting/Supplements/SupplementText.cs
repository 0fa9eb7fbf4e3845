using System.Globalization;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Extracting.Supplements;

/// <summary>Values as a cell of the supplement prints them: exact, in the invariant culture, nothing for null.</summary>
internal static class SupplementText
{
    /// <summary>A number; empty for null.</summary>
    public static string Of(decimal? value) => value is { } number ? PlainDecimal.Of(number).ToString(CultureInfo.InvariantCulture) : "";

    /// <summary>The number that a cell states; <see langword="null"/> where it states none.</summary>
    public static decimal? Decimal(string text) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    /// <summary>A cell's text; <see langword="null"/> for an empty one.</summary>
    public static string? OrNull(string text) => text.Length == 0 ? null : text;
}
