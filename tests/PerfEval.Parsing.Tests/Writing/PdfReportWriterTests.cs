using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Tests.Reading;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing.Pdf;
using UglyToad.PdfPig.Outline;
using UglyToad.PdfPig.Tokens;
using Xunit;
using static PerfEval.Parsing.Tests.Writing.PdfWriting;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>What a written PDF is to others: its text, its pages, its bookmarks, its tags. Read with another library than ours where that tells more.</summary>
public sealed class PdfReportWriterTests(FontFiles fonts) : IClassFixture<FontFiles>
{
    [Fact]
    public void TheSameReportGivesTheSameBytes()
    {
        Block[] blocks = [P(DeclaredPart.Title, "某县绩效评价报告"), Heading(1, "一、项目概况"), Body("正文。"), Table(Row("甲", "乙"))];

        Assert.Equal(fonts.Writer.Bytes(blocks), FontFiles.Of(fonts.TrueType).Bytes(blocks));
    }

    [Fact]
    public void ManyThreadsMayWriteAtOnce()
    {
        Block[] blocks = [Body("正文，用于多线程。"), Table(Row("甲", "乙"))];
        var writer = FontFiles.Of(fonts.TrueType);
        var results = new byte[8][];

        Parallel.For(0, results.Length, i => results[i] = writer.Bytes(blocks));

        Assert.All(results, r => Assert.Equal(results[0], r));
    }

    [Fact]
    public void TheFontIsEmbeddedInPart()
    {
        using var file = fonts.Writer.Open(Body("绩效绩效"));

        Assert.All(file.GetPage(1).Letters, letter => Assert.Matches("^[A-Z]{6}\\+BoxSong$", letter.FontName));
        Assert.InRange(fonts.Writer.Bytes(Body("绩效")).Length, 1, 6000);
    }

