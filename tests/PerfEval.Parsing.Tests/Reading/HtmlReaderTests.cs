using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Html;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class HtmlReaderTests : DocumentReaderContract
{
    protected override IDocumentReader Reader { get; } = new HtmlReader();

    protected override byte[] Sample() => Encoding.UTF8.GetBytes(
        "<html><head><meta charset=utf-8><title>某县报告</title></head><body><h1>某县2021年项目绩效评价报告</h1><p>一、项目基本情况</p><p>项目资金&nbsp;10万元。</p><table><tr><td>指标</td><td>分值</td></tr></table><ul><li>建议</li></ul></body></html>");

    [Fact]
    public void ElementsOfBlocksPartParagraphs() =>
        Assert.Equal(
            ["题", "甲乙", "丙", "丁", "引", "行一", "  行二".Trim()],
            TextReading.Html("<h2>题</h2><div>甲<span>乙</span><p>丙</p>丁</div><blockquote>引</blockquote><pre>行一\n  行二</pre>").Lines());

    [Fact]
    public void WhiteSpaceCollapsesAsInABrowser() =>
        Assert.Equal(["a b c", "项目 名称", "中文换行"], TextReading.Html("<p> a \n\t b <b> c</b> </p><p>项目&nbsp;名称&nbsp;</p><p>中文\n   换行</p>").Lines());

    [Fact]
    public void ABreakInAParagraphIsSoftUnlessWhatFollowsIsAParagraph() =>
        Assert.Equal(
            ["某县人民政府\n绩效评价报告", "甲", "乙", "丙", "丁", "一、基本情况", "（一）概况"],
            TextReading.Html("<p>某县人民政府<br>绩效评价报告</p><p>甲<br><br>乙</p><p>丙<br>　　丁</p><p>一、基本情况<br>（一）概况</p>").Lines());

    [Fact]
    public void BreaksPartTheParagraphsOfADivision() => Assert.Equal(["甲", "乙", "丙"], TextReading.Html("<div>甲<br>乙<br/>丙</div>").Lines());

    [Theory]
    [InlineData("<p>　　甲</p>", true)]
    [InlineData("<p>&nbsp;&nbsp;甲</p>", true)]
    [InlineData("<p style='text-indent:2em'>甲</p>", true)]
    [InlineData("<p style='text-indent:0'>甲</p>", false)]
    [InlineData("<p>甲</p>", false)]
    public void IndentationIsTypedOrStyled(string html, bool indented) => Assert.Equal(indented, Paragraph(html).Indented);

    [Fact]
    public void StylesAreReadFromElementsAndAttributes()
    {
        var paragraph = Paragraph("<p align=center><strong><span style='font-family:\"方正小标宋简体\",serif;font-size:29.3333px'>标题</span></strong></p>");

        Assert.Equal(new TextStyle { Bold = true, Font = "方正小标宋简体", Size = 22, Alignment = TextAlignment.Center }, paragraph.Style);
        Assert.Equal((2, "h2"), (Paragraph("<h2>题</h2>").Style.OutlineLevel, Paragraph("<h2>题</h2>").Style.StyleName));
        Assert.Equal(TextAlignment.Right, Paragraph("<div style='text-align: right'><p>落款</p></div>").Style.Alignment);
    }

    [Theory]
    [InlineData("<p><b>（一）概况。</b>正文</p>", 6)]
    [InlineData("<p><b>（一）</b><b>概况。</b>正文</p>", 6)]
    [InlineData("<p>正文<b>粗</b></p>", 0)]
    [InlineData("<p><b>全粗</b></p>", 0)]
    public void ABoldLeadIsMeasured(string html, int lead) => Assert.Equal(lead, Paragraph(html).BoldLead);

    [Fact]
    public void ListsPrintTheirLabels() =>
        Assert.Equal(
            ["3. 甲", "4. 乙", "● 丙", "b. 丁", "戊", "IX. 己"],
            TextReading.Html("<ol start=3><li>甲<li>乙<ul><li>丙</ul></ol><ol type=a start=2><li>丁</ol><ul style='list-style-type:none'><li>戊</ul><ol type=I><li value=9>己</ol>").Lines());

    [Fact]
    public void LabelsThatWordPrintedAreText() =>
        Assert.Equal(["一、基本情况"], TextReading.Html("<p class=MsoNormal><![if !supportLists]><span style='mso-list:Ignore'>一、</span><![endif]><b>基本情况<o:p></o:p></b></p>").Lines());

    [Fact]
    public void HiddenAndScriptedContentIsLeftOut() =>
        Assert.Equal(["甲"], TextReading.Html("<p>甲</p><p style='display: none'>乙</p><div hidden>丙</div><script>document.write('丁')</script><noscript>戊</noscript><!-- 己 --><template><p>庚</p></template><p style='visibility:hidden'>辛</p>").Lines());

    [Fact]
    public void MergedCellsKeepTheirSpansAndCellsTheirParagraphs()
    {
        var table = Assert.IsType<Table>(Assert.Single(TextReading.Html("<table><thead><tr><th>指标<th>值</thead><tr><td rowspan=2>产出<td><p>10</p><p>含5</p><tr><td>20</table>").Blocks));

        Assert.True(table.Rows[0].IsHeader);
        Assert.Equal((2, "产出"), (table.Rows[1].Cells[0].RowSpan, table.Rows[1].Cells[0].Text));
        Assert.Equal("10\n含5", table.Rows[1].Cells[1].Text);
        Assert.Equal(["产出", "20"], table.ToGrid()[2].Select(cell => cell!.Text));
    }

    [Fact]
    public void ATableForLayoutIsUnwrappedAndItsDataTableStays() =>
        Assert.Equal(
            ["正文一", "| 甲 | 乙 |", "| 1 | 2 |", "正文二"],
            TextReading.Html("<table><tr><td><p>正文一</p><table><tr><td>甲<td>乙<tr><td>1<td>2</table><p>正文二</p></table>").Lines());

    [Fact]
    public void ATableInACellIsNested()
    {
        var table = Assert.IsType<Table>(Assert.Single(TextReading.Html("<table><tr><td>a<td>b<td>c<tr><td>d<td>e<table><tr><td>x<td>y</table><td>f</table>").Blocks));

        Assert.Equal("x\ty", Assert.Single(table.Rows[1].Cells[1].Nested).Text);
        Assert.Equal("e\nx\ty", table.Rows[1].Cells[1].Text);
    }

    [Fact]
    public void ACaptionStandsBeforeItsTable() =>
        Assert.Equal(["表1", "| a | b |"], TextReading.Html("<table><caption>表1</caption><tr><td>a<td>b</table>").Lines());

    [Fact]
    public void AnAbsurdSpanIsCut()
    {
        var log = new DiagnosticLog();
        var document = Reader.Read(Encoding.UTF8.GetBytes("<table><tr><td colspan=99999 rowspan=99999>a<td>b<tr><td>c</table>"), TextReading.Context(log: log));

        var cell = Assert.IsType<Table>(Assert.Single(document.Blocks)).Rows[0].Cells[0];
        Assert.Equal((2, 1000), (cell.RowSpan, cell.ColumnSpan));
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.LimitReached);
    }

    [Fact]
    public void APictureAloneIsAFigureAndAnIconIsNot() =>
        Assert.Equal(["甲", "<Figure>", "乙"], TextReading.Html("<p>甲<img src=a.png></p><p><img src=b.jpg></p><p><img src=icon_pdf.gif></p><p><img src=c.png width=16></p><p>乙</p>").Lines());

    [Fact]
    public void ContentsAndPageNumbersThatWerePastedAlongAreMarked() =>
        Assert.Equal(["<TableOfContents> 一、基本情况……3", "<TableOfContents> 二、结论……5", "一、基本情况", "<Footer> — 1 —"], TextReading.Html("<p>一、基本情况……3</p><p>二、结论……5</p><p>一、基本情况</p><p>— 1 —</p>").Lines());

    [Theory]
    [InlineData("gb2312", "gb18030")]
    [InlineData("GBK", "gb18030")]
    [InlineData("utf-8", "gb18030")]
    public void ThePagesBytesOutweighItsDeclaration(string declared, string expected)
    {
        var bytes = TextReading.Gb18030.GetBytes($"<html><head><meta http-equiv='Content-Type' content='text/html; charset={declared}'></head><body><p>绩效评价报告的主要内容和镕字</p></body></html>");

        var document = Reader.Read(bytes, TextReading.Context());

        Assert.Equal((expected, "绩效评价报告的主要内容和镕字"), (document.Encoding, document.Blocks[0].Text));
    }

    [Fact]
    public void ADeclarationLeftBehindByAConversionIsNotBelieved()
    {
        var document = Reader.Read(Encoding.UTF8.GetBytes("<meta charset=gb2312><p>绩效评价报告的主要内容</p>"), TextReading.Context());

        Assert.Equal(("utf-8", "绩效评价报告的主要内容"), (document.Encoding, document.Blocks[0].Text));
    }

    [Fact]
    public void DeepNestingCostsNoMoreThanItsText()
    {
        var log = new DiagnosticLog();
        var html = string.Concat(Enumerable.Repeat("<div><b>", 100_000)) + "<p>底</p>";

        var document = Reader.Read(Encoding.UTF8.GetBytes(html), TextReading.Context(log: log));

        Assert.Equal(["底"], document.Lines());
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.LimitReached);
    }

    [Fact]
    public void APageWithoutTextIsUnreadable()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => TextReading.Html("<html><body><script>load()</script></body></html>"));

        Assert.Equal(UnreadableReason.NoText, error.Reason);
    }

    private static Paragraph Paragraph(string html) => Assert.IsType<Paragraph>(Assert.Single(TextReading.Html(html).Blocks));
}
