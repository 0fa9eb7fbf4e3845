using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Encodings;
using PerfEval.Parsing.Tests.Support;
using Xunit;

using static PerfEval.Parsing.Tests.Reading.PdfReading;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class PdfFontTests
{
    private static readonly string HalfWidths = "/FirstChar 0 /LastChar 255 /Widths [" + string.Concat(Enumerable.Repeat("500 ", 256)) + "]";

    [Theory]
    [InlineData("2 beginbfchar <0001> <7EE9> <0002> <6548> endbfchar", "绩效")]
    [InlineData("1 beginbfchar <0001> <7EE96548> endbfchar", "绩效\uFFFD")]
    [InlineData("1 beginbfrange <0001> <0002> <4E00> endbfrange", "一丁")]
    [InlineData("1 beginbfrange <0001> <0002> [<7EE9> <6548>] endbfrange", "绩效")]
    [InlineData("1 beginbfrange <0000> <0002> [<0020> <7EE9> <6548>] endbfrange", "绩效")]
    [InlineData("1 beginbfrange <0001> <0002> <D840DC00> endbfrange", "\U00020000\U00020001")]
    [InlineData("2 beginbfchar <0001> <2F00> <0002> <2F49> endbfchar", "一月")]
    [InlineData("2 beginbfchar <0001> <2EC5> <0002> <FA0C> endbfchar", "见\uFA0C")]
    public void ToUnicodeSaysWhatCodesShow(string map, string expected)
    {
        var fixture = new PdfFixture();
        var cmap = fixture.Stream("", Encoding.ASCII.GetBytes($"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange {map} endcmap"));

        Assert.Equal(expected, fixture.CompositeFont("G1", "Identity-H", $"/ToUnicode {cmap} 0 R").Page(p => p.Show(94, 700, 12, "00010002", "G1")).Texts().Single());
    }

    [Theory]
    [InlineData("GBK-EUC-H", "gb18030")]
    [InlineData("GBKp-EUC-H", "gb18030")]
    [InlineData("GB-EUC-H", "gb18030")]
    [InlineData("GBpc-EUC-H", "gb18030")]
    [InlineData("GBK2K-H", "gb18030")]
    [InlineData("UniGB-UCS2-H", "utf-16")]
    [InlineData("UniGB-UTF16-H", "utf-16")]
    public void ThePredefinedMapsNeedNoTable(string encoding, string charset)
    {
        const string Text = "绩效2023年AB级";
        var codes = charset == "utf-16" ? Encoding.BigEndianUnicode.GetBytes(Text) : ChineseEncodings.Gb18030.Encode(Text)!;
        var paragraph = new PdfFixture().CompositeFont("G1", encoding).Page(p => p.Show(94, 700, 12, Convert.ToHexString(codes), "G1")).Paragraphs().Single();

        Assert.Equal(Text, paragraph.Text);
        Assert.Equal("SimSun", paragraph.Style.Font);
        // Four ideographs of an em and six signs of half an em.
        var box = paragraph.Layout!.Lines.Single().Box;
        Assert.Equal((94, 94 + 12 * (4 + 6 * 0.5)), (box.Left, box.Right));
    }

    [Fact]
    public void ACharacterOfFourBytesOfGb18030IsOne() =>
        Assert.Equal("㐀字", new PdfFixture().CompositeFont("G1", "GBK2K-H").Page(p => p.Show(94, 700, 12, Convert.ToHexString(ChineseEncodings.Gb18030.Encode("㐀字")!), "G1")).Texts().Single());

    [Fact]
    public void TextThatRunsFromTopToBottomAdvancesDownwards()
    {
        var fixture = new PdfFixture().CompositeFont("G1", "UniGB-UCS2-V").Page(p => p.Show(300, 700, 12, Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("甲乙")), "G1"));

        var lines = fixture.Paragraphs().SelectMany(p => p.Layout!.Lines).ToList();
        Assert.Equal("甲乙", string.Concat(fixture.Texts()));
        Assert.Equal([(294d, 306d), (294, 306)], lines.Select(l => (l.Box.Left, l.Box.Right)));
        Assert.Equal(12, lines[0].Box.Top - lines[1].Box.Top, 3);
    }

    [Fact]
    public void BytesOfGbkInASimpleFontAreRead()
    {
        var (document, log) = Gbk("项目资金绩效评价2023年").Read();

        Assert.Equal("项目资金绩效评价2023年", document.Blocks.Single().Text);
        Assert.Equal("宋体", ((Paragraph)document.Blocks[0]).Style.Font);
        Assert.Equal(94 + 12 * (9 + 2), document.Blocks[0].Layout!.Lines[0].Box.Right, 3);
        Assert.Equal([DiagnosticCode.TextRepaired], log.Codes());
    }

    [Fact]
    public void LatinTextIsNotTakenForGbk()
    {
        const string Text = "Les r\u00E9sultats \u00E9lev\u00E9s de l'\u00E9valuation fran\u00E7aise, \u00E0 v\u00E9rifier";
        var (document, log) = Latin(Encoding.Latin1.GetBytes(Text)).Read();

        Assert.Equal(Text, document.Blocks.Single().Text);
        Assert.Empty(log.Items);
    }

    [Fact]
    public void LettersOfFoundersPrivateRowAreAscii()
    {
        // Founder's programs store A as the bytes A0 C1, which is 犃 in GBK.
        var stored = string.Concat("ICSGB2023".Select(c => ChineseEncodings.Gb18030.DecodeStrict([0xA0, (byte)(c | 0x80)])));
        Assert.StartsWith("犐犆犛", stored, StringComparison.Ordinal);

        var (document, log) = PdfFixture.Of(p => p.Text(94, 700, 12, "标准" + stored)).Read();

        Assert.Equal("标准ICSGB2023", document.Blocks.Single().Text);
        Assert.Equal([DiagnosticCode.TextRepaired], log.Codes());
    }

    [Fact]
    public void ASingleRareCharacterOfThatRowIsKept()
    {
        var (document, log) = PdfFixture.Of(p => p.Text(94, 700, 12, "犐村饮水工程")).Read();

        Assert.Equal("犐村饮水工程", document.Blocks.Single().Text);
        Assert.Empty(log.Items);
    }

    [Fact]
    public void AFontWithoutAMapIsSaidToBeOne()
    {
        var fixture = new PdfFixture().CompositeFont("G1", "Identity-H", baseFont: "FZSong").Page(p => p.Show(94, 700, 12, "00410042004300440045", "G1").Set(600, Prose(60)));

        var result = ReportParser.Default.Parse(fixture.ToArray());

        Assert.Equal(ParseStatus.Partial, result.Status);
        var diagnostic = Assert.Single(result.Diagnostics, d => d.Code == DiagnosticCode.FontUnmapped);
        Assert.Contains("page 1", diagnostic.Message, StringComparison.Ordinal);
        Assert.Contains("FZSong", diagnostic.Message, StringComparison.Ordinal);
        Assert.Equal(["\uFFFD\uFFFD\uFFFD\uFFFD\uFFFD", Prose(60)], fixture.Texts());
    }

    [Fact]
    public void TextOfRareIdeographsOnlyIsSaidToBeUnreadable()
    {
        var rare = string.Concat(Enumerable.Range(0, 80).Select(i => (char)(0x9B00 + i * 7)));

        var (_, log) = PdfFixture.Of(p => p.Set(700, rare)).Read();

        Assert.Equal([DiagnosticCode.TextGarbled], log.Codes());
        Assert.Contains("page 1", log.Items[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void LettersPrintedTwiceCountOnceAndAreBold()
    {
        var paragraphs = PdfFixture.Of(p => p.Text(94, 700, 12, "项目概况").Text(94.4, 700, 12, "项目概况").Set(680, Prose(80))).Paragraphs();

        Assert.Equal("项目概况", paragraphs[0].Text);
        Assert.Equal([true, false], paragraphs.Select(p => p.Style.Bold));
    }

    [Fact]
    public void TheSameLetterTwiceInARowIsTwo() => Assert.Equal("天天向上", PdfFixture.Of(p => p.Text(94, 700, 12, "天天向上")).Texts().Single());

    [Fact]
    public void LettersStrokedAndFilledAreBold()
    {
        var paragraphs = PdfFixture.Of(p => p.Raw("2 Tr").Text(94, 700, 12, "项目概况").Raw("0 Tr").Set(680, Prose(80))).Paragraphs();

        Assert.Equal([true, false], paragraphs.Select(p => p.Style.Bold));
    }

    [Fact]
    public void ActualTextStandsForWhatIsShown()
    {
        var paragraph = PdfFixture.Of(p => p.Raw("/Span << /ActualText <FEFF7EE96548> >> BDC").Text(94, 700, 12, "图图").Raw("EMC").Text(118, 700, 12, "评价")).Paragraphs().Single();

        Assert.Equal("绩效评价", paragraph.Text);
        Assert.Equal((94d, 142d), (paragraph.Layout!.Lines[0].Box.Left, paragraph.Layout.Lines[0].Box.Right));
    }

    [Fact]
    public void ActualTextMayStandInTheResources()
    {
        var fixture = new PdfFixture().Page(p =>
        {
            p.Resources = "/Properties << /M0 << /ActualText (AB) >> >>";
            p.Raw("/Span /M0 BDC").Text(94, 700, 12, "图图").Raw("EMC");
        });

        Assert.Equal(["AB"], fixture.Texts());
    }

    [Fact]
    public void TheTagOfASubsetIsNoPartOfTheFontsName() =>
        Assert.Equal("SimSun", new PdfFixture().CompositeFont("G1", "UniGB-UCS2-H", baseFont: "ABCDEF+SimSun").Page(p => p.Show(94, 700, 12, "7EE9", "G1")).Paragraphs().Single().Style.Font);

    [Fact]
    public void LettersSetWideAreOneWordAndTwoWordsHaveASpace() =>
        Assert.Equal(["目录", "total score"], PdfFixture.Of(p => p.Text(94, 700, 12, "目").Text(116, 700, 12, "录").Text(94, 600, 12, "total").Text(128, 600, 12, "score").Set(500, Prose(60))).Texts().Take(2));

    private static PdfFixture Gbk(string text) => Latin(ChineseEncodings.Gb18030.Encode(text)!, "#CB#CE#CC#E5");

    private static PdfFixture Latin(byte[] text, string name = "Arial") =>
        new PdfFixture().Font("L", $"<< /Type /Font /Subtype /TrueType /BaseFont /{name} /Encoding /WinAnsiEncoding {HalfWidths} >>")
            .Page(p => p.Show(94, 700, 12, Convert.ToHexString(text), "L"));
}
