using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Checking;

public sealed class GradeFitTests
{
    private const string OpenBounds = "评价结果分为四档：90分以上为优，80-90分为良，60-80分为中，60分以下为差。";

    [Theory]
    [InlineData("综合得分90分（含）至100分为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。", "优 90含..100 | 良 80含..90 | 中 60含..80 | 差 ..60")]
    [InlineData("实行百分制，90分及以上为优，80分至89分为良，60分至79分为中，60分以下为差。", "优 90含.. | 良 80..89 | 中 60..79 | 差 ..60")]
    [InlineData("根据优秀（90分及以上）、良好（75分—90分）、合格（60分—75分）、不合格（60分以下）的等级划分标准", "优秀 90含.. | 良好 75..90 | 合格 60..75 | 不合格 ..60")]
    [InlineData("按照优（90分以上）、良（80—90分）、中（70—80分）、低（60—70分）、差（60分以下）五个等级划分", "优 90.. | 良 80..90 | 中 70..80 | 低 60..70 | 差 ..60")]
    [InlineData("不低于90分评为优，75分以上不足90分评为良，60分以上不足75分评为中，其余为差。", "优 90含.. | 良 75..90不含 | 中 60..75不含 | 差 ..60")]
    [InlineData("等级标准：[90,100]为优，[80,90)为良，[60,80)为中，[0,60)为差。", "优 90含..100含 | 良 80含..90不含 | 中 60含..80不含 | 差 0含..60不含")]
    [InlineData("优（得分≥90分）、良（80分≤得分＜90分）、中（60分≤得分＜80分）、差（得分＜60分）。", "优 90含.. | 良 80含..90不含 | 中 60含..80不含 | 差 ..60不含")]
    [InlineData("评级标准：90分以上为“好”，75分至90分为“较好”，60分至75分为“一般”，60分以下为“差”。", "好 90.. | 较好 75..90 | 一般 60..75 | 差 ..60")]
    [InlineData("90（不含）—100分为A级，80（含）—90（含）分为B级。", "A 90不含..100 | B 80含..90含")]
    public void TheReportsOwnScaleIsRead(string sentence, string bands)
    {
        var scale = GradeScaleReading.Of(Checked.Outline("一、评价标准\n" + sentence));

        Assert.NotNull(scale);
        Assert.Equal(bands, string.Join(" | ", scale.Bands.Select(b => $"{b.Word} {b.Lower}{Told(b.LowerIncluded)}..{b.Upper}{Told(b.UpperIncluded)}")));
    }

    [Theory]
    [InlineData("老年人满意度90%（含）以上得满分，80%（含）—90%得3.5分，80%以下得2分。")]
    [InlineData("拜城县93.18分、库车市91.35分，等级为优；沙雅县89.60分，等级为良。")]
    [InlineData("全年优良天数比例90%以上，较上年提高3个百分点。")]
    public void WhatIsNoScaleGivesNone(string sentence) => Assert.Null(GradeScaleReading.Of(Checked.Outline("一、评价标准\n" + sentence)));

    [Fact]
    public void AGradeOutsideTheNationalScaleIsTold()
    {
        var finding = Assert.Single(Of(84.47m, "优").Findings);

        Assert.Equal("PE4010", finding.Id);
        Assert.Equal("/grade/raw", finding.Pointer);
        Assert.Equal(["优", "84.47"], finding.Compared.Select(c => c.Value));
        Assert.Contains("“良”", finding.MessageZh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(94.5, "优秀")]
    [InlineData(89.99, "良")]
    [InlineData(60.01, "中")]
    [InlineData(59, "差")]
    [InlineData(88.5, "B")]
    public void AGradeThatFitsIsConfirmed(double score, string grade)
    {
        var notes = Of((decimal)score, grade);

        Assert.Empty(notes.Findings);
        Assert.Contains("/grade/raw", notes.Confirmed);
    }

    // 财预〔2020〕10号 counts 90 to 优, but a report that states no scale may use another.
    [Theory]
    [InlineData(90, "优秀", "")]
    [InlineData(90, "良", "")]
    [InlineData(90, "优", OpenBounds)]
    [InlineData(90, "良", OpenBounds)]
    public void AScoreOnABoundThatNobodyAssignedIsWorthKnowing(double score, string grade, string scale) => Assert.Equal(["PE4011"], Of((decimal)score, grade, scale).Ids());

    [Theory]
    [InlineData("优", "")]
    [InlineData("良", "PE4010")]
    public void AScoreOnABoundThatTheScaleAssignsIsJudged(string grade, string id) =>
        Assert.Equal(id, string.Concat(Of(90m, grade, "90（含）-100分为优，80（含）-90分为良，60（含）-80分为中。").Ids()));

    [Theory]
    [InlineData(78, "良好", "")]
    [InlineData(74.9, "良好", "PE4010")]
    [InlineData(78, "合格", "PE4010")]
    public void TheReportsOwnScaleGoesBeforeTheNationalOne(double score, string grade, string id) =>
        Assert.Equal(id, string.Concat(Of((decimal)score, grade, "优秀（90分及以上）、良好（75分—90分）、合格（60分—75分）、不合格（60分以下）。").Ids()));

    // 合格 and B belong to scales with other bounds: without the scale nothing can be said against them.
    [Theory]
    [InlineData(84, "合格")]
    [InlineData(92, "B")]
    public void WordsOfOtherScalesAreNotHeldAgainstTheNationalOne(double score, string grade) => Assert.Empty(Of((decimal)score, grade).Findings);

    [Fact]
    public void PointsBetweenTwoWholeBoundsBelongToTheLowerBand() => Assert.Empty(Of(89.5m, "良", "90分及以上为优，80分至89分为良，60分至79分为中，60分以下为差。").Findings);

    [Fact]
    public void TheScaleFollowsTheFullMark()
    {
        Assert.Empty(Of(110m, "优", fullMark: 120m).Findings);
        Assert.Equal(["PE4010"], Of(100m, "优", fullMark: 120m).Ids());
    }

    [Fact]
    public void AGradeThatTheReportDoesNotStateIsToldAndNotFilledIn()
    {
        var notes = Of(97.05m, null);

        var finding = Assert.Single(notes.Findings);
        Assert.Equal("PE4012", finding.Id);
        Assert.Contains("对应“优”", finding.MessageZh, StringComparison.Ordinal);
        Assert.Empty(notes.Contradicted);
    }

    [Fact]
    public void DeclarationsOfObjectivesHaveNoGrade() =>
        Assert.Empty(Checked.Of<GradeFit>(new PerformanceReport { Mode = EvaluationMode.GoalSetting, Score = new Score(95m, 100m) }).Findings);

    private static CheckNotes Of(decimal score, string? grade, string scale = "", decimal fullMark = 100m) => Checked.Of<GradeFit>(
        new PerformanceReport { Score = new Score(score, fullMark), Grade = grade is null ? null : new Grade(grade, ReportVocabulary.Default.Grades.LevelOf(grade)) },
        scale.Length > 0 ? "一、评价标准\n" + scale : "正文。");

    private static string Told(bool? included) => included switch { true => "含", false => "不含", null => "" };
}
