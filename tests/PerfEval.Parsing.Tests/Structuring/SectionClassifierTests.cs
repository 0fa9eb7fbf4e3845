using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Structuring;

public sealed class SectionClassifierTests
{
    [Theory]
    [InlineData("项目概况", "Overview")]
    [InlineData("项目立项的背景和目的", "Background")]
    [InlineData("主要经验及做法、存在的问题和建议", "Experiences Problems Recommendations")]
    [InlineData("业绩和经验、主要问题、建议和措施", "Experiences Problems Recommendations")]
    [InlineData("绩效评价目的、对象和范围", "Purpose Scope")]
    [InlineData("绩效评价原则、评价指标体系（附表说明）、评价方法、评价标准", "Principles IndicatorSystem Methods Standards")]
    [InlineData("中央下达林业转移支付预算和绩效目标情况", "ObjectiveAllocation")]
    [InlineData("省内资金安排、分解下达预算和绩效目标情况", "ObjectiveAllocation")]
    [InlineData("偏离绩效目标的原因和下一步改进措施", "Deviation")]
    [InlineData("绩效自评结果拟应用和公开情况", "ResultUse")]
    [InlineData("项目内容及资金安排", "Content FundingPlan")]
    [InlineData("评价结论和绩效分析", "Conclusion IndicatorAnalysis")]
    [InlineData("存在的问题和下一步打算", "Problems Recommendations")]
    [InlineData("绩效评价结果应用建议", "ResultUse")]
    [InlineData("部门（单位）概况", "UnitProfile")]
    [InlineData("2020年重点工作", "KeyTasks")]
    [InlineData("项目 基 本 情 况", "Basics")]
    [InlineData("项目决策情况（自评得分20分）", "DecisionAnalysis")]
    [InlineData("资金投入情况分析。", "FundingAnalysis")]
    [InlineData("社会效益指标完成情况", "BenefitAnalysis")]
    [InlineData("项目的相关方及其关联", "")]
    [InlineData("绩效目标编制不够完整，个别指标值设置偏低", "")]
    [InlineData("科学规范原则", "")]
    public void HeadingsNameTheirKinds(string heading, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', SectionClassifier.Default.Classify(heading, [])));

    [Fact]
    public void ThePlaceInTheOutlineIsEvidence()
    {
        Assert.Equal([SectionKind.WorkProcess], SectionClassifier.Default.Classify("组织实施", [SectionKind.EvaluationWork]));
        Assert.Equal([SectionKind.Organization], SectionClassifier.Default.Classify("组织实施", [SectionKind.Basics]));
        Assert.Equal([SectionKind.DecisionAnalysis], SectionClassifier.Default.Classify("项目投入情况", [SectionKind.IndicatorAnalysis]));
    }

    [Fact]
    public void TheAbstractsOwnSectionsHaveNoKinds() => Assert.Empty(SectionClassifier.Default.Classify("项目概况", [SectionKind.Abstract]));

    [Fact]
    public void AClassifierOfOneDocumentSaysTheSameHoweverOftenItIsAsked()
    {
        var remembering = SectionClassifier.Default.ForDocument();
        foreach (var _ in (ReadOnlySpan<int>)[1, 2])
            foreach (var heading in ReportVocabulary.Default.Sections.Entries.Select(e => e.Text).Concat(["某某情况", "评价目的、对象和范围", "（一）", ""]))
            {
                Assert.Equal(SectionClassifier.Default.IsKnown(heading), remembering.IsKnown(heading));
                Assert.Equal(SectionClassifier.Default.Classify(heading, []), remembering.Classify(heading, []));
                Assert.Equal(SectionClassifier.Default.Classify(heading, [], listedOnly: true), remembering.Classify(heading, [], listedOnly: true));
                Assert.Equal(SectionClassifier.Default.Classify(heading, [SectionKind.Basics]), remembering.Classify(heading, [SectionKind.Basics]));
            }
    }
}
