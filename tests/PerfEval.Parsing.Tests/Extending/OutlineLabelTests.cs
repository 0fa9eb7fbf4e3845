using System.Text;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Structuring;
using Xunit;

namespace PerfEval.Parsing.Tests.Extending;

/// <summary>Values by labels of the caller's own.</summary>
public sealed class OutlineLabelTests
{
    private const string Head = "甲县2023年校车安全项目支出绩效自评报告\n";

    [Theory]
    [InlineData("项目编码：5221-0417", "5221-0417")]
    [InlineData("项 目 编 码（代码）:  5221-0417。", "5221-0417")]
    [InlineData("项目编码：5221-0417；联系人：周明远", "5221-0417")]
    [InlineData("联系人：周明远，项目编码：5221-0417", "5221-0417")]
    [InlineData("联系人：周明远　　项目编码：5221-0417　　电话：123", "5221-0417")]
    [InlineData("本项目属于延续项目。项目编码：5221-0417，项目代码：7", "5221-0417", "7")]
    [InlineData("项目编码：")]
    [InlineData("项目编码：，联系人：周明远")]
    [InlineData("项目编码按规定取得。")]
    [InlineData("其他项目编码：5221-0417")]
    public void InTextAValueStandsBehindItsColon(string line, params string[] values) =>
        Assert.Equal(values, Texts($"{Head}\n{line}\n\n一、基本情况\n正文。\n", "项目编码", "项目代码"));

    [Fact]
    public void AValueIsFoundInEverySectionAndInAHeading() =>
        Assert.Equal(["1", "2", "3"], Texts($"{Head}项目编码：1\n一、基本情况\n项目编码：2。\n二、项目编码：3\n正文。\n", "项目编码"));

    [Theory]
    [InlineData("<tr><td>项目编码</td><td>5221</td><td>联系人</td><td>周明远</td></tr>", "5221")]
    [InlineData("<tr><td>项目名称</td><td>校车</td><td>项目编码：</td><td>5221</td></tr>", "5221")]
    [InlineData("<tr><td rowspan=\"2\">项目编码</td><td>5221</td></tr><tr><td>5222</td></tr>", "5221")]
    [InlineData("<tr><td colspan=\"2\">项目编码</td><td colspan=\"2\">5221</td></tr>", "5221")]
    [InlineData("<tr><td>项目编码：5221</td><td>x</td></tr>", "5221", "x")]
    [InlineData("<tr><td>项目编码</td><td></td><td>资金性质</td><td>财政拨款</td></tr>")]
    [InlineData("<tr><td>项目编码</td><td>项目名称</td></tr><tr><td>5221</td><td>校车</td></tr>")]
    [InlineData("<tr><td>项目编码</td><td>项目代码</td></tr><tr><td>5221</td><td>7</td></tr>")]
    [InlineData("<tr><td>项目编码</td><td>/</td></tr>")]
    public void InATableAValueStandsRightOfItsLabel(string rows, params string[] values)
    {
        var html = $"<html><body><p>{Head}</p><p>一、基本情况</p><p>正文。</p><table border=\"1\">{rows}<tr><td>备注</td><td>无</td></tr></table></body></html>";

        var found = Texts(Encoding.UTF8.GetBytes(html), "项目编码", "项目代码");

        Assert.Equal(values is [var first, "x"] ? [first] : values, found);
    }

    [Fact]
    public void ThePlacesAreThoseOfLabelAndValue()
    {
        var asked = Ask($"{Head}联系人：周明远，项目编码：5221；\n一、基本情况\n正文。\n", "项目编码");
        var found = Assert.Single(asked.Found);

        Assert.Equal(("项目编码", "5221", false), (found.Label, found.Text, found.InTable));
        var text = asked.Outline.Document.Blocks[found.Span.Block].Text;
        Assert.Equal(("5221", "项目编码"), (text.Substring(found.Span.Start, found.Span.Length), text.Substring(found.LabelSpan.Start, found.LabelSpan.Length)));
    }

    [Fact]
    public void WrongCallsAreRefusedAtOnce()
    {
        var outline = Ask(Head + "一、基本情况\n正文。\n", "甲").Outline;

        Assert.Throws<ArgumentException>(() => outline.LabelledTexts());
        Assert.Throws<ArgumentException>(() => outline.LabelledTexts("甲", " ："));
        Assert.Throws<ArgumentNullException>(() => outline.LabelledTexts([null!]));
        Assert.Throws<ArgumentNullException>(() => OutlineLabels.LabelledTexts(null!, "甲"));
    }

    [Fact]
    public void ACellsPlaceIsThatOfItsText()
    {
        var outline = Ask(Encoding.UTF8.GetBytes("<html><body><p>甲县项目绩效评价报告</p><p>一、概况</p><table border=\"1\"><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table></body></html>"), "甲").Outline;

        var table = Assert.Single(outline.Content(), b => b.Table is not null);
        var span = table.Span(table.Table!.Rows[1].Cells[1]);
        Assert.Equal("丁", outline.Document.Blocks[span.Block].Text.Substring(span.Start, span.Length));
    }

    private static IEnumerable<string> Texts(string text, params string[] labels) => Ask(text, labels).Found.Select(f => f.Text);

    private static IEnumerable<string> Texts(byte[] bytes, params string[] labels) => Ask(bytes, labels).Found.Select(f => f.Text);

    private static Asking Ask(string text, params string[] labels) => Ask(Encoding.UTF8.GetBytes(text), labels);

    private static Asking Ask(byte[] bytes, params string[] labels)
    {
        var asking = new Asking(labels);
        Assert.DoesNotContain(new ReportParser(new ReportParserOptions { Extractors = [asking] }).Parse(bytes).Diagnostics, d => d.Cause is not null);
        return asking;
    }

    private sealed class Asking(string[] labels) : IFactExtractor
    {
        public ReportOutline Outline { get; private set; } = null!;

        public List<LabelledText> Found { get; } = [];

        public void Extract(ReportOutline outline, ReportDraft draft)
        {
            Outline = outline;
            Found.AddRange(outline.LabelledTexts(labels));
        }
    }
}
