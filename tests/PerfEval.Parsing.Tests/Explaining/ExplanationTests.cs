using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Explaining;

public sealed class ExplanationTests
{
    private const string Text = """
        青河县交通运输局2023年农村公路养护项目支出绩效评价报告
        一、项目概况
        2023年年初预算安排资金120万元。
        二、综合评价情况及评价结论
        项目综合得分为92.5分，评价等级为“优”。
        三、项目过程情况
        过程指标满分20分，得分18分。
        """;

    private static readonly ParseResult Parsed = ReportParser.Default.ParseText(Text);

    [Fact]
    public void TheWinnerIsTheValueThatTheReportHas()
    {
        var score = Assert.Single(Parsed.Explain(r => r.Score!.Value));

        Assert.Equal(("/score/value", "92.5", "score.conclusion"), (score.Pointer, score.Value, score.Rule?.Id));
        Assert.Equal("92.5", Assert.Single(score.Candidates, c => c.IsTaken).Value);
        Assert.Equal(Parsed.Evidence.For("/score/value"), score.Evidence);
    }

    [Fact]
    public void APointOfOnePartLosesForThatReason() =>
        Assert.Equal("part", Assert.Single(Assert.Single(Parsed.Explain("/score/value")).Candidates, c => c.Value == "18").Lost?.Id);

    [Fact]
    public void AContainerGivesEveryFieldBelowIt()
    {
        var fields = Parsed.Explain("/score").Select(e => e.Pointer).ToList();

        Assert.Contains("/score/value", fields);
        Assert.All(fields, f => Assert.StartsWith("/score/", f, StringComparison.Ordinal));
    }

    [Fact]
    public void EveryValueOfTheReportIsExplained() =>
        Assert.Equal(Parsed.Evidence.Select(e => e.Pointer).Order(StringComparer.Ordinal), Parsed.Explain("").Where(e => e.Evidence is not null).Select(e => e.Pointer).Order(StringComparer.Ordinal));

    [Fact]
    public void AFieldWithoutValueHasAnExplanationWithoutEvidence()
    {
        var commissioner = Assert.Single(Parsed.Explain(r => r.Commissioner));

        Assert.Equal((null, null, null), (commissioner.Value, commissioner.Evidence, commissioner.Rule));
    }

    [Fact]
    public void AnUnknownModeIsNoValue()
    {
        var mode = Assert.Single(ReportParser.Default.ParseText("青河县农村公路情况\n一、概况\n全县公路100公里。").Explain(r => r.Mode));

        Assert.Equal((null, null), (mode.Value, mode.Evidence));
    }

    [Fact]
    public void ReportsReadBackKeepTheirEvidenceButNotTheCandidates()
    {
        var json = new JsonReportWriter().Write(Parsed.Report);

        var again = Assert.Single(ReportParser.Default.Parse(System.Text.Encoding.UTF8.GetBytes(json)).Explain("/score/value"));

        Assert.Equal(("92.5", Parsed.Evidence.For("/score/value"), 0), (again.Value, again.Evidence, again.Candidates.Count));
    }

    [Fact]
    public void AWrongCallThrowsAtOnce()
    {
        Assert.Throws<ArgumentException>(() => Parsed.Explain("/nothing"));
        Assert.Throws<ArgumentException>(() => Parsed.Explain(r => r.Title!.Length));
        Assert.Throws<ArgumentOutOfRangeException>(() => Parsed.Explain("/title", 2));
        Assert.Throws<ArgumentNullException>(() => Parsed.Explain((string)null!));
    }
}
