using PerfEval.Parsing.Structuring;
using Xunit;

namespace PerfEval.Parsing.Tests.Structuring;

public sealed class HeadingNumberTests
{
    [Theory]
    [InlineData("一、基本情况", "HanComma", 1, "基本情况")]
    [InlineData("十二、其他", "HanComma", 12, "其他")]
    [InlineData("二十一、附表", "HanComma", 21, "附表")]
    [InlineData("一 、基本情况", "HanComma", 1, "基本情况")]
    [InlineData("二、 绩效分析", "HanComma", 2, "绩效分析")]
    [InlineData("（一）项目概况", "HanParen", 1, "项目概况")]
    [InlineData("(二)资金情况", "HanParen", 2, "资金情况")]
    [InlineData("（三)绩效目标", "HanParen", 3, "绩效目标")]
    [InlineData("㈣产出", "HanParen", 4, "产出")]
    [InlineData("1.立项背景", "DigitDot", 1, "立项背景")]
    [InlineData("2．资金到位", "DigitDot", 2, "资金到位")]
    [InlineData("3 .资金使用", "DigitDot", 3, "资金使用")]
    [InlineData("１、项目概况", "DigitComma", 1, "项目概况")]
    [InlineData("1、 项目基本情况", "DigitComma", 1, "项目基本情况")]
    [InlineData("（1）数量指标", "DigitParen", 1, "数量指标")]
    [InlineData("(12)其他", "DigitParen", 12, "其他")]
    [InlineData("①组织", "Circled", 1, "组织")]
    [InlineData("第一部分 部门概况", "Part", 1, "部门概况")]
    [InlineData("第三章 评价结论", "Chapter", 3, "评价结论")]
    [InlineData("1.1 项目背景", "Decimal2", 1, "项目背景")]
    [InlineData("2.3.1评价方法", "Decimal3", 1, "评价方法")]
    [InlineData("A 项目决策", "Letter", 1, "项目决策")]
    [InlineData("B1 资金管理", "Letter1", 1, "资金管理")]
    [InlineData("A11 适应性", "Letter2", 1, "适应性")]
    [InlineData("、自评工作开展情况", "LostComma", 0, "自评工作开展情况")]
    [InlineData("()绩效目标", "LostParen", 0, "绩效目标")]
    public void NumbersAreReadWithTheirShapeAndValue(string text, string shape, int value, string rest)
    {
        var number = HeadingNumber.Parse(text);

        Assert.Equal(shape, number.Shape.ToString());
        Assert.Equal(value, number.Value);
        Assert.Equal(rest, text[number.Length..]);
    }

    [Theory]
    [InlineData("2021年项目预算安排")]
    [InlineData("12018年，各乡镇开展自查")]
    [InlineData("41.2公里")]
    [InlineData("1.5万元")]
    [InlineData("98.3%")]
    [InlineData("一是完善制度")]
    [InlineData("一般公共预算")]
    [InlineData("A股上市公司")]
    [InlineData("第三方机构评价")]
    [InlineData("（2022年度）")]
    [InlineData("（含教学点）")]
    [InlineData("十四五规划")]
    public void NearMissesAreNoNumbers(string text) => Assert.Equal(NumberShape.None, HeadingNumber.Parse(text).Shape);
}
