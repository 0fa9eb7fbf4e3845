using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Vocabulary;

public sealed class VocabularyTests
{
    [Fact]
    public void EveryHeadingOnTheListNamesWhatItsEntrySays()
    {
        var wrong = ReportVocabulary.Default.Sections.Entries
            .Where(e => !SectionClassifier.Default.Classify(e.Text, [.. e.Under.Take(1)]).SequenceEqual(e.Kinds))
            .Select(e => $"{e.Text}: {string.Join(' ', e.Kinds)}, but classified {string.Join(' ', SectionClassifier.Default.Classify(e.Text, [.. e.Under.Take(1)]))}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void EveryColumnHeadOnTheListGivesAField() =>
        Assert.All(
            ["年初预算数", "全年预算数（A）", "全年执行数（B）", "执行率（B/A×100%）", "分值", "得分（20分×执行率）", "调整后预算", "实际到位资金", "决算数"],
            head => Assert.NotNull(ReportVocabulary.Default.Columns.Funding.FieldOf(head)));

    [Theory]
    [InlineData("年度指标值", "target")]
    [InlineData("全年实际完成值", "actual")]
    [InlineData("偏差原因分析及改进措施", "deviation")]
    [InlineData("未完成原因及拟采取的改进措施", "deviation")]
    [InlineData("指标性质", "operator")]
    [InlineData("度量单位", "unit")]
    [InlineData("分值（权重）", "fullMark")]
    [InlineData("自评得分", "selfScore")]
    [InlineData("评分标准", "ignored")]
    [InlineData("年初目标值（A）", "target")]
    public void IndicatorHeadsAreTold(string head, string field) => Assert.Equal(field, ReportVocabulary.Default.Columns.Indicator.FieldOf(head));

    [Theory]
    [InlineData("项目单位（盖章）", "evaluatedUnit")]
    [InlineData("填 报 单 位：", "evaluatedUnit")]
    [InlineData("部门（单位）名称", "evaluatedUnit")]
    [InlineData("转移支付（项目）名称", "projectName")]
    [InlineData("地方主管部门", "competentDepartment")]
    [InlineData("委托方", "commissioner")]
    [InlineData("第三方机构", "evaluator")]
    [InlineData("上报时间", "reportDate")]
    public void LabelsAreTold(string label, string field) => Assert.Equal(field, ReportVocabulary.Default.Labels.FieldOf(label));

    [Theory]
    [InlineData("—")]
    [InlineData("/")]
    [InlineData("无")]
    [InlineData(" ")]
    public void BlankMarksSayNothing(string value) => Assert.True(ReportVocabulary.Default.Columns.IsBlank(value));
}