    [Fact]
    public void TextCanBeSelectedAndSearched()
    {
        using var file = fonts.Writer.Open(Body("绩效（2021）ab 𠀋é"));

        Assert.Contains("绩效（2021）ab 𠀋é", file.GetPage(1).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void HeadingsAreBookmarks()
    {
        using var file = fonts.Writer.Open(Heading(1, "一、甲"), Heading(2, "（一）乙"), Body("文"), Heading(2, "（二）丙"), Heading(1, "二、丁"));

        Assert.True(file.TryGetBookmarks(out var bookmarks));
        Assert.Equal(["一、甲", "二、丁"], bookmarks.Roots.Select(r => r.Title));
        Assert.Equal(["（一）乙", "（二）丙"], bookmarks.Roots[0].Children.Select(r => r.Title));
        Assert.All(bookmarks.GetNodes(), node => Assert.Equal(1, Assert.IsType<DocumentBookmarkNode>(node).PageNumber));
    }

    [Fact]
    public void TheDocumentIsTaggedChinese()
    {
        using var file = fonts.Writer.Open(Body("文"));
        var catalog = file.Structure.Catalog.CatalogDictionary;

        Assert.Equal("zh-CN", ((StringToken)catalog.Data["Lang"]).Data);
        Assert.True(((BooleanToken)((DictionaryToken)catalog.Data["MarkInfo"]).Data["Marked"]).Data);
        Assert.True(catalog.ContainsKey(NameToken.StructTreeRoot));
    }

    [Fact]
    public void TheHeadOfATableIsRepeatedOnEachPageAndReadOnce()
    {
        Block table = Table([new TableRow([new TableCell("指标"), new TableCell("得分")], IsHeader: true), .. Enumerable.Range(0, 90).Select(i => Row($"第{i}项", "10"))]);
        using var file = fonts.Writer.Open(table);

        Assert.True(file.NumberOfPages > 2);
        Assert.All(file.GetPages(), page => Assert.Contains("指标", page.Text, StringComparison.Ordinal));
        fonts.Writer.AssertComesBack(table);
    }

    [Fact]
    public void AHeadThatNothingMarksIsRepeatedToo()
    {
        using var file = fonts.Writer.Open(Table([Row("一级指标", "分值", "得分"), .. Enumerable.Range(0, 90).Select(i => Row($"第{i}项", "10", "9"))]));

        Assert.Contains("一级指标", file.GetPage(2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFormsFirstRowIsNoHead()
    {
        using var file = fonts.Writer.Open(Table([new TableRow([new TableCell("项目名称"), new TableCell("某项目", 1, 2)]), .. Enumerable.Range(0, 90).Select(i => Row($"第{i}项", "10", "9"))]));

        Assert.DoesNotContain("项目名称", file.GetPage(2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheCoverHasAPageOfItsOwnWithoutNumber()
    {
        using var file = fonts.Writer.Open(P(DeclaredPart.Title, "绩效评价报告"), P(DeclaredPart.Cover, "某单位"), Heading(1, "一、概况"), Body("文"));

        Assert.Equal("绩效评价报告某单位", file.GetPage(1).Text);
        Assert.Contains("— 1 —", file.GetPage(2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void PageNumbersStandAtTheOuterFoot()
    {
        using var file = fonts.Writer.Open([.. Enumerable.Range(0, 60).Select(i => Body(PdfReading.Prose(40, i)))]);

        Assert.True(file.GetPage(1).Letters.First(l => l.Value == "—").Location.X > 400);
        Assert.True(file.GetPage(2).Letters.First(l => l.Value == "—").Location.X < 200);
    }

    [Fact]
    public void AWideTableStandsOnItsSide()
    {
        Block[] blocks = [Body("前"), Heading(1, "附件1"), P(DeclaredPart.Caption, "表1"), Table([.. Enumerable.Range(0, 5).Select(_ => Row([.. Enumerable.Range(0, 14).Select(i => PdfReading.Prose(24, i))]))]), Body("后")];
        using var file = fonts.Writer.Open(blocks);

        Assert.True(file.GetPage(2).Width > file.GetPage(2).Height);
        Assert.Contains("表1", file.GetPage(2).Text, StringComparison.Ordinal);
        Assert.Contains("附件1", file.GetPage(2).Text, StringComparison.Ordinal);
        Assert.True(file.GetPage(file.NumberOfPages).Width < file.GetPage(file.NumberOfPages).Height);
    }

    [Fact]
    public void NothingIsPrintedBeyondThePage()
    {
        using var file = fonts.Writer.Open(Body(new string('a', 5000)), Table(Row([.. Enumerable.Repeat(new string('字', 40), 70)])));

        Assert.All(file.GetPages(), page => Assert.All(page.Letters, letter => Assert.True(letter.Location.X > 0 && letter.Location.X < page.Width && letter.Location.Y > 0 && letter.Location.Y < page.Height)));
    }

    [Fact]
    public void AHeadingStaysWithItsText()
    {
        for (var lines = 15; lines < 25; lines++)
        {
            using var file = fonts.Writer.Open([.. Enumerable.Repeat(Body("一行。"), lines), Heading(1, "一、标题甲"), Body("随后之文。")]);

            Assert.Contains("标题甲随后", file.GetPage(file.NumberOfPages).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AnAnnexBeginsAPage()
    {
        using var file = fonts.Writer.Open(Heading(1, "一、甲"), Body("正文。"), Heading(1, "附件1 评分表"), Body("附文。"), Heading(2, "附表"), Body("末。"));

        Assert.Equal(2, file.NumberOfPages);
        Assert.StartsWith("附件1", file.GetPage(2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void HeadingsInARowStayTogetherWithTheirText()
    {
        for (var lines = 12; lines < 25; lines++)
        {
            using var file = fonts.Writer.Open([.. Enumerable.Repeat(Body("一行。"), lines), Heading(1, "四、甲"), Heading(2, "（一）乙"), Heading(3, "1.丙"), Body("随后之文。")]);

            Assert.Contains("四、甲（一）乙1.丙随后", file.GetPage(file.NumberOfPages).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void CharactersThatNoFontHasStayInTheText()
    {
        var report = new PerformanceReport { Title = "绩😀效", Source = new() };

        Assert.Equal("😀", fonts.Writer.MissingCharacters(report));
        fonts.Writer.AssertComesBack(Body("绩😀效"));
    }

    [Fact]
    public void TheSecondFontShowsWhatTheFirstLacks()
    {
        var writer = FontFiles.Of(fonts.Add("latin.ttf", FontFixture.Latin()), fonts.TrueType);
        using var file = writer.Open(Body("ab绩效"));

        Assert.Equal(2, file.GetPage(1).Letters.Where(l => l.Value is "a" or "绩").Select(l => l.FontName).Distinct().Count());
        Assert.Equal("", writer.MissingCharacters(new PerformanceReport { Title = "ab绩效", Source = new() }));
    }

    [Fact]
    public void AFormIsReadByItsLookWhereItsTagsAreTakenAway()
    {
        Block[] blocks = [P(DeclaredPart.Title, "某县项目绩效评价报告"), Heading(1, "一、基本情况"), Body(PdfReading.Prose(120)), Table(Row("甲", "乙"), Row("丙", "丁"))];

        var texts = PdfReading.Read(Replaced(fonts.Writer.Bytes(blocks))).Document;

        Assert.False(texts.IsDeclared);
        Assert.Equal(blocks.Select(b => b.Text), texts.Blocks.Where(b => b.Role == BlockRole.Body).Select(b => b.Text));
    }

    [Fact]
    public void NothingMayBeNull()
    {
        Assert.Throws<ArgumentNullException>(() => fonts.Writer.Write(null!, new MemoryStream()));
        Assert.Throws<ArgumentNullException>(() => fonts.Writer.Write(new PerformanceReport { Source = new() }, null!));
        Assert.Throws<ArgumentNullException>(() => fonts.Writer.MissingCharacters(null!));
        Assert.ThrowsAny<ArgumentException>(() => new PdfReportWriter(new PdfWriterOptions { FontIndex = -1 }));
    }

    [InstalledFontFact]
    public void AnInstalledFontIsFoundAndEmbeddedInPart()
    {
        using var stream = new MemoryStream();
        var writer = new PdfReportWriter();
        writer.Write([Body("绩效评价，ＡＢ。")], "", stream);

        Assert.InRange(stream.Length, 1, 60_000);
        writer.AssertComesBack(Body("绩效评价，ＡＢ。"));
    }

    /// <summary>The same file, its catalogue by a later one that knows no structure.</summary>
    private static byte[] Replaced(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        var start = int.Parse(text[(text.LastIndexOf("startxref", StringComparison.Ordinal) + 10)..].Split('\n')[0], System.Globalization.CultureInfo.InvariantCulture);
        var at = file.Length;
        var pages = 2;
        var catalog = $"1 0 obj\n<< /Type /Catalog /Pages {pages} 0 R >>\nendobj\n";
        var xref = $"xref\n1 1\n{at:0000000000} 00000 n \ntrailer\n<< /Size 3 /Root 1 0 R /Prev {start} >>\nstartxref\n{at + catalog.Length}\n%%EOF\n";
        return [.. file, .. Encoding.Latin1.GetBytes(catalog + xref)];
    }
}
