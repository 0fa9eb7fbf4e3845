using System.Globalization;

namespace PerfEval.Parsing.Evaluation.Values;

/// <summary>How near a value is to the one that is wanted, 0 to 1: the soft reading's credit.</summary>
internal static class Closeness
{
    private const int Run = 2;

    // Beyond this share of the larger number it is no longer rounding that makes two numbers differ.
    private const double MostRounding = 0.005;

    private const double PartialDate = 0.5;

    /// <summary>Equal values are 1; numbers that differ by rounding are 1; texts count by what they share, from a half on; all else is 0.</summary>
    public static double Of(Normal wanted, Normal got)
    {
        if (wanted == got)
            return 1;
        if (wanted.IsNothing || got.IsNothing)
            return 0;
        if (wanted.IsNumber && got.IsNumber)
            return IsRounding(wanted.Number, got.Number) ? 1 : 0;
        return wanted.IsNumber || got.IsNumber ? 0 : FromLeast(Likeness(wanted, got));
    }

    /// <summary>How alike two texts are: Dice's coefficient of their pairs of characters.</summary>
    public static double Likeness(Normal wanted, Normal got) => wanted == got ? 1 : Grams.Of(wanted, Run).Likeness(Grams.Of(got, Run));

    /// <summary>A likeness, or 0 below a half.</summary>
    public static double FromLeast(double likeness) => likeness >= Alignment.Least ? likeness : 0;

    /// <summary>A date that is less or more precise than the wanted one, and agrees as far as it goes, is a half.</summary>
    public static double OfDates(string wanted, string got)
    {
        if (wanted == got)
            return 1;
        var (shorter, longer) = wanted.Length < got.Length ? (wanted, got) : (got, wanted);
        return longer.StartsWith(shorter + "-", StringComparison.Ordinal) ? PartialDate : 0;
    }

    // 57021800 is 57021804.78 rounded: they differ by no more than half a unit of the last figure that the rounder of both gives.
    private static bool IsRounding(double a, double b)
    {
        var difference = Math.Abs(a - b);
        return difference <= Math.Max(Unit(a), Unit(b)) / 2 * (1 + 1e-9) && difference <= MostRounding * Math.Max(Math.Abs(a), Math.Abs(b));
    }

    private static double Unit(double value)
    {
        var text = Math.Abs(value).ToString("0.####", CultureInfo.InvariantCulture);
        var point = text.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0)
            return Math.Pow(10, point + 1 - text.Length);
        return Math.Pow(10, text.Length - text.TrimEnd('0').Length);
    }
}
