using System.Diagnostics;
using System.Text;
using PerfEval.Parsing.Reading.Html;
using PerfEval.Parsing.Reading.PlainText;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>Long inputs that a step with quadratic cost could not finish in minutes. The bound is generous: slow machines pass, quadratic code does not.</summary>
public sealed class LinearTimeTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(40);

    [Theory]
    [InlineData("　　本项目由某镇人民政府组织实施，年初预算批复专项经费36.8万元，绩效目标基本完成。\n", 10_000_000)]
    [InlineData("本项目由某镇人民政府组织实施，", 10_000_000)]
    [InlineData("1.某项内容的完成情况良好\n", 1_500_000)]
    [InlineData("一级指标\n二级指标\n三级指标\n分值\n", 500_000)]
    [InlineData("指标\n12\n", 500_000)]
    [InlineData("甲\t\n", 500_000)]
    [InlineData("甲\t\"乙\n", 500_000)]
    [InlineData("[bookmark: ", 2_000_000)]
    [InlineData("HYPERLINK \\l ", 2_000_000)]
    [InlineData(". ", 2_000_000)]
    [InlineData("甲\f", 500_000)]
    [InlineData("\n", 2_000_000)]
    public void TextTakesTimeInProportionToItsLength(string unit, int length)
    {
        var text = string.Concat(Enumerable.Repeat(unit, length / unit.Length)) + "完";

        Assert.True(Within(() => PlainTextReader.ReadText(text, TextReading.Context())));
    }

    [Theory]
    [InlineData("<p>本项目由某镇人民政府组织实施。</p>")]
    [InlineData("本项目由某镇人民政府组织实施。<br>")]
    [InlineData("<div>")]
    [InlineData("<p><font size=1>某")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>某")]
    [InlineData("<table><tr></tr>")]
    [InlineData("<span>某</span>")]
    public void PagesTakeTimeInProportionToTheirLength(string unit)
    {
        var page = Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat(unit, 1_000_000 / unit.Length)) + "完");

        Assert.True(Within(() => new HtmlReader().Read(page, TextReading.Context())));
    }

    [Theory]
    [InlineData("…")]
    [InlineData(". ")]
    [InlineData("1 ")]
    [InlineData("（")]
    [InlineData("2024年")]
    [InlineData("由某镇、")]
    [InlineData("绩效")]
    public void LinesOfASignAreUnderstoodInTime(string unit)
    {
        var line = string.Concat(Enumerable.Repeat(unit, 40_000 / unit.Length));

        Assert.True(Within(() => ReportParser.Default.ParseText($"某项目绩效评价报告\n目录\n一、甲…………1\n{line}甲\n一、甲\n项目名称：{line}\n二、评价结论\n{line}得分92分。")));
    }

    private static bool Within(Func<object> read)
    {
        var watch = Stopwatch.StartNew();
        Assert.NotNull(read());
        return watch.Elapsed < Bound;
    }
}
