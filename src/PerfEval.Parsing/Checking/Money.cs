using System.Globalization;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Checking;

/// <summary>Amounts and rates as findings tell them, and how exactly they are known.</summary>
internal static class Money
{
    /// <summary>An amount in the unit in which reports print it: 1583.27万元, 518元.</summary>
    public static string Chinese(decimal yuan) => Math.Abs(yuan) >= 10_000m && yuan % 1m == 0m ? $"{Plain(yuan / 10_000m)}万元" : $"{Plain(yuan)}元";

    /// <summary>An amount in yuan.</summary>
    public static string English(decimal yuan) => $"{Plain(yuan)} yuan";

    /// <summary>A rate in per cent.</summary>
    public static string Rate(decimal rate) => $"{Plain(Math.Round(rate * 100m, 2, MidpointRounding.AwayFromZero))}%";

    /// <summary>Half a unit of an amount's last printed digit. Without evidence: of a hundredth of 万元 where the amount can be so printed, else of a cent.</summary>
    public static decimal HalfUnit(StatedNumber amount) => amount.HalfUnit(amount.Value % 100m == 0m ? 50m : 0.005m);

    /// <summary>Half a unit of a rate's last printed digit. Without evidence: of a hundredth of a per cent, or of a per cent where the rate can be so printed.</summary>
    public static decimal RateHalfUnit(StatedNumber rate) => rate.HalfUnit(rate.Value * 100m % 1m == 0m ? 0.005m : 0.00005m);

    private static string Plain(decimal value) => PlainDecimal.Of(value).ToString(CultureInfo.InvariantCulture);
}
