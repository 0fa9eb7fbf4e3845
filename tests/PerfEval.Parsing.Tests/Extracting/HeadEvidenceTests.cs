using CsCheck;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Tests.Support.Rereading;
using PerfEval.Parsing.Writing.PlainText;
using Xunit;

namespace PerfEval.Parsing.Tests.Extracting;

/// <summary>Title, nature, years, parties, date and dimensions are cited by the shortest text from which they can be read.</summary>
public sealed class HeadEvidenceTests
{
    private static readonly ParseResult Commissioned = ReportParser.Default.ParseText("""
        江源县民政局
        2019年度社区老年助餐服务补贴项目
        绩效评价报告

        委托单位：江源县财政局（盖章）
        评价机构：江源信衡会计师事务所（普通合伙）
        二〇二〇年八月

        前言
        受江源县财政局（以下简称“县财政局”）委托，我所对项目开展了绩效评价。
        一、项目基本情况
        （一）项目概况
        江源县民政局（以下简称“县民政局”）印发了补贴办法，县民政局作为项目主管部门，项目由江源县社会福利指导中心组织实施。
        二、综合评价情况及评价结论
        项目综合得分88.36分，评价等级为良好。其中：决策指标满分20分，得18.5分；过程指标满分20分，得17分；产出指标满分30分，得27.86分；效益指标满分30分，得25分。
        """);

    [Fact]
    public void ATitleIsCitedLineByLine() =>
        Assert.Equal(["江源县民政局", "2019年度社区老年助餐服务补贴项目", "绩效评价报告"], Texts(Commissioned, "/title"));

    [Theory]
    [InlineData("/fiscalYears", "2019年", "years.title")]
    [InlineData("/subject", "项目", "subject.title")]
    [InlineData("/mode", "江源县财政局", "mode.parties")]
    [InlineData("/projectName", "社区老年助餐服务补贴项目", "project.title")]
    [InlineData("/evaluatedUnit", "江源县民政局", "party.title")]
    [InlineData("/commissioner", "江源县财政局", "party.label")]
    [InlineData("/evaluator", "江源信衡会计师事务所（普通合伙）", "party.label")]
    [InlineData("/reportDate", "二〇二〇年八月", "date.cover")]
    public void AValueIsCitedWithoutLabelCounterAndSeal(string pointer, string text, string rule)
    {
        Assert.Equal([text], Texts(Commissioned, pointer));
        Assert.Equal(rule, Commissioned.Evidence.Single(e => e.Pointer == pointer).Evidence.Rule);
    }

    [Fact]
    public void AShortNameIsCitedByTheNameThatItStandsForAndByItsMention() =>
        Assert.Equal(["江源县民政局", "县民政局"], Texts(Commissioned, "/competentDepartment"));

    [Fact]
    public void ProseIsToldByItsFirstChapter() => Assert.Equal("form.prose", Commissioned.Evidence.Single(e => e.Pointer == "/form").Evidence.Rule);

    [Fact]
    public void ADimensionsNameWeightAndPointsAreCitedEach()
    {
        Assert.Equal(["决策指标"], Texts(Commissioned, "/dimensionScores/0/name"));
        Assert.Equal(["20"], Texts(Commissioned, "/dimensionScores/0/fullMark"));
        Assert.Equal(["27.86"], Texts(Commissioned, "/dimensionScores/2/score"));
    }

    [Fact]
    public void ATableOfEmptyCellsIsNoGround()
    {
        var evidence = ReportParser.Default.ParseText("绩效自评表\n┌──┬──┐\n│  │  │\n├──┼──┤\n│  │  │\n└──┴──┘\n").Report.Evidence;

        Assert.DoesNotContain(evidence, e => e.Pointer == "/form");
    }

    [Fact]
    public void EveryHeadFactCanBeReadAgainFromItsEvidence() =>
        Assert.All(Commissioned.Evidence, e => Assert.Null(HeadFactsRereading.Fault(Commissioned.Report, e)));

    [Fact]
    public void EveryHeadFactOfAWrittenReportCanBeReadAgainFromItsEvidence() =>
        ReportGen.Report.Sample(
            report =>
            {
                using var stream = new MemoryStream();
                new TextReportWriter().Write(report, stream);
                var read = ReportParser.Default.Parse(stream.ToArray()).Report;
                Assert.Empty(read.Evidence.Select(e => HeadFactsRereading.Fault(read, e)).OfType<string>());
            },
            iter: 200);

    [Fact]
    public void ARereadingNoticesEvidenceOfAnotherValue()
    {
        var heads = Commissioned.Evidence.Where(e => Heads.Contains(e.Pointer.Split('/')[1])).ToList();

        Assert.NotEmpty(heads);
        Assert.All(heads, e => Assert.NotNull(HeadFactsRereading.Fault(Commissioned.Report, e with { Evidence = e.Evidence with { Text = "另行说明" } })));
    }

