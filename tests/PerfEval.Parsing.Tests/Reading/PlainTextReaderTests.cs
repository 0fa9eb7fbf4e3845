using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.PlainText;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class PlainTextReaderTests : DocumentReaderContract
{
    protected override IDocumentReader Reader { get; } = new PlainTextReader();

    protected override byte[] Sample() => Encoding.UTF8.GetBytes("某县2021年项目绩效评价报告\n一、项目基本情况\n　　项目资金10万元，绩效良好。\n指标\t分值\n产出\t50\n（一）项目概况\n");

    [Theory]
    [InlineData("甲\r\n乙\r丙\n丁\u2028戊\u0085己")]
    [InlineData("甲\n\n\n乙\n丙\n丁\n\n戊\n己\n")]
    public void EveryKindOfLineEndPartsParagraphs(string text) => Assert.Equal(["甲", "乙", "丙", "丁", "戊", "己"], TextReading.Text(text).Lines());

    [Fact]
    public void AFormFeedIsAPageBreak() => Assert.Equal(["甲", "<PageBreak>", "乙", "<PageBreak>", "丙"], TextReading.Text("甲\f乙\n\f\n丙").Lines());

    [Fact]
    public void AParagraphSaysWhereItStandsAndWhetherItIsIndented()
    {
        var blocks = TextReading.Text("标题\n\n　　正文\n  另一段\n 不缩进").Blocks.Cast<Paragraph>().ToList();

        Assert.Equal(["line 1", "line 3", "line 4", "line 5"], blocks.Select(b => b.Path));
        Assert.Equal([false, true, true, false], blocks.Select(b => b.Indented));
    }

    [Fact]
    public void InvisibleCharactersAreRemovedAndSpacesKept()
    {
        var text = TextReading.Text("\u3000\u00A0项\u200B目\u00AD名称\u00A0a  b\0\uFEFF \u3000").Lines();

        Assert.Equal(["项目名称 a  b"], text);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\u3000\n\t\n")]
    public void TextOfWhiteSpaceOnlyIsUnreadable(string text)
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => TextReading.Text(text));

        Assert.Equal(UnreadableReason.NoText, error.Reason);
    }

    [Fact]
    public void TheEncodingIsNamed() =>
        Assert.Equal("gb18030", Reader.Read(TextReading.Gb18030.GetBytes("绩效评价报告"), TextReading.Context()).Encoding);

    [Theory]
    [InlineData("[bookmark: _GoBack]基层安全生产专项经费属延续性项目。", "基层安全生产专项经费属延续性项目。")]
    [InlineData("前[bookmark: _Toc1234]后", "前后")]
    [InlineData("<!--[if !supportLists]-->一、<!--[endif]-->基本情况", "一、基本情况")]
    [InlineData("[endif]正文", "正文")]
    [InlineData("见HYPERLINK \"http://example.org/a b\" \\l \"_Toc1\"附件", "见附件")]
    [InlineData("HYPERLINK \\l \"_Toc517\" 一、项目概况", "一、项目概况")]
    [InlineData("TOC \\o \"1-3\" \\h \\z \\u 目录", "目录")]
    [InlineData("公式EMBED Equation.3如下", "公式如下")]
    [InlineData("表 SEQ 表 \\* ARABIC 1 资金表", "表 1 资金表")]
    [InlineData("EQ \\o\\ac(○,3)第三点", "③第三点")]
    [InlineData("PAGE 4PAGE 52018年度报告", "2018年度报告")]
    [InlineData("A web PAGE of the TOC is not a field [note: x]", "A web PAGE of the TOC is not a field [note: x]")]
    [InlineData("〔2015〕3号[2015]3号", "〔2015〕3号[2015]3号")]
    public void ConverterArtefactsVanishAndTheRestStays(string line, string expected) => Assert.Equal([expected], TextReading.Text(line).Lines());

    [Theory]
    [InlineData("— 1 —")]
    [InlineData("- 3 -")]
    [InlineData("－3－")]
    [InlineData("-15-")]
    [InlineData("第1页 共8页")]
    [InlineData("第 2 页")]
    [InlineData("— １２ —")]
    public void APageNumberAloneOnALineIsAFooter(string line) => Assert.Equal(["正文。", $"<Footer> {line}", "正文。"], TextReading.Text($"正文。\n{line}\n正文。").Lines());

    [Theory]
    [InlineData("-3")]
    [InlineData("10")]
    [InlineData("1 / 27")]
    [InlineData("—")]
    [InlineData("2018年")]
    public void AValueAloneOnALineIsText(string line) => Assert.Equal(["正文。", line, "正文。"], TextReading.Text($"正文。\n{line}\n正文。").Lines());

    [Fact]
    public void NumbersThatCountOnThroughTheFileArePageNumbers()
    {
        var page = string.Concat(Enumerable.Repeat("这是一段正文。\n", 10));

        Assert.Equal(3, Footers($"{page}1\n{page}2\n{page}3\n"));
        Assert.Equal(0, Footers($"{page}1\n{page}2\n{page}7\n"));
        Assert.Equal(0, Footers("指标甲\n1\n指标乙\n2\n指标丙\n3\n"));
        Assert.Equal(2, Footers($"{page}1 / 27\n{page}2 / 27\n"));
    }

    [Fact]
    public void ContentsAreMarkedAndTheTextIsNot()
    {
        var lines = TextReading.Text("目  录\n一、基本情况…………3\n（一）项目概况...... 4\n二、评价结论. 5 .- 5 -\n三、建议\t( 6 )\n一、基本情况\n预算执行率……等指标见下表 100\n（一）项目概况\n").Lines();

        Assert.Equal(5, lines.Count(line => line.StartsWith("<TableOfContents>", StringComparison.Ordinal)));
        Assert.Equal(["一、基本情况", "预算执行率……等指标见下表 100", "（一）项目概况"], lines[^3..]);
    }

    [Fact]
    public void ContentsWithTabsNeedTheirHeading()
    {
        Assert.Equal(["<TableOfContents> 目录", "<TableOfContents> 一、基本情况\t1", "<TableOfContents> 二、结论\t5"], TextReading.Text("目录\n一、基本情况\t1\n二、结论\t5").Lines());
        Assert.Equal(["得分", "| 一、基本情况 | 1 |", "| 二、结论 | 5 |"], TextReading.Text("得分\n一、基本情况\t1\n二、结论\t5").Lines());
    }

    [Fact]
    public void ASingleLineWithLeadersIsText() => Assert.Equal(["项目总投资............ 300", "正文。"], TextReading.Text("项目总投资............ 300\n正文。").Lines());

    private static int Footers(string text) => TextReading.Text(text).Blocks.Count(block => block.Role == BlockRole.Footer);
}
