using System.Text;
using CsCheck;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Html;
using PerfEval.Parsing.Tests.Reading;
using PerfEval.Parsing.Writing.Html;
using Xunit;

namespace PerfEval.Parsing.Tests.Writing;

// Inside the namespace, where it goes before the Open XML SDK's root namespace of the same name.
using DocumentFormat = PerfEval.Parsing.Reading.DocumentFormat;

public sealed class HtmlReportWriterTests
{
    private static readonly List<Block> Small =
    [
        new Paragraph { Text = "某县报告", Declared = DeclaredPart.Title },
        new Paragraph { Text = "项目名称：道路养护", Declared = DeclaredPart.Cover },
        new Paragraph { Text = "一、项目概况", Declared = DeclaredPart.Heading, Style = new TextStyle { OutlineLevel = 1 } },
        new Paragraph { Text = "正文。", Declared = DeclaredPart.Content },
        new Paragraph { Text = "表1 资金", Declared = DeclaredPart.Caption },
        new Table([Row("指标", "分值") with { IsHeader = true }, Row("产出", "10"), Row("效益", "20")]) { Declared = DeclaredPart.Content },
        new Paragraph { Text = "2023年3月1日", Declared = DeclaredPart.Signature },
    ];

    [Fact]
    public void EveryBlockIsReadAsItWasWritten() => WebBlocks.Report.Sample(
        blocks =>
        {
            var bytes = Encoding.UTF8.GetBytes(HtmlPage.Print(blocks));
            var document = Read(bytes);

            Assert.Equal(DocumentFormat.Html, FormatSniffer.Sniff(bytes));
            Assert.True(document.IsDeclared);
            Assert.Equal(blocks.Select(WebBlocks.Show), document.Blocks.Select(WebBlocks.Show));
        },
        iter: 1_000);

    [Theory]
    [InlineData(1, "<h2 id=\"s1\">")]
    [InlineData(5, "<h6 id=\"s1\">")]
    [InlineData(6, "<h6 id=\"s1\" aria-level=\"7\">")]
    [InlineData(9, "<h6 id=\"s1\" aria-level=\"10\">")]
    public void NineLevelsOfHeadingsAreTold(int level, string tag)
    {
        var page = HtmlPage.Print([new Paragraph { Text = "题", Declared = DeclaredPart.Heading, Style = new TextStyle { OutlineLevel = level } }]);

        Assert.Contains(tag, page, StringComparison.Ordinal);
        Assert.Equal(level, Assert.IsType<Paragraph>(Assert.Single(Read(page).Blocks)).Style.OutlineLevel);
    }

    [Fact]
    public void ThePageLoadsNothingAndRunsNothing()
    {
        var page = HtmlPage.Print(Small);

        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ThePageSaysWhatItsPartsAre()
    {
        var page = HtmlPage.Print(Small);

        Assert.Contains("<html lang=\"zh-CN\">", page, StringComparison.Ordinal);
        Assert.Contains("<title>某县报告</title>", page, StringComparison.Ordinal);
        Assert.Contains("<section class=\"cover\" aria-label=\"封面\">\n<p>项目名称：道路养护</p>", page, StringComparison.Ordinal);
        Assert.Contains("<caption id=\"t1\">表1 资金</caption>\n<thead>\n<tr><th scope=\"col\">指标</th><th scope=\"col\">分值</th></tr>\n</thead>", page, StringComparison.Ordinal);
        Assert.Contains("<section class=\"signature\" aria-label=\"落款\">\n<p>2023年3月1日</p>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void ALongReportHasATableOfContentsThatIsNoPartOfIt()
    {
        List<Block> blocks = [.. Enumerable.Range(1, 12).Select(i => new Paragraph { Text = $"{i}.题", Declared = DeclaredPart.Heading, Style = new TextStyle { OutlineLevel = 1 } })];

        var page = HtmlPage.Print(blocks);

        Assert.Contains("<li class=\"l1\"><a href=\"#s12\">12.题</a></li>", page, StringComparison.Ordinal);
        Assert.Equal(12, Read(page).Blocks.Count);
        Assert.DoesNotContain("<nav", HtmlPage.Print(Small), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>正文。</p>", "<p>正文。</p><div>新的一段</div>", "新的一段")]
    [InlineData("<p>正文。</p>", "<p>正文。</p>漏写标签", "漏写标签")]
    [InlineData("<p>正文。</p>", "<p>正文。</p><ul><li>一项</li></ul>", "● 一项")]
    [InlineData("<td>10</td>", "<td><p>10</p><p>含5</p></td>", "| 产出 | 10\\n含5 |")]
    public void AnArticleWithAnythingElseInItIsReadAsAnyOtherPage(string old, string edited, string expected)
    {
        var document = Read(HtmlPage.Print(Small).Replace(old, edited, StringComparison.Ordinal));

        Assert.False(document.IsDeclared);
        Assert.All(document.Blocks, block => Assert.Equal(DeclaredPart.None, block.Declared));
        Assert.Contains(expected, document.Lines());
        Assert.Contains("2023年3月1日", document.Lines());
    }

    [Theory]
    [InlineData("<p>正文。</p>", "<p>正<b>文</b>。</p>")]
    [InlineData("<p>正文。</p>", "<p> 正文。&nbsp;</p>\n\n<p><br></p>")]
    [InlineData("<body>", "<body><div class=\"banner\">某网站</div>")]
    public void AnEditThatLeavesTheStructureIsReadAlong(string old, string edited)
    {
        var document = Read(HtmlPage.Print(Small).Replace(old, edited, StringComparison.Ordinal));

        Assert.True(document.IsDeclared);
        Assert.Equal(Small.Select(WebBlocks.Show), document.Blocks.Select(WebBlocks.Show));
    }

    [Fact]
    public void ADeclaredPageBeyondALimitIsReadAsAnyOtherPage()
    {
        var document = new HtmlReader().Read(Encoding.UTF8.GetBytes(HtmlPage.Print(Small)), TextReading.Context(new ParseLimits { MaxBlocks = 3 }));

        Assert.False(document.IsDeclared);
        Assert.Equal(3, document.Blocks.Count);
    }

    [Fact]
    public void AWrongCallIsRefusedAtOnce()
    {
        Assert.Throws<ArgumentNullException>(() => new HtmlReportWriter().Write(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>(() => new HtmlReportWriter().Write(new PerformanceReport(), null!));
    }

    private static TableRow Row(params string[] texts) => new([.. texts.Select(text => new TableCell(text))]);

    private static SourceDocument Read(string page) => Read(Encoding.UTF8.GetBytes(page));

    private static SourceDocument Read(byte[] bytes) => new HtmlReader().Read(bytes, TextReading.Context());
}
