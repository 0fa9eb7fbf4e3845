using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting.Supplements;

/// <summary>A list of the model as a table of the supplement, both directions in one place.</summary>
/// <param name="Field">The list's name in the vocabulary.</param>
/// <param name="Pointer">The list's JSON Pointer.</param>
/// <param name="Members">The member of the model that each column holds, as its pointer names it.</param>
/// <param name="Print">The rows, a cell for each column of the vocabulary.</param>
/// <param name="Set">The report with the list that the rows state.</param>
internal sealed record SupplementList(string Field, string Pointer, string[] Members, Func<PerformanceReport, IEnumerable<string[]>> Print, Func<PerformanceReport, IEnumerable<string[]>, PerformanceReport> Set)
{
    /// <summary>All lists, in the order in which they are printed.</summary>
    public static IReadOnlyList<SupplementList> All { get; } =
    [
        new("dimensionScores", "/dimensionScores", ["name", "fullMark", "score"],
            r => r.DimensionScores.Select(d => (string[])[d.Name, SupplementText.Of(d.FullMark), SupplementText.Of(d.Score)]),
            (r, rows) => r with { DimensionScores = [.. rows.Select(c => new DimensionScore(c[0], SupplementText.Decimal(c[1]), SupplementText.Decimal(c[2])))] }),
        new("funding.lines", "/funding/lines", ["name", "initialBudget", "budget", "received", "spent", "executionRate", "fullMark", "score"],
            r => (r.Funding?.Lines ?? []).Select(Line),
            (r, rows) => r with { Funding = r.Funding is { } funding ? funding with { Lines = [.. rows.Select(Line)] } : null }),
        new("indicators", "/indicators", ["level1", "level2", "level3", "operator", "target", "unit", "actual", "fullMark", "score", "deviation"],
            r => r.Indicators.Select(Indicator), (r, rows) => r with { Indicators = [.. rows.Select(Indicator)] }),
        new("citations", "/citations", ["title", "documentNumber"],
            r => r.Citations.Select(c => (string[])[c.Title ?? "", c.DocumentNumber ?? ""]),
            (r, rows) => r with { Citations = [.. rows.Select(c => new Citation(SupplementText.OrNull(c[0]), SupplementText.OrNull(c[1])))] }),
        Items("achievements", r => r.Achievements, (r, items) => r with { Achievements = items }),
        Items("experiences", r => r.Experiences, (r, items) => r with { Experiences = items }),
        Items("problems", r => r.Problems, (r, items) => r with { Problems = items }),
        Items("recommendations", r => r.Recommendations, (r, items) => r with { Recommendations = items }),
        new("facts", "/facts", ["name", "value", "number"],
            r => r.Facts.Select(f => (string[])[f.Name, f.Value, SupplementText.Of(f.Number)]),
            (r, rows) => r with { Facts = [.. rows.Select(c => new OwnFact(c[0], c[1]) { Number = SupplementText.Decimal(c[2]) })] }),
    ];

    /// <summary>The table's caption and columns.</summary>
    public SupplementTableWords Words => SupplementVocabulary.Default.List(Field);

    private static SupplementList Items(string field, Func<PerformanceReport, IReadOnlyList<ReportItem>> get, Func<PerformanceReport, IReadOnlyList<ReportItem>, PerformanceReport> set) =>
        new(field, "/" + field, ["heading", "text"], r => get(r).Select(i => (string[])[i.Heading ?? "", i.Text]), (r, rows) => set(r, [.. rows.Select(c => new ReportItem(SupplementText.OrNull(c[0]), c[1]))]));

    private static string[] Line(FundingLine line) =>
    [
        line.Name, SupplementText.Of(line.InitialBudget), SupplementText.Of(line.Budget), SupplementText.Of(line.Received), SupplementText.Of(line.Spent),
        SupplementText.Of(line.ExecutionRate), SupplementText.Of(line.FullMark), SupplementText.Of(line.Score),
    ];

    private static FundingLine Line(string[] cells) => new()
    {
        Name = cells[0],
        InitialBudget = SupplementText.Decimal(cells[1]),
        Budget = SupplementText.Decimal(cells[2]),
        Received = SupplementText.Decimal(cells[3]),
        Spent = SupplementText.Decimal(cells[4]),
        ExecutionRate = SupplementText.Decimal(cells[5]),
        FullMark = SupplementText.Decimal(cells[6]),
        Score = SupplementText.Decimal(cells[7]),
    };

    private static string[] Indicator(Indicator i) =>
    [
        i.Level1 ?? "", i.Level2 ?? "", i.Level3 ?? "", i.Operator ?? "", i.Target ?? "", i.Unit ?? "", i.Actual ?? "",
        SupplementText.Of(i.FullMark), SupplementText.Of(i.Score), i.Deviation ?? "",
    ];

    private static Indicator Indicator(string[] cells) => new()
    {
        Level1 = SupplementText.OrNull(cells[0]),
        Level2 = SupplementText.OrNull(cells[1]),
        Level3 = SupplementText.OrNull(cells[2]),
        Operator = SupplementText.OrNull(cells[3]),
        Target = SupplementText.OrNull(cells[4]),
        Unit = SupplementText.OrNull(cells[5]),
        Actual = SupplementText.OrNull(cells[6]),
        FullMark = SupplementText.Decimal(cells[7]),
        Score = SupplementText.Decimal(cells[8]),
        Deviation = SupplementText.OrNull(cells[9]),
    };
}
