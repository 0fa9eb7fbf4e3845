using System.Globalization;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Viewing;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Viewing;

public sealed class ReportViewTests
{
    private const string Hostile = "</script><script>alert('x')</script>\"<img src=x onerror=alert(1)>&amp;\u2028\u2029<!--]]>";

    private static readonly ParseResult Sample = ReportParser.Default.ParseFile(Repository.At("samples/reports/rural-water-2023.docx"));

    [Fact]
    public void TheSameReportGivesTheSameBytesInAnyCulture()
    {
        var first = Bytes(Sample);
        var before = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        other.NumberFormat.NumberDecimalSeparator = ",";
        other.NumberFormat.NegativeSign = "~";
        try
        {
            CultureInfo.CurrentCulture = other;
            Assert.Equal(first, Bytes(Sample));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void EveryCharacterOfTheDocumentStandsInThePage()
    {
        var page = Page(Sample);

        for (var i = 0; i < Sample.Document!.Blocks.Count; i++)
        {
            var block = Sample.Document.Blocks[i];
            foreach (var holder in page.QuerySelectorAll($"[data-b='{i}'] [data-s]"))
            {
                var start = int.Parse(holder.GetAttribute("data-s")!, CultureInfo.InvariantCulture);
                Assert.Equal(block.Text.Substring(start, holder.TextContent.Length), holder.TextContent);
            }

            Assert.Equal(block.Text.Count(c => c is not ('\t' or '\n')), Holders(page, i).Sum(h => h.TextContent.Count(c => c is not ('\t' or '\n'))));
        }
    }

    [Fact]
    public void HostileTextStaysText()
    {
        var result = ReportParser.Default.ParseText($"{Hostile}绩效评价报告\n一、项目概况\n{Hostile}\n二、评价结论\n得分92分。{Hostile}", $"{Hostile}.txt");

        var page = Page(result);

        Assert.Equal(2, page.QuerySelectorAll("script").Length);
        Assert.Empty(page.QuerySelectorAll("img, a[onclick], [onerror]"));
        Assert.Contains(page.QuerySelectorAll("[data-s]"), h => h.TextContent.Contains("<img src=x onerror=alert(1)>&amp;", StringComparison.Ordinal));
    }

    [Fact]
    public void HostileValuesStayValues()
    {
        var report = new PerformanceReport
        {
            Title = Hostile,
            ProjectName = Hostile,
            Problems = [new ReportItem(Hostile, Hostile)],
            Source = new ReportSource { Path = Hostile, Metadata = [new SourceMetadata(Hostile, Hostile)] },
            Sections = [new Section { Heading = Hostile, Number = Hostile, Level = 1, Blocks = [new ParagraphContent(Hostile), new TableContent { Caption = Hostile, Rows = [[new ContentCell(Hostile)]] }] }],
            Evidence = [new EvidenceEntry("/" + Hostile, Place(Hostile)), new EvidenceEntry("/projectName", Place(Hostile))],
            Diagnostics = [new ReportDiagnostic("PE1001", DiagnosticSeverity.Warning, Hostile, "/" + Hostile) { Sides = [new DiagnosticSide(null, Hostile, null)] }],
        };

        var page = Page(new ParseResult(ParseStatus.Complete, [report], []));

        Assert.Equal(2, page.QuerySelectorAll("script").Length);
        Assert.Empty(page.QuerySelectorAll("img"));
        Assert.Equal(Hostile, Data(page).GetProperty("reports")[0][0].GetProperty("places")[0].GetProperty("text").GetString());
        Assert.Equal("#/" + Hostile, page.QuerySelectorAll("#other a.v").Single().GetAttribute("href"));
    }

    [Fact]
    public void LineBreaksAndControlsKeepTheirLength()
    {
        var document = new SourceDocument { Blocks = [new Paragraph { Text = "\r\n第一行\r\n\tA\0B\u0001\uFEFF尾\ud800" }] };
        var result = new ParseResult(ParseStatus.Complete, [new PerformanceReport()], []) { Document = document };

        var text = Holders(Page(result), 0).Single().TextContent;

        Assert.Equal("\r\n第一行\r\n\tA\uFFFDB\u0001\uFEFF尾\uFFFD", text);
    }

    [Fact]
    public void OnlyThisStyleAndThisScriptMayRun()
    {
        var page = Page(Sample);
        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;

        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (var inline in page.QuerySelectorAll("style, script:not([type])"))
            Assert.Contains(Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(inline.TextContent))), policy, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("[src], [style], link, [href]:not([href^='#'])"));
    }

