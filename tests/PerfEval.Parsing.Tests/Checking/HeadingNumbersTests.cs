using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Model;
using Xunit;

namespace PerfEval.Parsing.Tests.Checking;

public sealed class HeadingNumbersTests
{
    private const string Body = "\n本项目由县水利局组织实施，资金已经全部到位，年度任务按期完成。\n";

    [Theory]
    [InlineData("一、项目基本情况|二、绩效评价工作情况|三、评价结论", "")]
    [InlineData("一、项目基本情况|二、绩效评价工作情况|四、评价结论", "PE4050")]
    [InlineData("一、项目基本情况|二、绩效评价工作情况|二、评价结论", "PE4051")]
    [InlineData("一、项目基本情况|（一）项目概况|（二）项目绩效目标|二、绩效评价工作情况|（一）评价目的|（二）评价方法", "")]
    [InlineData("一、项目基本情况|（一）项目概况|（一）项目绩效目标|二、绩效评价工作情况", "PE4051")]
    [InlineData("一、项目基本情况|（一）项目概况|1.项目背景|2.项目内容|（二）项目资金情况|3.资金到位情况|4.资金使用情况|二、评价结论", "")]
    [InlineData("一、项目基本情况|（一）项目概况|1.项目背景|2.项目内容|（二）项目资金情况|1.资金到位情况|2.资金使用情况|二、评价结论", "")]
    public void NumbersCountOn(string headings, string ids) => Assert.Equal(ids, string.Concat(Of(headings).Ids()));

    [Fact]
    public void BothHeadingsAreNamedWithTheirPlaces()
    {
        var finding = Assert.Single(Of("一、项目基本情况|二、绩效评价工作情况|四、评价结论").Findings);

        Assert.Equal(["二、绩效评价工作情况", "四、评价结论"], finding.Compared.Select(c => c.Value));
        Assert.Equal(["/sections/1/number", "/sections/2/number"], finding.Compared.Select(c => c.Pointer));
        Assert.All(finding.Compared, c => Assert.NotNull(c.Span));
    }

    [Fact]
    public void AHeadingThatLostItsNumberIsNoGap() => Assert.Equal(["PE4052"], Of("一、项目基本情况|、绩效评价工作情况|三、评价结论").Ids());

    [Fact]
    public void AParagraphMayBearTheNumber() =>
        Assert.Empty(Checked.Of<HeadingNumbers>(new PerformanceReport(), $"一、存在的问题{Body}1.资料收集{Body}2.部分乡镇报送不及时，个别凭证不完整，与要求还有差距，影响了评价工作的进度和质量，需要在今后改进；\n3.管护机制{Body}二、有关建议{Body}").Findings);

    private static CheckNotes Of(string headings) => Checked.Of<HeadingNumbers>(new PerformanceReport(), string.Concat(headings.Split('|').Select(h => h + Body)));
}
