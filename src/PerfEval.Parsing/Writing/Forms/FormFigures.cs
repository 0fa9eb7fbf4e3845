using System.Globalization;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing.Forms;

/// <summary>Numbers as a form shows them: exact, without separators.</summary>
internal static class FormFigures
{
    private const decimal TenThousand = 10_000m;

    /// <summary>The digits of a number, all of them.</summary>
    internal static string Text(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A fraction of one as a percentage.</summary>
    internal static string Percentage(decimal fraction) => Text(fraction * 100m) + "%";

    /// <summary>Whether all amounts are such as forms give in 万元: with two decimals at most.</summary>
    internal static bool FitTenThousands(Funding funding) =>
        Amounts(funding).All(a => a % (TenThousand / 100m) == 0m);

    /// <summary>An amount in 万元.</summary>
    internal static decimal InTenThousands(decimal yuan) => yuan / TenThousand;

    private static IEnumerable<decimal> Amounts(Funding funding) =>
        funding.Lines.SelectMany(l => new[] { l.InitialBudget, l.Budget, l.Received, l.Spent })
            .Concat([funding.InitialBudget, funding.Budget, funding.Received, funding.Spent]).OfType<decimal>();
}
