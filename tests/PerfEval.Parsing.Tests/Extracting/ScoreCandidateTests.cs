using System.Globalization;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Tests.Support.Rereading;
using Xunit;

namespace PerfEval.Parsing.Tests.Extracting;

/// <summary>Every score and grade that a report states is told, those that are not its own with the reason.</summary>
public sealed class ScoreCandidateTests
{
    private const string Evaluated = """
        江源县2021年度养老服务补助项目绩效评价报告
        委托单位：江源县财政局
        评价机构：江源信衡会计师事务所（普通合伙）
        摘要
        经综合评价，项目得分84.38分，评价等级为“良”。
        一、项目基本情况
        江源县养老服务补助项目由江源县民政局组织实施，县财政局绩效目标审核得分为95分。
        二、绩效评价工作开展情况
        评价标准：评价总分为100分，结果分为四个等级：90（含）—100分为优，80（含）—90分为良，60（含）—80分为中，60分以下为差。
        三、综合评价情况及评价结论
        满分100分，项目综合得分84.38分，评价等级为“良”。其中，决策类指标权重20分，得分18分；较2020年度评价得分81.90分提高2.48分。
        单位自评得分97.5分，自评等级为“优”。
        四、有关建议
        对评价结果为“差”的单位暂停安排资金。
        """;

    private static readonly ParseResult Result = ReportParser.Default.ParseText(Evaluated);

    [Theory]
    [InlineData("84.38", "score.conclusion", null)]
    [InlineData("84.38", "score.abstract", null)]
    [InlineData("95", "score.text", "appraisal")]
    [InlineData("100", "score.text", "fullMark")]
    [InlineData("18", "score.conclusion", "part")]
    [InlineData("81.9", "score.conclusion", "otherYear")]
    [InlineData("97.5", "score.conclusion", "selfScore")]
    public void EveryScoreIsACandidate(string value, string rule, string? lost) =>
        Assert.Contains(Candidates(Result, "/score/value"), c => c.Value == value && c.Rule == rule && c.Lost == lost);

    [Theory]
    [InlineData("良", "grade.conclusion", null)]
    [InlineData("良", "grade.abstract", null)]
    [InlineData("优", "grade.conclusion", "selfScore")]
    [InlineData("差", "grade.text", "standards")]
    public void EveryGradeIsACandidate(string value, string rule, string? lost) =>
        Assert.Contains(Candidates(Result, "/grade/raw"), c => c.Value == value && c.Rule == rule && c.Lost == lost);

    [Fact]
    public void ACandidateStandsOnItsNumber() =>
        Assert.All(Candidates(Result, "/score/value"), c =>
            Assert.Equal(decimal.Parse(c.Value, CultureInfo.InvariantCulture), decimal.Parse(Result.Document!.Blocks[c.Span.Block].Text.AsSpan(c.Span.Start, c.Span.Length), CultureInfo.InvariantCulture)));

    [Fact]
    public void TheStrongestCandidateThatNothingSpeaksAgainstIsTaken()
    {
        foreach (var pointer in new[] { "/score/value", "/selfScore/value", "/grade/raw", "/fiscalYears", "/commissioner", "/evaluator" })
        {
            var strongest = Candidates(Result, pointer).Where(c => c.Lost is null).MaxBy(c => c.Strength)!;
            var evidence = Assert.Single(Result.Evidence, e => e.Pointer == pointer).Evidence;
            Assert.Equal((strongest.Span.Block, strongest.Span.Start, strongest.Rule), (evidence.Block, evidence.Start, evidence.Rule));
        }
    }

    [Fact]
    public void TheScoreIsCitedByItsNumberAndItsFullMarkWhereStated()
    {
        Assert.Equal("84.38", Cited(Result, "/score/value").Text);
        Assert.Equal("100", Cited(Result, "/score/fullMark").Text);
        Assert.Equal("97.5", Cited(Result, "/selfScore/value").Text);
        Assert.Equal(("良", "grade.conclusion"), (Cited(Result, "/grade/raw").Text, Cited(Result, "/grade/raw").Rule));
        Assert.Equal(("良", "grade.level"), (Cited(Result, "/grade/level").Text, Cited(Result, "/grade/level").Rule));
    }

    [Fact]
    public void AFullMarkThatNobodyStatesHasNoEvidence()
    {
        var result = ReportParser.Default.ParseText("江源县2021年度养老服务补助项目绩效自评报告\n一、项目基本情况\n项目由县民政局实施。\n二、自评结论\n项目自评得分92分，自评等级为优。\n");

        Assert.Equal(new Score(92, 100), result.Report.Score);
        Assert.DoesNotContain(result.Evidence, e => e.Pointer == "/score/fullMark");
    }

    // 财政 phrasings of the domain survey: the number, wherever it stands in the sentence.
    [Theory]
    [InlineData("自评绩效等级为“优”，分数为96分。", "96", "优")]
    [InlineData("因此评价分100分，自评等级为优秀。", "100", "优秀")]
    [InlineData("部门绩效自评工作总体得分为84.47分，评级为“优”。", "84.47", "优")]
    [InlineData("满分100分，累计扣减7.35分，余92.65分即为我局整体支出绩效自评分，对应等次为“优”。", "92.65", "优")]
    [InlineData("综合得分９０．５分，绩效级别评定为“良”。", "９０．５", "良")]
    [InlineData("总分100分，得分93 分，得分率93%，绩效评级为“良好”。", "93", "良好")]
    public void ScoreAndGradeAreCitedAsPrinted(string sentence, string score, string grade)
    {
        var result = ReportParser.Default.ParseText($"江源县2021年度养老服务补助项目绩效自评报告\n一、项目基本情况\n项目由县民政局实施。\n二、自评结论\n{sentence}\n");

        Assert.Equal((score, grade), (Cited(result, "/score/value").Text, Cited(result, "/grade/raw").Text));
        Assert.All(result.Evidence, e => Assert.Null(HeadFactsRereading.Fault(result.Report, e)));
    }

    [Fact]
    public void AFormsTotalsAreCandidatesByTheirColumns()
    {
        var result = ReportParser.Default.ParseText("""
            2022年度项目支出绩效自评表
            项目名称	养老服务补助	主管部门	江源县民政局
            一级指标	二级指标	三级指标	分值	年度指标值	实际完成值	自评得分	复核得分
            产出指标	数量指标	补助人数	50	300人	300人	50	48
            效益指标	社会效益	覆盖率	50	100%	99%	49	45
            总分			100			99	93
            """);

        Assert.Contains(Candidates(result, "/score/value"), c => c is { Rule: "score.total", Value: "93", Lost: null });
        Assert.Contains(Candidates(result, "/score/value"), c => c is { Rule: "score.total.self", Value: "99", Lost: "selfScore" });
        Assert.Equal(("93", "99", "100"), (Cited(result, "/score/value").Text, Cited(result, "/selfScore/value").Text, Cited(result, "/score/fullMark").Text));
    }

    private static IEnumerable<Candidate> Candidates(ParseResult result, string pointer) => result.Extracted[0].Candidates.Where(c => c.Pointer == pointer);

    private static Evidence Cited(ParseResult result, string pointer) => Assert.Single(result.Evidence, e => e.Pointer == pointer).Evidence;
}