    private static readonly string[] Heads =
        ["title", "subject", "fiscalYears", "projectName", "evaluatedUnit", "competentDepartment", "commissioner", "evaluator", "reportDate", "score", "selfScore", "grade", "dimensionScores"];

    [Fact]
    public void TheUnitThatTheProseNamesRivalsThatOfTheTitle()
    {
        var rival = Assert.Single(Candidates(Commissioned, "/evaluatedUnit"), c => c.Rule == "party.prose" && c.Lost is null);

        Assert.Equal("江源县社会福利指导中心", rival.Value);
        Assert.True(rival.Strength < 0.9);
    }

    [Fact]
    public void ALabelsTickedBoxesAreNoUnit()
    {
        var result = ReportParser.Default.ParseText("财政支出项目绩效评价报告\n项目名称：清洁取暖改造项目\n项目单位：江源县教育局\n组织方式：□财政部门 □主管部门 √项目单位\n评价机构：□中介机构 □专家组 √项目单位评价组\n评价时间：2018年1月\n一、项目概况\n项目由县教育局实施。\n");

        Assert.Equal("noUnit", Assert.Single(Candidates(result, "/evaluator")).Lost);
        Assert.Equal(["√项目单位"], Texts(result, "/mode"));
        Assert.Null(result.Report.Evaluator);
    }

    [Fact]
    public void AFormIsToldByItsFirstLabelAndItsLabelsAreNoPartOfTheValues()
    {
        var result = ReportParser.Default.ParseText("""
            2022年度项目支出绩效自评表
            填报日期：2023年2月17日
            项目名称	2022年养老服务 补助	主管部门	江源县民政局（盖章）
            一级指标	二级指标	三级指标	分值	年度指标值	实际完成值	得分
            产出指标	数量指标	补助人数	50	300人	300人	50
            效益指标	社会效益	覆盖率	50	100%	99%	49
            总分			100			99分
            """);

        Assert.Equal(["项目名称"], Texts(result, "/form"));
        Assert.Equal(["养老服务 补助"], Texts(result, "/projectName"));
        Assert.Equal("养老服务补助", result.Report.ProjectName);
        Assert.Equal(["江源县民政局"], Texts(result, "/competentDepartment"));
        Assert.Equal(["2023年2月17日"], Texts(result, "/reportDate"));
        Assert.Equal(["99"], Texts(result, "/score/value"));
        Assert.All(result.Evidence, e => Assert.Null(HeadFactsRereading.Fault(result.Report, e)));
    }

    [Fact]
    public void ANameBrokenByItsYearIsCitedInItsParts()
    {
        var document = new SourceDocument { Blocks = [new Paragraph { Text = "宁湖市创业担保贷款（2021—2022年）贴息政策绩效 评价报告" }] };
        var traced = new TracedText(document, new SourceSpan(0, 0, document.Blocks[0].Text.Length));

        Assert.Equal(["创业担保贷款", "贴息政策"], traced.FindLast("创业担保贷款贴息政策").Select(s => document.Blocks[0].Text.Substring(s.Start, s.Length)));
        Assert.Equal("绩效 评价", Assert.Single(traced.Find("绩效评价")) is var span ? document.Blocks[0].Text.Substring(span.Start, span.Length) : "");
        Assert.Empty(traced.Find("不在其中"));
    }

    [Fact]
    public void YearsWithWhichThoseOfTheConclusionAreComparedAreLost()
    {
        var result = ReportParser.Default.ParseText("江源县养老服务补助项目绩效评价报告\n一、项目概况\n项目由县民政局实施。\n二、评价结论\n较2020年度明显改善，2021年度项目综合得分92分。\n");

        Assert.Equal([2021], result.Report.FiscalYears);
        Assert.Contains(Candidates(result, "/fiscalYears"), c => c is { Value: "2020", Lost: "comparison" });
    }

    [Fact]
    public void AllDatesAreCandidatesAndTheSignaturesIsTaken()
    {
        var result = ReportParser.Default.ParseText("江源县2021年度养老服务补助项目绩效自评报告\n填报日期：2022年3月1日\n一、项目概况\n项目由县民政局实施，年度任务全部完成，群众满意。\n江源县民政局\n2022年3月18日\n");

        Assert.Equal(["2022年3月18日"], Texts(result, "/reportDate"));
        Assert.Equal(["2022-03-18", "2022-03-01"], Candidates(result, "/reportDate").Select(c => c.Value));
    }

    private static IEnumerable<Candidate> Candidates(ParseResult result, string pointer) => result.Extracted[0].Candidates.Where(c => c.Pointer == pointer);

    private static string[] Texts(ParseResult result, string pointer)
    {
        var evidence = Assert.Single(result.Evidence, e => e.Pointer == pointer).Evidence;
        return [evidence.Text, .. evidence.More.Select(m => m.Text)];
    }
}
