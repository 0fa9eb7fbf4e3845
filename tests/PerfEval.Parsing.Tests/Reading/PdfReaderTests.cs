using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Pdf;
using PerfEval.Parsing.Tests.Support;
using Xunit;

using static PerfEval.Parsing.Tests.Reading.PdfReading;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class PdfReaderTests : DocumentReaderContract
{
    protected override IDocumentReader Reader { get; } = new PdfReader();

    protected override byte[] Sample() => PdfFixture.Of(
        page =>
        {
            page.Centred(770, 18, "项目支出绩效评价报告");
            var y = page.Bold(Left, 730, 14, "一、项目概况").Set(700, Prose(90));
            page.Set(y, Prose(50, 1));
            page.Table([94, 230, 366, 502], 500, 24, ["指标|分值|得分", "数量|10|9", "质量|10|8"]).Centred(40, 9, "— 1 —");
        },
        page => page.Centred(40, 9, "— 2 —").Set(760, Prose(80, 2))).ToArray();

    [Fact]
    public void FullLinesAreJoinedWithoutASpace() =>
        Assert.Equal([Prose(100), Prose(70, 1)], PdfFixture.Of(p => p.Set(p.Set(760, Prose(100)), Prose(70, 1))).Texts());

    [Fact]
    public void WordsOfLatinLettersAreJoinedWithASpace() =>
        Assert.Equal($"{Prose(26)}evaluation management{Prose(10, 1)}", PdfFixture.Of(p => p
            .Text(Left + 24, 760, 12, Prose(26) + "evaluation").Text(Left, 740, 12, "management" + Prose(10, 1)).Set(720, Prose(100, 2))).Texts()[0]);

    [Fact]
    public void AnIndentedLineBeginsAParagraphAlsoBehindAFullOne()
    {
        var full = Prose(Columns - 2 + Columns);

        Assert.Equal([full, Prose(60, 1)], PdfFixture.Of(p => p.Set(p.Set(760, full), Prose(60, 1))).Texts());
    }

    [Fact]
    public void ALineThatIsNotFullEndsAParagraphThoughNoneIsIndented()
    {
        var (first, second) = (Prose(Columns) + Prose(20, 1), Prose(Columns, 2) + Prose(12, 3));
        var fixture = PdfFixture.Of(p => p.Lines(Left, 760, 12, 20, first[..Columns], first[Columns..], second[..Columns], second[Columns..]));

        Assert.Equal([first, second], fixture.Texts());
        Assert.Equal([false, false], fixture.Paragraphs().Select(p => p.Indented));
    }

    [Fact]
    public void AParagraphGoesOnOverAPageEndBehindThePageNumber()
    {
        var text = Prose(35 * Columns - 2);
        var split = 32 * Columns - 2;
        var fixture = PdfFixture.Of(
            p => p.Centred(40, 9, "— 1 —").Set(760, text[..split]),
            p => p.Lines(Left, 760, 12, 20, text[split..(split + Columns)], text[(split + Columns)..(split + 2 * Columns)], text[(split + 2 * Columns)..]).Centred(40, 9, "— 2 —"));

        Assert.Equal([text], fixture.Texts());
        var lines = fixture.Paragraphs()[0].Layout!.Lines;
        Assert.Equal((1, 2), (lines[31].Page, lines[32].Page));
        Assert.Equal(split, lines[32].Start);
    }

    [Fact]
    public void AHeadingOfAnotherSizeStandsApart()
    {
        var paragraphs = PdfFixture.Of(p => p.Set(p.Bold(Left + 24, 760, 16, "一、项目基本情况").Set(730, Prose(70)), Prose(70, 1))).Paragraphs();

        Assert.Equal(["一、项目基本情况", Prose(70), Prose(70, 1)], paragraphs.Select(p => p.Text));
        Assert.Equal([(true, 16d, "SimHei-Bold"), (false, 12, "SimSun"), (false, 12, "SimSun")], paragraphs.Select(p => (p.Style.Bold == true, p.Style.Size!.Value, p.Style.Font!)));
        Assert.Equal([1, 1, 1], paragraphs.Select(p => p.Page));
        Assert.Equal("page 1", paragraphs[0].Path);
    }

    [Fact]
    public void ABoldHeadBeforeATextIsItsLead()
    {
        var paragraph = PdfFixture.Of(p => p.Bold(Left + 24, 760, 12, "（一）决策情况。").Text(Left + 24 + 96, 760, 12, Prose(24)).Text(Left, 740, 12, Prose(20, 1))).Paragraphs().Single();

        Assert.Equal("（一）决策情况。" + Prose(24) + Prose(20, 1), paragraph.Text);
        Assert.Equal((8, false, true), (paragraph.BoldLead, paragraph.Style.Bold == true, paragraph.Indented));
    }

    [Fact]
    public void TheLinesOfATitleAreCentred()
    {
        var paragraphs = PdfFixture.Of(p => p.Centred(770, 20, "甲县二〇二三年度").Centred(730, 20, "绩效评价报告").Set(690, Prose(100))).Paragraphs();

        Assert.Equal(["甲县二〇二三年度", "绩效评价报告", Prose(100)], paragraphs.Select(p => p.Text));
        Assert.Equal([TextAlignment.Center, TextAlignment.Center, TextAlignment.Unknown], paragraphs.Select(p => p.Style.Alignment));
    }

    [Fact]
    public void ASignatureAtTheRightEdgeIsAlignedRight() =>
        Assert.Equal(TextAlignment.Right, PdfFixture.Of(p => p.Text(Left + 408 - 96, p.Set(760, Prose(100)) - 40, 12, "甲县财政局二〇年")).Paragraphs()[1].Style.Alignment);

    [Fact]
    public void APageThatIsMostlyFreeWasEndedByItsAuthor() =>
        Assert.Equal(
            [typeof(Paragraph), typeof(PageBreak), typeof(Paragraph)],
            PdfFixture.Of(p => p.Centred(600, 22, "绩效评价报告"), p => p.Set(760, Prose(100))).Blocks().Select(b => b.GetType()));

    [Fact]
    public void APictureInTheTextIsAFigureAtItsPlace()
    {
        var fixture = new PdfFixture();
        var image = fixture.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", [0]);
        fixture.Page(p =>
        {
            p.Resources = $"/XObject << /Im {image} 0 R >>";
            p.Set(p.Raw("q 300 0 0 200 120 480 cm /Im Do Q").Set(760, Prose(90)) - 240, Prose(90, 1));
        });

        Assert.Equal([typeof(Paragraph), typeof(Figure), typeof(Paragraph)], fixture.Blocks().Select(b => b.GetType()));
    }

    [Theory]
    [InlineData("<48656C6C6F> Tj", "Hello")]
    [InlineData("[<4865> -600 <6C6C6F>] TJ", "He llo")]
    [InlineData("[<4865> -30 <6C6C6F>] TJ", "Hello")]
    [InlineData("(He\\154lo) Tj", "Hello")]
    [InlineData("(a\\(b\\)c) Tj", "a(b)c")]
    [InlineData("(a(b)c) Tj", "a(b)c")]
    [InlineData("14 TL (ab) Tj (cd) '", "ab|cd")]
    [InlineData("14 TL (ab) Tj 0 0 (cd) \"", "ab|cd")]
    [InlineData("(ab) Tj 0 -40 Td (cd) Tj", "ab|cd")]
    [InlineData("(ab) Tj 0 -40 TD (cd) Tj T* (ef) Tj", "ab|cd|ef")]
    [InlineData("(ab) Tj % note\n(cd) Tj", "abcd")]
    [InlineData("(ab) Tj ) > (cd) Tj", "abcd")]
    [InlineData("(ab) Tj BI /W 1 /H 1 ID \u00ff(no) Tj\u00ff EI (cd) Tj", "abcd")]
    public void StringsAreShownAsTheOperatorsSay(string operators, string expected)
    {
        var fixture = new PdfFixture().Font("L", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /FirstChar 0 /LastChar 255 /Widths [" + string.Concat(Enumerable.Repeat("500 ", 256)) + "] >>")
            .Page(p => p.Raw($"BT /L 12 Tf 94 700 Td {operators} ET").Set(600, Prose(80)));

        Assert.Equal($"{expected}|{Prose(80)}", string.Join('|', fixture.Texts()));
    }

    [Fact]
    public void TextOnAHiddenLayerIsNotShown()
    {
        var fixture = new PdfFixture();
        var (off, on) = (fixture.Object("<< /Type /OCG /Name (a) >>"), fixture.Object("<< /Type /OCG /Name (b) >>"));
        fixture.Catalog($"/OCProperties << /OCGs [{off} 0 R {on} 0 R] /D << /OFF [{off} 0 R] >> >>").Page(p =>
        {
            p.Resources = $"/Properties << /P0 {off} 0 R /P1 {on} 0 R >>";
            p.Raw("/OC /P0 BDC").Text(94, 700, 12, "不显示").Raw("EMC /OC /P1 BDC").Text(94, 600, 12, "显示").Raw("EMC");
        });

        Assert.Equal(["显示"], fixture.Texts());
    }

    [Fact]
    public void AHeadingOfATaggedFileHasItsLevel()
    {
        var fixture = new PdfFixture();
        var root = fixture.Reserve();
        fixture.Catalog($"/StructTreeRoot {root} 0 R").Page(p =>
        {
            p.Entries = "/StructParents 0";
            p.Raw("/H2 << /MCID 0 >> BDC").Text(94, 760, 12, "项目概况").Raw("EMC /P << /MCID 1 >> BDC").Set(740, Prose(40));
            p.Raw("EMC");
        });
        var page = fixture.PageNumbers[0];
        fixture.Set(root, $"<< /Type /StructTreeRoot /RoleMap << /Titel /H2 >> /K [<< /S /Titel /Pg {page} 0 R /K [0] >> << /S /P /Pg {page} 0 R /K << /Type /MCR /MCID 1 >> >>] >>");

        Assert.Equal([2, null], fixture.Paragraphs().Select(p => p.Style.OutlineLevel));
    }
}
