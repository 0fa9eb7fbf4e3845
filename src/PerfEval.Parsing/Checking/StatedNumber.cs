using System.Globalization;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Extracting.Values;

namespace PerfEval.Parsing.Checking;

/// <summary>A number that the report states.</summary>
/// <param name="Pointer">Its field as a JSON Pointer.</param>
/// <param name="Value">Its value as the model has it: yuan, points, a fraction of one.</param>
/// <param name="Text">The text that it was read from; <see langword="null"/> where no evidence was kept.</param>
/// <param name="Span">Where it stands; <see langword="null"/> as <paramref name="Text"/>.</param>
internal sealed partial record StatedNumber(string Pointer, decimal Value, string? Text, SourceSpan? Span)
{
    // What a printed figure may have been multiplied by to become the model's: %, 1, 千, 万, 亿.
    private static readonly decimal[] Factors = [1m, 0.01m, 10_000m, 100_000_000m, 1_000m];

    /// <summary>The number of a field; <see langword="null"/> where the report does not state it.</summary>
    public static StatedNumber? Of(ExtractedReport extracted, string pointer, decimal? value)
    {
        if (value is not { } stated)
            return null;
        var evidence = extracted.Report.Evidence.Own(pointer);
        return new StatedNumber(pointer, stated, evidence?.Text, evidence?.Span);
    }

    /// <summary>The digits behind the point, as printed or as the number remembers them.</summary>
    public int Decimals => Value.Scale;

    /// <summary>
    /// By how much the true value may differ from the printed one: half a unit of the last printed digit, in the value's own unit.
    /// </summary>
    /// <param name="otherwise">The answer where the printed form is not known.</param>
    public decimal HalfUnit(decimal otherwise)
    {
        foreach (Match match in Figure().Matches(ChineseText.Narrow(Text ?? "")))
            if (Amounts.Number(match.Value) is { } printed && Factors.FirstOrDefault(f => printed * f == Value) is > 0m and var factor)
                return 0.5m * factor * Power(-printed.Scale);
        return otherwise;
    }

    /// <summary>The number as a side of a finding.</summary>
    public ComparedValue Side() => new(Pointer, Plain(Value), Span);

    /// <summary>A number with its printed zeros, in the same form everywhere.</summary>
    public static string Plain(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Ten to the given power.</summary>
    public static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++)
            power = exponent < 0 ? power / 10m : power * 10m;
        return power;
    }

    [GeneratedRegex(@"\d[\d,]*(?:\.\d+)?")]
    private static partial Regex Figure();
}