    [Fact]
    public void EveryValueOfTheModelIsShown()
    {
        var page = Page(Sample);
        var report = Sample.Report;

        Assert.Equal(report.ProjectName, page.QuerySelector("a.v[href='#/projectName']")!.TextContent);
        Assert.Equal(report.Indicators.Count, page.QuerySelectorAll("#indicators tbody tr").Length);
        Assert.Equal(report.Problems.Count, page.QuerySelectorAll("#problems ol > li").Length);
        Assert.Equal(report.Citations.Count, page.QuerySelectorAll("#citations tbody tr").Length);
        Assert.Equal("未说明", page.QuerySelector("#scores dl > div:nth-child(2) dd")!.TextContent);
        Assert.Contains("元", page.QuerySelector("a.v[href='#/funding/budget']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void DoubtfulValuesStandOut()
    {
        var report = new PerformanceReport
        {
            Title = "甲",
            ProjectName = "乙",
            Evidence = [new EvidenceEntry("/title", Place("甲") with { Confidence = 0.97 }), new EvidenceEntry("/projectName", Place("乙") with { Confidence = 0.85 })],
        };

        var page = Page(new ParseResult(ParseStatus.Complete, [report], []));

        Assert.Equal(["0.97"], page.QuerySelectorAll("small.c:not(.low)").Select(c => c.TextContent));
        Assert.Equal(["0.85"], page.QuerySelectorAll("small.c.low").Select(c => c.TextContent));
    }

    [Fact]
    public void PagesOfAPdfAreMarkedWhereTheyBegin()
    {
        var result = ReportParser.Default.ParseFile(Repository.At("samples/reports/rural-water-2023.pdf"));

        var marks = Page(result).QuerySelectorAll("#text .page").Select(p => p.TextContent).ToList();

        Assert.Equal(Enumerable.Range(1, result.Report.Source.Pages!.Value).Select(n => $"第 {n} 页"), marks.Distinct());
    }

    [Fact]
    public void AMarkStandsBeforeTheRowThatBeginsAPage()
    {
        TableRow[] rows = [new([new TableCell("甲", RowSpan: 9)]) { Page = 1 }, new([]) { Page = 2 }, new([new TableCell("乙", ColumnSpan: 2)]) { Page = 2 }];
        var document = new SourceDocument { Blocks = [new Table(rows) { Page = 1 }] };

        var table = Page(new ParseResult(ParseStatus.Complete, [new PerformanceReport()], []) { Document = document }).QuerySelector("#text table")!;

        Assert.Equal("3", table.QuerySelectorAll("td")[0].GetAttribute("rowspan"));
        Assert.Equal(["第 2 页", "乙"], table.QuerySelectorAll("td")[1].Children.Select(c => c.TextContent));
    }

    [Fact]
    public void SeveralReportsShareTheText()
    {
        var result = Sample with { Reports = [Sample.Report, Sample.Report with { Title = "另一份" }] };

        var page = Page(result);

        Assert.Equal(["1. " + Sample.Report.Title, "2. 另一份"], page.QuerySelectorAll("#report option").Select(o => o.TextContent));
        Assert.Equal(2, page.QuerySelectorAll("#model .report").Length);
        Assert.Single(page.QuerySelectorAll("#text article"));
        Assert.NotNull(page.QuerySelector("a.v[href='#2/projectName']"));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public void AReportReadBackFromJsonShowsItsSectionsAndTheWordsOfItsEvidence()
    {
        var result = ReportParser.Default.Parse(Encoding.UTF8.GetBytes(new JsonReportWriter().Write(Sample.Report)));

        var page = Page(result);

        Assert.Null(result.Document);
        Assert.Contains(Sample.Report.Sections[^1].Heading!, page.QuerySelector("#text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Sample.Report.Evidence[0].Evidence.Text, Data(page).GetProperty("reports")[0][0].GetProperty("places")[0].GetProperty("text").GetString());
    }

    [Fact]
    public void APieceOfContentStandsForTheCharactersFromWhichItCame()
    {
        var report = new PerformanceReport
        {
            Sections = [new Section { Heading = "概况", Number = "一、", Level = 1, Blocks = [new ParagraphContent("（1）甲乙。")] }],
            Evidence = [new EvidenceEntry("/sections/0/heading", Place("概况", 3, 2)), new EvidenceEntry("/sections/0/blocks/0", Place("甲乙。", 4, 7))],
        };

        var page = Page(new ParseResult(ParseStatus.Complete, [report], []));

        Assert.Equal(("2", "概况"), (Holders(page, 3).Single().GetAttribute("data-s"), Holders(page, 3).Single().TextContent));
        Assert.Equal(("7", "甲乙。"), (Holders(page, 4).Single().GetAttribute("data-s"), Holders(page, 4).Single().TextContent));
        Assert.Equal("（1）甲乙。", page.QuerySelector("[data-b='4']")!.TextContent);
    }

    [Theory]
    [InlineData(ViewLanguage.Chinese, "得分对不上", "指标 4 · 得分")]
    [InlineData(ViewLanguage.English, "The scores differ", "Indicator 4 · Score")]
    public void ADiagnosticSpeaksThePagesLanguageAndNamesItsSides(ViewLanguage language, string message, string label)
    {
        var report = new PerformanceReport
        {
            Evidence = [new EvidenceEntry("/indicators/3/score", Place("9"))],
            Diagnostics = [new ReportDiagnostic("PE3001", DiagnosticSeverity.Warning, "The scores differ", null) { MessageZh = "得分对不上", Sides = [new DiagnosticSide("/indicators/3/score", "9", null), new DiagnosticSide(null, "8", null)] }],
        };

        var item = Page(new ParseResult(ParseStatus.Complete, [report], []), language).QuerySelector("#diagnostics li")!;

        Assert.Equal("#/diagnostics/0", item.QuerySelector("a.v")!.GetAttribute("href"));
        Assert.Contains(message, item.TextContent, StringComparison.Ordinal);
        Assert.Equal([label, "9", "8"], item.QuerySelectorAll(".sides span, .sides a").Select(e => e.TextContent));
        Assert.Equal("#/indicators/3/score", item.QuerySelector(".sides a")!.GetAttribute("href"));
    }

    [Fact]
    public void EnglishPagesHaveNoChineseWordsOfTheirOwn()
    {
        var page = Page(new ParseResult(ParseStatus.Complete, [new PerformanceReport { Title = "A" }], []), ViewLanguage.English);

        Assert.DoesNotContain(page.Body!.TextContent, c => c is >= '\u4E00' and <= '\u9FFF');
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public void AWrongCallIsRefused()
    {
        Assert.Throws<ArgumentNullException>(() => ReportView.Write(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>(() => ReportView.Write(Sample, null!));
        Assert.Throws<ArgumentException>(() => ReportView.Write(new ParseResult(ParseStatus.Complete, [], []), Stream.Null));
        Assert.Throws<ArgumentException>(() => ReportView.Write(Sample, new MemoryStream([], writable: false)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ReportView.Write(Sample, Stream.Null, (ViewLanguage)9));
    }

    private static Evidence Place(string text, int block = 0, int start = 0) => new() { Text = text, Block = block, Start = start, Length = text.Length, Confidence = 1 };

    private static IEnumerable<IElement> Holders(IParentNode page, int block) => page.QuerySelectorAll($"[data-b='{block}'] [data-s]");

    private static JsonElement Data(IParentNode page) => JsonDocument.Parse(page.QuerySelector("#data")!.TextContent).RootElement;

    private static IHtmlDocument Page(ParseResult result, ViewLanguage language = ViewLanguage.Chinese) =>
        new HtmlParser().ParseDocument(Encoding.UTF8.GetString(Bytes(result, language)));

    private static byte[] Bytes(ParseResult result, ViewLanguage language = ViewLanguage.Chinese)
    {
        using var output = new MemoryStream();
        ReportView.Write(result, output, language);
        return output.ToArray();
    }
}
