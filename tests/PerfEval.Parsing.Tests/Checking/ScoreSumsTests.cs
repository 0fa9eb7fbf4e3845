using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Model;
using Xunit;

namespace PerfEval.Parsing.Tests.Checking;

public sealed class ScoreSumsTests
{
    [Fact]
    public void PointsThatComeToTheScoreConfirmEachOther()
    {
        var notes = Checked.Of<ScoreSums>(Report(94.5m, [(20m, 20m), (25m, 23.5m), (30m, 27m), (25m, 24m)]));

        Assert.Empty(notes.Findings);
        Assert.Superset(new HashSet<string> { "/score/value", "/indicators/0/score", "/indicators/3/fullMark" }, notes.Confirmed.ToHashSet());
    }

    [Fact]
    public void PointsThatDoNotComeToTheScoreAreTold()
    {
        var finding = Assert.Single(Checked.Of<ScoreSums>(Report(96.3m, [(20m, 20m), (25m, 23.5m), (30m, 27m), (25m, 24m)])).Findings);

        Assert.Equal("PE4001", finding.Id);
        Assert.Equal("/score/value", finding.Pointer);
        Assert.Equal(["96.3", "20 + 23.5 + 27 + 24 = 94.5"], finding.Compared.Select(c => c.Value));
        Assert.Contains("相差1.8分", finding.MessageZh, StringComparison.Ordinal);
    }

    // 9.73, 9.87 and 9.01 are rounded to hundredths: three half units and that of the total.
    [Theory]
    [InlineData(28.61, 0)]
    [InlineData(28.63, 0)]
    [InlineData(28.64, 1)]
    public void RoundedPointsMayMissTheScoreByHalfAUnitEach(double score, int findings) =>
        Assert.Equal(findings, Checked.Of<ScoreSums>(Report((decimal)score, [(10m, 9.73m), (10m, 9.87m), (10m, 9.01m)], 30m)).Findings.Count);

    [Fact]
    public void WholePointsAreExact() =>
        Assert.Equal(["PE4001"], Checked.Of<ScoreSums>(Report(91m, [(40m, 38m), (30m, 27m), (30m, 25m)])).Ids());

    [Fact]
    public void TheExecutionRatesPointsCountWhereTheWeightsAskForThem()
    {
        var report = Report(97.05m, [(50m, 48.32m), (30m, 29m), (10m, 10m)]) with { Funding = new Funding { FullMark = 10m, Score = 9.73m } };

        var notes = Checked.Of<ScoreSums>(report);

        Assert.Empty(notes.Findings);
        Assert.Contains("/funding/score", notes.Confirmed);
    }

    [Fact]
    public void RowsThatWereNotReadExplainADifference() =>
        Assert.Empty(Checked.Of<ScoreSums>(Report(97.05m, [(50m, 48.32m), (30m, 29m), (10m, 10m)])).Findings);

    [Fact]
    public void WeightsBeyondTheFullMarkAreTold() =>
        Assert.Equal(["PE4004"], Checked.Of<ScoreSums>(Report(90m, [(50m, 45m), (30m, 28m), (30m, 17m)])).Ids());

    // Where the points come to the score, no row is missing that could explain the weights.
    [Fact]
    public void WeightsBelowTheFullMarkAreToldWhereNoPointsAreMissing() =>
        Assert.Equal(["PE4004"], Checked.Of<ScoreSums>(Report(90m, [(49m, 45m), (30m, 28m), (20m, 17m)])).Ids());

    [Fact]
    public void AnIndicatorWithoutPointsSilencesTheSum() =>
        Assert.Empty(Checked.Of<ScoreSums>(Report(90m, [(50m, 45m), (30m, 28m), (20m, null)])).Findings);

    [Fact]
    public void WeightsThatComeToTheFullMarkInEachFirstLevelAreNotAddedUp()
    {
        var report = Report(85m, [(60m, 50m), (40m, 36m), (100m, 84m)]);
        report = report with { Indicators = [.. report.Indicators.Select((x, i) => x with { Level1 = i < 2 ? "产出" : "效益" })] };

        Assert.Empty(Checked.Of<ScoreSums>(report).Findings);
    }

    [Fact]
    public void SheetsWithBonusPointsAreLeftAlone()
    {
        var report = Report(103m, [(50m, 50m), (50m, 48m), (5m, 5m)]);
        report = report with { Indicators = [.. report.Indicators.Take(2), report.Indicators[2] with { Level3 = "加分项" }] };

        Assert.Empty(Checked.Of<ScoreSums>(report with { Score = new Score(103m, 105m) }).Findings);
    }

    [Fact]
    public void DimensionsAreHeldAgainstTheScoreAndTheFullMark()
    {
        DimensionScore[] dimensions = [new("决策", 20m, 17m), new("过程", 20m, 15.6m), new("产出", 30m, 24m), new("效益", 30m, 22m)];

        Assert.Empty(Of(78.6m, dimensions));
        Assert.Equal(["PE4002"], Of(79.6m, dimensions));
        Assert.Equal(["PE4005"], Of(78.6m, [dimensions[0] with { FullMark = 25m }, .. dimensions[1..]]));
    }

    [Fact]
    public void ADimensionThatIsNotInTheListExplainsADifference() => Assert.Empty(Of(78.6m, [new("决策", 20m, 17m), new("过程", 20m, 15.6m)]));

    [Fact]
    public void MorePointsThanTheFullMarkAreTold() =>
        Assert.Equal(["PE4007"], Checked.Of<ScoreSums>(Report(90m, [(50m, 45m), (5m, 6m), (45m, 39m)])).Ids());

    [Fact]
    public void ADimensionIsHeldAgainstItsIndicators()
    {
        var report = Report(90m, [(20m, 18m), (30m, 28m), (50m, 44m)]) with { DimensionScores = [new("A项目产出", 50m, 46m), new("效益", 50m, 43m)] };
        report = report with { Indicators = [.. report.Indicators.Select((x, i) => x with { Level1 = i < 2 ? "产出指标" : "项目效益" })] };

        var notes = Checked.Of<DimensionScores>(report);

        Assert.Equal(["PE4003"], notes.Ids());
        Assert.Contains("/dimensionScores/0/score", notes.Confirmed);
        Assert.Contains("/dimensionScores/1/score", notes.Contradicted);
    }

    [Fact]
    public void ADimensionWithAnotherWeightThanItsIndicatorsIsTold()
    {
        var report = Report(90m, [(20m, 18m), (35m, 28m), (45m, 44m)]) with { DimensionScores = [new("产出", 50m, 46m)] };
        report = report with { Indicators = [.. report.Indicators.Select((x, i) => x with { Level1 = i < 2 ? "产出" : "效益" })] };

        Assert.Equal(["PE4006"], Checked.Of<DimensionScores>(report).Ids());
    }

    private static IEnumerable<string> Of(decimal score, DimensionScore[] dimensions) =>
        Checked.Of<ScoreSums>(new PerformanceReport { Score = new Score(score, 100m), DimensionScores = dimensions }).Ids();

    private static PerformanceReport Report(decimal score, (decimal Mark, decimal? Score)[] rows, decimal fullMark = 100m) => new()
    {
        Score = new Score(score, fullMark),
        Indicators = [.. rows.Select((r, i) => new Indicator { Level1 = "产出", Level3 = $"指标{i}", FullMark = r.Mark, Score = r.Score })],
    };
}
