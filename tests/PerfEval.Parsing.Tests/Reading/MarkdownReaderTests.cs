using System.Diagnostics;
using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Markdown;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

// Inside the namespace, where it goes before the Open XML SDK's root namespace of the same name.
using DocumentFormat = PerfEval.Parsing.Reading.DocumentFormat;

public sealed class MarkdownReaderTests : DocumentReaderContract
{
    private const string Closing = "***\n\n*本文按“绩效评价报告 Markdown 格式”第1版编排。*\n";

    private const string Written = "# 某县报告\n\n> 项目名称：道路养护\n\n## 一、项目概况\n\n正文\\\n第二行\n\n**表1 资金**\n\n| 指标 | 分值 |\n| --- | --- |\n| 产出 | 10 |\n\n***\n\n某局\n\n" + Closing;

    protected override IDocumentReader Reader { get; } = new MarkdownReader();

    protected override byte[] Sample() => Encoding.UTF8.GetBytes(Written);

    [Fact]
    public void TheConventionsAreTheStructure()
    {
        var document = Read(Sample()).Document;

        Assert.True(document.IsDeclared);
        Assert.Equal(
            ["Title 某县报告", "Cover 项目名称：道路养护", "Heading 一、项目概况", "Content 正文\n第二行", "Caption 表1 资金", "Content 指标\t分值\n产出\t10", "Signature 某局"],
            document.Blocks.Select(b => $"{b.Declared} {b.Text}"));
        Assert.Equal(["line 1", "line 3", "line 5", "line 7", "line 10", "line 12", "line 18"], document.Blocks.Select(b => b.Path));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void LineEndsAndTheMarkOfTheEncodingDoNotMatter(string lineEnd)
    {
        byte[] bytes = [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Written.Replace("\n", lineEnd, StringComparison.Ordinal))];

        Assert.Equal(lineEnd == "\r\n" ? DocumentFormat.Md : DocumentFormat.Txt, FormatSniffer.Sniff(bytes));
        Assert.Equal(Dump(Read(Sample()).Document), Dump(Read(bytes).Document));
    }

    [Theory]
    [InlineData("# %PDF-1.7\n\n" + Closing, DocumentFormat.Md)]
    [InlineData("<html>\n\n" + Closing + "\n \n", DocumentFormat.Md)]
    [InlineData("# 某县报告\n\n## 一、概况\n\n正文", DocumentFormat.Txt)]
    [InlineData(Closing + "后来添加的一段", DocumentFormat.Txt)]
    public void OnlyTheClosingLineMakesATextMarkdown(string text, DocumentFormat expected) => Assert.Equal(expected, FormatSniffer.Sniff(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("正文\\\n", "正文\\\n- 列表\n\n", "● 列表")]
    [InlineData("正文\\\n", "正文，**重点**\\\n", "正文，重点\n第二行")]
    [InlineData("正文\\\n", "正文\n", "正文第二行")]
    [InlineData("## 一", "# 另一标题\n\n## 一", "另一标题")]
    [InlineData("## 一", "***\n\n***\n\n## 一", "一、项目概况")]
    [InlineData("正文\\\n", "```\n代码\n```\n", "代码")]
    [InlineData("| 产出 | 10 |", "| 产出 |", "| 产出 |  |")]
    [InlineData("某局\n", "某局\n\n> 引文\n", "引文")]
    public void ABrokenConventionMakesItOrdinaryMarkdown(string old, string edited, string expected)
    {
        var document = Read(Encoding.UTF8.GetBytes(Written.Replace(old, edited, StringComparison.Ordinal))).Document;

        Assert.False(document.IsDeclared);
        Assert.All(document.Blocks, block => Assert.Equal(DeclaredPart.None, block.Declared));
        Assert.Contains(expected, document.Lines());
        Assert.DoesNotContain(document.Blocks, block => block.Text.Contains("编排", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("R&D 与 a_b、[1] 和 50%", "R&D 与 a_b、[1] 和 50%")]
    [InlineData("甲 &amp; 乙 &#65;", "甲 & 乙 A")]
    [InlineData("甲<br/>乙  \n丙", "甲\n乙\n丙")]
    public void SignsThatMarkdownShowsAsTheyAreBreakNoConvention(string markup, string text)
    {
        var document = Read(Encoding.UTF8.GetBytes(markup + "\n\n" + Closing)).Document;

        Assert.True(document.IsDeclared);
        Assert.Equal(text, Assert.Single(document.Blocks).Text);
    }

    [Fact]
    public void OrdinaryMarkdownGivesHeadingsParagraphsListsAndTables()
    {
        var document = Read(Encoding.UTF8.GetBytes(
            "标题\n===\n\n### 概况 ###\n\n**要点。**正文\n换行 and\nmore，见[附件](a.pdf)\n\n1. 甲\n2. 乙\n\n甲|乙\n:--|--:\n一|二|三\n\n<table><tr><th colspan=2>合并</th></tr>\n<tr><td>左</td><td><b>右</b></td></tr></table>\n\n![图](a.png)\n尾")).Document;

        Assert.False(document.IsDeclared);
        Assert.Equal(["标题", "概况", "要点。正文换行 and more，见附件", "1. 甲", "2. 乙", "| 甲 | 乙 |", "| 一 | 二 |", "| 合并 |", "| 左 | 右 |", "图尾"], document.Lines());
        Assert.Equal([1, 3, null], document.Blocks.OfType<Paragraph>().Take(3).Select(p => p.Style.OutlineLevel));
        Assert.Equal(3, document.Blocks.OfType<Paragraph>().ElementAt(2).BoldLead);
        Assert.Equal(2, document.Blocks.OfType<Table>().Last().Rows[0].Cells[0].ColumnSpan);
    }

    [Fact]
    public void TheLimitsOnCellsAreObeyed()
    {
        var log = new DiagnosticLog();
        var document = Reader.Read(Encoding.UTF8.GetBytes("| a | b |\n|---|---|\n| c | d |\n\n<table>\n<tr><td colspan=\"9999\">e</td></tr>\n</table>\n\n末\n\n" + Closing), TextReading.Context(new ParseLimits { MaxCells = 3 }, log));

        Assert.False(document.IsDeclared);
        Assert.Equal(["| a | b |", "| e |", "末"], document.Lines());
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.LimitReached);
    }

    [Fact]
    public void ABlankTextIsUnreadable() => Assert.Equal(UnreadableReason.NoText, Assert.Throws<UnreadableDocumentException>(() => Read("\n \n***\n"u8.ToArray())).Reason);

    [Theory]
    [InlineData("|")]
    [InlineData("| a ")]
    [InlineData("a | b\n")]
    [InlineData("|-|-|\n")]
    [InlineData("> ")]
    [InlineData("<table><tr><td>")]
    [InlineData("<table>\n")]
    [InlineData("<a")]
    [InlineData("<a ")]
    [InlineData("*")]
    [InlineData("**a")]
    [InlineData("[")]
    [InlineData("[a](")]
    [InlineData("&")]
    [InlineData("\\")]
    [InlineData("`")]
    [InlineData("```\n")]
    [InlineData("- ")]
    [InlineData("---\n")]
    [InlineData("甲\n")]
    [InlineData("甲\\\n")]
    [InlineData("# #")]
    [InlineData("          ")]
    public void TextTakesTimeInProportionToItsLength(string unit)
    {
        var text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(unit, 600_000 / unit.Length)) + "完\n\n" + Closing);
        var watch = Stopwatch.StartNew();

        Assert.NotNull(Reader.Read(text, TextReading.Context()));

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }
}
