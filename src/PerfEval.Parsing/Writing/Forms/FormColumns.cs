using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing.Forms;

/// <summary>Which columns a report's form has, and where. Both parts share one grid; the name of a source of money takes what the figures leave.</summary>
internal sealed class FormColumns
{
    private static readonly (string Field, int Width)[] IndicatorFields =
    [
        ("level1", 11), ("level2", 13), ("level3", 24), ("operator", 9), ("target", 15), ("unit", 9), ("actual", 15), ("fullMark", 9), ("score", 9), ("deviation", 28),
    ];

    private static readonly string[] FundingFields = ["initialBudget", "budget", "received", "spent", "fullMark", "executionRate", "score"];

    private const int LabelWidth = 17;

    internal FormColumns(PerformanceReport report)
    {
        bool Has(string field) => field switch
        {
            "operator" => report.Indicators.Any(i => i.Operator is not null),
            "unit" => report.Indicators.Any(i => i.Unit is not null),
            "received" => report.Funding is { } money && (money.Received is not null || money.Lines.Any(l => l.Received is not null)),
            _ => true,
        };
        var indicators = IndicatorFields.Where(f => Has(f.Field)).ToList();
        var funding = FundingFields.Where(Has).ToList();
        Widths = [LabelWidth, .. indicators.Select(f => f.Width)];
        Indicator = indicators.Select((f, i) => (f.Field, Column: i + 1)).ToDictionary(f => f.Field, f => f.Column, StringComparer.Ordinal);
        Funding = funding.Select((f, i) => (Field: f, Column: Widths.Count - funding.Count + i)).ToDictionary(f => f.Field, f => f.Column, StringComparer.Ordinal);
    }

    /// <summary>The width of each column in digits.</summary>
    internal IReadOnlyList<int> Widths { get; }

    /// <summary>The number of columns.</summary>
    internal int Count => Widths.Count;

    /// <summary>Where the columns of the indicators stand, in order.</summary>
    internal IReadOnlyDictionary<string, int> Indicator { get; }

    /// <summary>Where the columns of the money stand, in order.</summary>
    internal IReadOnlyDictionary<string, int> Funding { get; }

    /// <summary>Where the right half begins.</summary>
    internal int Middle => Indicator["actual"];
}
