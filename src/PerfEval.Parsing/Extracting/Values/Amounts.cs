using System.Globalization;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Extracting.Values;

/// <summary>An amount of money found in a text.</summary>
/// <param name="Value">In yuan.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its length, unit included.</param>
internal readonly record struct Amount(decimal Value, int Start, int Length);

/// <summary>Reads amounts, rates and plain numbers as reports write them: full width, with separators, in 元, 千元, 万元, 亿元.</summary>
internal static partial class Amounts
{
    /// <summary>The amounts in a text that bear a unit of money, in order.</summary>
    public static List<Amount> Find(string text)
    {
        var found = new List<Amount>();
        if (!text.Contains('元', StringComparison.Ordinal))
            return found;
        foreach (Match match in Money().Matches(ChineseText.Narrow(text)))
            if (Number(match.Groups[1].Value) is { } number && Scaled(number, match.Groups[2].Value) is { } value)
                found.Add(new Amount(value, match.Index, match.Length));
        return found;
    }

    /// <summary>The factor from a unit of money to yuan; <see langword="null"/> where the text names none.</summary>
    public static decimal? FactorIn(string text)
    {
        var at = text.LastIndexOf('元');
        return at < 0 ? null : at == 0 ? 1m : text[at - 1] switch { '万' => 10_000m, '千' => 1_000m, '亿' => 100_000_000m, _ => 1m };
    }

    /// <summary>A plain number that takes the whole text: <c>1,286.00</c>, <c>９．５</c>, <c>10分</c>; <see langword="null"/> where the text is none.</summary>
    public static decimal? Whole(string text)
    {
        if (!MayBegin(text))
            return null;
        var squeezed = ChineseText.Squeeze(ChineseText.Narrow(text));
        return Plain().IsMatch(squeezed) ? Number(squeezed.TrimEnd('分')) : null;
    }

    /// <summary>A rate that takes the whole text, as a fraction of one: <c>92.5%</c> → 0.925; <see langword="null"/> where the text is none.</summary>
    public static decimal? Rate(string text)
    {
        var squeezed = ChineseText.Squeeze(ChineseText.Narrow(text));
        var match = Percent().Match(squeezed);
        if (match.Success)
            return Scaled(Number(match.Groups[1].Value), 100m);
        // A rate without its sign: 97.27 is a percentage, 0.97 and 1 are fractions.
        return Whole(squeezed) is { } number ? number > 1.5m ? number / 100m : number : null;
    }

    /// <summary>A number with optional separators.</summary>
    public static decimal? Number(string text) =>
        decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture, out var value) ? value : null;

    // Most cells are words: their first character says that they are no figure.
    private static bool MayBegin(string text)
    {
        foreach (var c in text)
            if (!ChineseText.IsSpace(c))
                return ChineseText.Narrow(c) is var first && (first == '-' || char.IsDigit(first));
        return false;
    }

    private static decimal? Scaled(decimal? number, decimal divisor) => number is { } value ? value / divisor : null;

    private static decimal? Scaled(decimal number, string unit)
    {
        var factor = unit switch { "亿元" => 100_000_000m, "万元" => 10_000m, "千元" => 1_000m, _ => 1m };
        return number <= decimal.MaxValue / factor ? number * factor : null;
    }

    [GeneratedRegex(@"(?<![\d.])(-?\d{1,3}(?:,\s?\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)\s?(亿元|万元|千元|元)(?!/)")]
    private static partial Regex Money();

    [GeneratedRegex(@"^(-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)分?$")]
    private static partial Regex Plain();

    [GeneratedRegex(@"^(-?\d+(?:\.\d+)?)%$")]
    private static partial Regex Percent();
}
