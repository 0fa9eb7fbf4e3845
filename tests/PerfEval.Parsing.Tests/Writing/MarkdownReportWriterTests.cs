using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using CsCheck;
using Markdig;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Markdown;
using PerfEval.Parsing.Tests.Reading;
using PerfEval.Parsing.Vocabulary;
using PerfEval.Parsing.Writing.Markdown;
using Xunit;

namespace PerfEval.Parsing.Tests.Writing;

// Inside the namespace, where it goes before the Open XML SDK's root namespace of the same name.
using DocumentFormat = PerfEval.Parsing.Reading.DocumentFormat;

public sealed partial class MarkdownReportWriterTests
{
    private static readonly MarkdownPipeline Viewer = new MarkdownPipelineBuilder().UsePipeTables().Build();

    [Fact]
    public void EveryBlockIsReadAsItWasWritten() => WebBlocks.Report.Sample(
        blocks =>
        {
            var bytes = Encoding.UTF8.GetBytes(MarkdownPage.Print(blocks));
            var document = Read(bytes);

            Assert.Equal(DocumentFormat.Md, FormatSniffer.Sniff(bytes));
            Assert.True(document.IsDeclared);
            Assert.Equal(blocks.Select(WebBlocks.Show), document.Blocks.Select(WebBlocks.Show));
        },
        iter: 1_000);

    [Fact]
    public void AViewerShowsExactlyTheText() => WebBlocks.Report.Sample(
        blocks => Assert.Equal(Expected(blocks), Shown(MarkdownPage.Print(blocks))),
        iter: 1_000);

    [Fact]
    public void ThePartsFollowTheConventions()
    {
        List<Block> blocks =
        [
            new Paragraph { Text = "某县报告", Declared = DeclaredPart.Title },
            new Paragraph { Text = "项目名称：道路养护", Declared = DeclaredPart.Cover },
            new Paragraph { Text = "评价机构：某所", Declared = DeclaredPart.Cover },
            new Paragraph { Text = "一、项目概况", Declared = DeclaredPart.Heading, Style = new TextStyle { OutlineLevel = 1 } },
            new Paragraph { Text = "1. 甲*乙\n- 丙", Declared = DeclaredPart.Content },
            new Figure { Declared = DeclaredPart.Content },
            new Paragraph { Text = "表1 资金", Declared = DeclaredPart.Caption },
            new Table([Row("指标|项", "分值"), Row("产出\n数量", "10")]) { Declared = DeclaredPart.Content },
            new Table([new TableRow([new TableCell("a<b", 2, 1), new TableCell("c")]), new TableRow([new TableCell("d")])]) { Declared = DeclaredPart.Content },
            new Paragraph { Text = "某局", Declared = DeclaredPart.Signature },
        ];

        Assert.Equal(
            """
            # 某县报告

            > 项目名称：道路养护
            >
            > 评价机构：某所

            ## 一、项目概况

            1\. 甲\*乙\
            \- 丙

            *（图略）*

            **表1 资金**

            | 指标\|项 | 分值 |
            | --- | --- |
            | 产出<br>数量 | 10 |

            <table>
            <tr><td rowspan="2">a&lt;b</td><td>c</td></tr>
            <tr><td>d</td></tr>
            </table>

            ***

            某局

            ***

            *本文按“绩效评价报告 Markdown 格式”第1版编排。*

            """,
            MarkdownPage.Print(blocks));
    }

    [Fact]
    public void AWrongCallIsRefusedAtOnce()
    {
        Assert.Throws<ArgumentNullException>(() => new MarkdownReportWriter().Write(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>(() => new MarkdownReportWriter().Write(new PerformanceReport(), null!));
    }

    private static TableRow Row(params string[] texts) => new([.. texts.Select(text => new TableCell(text))]);

    private static IEnumerable<string> Expected(List<Block> blocks) =>
        blocks.SelectMany(block => block switch
        {
            Table table => table.Rows.SelectMany(row => row.Cells.Select(cell => cell.Text)),
            Figure => [FormatVocabulary.Default.Figure],
            _ => [block.Text],
        }).Append(FormatVocabulary.Default.Markdown).Select(Spaced);

    private static IEnumerable<string> Shown(string markdown) =>
        new HtmlParser().ParseDocument(Markdown.ToHtml(markdown, Viewer)).QuerySelectorAll("h1,h2,h3,h4,h5,h6,p,td,th").Select(element =>
        {
            foreach (var br in element.QuerySelectorAll("br"))
                br.TextContent = "\n";
            return Spaced(element.TextContent);
        });

    /// <summary>As a viewer shows it: a run of white space is as one.</summary>
    private static string Spaced(string text) => WhiteSpace().Replace(text, " ").Trim();

    private static SourceDocument Read(byte[] bytes) => new MarkdownReader().Read(bytes, TextReading.Context());

    [GeneratedRegex(@"[ \t\n]+")]
    private static partial Regex WhiteSpace();
}
