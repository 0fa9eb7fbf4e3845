using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Extracting;

public sealed class ScoreReadingTests
{
    private static readonly int[] Years = [2021];

    [Theory]
    [InlineData("评价总分为100分，评价得分为90分，评价等级为优秀。", 90, 100.0)]
    [InlineData("综合得分为92.5分，评价等级为良好。", 92.5, null)]
    [InlineData("综合评分为88分。", 88, null)]
    [InlineData("自评绩效等级为“优”，分数为96分。", 96, null)]
    [InlineData("绩效自评分为95分。", 95, null)]
    [InlineData("项目自评分：98分", 98, null)]
    [InlineData("整体绩效自评分93.2分。", 93.2, null)]
    [InlineData("自评得分92分，存在的问题：", 92, null)]
    [InlineData("本项目绩效再评价得分81.4分，评价等级为“良”。", 81.4, null)]
    [InlineData("部门绩效自评工作总体得分为84.47分，评级为“优”。", 84.47, null)]
    [InlineData("综合得分91.35分，评定等级为“优”。", 91.35, null)]
    [InlineData("评价得分为86分，绩效评级为“良好”。", 86, null)]
    [InlineData("综合得分87.6分，绩效级别评定为“良”。", 87.6, null)]
    [InlineData("总体得分89分，评价等级为“良”。", 89, null)]
    [InlineData("总分100分，得分93分，得分率93%。", 93, 100.0)]
    [InlineData("最终得分90.08分，等级为优。", 90.08, null)]
    [InlineData("满分100分，实得94分。", 94, 100.0)]
    [InlineData("该项目自评总分为92.35分，自评等级为“优”。", 92.35, null)]
    [InlineData("满分100分，累计扣减7.35分，余92.65分即为我局整体支出绩效自评分，对应等次为“优”。", 92.65, 100.0)]
    [InlineData("本项目综合得分９０．５分，评价等级为优。", 90.5, null)]
    [InlineData("经综合评定，项目得分为 88 分，属于“良”。", 88, null)]
    public void TheOverallScoreIsRead(string sentence, double value, double? fullMark)
    {
        var score = Assert.Single(ScoreReading.Scores(sentence, Years), s => s.Lost is null);

        Assert.Equal((decimal)value, score.Value);
        Assert.Equal((decimal?)fullMark, score.FullMark?.Value);
    }

    [Theory]
    [InlineData("区财政局绩效目标审核得分为95分。")]
    [InlineData("运营方年度综合考核得分95.37分。")]
    [InlineData("该指标权重6分，得5分。")]
    [InlineData("项目决策类指标权重18分，得分15.5分，得分率86.11%。")]
    [InlineData("产出指标（40分）得38.2分。")]
    [InlineData("年度考核得分低于70分的不予补贴，考核得分在90分以上的上浮10%。")]
    [InlineData("较2020年度评价得分81.90分提高4.48分。")]
    [InlineData("该项目2019年度评价得分为93分。")]
    [InlineData("高于16个项目平均得分84.12分。")]
    [InlineData("评价得分与自评得分相差11.12分。")]
    [InlineData("满意度综合得分92分。")]
    [InlineData("预算执行率扣0.4分。")]
    [InlineData("得分=实际数÷目标数×2，最高2分。")]
    public void FalseFriendsAreNoScores(string sentence) =>
        Assert.DoesNotContain(ScoreReading.Scores(sentence, Years), s => s.Lost is null && (s.Value >= 40 || s.Strength > 0.85));

    [Theory]
    [InlineData("该项目2019年度评价得分为93分。", 93, "otherYear")]
    [InlineData("运营方年度综合考核得分95.37分。", 95.37, "appraisal")]
    [InlineData("绩效目标审核得分为95分。", 95, "appraisal")]
    [InlineData("高于16个项目平均得分84.12分。", 84.12, "statistic")]
    [InlineData("比自评得分90分低5.6分。", 90, "comparison")]
    [InlineData("考评得分85分以上的全额拨付。", 85, "threshold")]
    [InlineData("项目决策类指标权重18分，得分15.5分，得分率86.11%。", 15.5, "part")]
    [InlineData("产出指标（40分）得38.2分。", 38.2, "part")]
    [InlineData("评价总分为100分，评价得分为90分，评价等级为优秀。", 100, "fullMark")]
    [InlineData("评价总分为100分，结果分为四个等级：90（含）—100分为优，80（含）—90分为良，60分以下为差。", 100, "fullMark")]
    public void AFalseFriendIsToldWithItsReason(string sentence, double value, string reason) =>
        Assert.Equal(reason, Assert.Single(ScoreReading.Scores(sentence, Years), s => s.Value == (decimal)value).Lost);

    [Fact]
    public void TheYearsOfALongerPeriodAreParts()
    {
        var scores = ScoreReading.Scores("评价得分为80.75分。分年度看，2018年度得分72.40分，2019年度得分81.65分，2020年度得分85.10分。", [2018, 2019, 2020]);

        Assert.Equal([null, "part", "part", "part"], scores.Select(s => s.Lost));
    }

    [Theory]
    [InlineData("评价等级为优秀。", "优秀")]
    [InlineData("自评绩效等级为“优”，分数为96分。", "优")]
    [InlineData("绩效评级为“良好”。", "良好")]
    [InlineData("对应等次为“优”。", "优")]
    [InlineData("2021年度绩效自评等次为良好。", "良好")]
    [InlineData("根据优秀（90分及以上）、良好（75分—90分）的等级划分标准，绩效评级为“良好”。", "良好")]
    [InlineData("评价等级为“B”。", "B")]
    [InlineData("得分84分，属于“良”。", "良")]
    [InlineData("综合评定为“中”。", "中")]
    [InlineData("评价等次：优", "优")]
    public void TheGradeIsRead(string sentence, string word) => Assert.Equal(word, ScoreReading.Grades(sentence, Years, ReportVocabulary.Default.Grades).First(g => g.Lost is null).Word);

    [Theory]
    [InlineData("评价等级分为A、B、C、D四级。")]
    [InlineData("第三方检测单位出具的质量等级为“合格”。")]
    [InlineData("90（含）—100分为优，80（含）—90分为良。")]
    [InlineData("该项目2019年度评价等级为“A”。")]
    [InlineData("公司信用等级为A。")]
    [InlineData("对评价结果为“差”的县暂停安排资金。")]
    public void FalseFriendsAreNoGrades(string sentence) => Assert.DoesNotContain(ScoreReading.Grades(sentence, Years, ReportVocabulary.Default.Grades), g => g.Lost is null);
}
