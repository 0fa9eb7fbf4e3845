using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Checking;

public sealed class RequiredSectionsTests
{
    private const string Body = "\n本项目由县水利局组织实施，资金已经全部到位，年度任务按期完成。\n";

    private const string Whole = "一、基本情况|（一）项目概况|（二）项目绩效目标|二、绩效评价工作开展情况|三、综合评价情况及评价结论|四、绩效评价指标分析|五、主要经验及做法、存在的问题及原因分析|六、有关建议";

    [Fact]
    public void TheOfficialOutlineIsComplete() => Assert.Empty(Of(Whole, EvaluationMode.FiscalEvaluation).Findings);

    [Fact]
    public void MissingChaptersAreToldTogether()
    {
        var finding = Assert.Single(Of(Whole.Replace("|六、有关建议", "", StringComparison.Ordinal).Replace("主要经验及做法、", "", StringComparison.Ordinal), EvaluationMode.DepartmentEvaluation).Findings);

        Assert.Equal("PE4070", finding.Id);
        Assert.EndsWith("主要经验及做法、有关建议。", finding.MessageZh, StringComparison.Ordinal);
    }

    [Fact]
    public void SelfEvaluationsAreAskedForLess() => Assert.Empty(Of("一、项目资金情况|二、绩效目标完成情况|三、存在的问题", EvaluationMode.SelfEvaluation).Findings);

    [Fact]
    public void MoneyThatASelfEvaluationTellsElsewhereIsEnough()
    {
        Assert.Equal(["PE4070"], Of("一、基本情况|二、绩效目标完成情况|三、存在的问题", EvaluationMode.SelfEvaluation).Ids());
        Assert.Empty(Of("一、基本情况|二、绩效目标完成情况|三、存在的问题", EvaluationMode.SelfEvaluation, new Funding { Spent = 100m }).Findings);
    }

    [Fact]
    public void AnEmptyChapterIsTold()
    {
        var finding = Assert.Single(Checked.Of<RequiredSections>(Report(EvaluationMode.SelfEvaluation), $"一、项目资金情况{Body}二、绩效目标完成情况{Body}三、存在的问题\n四、其他需要说明的问题{Body}").Findings);

        Assert.Equal("PE4071", finding.Id);
        Assert.NotNull(finding.Span);
    }

    [Fact]
    public void NoneIsAnAnswer() =>
        Assert.Empty(Checked.Of<RequiredSections>(Report(EvaluationMode.SelfEvaluation), $"一、项目资金情况{Body}二、绩效目标完成情况{Body}三、存在的问题\n无。\n四、其他需要说明的问题{Body}").Findings);

    [Theory]
    [InlineData(EvaluationMode.GoalSetting)]
    [InlineData(EvaluationMode.Rectification)]
    [InlineData(EvaluationMode.Unknown)]
    public void OtherPapersFollowNoOutline(EvaluationMode mode) => Assert.Empty(Of("一、基本情况|二、整改情况|三、下一步工作", mode).Findings);

    [Fact]
    public void EveryKindOfEvaluationHasAnOutline()
    {
        foreach (var mode in new[] { EvaluationMode.SelfEvaluation, EvaluationMode.DepartmentEvaluation, EvaluationMode.FiscalEvaluation })
            Assert.All(Enum.GetValues<ReportSubject>(), subject => Assert.NotEmpty(ReportVocabulary.Default.Outlines.Required(mode, subject)));
    }

    private static CheckNotes Of(string headings, EvaluationMode mode, Funding? funding = null) =>
        Checked.Of<RequiredSections>(Report(mode) with { Funding = funding }, string.Concat(headings.Split('|').Select(h => h + Body)));

    private static PerformanceReport Report(EvaluationMode mode) => new() { Mode = mode, Subject = ReportSubject.Project, Form = ReportForm.Report };
}
