using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Model;
using Xunit;

namespace PerfEval.Parsing.Tests.Checking;

public sealed class FundingChecksTests
{
    [Theory]
    [InlineData(0.98, 4_018_000)]
    [InlineData(0.9272, 3_801_520)]
    public void ARateThatFitsItsAmountsIsConfirmed(double rate, double spent)
    {
        var notes = Checked.Of<ExecutionRates>(With(new Funding { Budget = 4_100_000m, Spent = (decimal)spent, ExecutionRate = (decimal)rate }));

        Assert.Empty(notes.Findings);
        Assert.Equal(["/funding/budget", "/funding/executionRate", "/funding/spent"], notes.Confirmed.Order());
    }

    [Fact]
    public void ARateOfAllWhereLessWasSpentIsTold()
    {
        var report = With(new Funding { Budget = 5_000_000m, Spent = 4_814_600m, ExecutionRate = 1m }, Checked.Read("/funding/executionRate", "100%"));

        var finding = Assert.Single(Checked.Of<ExecutionRates>(report).Findings);

        Assert.Equal("PE4030", finding.Id);
        Assert.Contains("96.29%", finding.Message, StringComparison.Ordinal);
        Assert.Contains("481.46万元", finding.MessageZh, StringComparison.Ordinal);
    }

    // 98% is known to half a per cent, 98.0% to a twentieth.
    [Theory]
    [InlineData("98%", 0.98, 0)]
    [InlineData("98.0%", 0.98, 1)]
    [InlineData("98.00%", 0.98, 1)]
    [InlineData("0.98", 0.98, 0)]
    public void ARateIsAsExactAsItIsPrinted(string printed, double rate, int findings)
    {
        var report = With(new Funding { Budget = 1_000_000m, Spent = 983_000m, ExecutionRate = (decimal)rate }, Checked.Read("/funding/executionRate", printed));

        Assert.Equal(findings, Checked.Of<ExecutionRates>(report).Findings.Count);
    }

    [Fact]
    public void TheRateMayBeOfTheMoneyReceived()
    {
        var notes = Checked.Of<ExecutionRates>(With(new Funding { Budget = 12_860_000m, Received = 11_995_000m, Spent = 11_326_800m, ExecutionRate = 0.9443m }));

        Assert.Empty(notes.Findings);
        Assert.Contains("/funding/received", notes.Confirmed);
    }

    [Fact]
    public void RatesOfLinesAreJudgedToo() =>
        Assert.Equal(["PE4030"], Checked.Of<ExecutionRates>(With(new Funding { Lines = [new() { Name = "县级", Budget = 250_000m, Spent = 220_200m, ExecutionRate = 1m }] })).Ids());

    [Fact]
    public void NothingIsSaidWithoutBothSides()
    {
        Assert.Empty(Checked.Of<ExecutionRates>(With(new Funding { Budget = 100m, ExecutionRate = 1m })).Findings);
        Assert.Empty(Checked.Of<ExecutionRates>(With(new Funding { Budget = 0m, Spent = 0m, ExecutionRate = 1m })).Findings);
    }

    [Fact]
    public void LinesThatComeToTheTotalConfirmEachOther()
    {
        var notes = Checked.Of<FundingSums>(Table(217_000m, 185_000m, 32_000m));

        Assert.Empty(notes.Findings);
        Assert.Contains("/funding/lines/1/budget", notes.Confirmed);
    }

    [Fact]
    public void LinesThatDoNotComeToTheTotalAreTold()
    {
        var finding = Assert.Single(Checked.Of<FundingSums>(Table(217_000m, 185_000m, 23_000m)).Findings);

        Assert.Equal("PE4031", finding.Id);
        Assert.Contains("相差9000元", finding.MessageZh, StringComparison.Ordinal);
    }

    // 3.33 + 3.33 + 3.33万元 and 10万元 differ by a hundredth of 万元, which is 100元.
    [Theory]
    [InlineData("10.00", 0)]
    [InlineData("10.20", 1)]
    public void AmountsAreAsExactAsTheyArePrinted(string total, int findings)
    {
        var report = Table(decimal.Parse(total, System.Globalization.CultureInfo.InvariantCulture) * 10_000m, 33_300m, 33_300m, 33_300m);

        Assert.Equal(findings, Checked.Of<FundingSums>(report with { Evidence = [Checked.Read("/funding/budget", total), .. report.Evidence] }).Findings.Count);
    }

    // 元 beside 万元: 2026400元 and 202.64万元 are the same money.
    [Fact]
    public void TheUnitDoesNotMatter() => Assert.Empty(Checked.Of<FundingSums>(Table(2_026_400m, 202.64m * 10_000m, 0m)).Findings);

    [Fact]
    public void RowsThatArePartsOfTheRowAboveCountOnce()
    {
        var notes = Checked.Of<FundingSums>(Table(1000m, 400m, 300m, 100m, 600m));

        Assert.Empty(notes.Findings);
        Assert.DoesNotContain("/funding/lines/1/budget", notes.Confirmed);
    }

    // 按收入性质分 and 按支出性质分.
    [Fact]
    public void TheSameMoneyMayBeToldByTwoClassifications()
    {
        Assert.Empty(Checked.Of<FundingSums>(Table(1_000_000m, 900_000m, 100_000m, 700_000m, 300_000m)).Findings);
        Assert.Equal(["PE4031"], Checked.Of<FundingSums>(Table(1_000_000m, 900_000m, 100_000m, 700_000m, 200_000m)).Ids());
    }

    [Fact]
    public void SourcesThatProseEnumeratesMayBeIncompleteButNotMoreThanTheWhole()
    {
        Assert.Empty(Checked.Of<FundingSums>(Table(1000m, 400m, 300m) with { Evidence = [] }).Findings);
        Assert.Equal(["PE4031"], Checked.Of<FundingSums>(Table(1000m, 700m, 800m) with { Evidence = [] }).Ids());
    }

    [Fact]
    public void MoreSpentThanThereWasIsWorthKnowing() =>
        Assert.Equal(["PE4033"], Checked.Of<FundingSums>(With(new Funding { Budget = 1_700_000m, Spent = 1_796_000m })).Ids());

    [Theory]
    [InlineData(0.9727, 9.73, "")]
    [InlineData(0.834, 8.34, "")]
    [InlineData(0.834, 8.3, "")]
    [InlineData(0.834, 8.5, "PE4032")]
    [InlineData(0.834, 10, "PE4032")]
    [InlineData(1.2, 10, "")]
    [InlineData(0.96, 10, "")]
    public void ThePointsForTheExecutionRateFollowTheRate(double rate, double score, string id) =>
        Assert.Equal(id, string.Concat(Checked.Of<ExecutionScores>(With(new Funding { ExecutionRate = (decimal)rate, FullMark = 10m, Score = (decimal)score })).Ids()));

    private static PerformanceReport With(Funding funding, params EvidenceEntry[] evidence) => new() { Funding = funding, Evidence = [.. evidence] };

    private static PerformanceReport Table(decimal total, params decimal[] lines) => With(
        new Funding { Budget = total, Lines = [.. lines.Select((l, i) => new FundingLine { Name = $"来源{i}", Budget = l })] },
        [.. lines.Select((_, i) => Checked.Read($"/funding/lines/{i}/name", $"来源{i}", row: i + 1))]);
}
