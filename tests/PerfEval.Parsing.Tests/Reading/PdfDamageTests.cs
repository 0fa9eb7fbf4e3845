using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Tests.Support;
using Xunit;

using static PerfEval.Parsing.Tests.Reading.PdfReading;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class PdfDamageTests
{
    [Fact]
    public void ATruncatedStreamKeepsWhatStandsBefore()
    {
        var (document, log) = Damaged(packed => packed[..(packed.Length * 2 / 3)]).Read();

        Assert.Equal([DiagnosticCode.StreamCorrupt], log.Codes());
        AssertPart(document);
    }

    [Fact]
    public void AFlippedByteKeepsWhatStandsBefore()
    {
        // A reserved kind of block in the middle of the data cannot be inflated.
        var (document, log) = Damaged(packed =>
        {
            packed.AsSpan(packed.Length * 2 / 3, 8).Fill(0xFF);
            return packed;
        }).Read();

        Assert.Equal([DiagnosticCode.StreamCorrupt], log.Codes());
        AssertPart(document);
    }

    [Fact]
    public void AWrongChecksumIsNoted()
    {
        var (document, log) = Damaged(packed =>
        {
            packed[^1] ^= 1;
            return packed;
        }).Read();

        Assert.Equal([DiagnosticCode.StreamCorrupt], log.Codes());
        Assert.Equal(string.Concat(Texts()), Text(document));
    }

    [Fact]
    public void AStreamWithoutItsHeaderIsUnpacked()
    {
        var (document, log) = Damaged(packed => packed[2..]).Read();

        Assert.Equal([DiagnosticCode.StreamCorrupt], log.Codes());
        Assert.Equal(string.Concat(Texts()), Text(document));
    }

    [Fact]
    public void DamageOnOnePageKeepsTheOthers()
    {
        var fixture = Damaged(_ => [1, 2, 3]).Page(p => p.Set(760, Prose(60)));

        var (document, log) = fixture.Read();
        Assert.Equal(Prose(60), Assert.Single(document.Blocks).Text);
        Assert.Equal([DiagnosticCode.StreamCorrupt], log.Codes());
        Assert.Equal(ParseStatus.Partial, ReportParser.Default.Parse(fixture.ToArray()).Status);
    }

    [Fact]
    public void AStreamOfAnUnknownFilterIsNoted()
    {
        var fixture = PdfFixture.Of(p => p.Set(760, Prose(60)));
        var stream = fixture.Stream("/Filter /NoSuchDecode", "q Q"u8.ToArray());
        fixture.Page(p => p.Contents = $"{stream} 0 R");

        var (document, log) = fixture.Read();
        Assert.Equal(Prose(60), Text(document));
        Assert.Equal([DiagnosticCode.FilterUnsupported], log.Codes());
    }

    [Fact]
    public void AMissingContentStreamIsNoted()
    {
        var (document, log) = PdfFixture.Of(p => p.Contents = "999 0 R", p => p.Set(760, Prose(60))).Read();

        Assert.Equal(Prose(60), Assert.Single(document.Blocks).Text);
        Assert.Equal([DiagnosticCode.PageUnreadable], log.Codes());
        Assert.Contains("page 1", log.Items[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingPieceOfContentIsNotedAndTheOthersRead()
    {
        var fixture = new PdfFixture();
        var stream = fixture.Stream("", Encoding.ASCII.GetBytes($"BT /F1 12 Tf 94 700 Td <{fixture.Codes("正文")}> Tj ET"));

        var (document, log) = fixture.Page(p => p.Contents = $"[999 0 R {stream} 0 R]").Read();
        Assert.Equal("正文", Assert.Single(document.Blocks).Text);
        Assert.Equal([DiagnosticCode.PageUnreadable], log.Codes());
    }

    [Fact]
    public void SeveralPiecesOfContentAreOne()
    {
        var fixture = new PdfFixture();
        var first = fixture.Stream("", Encoding.ASCII.GetBytes("BT /F1 12 Tf 94 700 Td"));
        var second = fixture.Stream("", Encoding.ASCII.GetBytes($"<{fixture.Codes("正文")}> Tj ET"));

        Assert.Equal(["正文"], fixture.Page(p => p.Contents = $"[{first} 0 R {second} 0 R]").Texts());
    }

    [Fact]
    public void AMissingPageIsNoted()
    {
        var fixture = PdfFixture.Of(p => p.Set(760, Prose(60)), p => p.Set(760, Prose(60, 1)));
        fixture.Set(fixture.PageNumbers[0], "");

        var (document, log) = fixture.Read();
        Assert.Equal(Prose(60, 1), Assert.Single(document.Blocks).Text);
        Assert.Equal([DiagnosticCode.PageUnreadable], log.Codes());
    }

    [Fact]
    public void APageTreeThatHoldsItselfIsNoDocument()
    {
        var fixture = new PdfFixture().Tree("<< /Type /Pages /Kids [2 0 R] /Count 1 >>");

        Assert.Equal(UnreadableReason.Corrupt, Reason(fixture.ToArray()));
    }

    [Fact]
    public void ADocumentWithoutPagesIsCorrupt() => Assert.Equal(UnreadableReason.Corrupt, Reason(new PdfFixture().ToArray()));

    [Fact]
    public void AnEmptyPageIsNoText() => Assert.Equal(UnreadableReason.NoText, Reason(PdfFixture.Of(_ => { }).ToArray()));

    [Theory]
    [InlineData("1 4 1")]
    [InlineData("1 4 1 ")]
    public void ACrossReferenceStreamIsRead(string widths) =>
        Assert.Equal([Prose(60)], PdfFixture.Of(p => p.Set(760, Prose(60))).WithXrefStream(widths).Texts());

    [Theory]
    [InlineData("1 2147483647 1")]
    [InlineData("1 20000000 1")]
    [InlineData("1 -2147483648 1")]
    [InlineData("1 -7 1")]
    [InlineData("99999999999999999999 4 1")]
    [InlineData("9e9 4 1")]
    [InlineData("1 20000000.5 1")]
    [InlineData("1 +20000000 1")]
    [InlineData("1 %\n20000000 1")]
    [InlineData("1%]\n20000000 1")]
    [InlineData("1 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1")]
    public void AnAbsurdCrossReferenceStreamIsCorrupt(string widths) =>
        Assert.Equal(UnreadableReason.Corrupt, Reason(PdfFixture.Of(p => p.Set(760, Prose(60))).WithXrefStream(widths).ToArray()));

    [Theory]
    [InlineData("/Type /XRef", "/Type /X#52ef")]
    [InlineData("/Type /XRef", "/Type /X#52ef /#57 [1 20000000 1]")]
    [InlineData("/Type /XRef", "/W [1 20000000 1] /obj 1 /Type /XRef")]
    [InlineData("/Type /XRef", "/W [1 20000000 1] /A (1 0 obj) /Type /XRef")]
    [InlineData("/Type /XRef", "/Type /XRef /stream 1")]
    [InlineData("/Type /XRef", "%\n/A <00> > /Type /XRef /stream 1")]
    public void AnAbsurdCrossReferenceStreamIsFoundInDisguise(string plain, string disguised)
    {
        var file = Encoding.Latin1.GetString(PdfFixture.Of(p => p.Set(760, Prose(60))).WithXrefStream("1 20000000 1").ToArray());

        Assert.Equal(UnreadableReason.Corrupt, Reason(Encoding.Latin1.GetBytes(file.Replace(plain, disguised, StringComparison.Ordinal))));
    }

    [Fact]
    public void ManyNestedOpeningsOfObjectsComeToAnEnd() =>
        Assert.Equal(UnreadableReason.Corrupt, Reason(Encoding.ASCII.GetBytes("%PDF-1.7\n" + string.Concat(Enumerable.Repeat("1 0 obj << (", 100_000)))));

    [Theory]
    [InlineData("[")]
    [InlineData("<< /A ")]
    public void DeepNestingDoesNotEndTheProcess(string opening)
    {
        var fixture = PdfFixture.Of(p => p.Set(760, Prose(60)));
        fixture.Catalog($"/A {fixture.Object(string.Concat(Enumerable.Repeat(opening, 200_000)))} 0 R /B {string.Concat(Enumerable.Repeat(opening, 200_000))}");

        Assert.Equal(UnreadableReason.Corrupt, Reason(fixture.ToArray()));
    }

    [Theory]
    [InlineData("999999999999")]
    [InlineData("1" + "000000000000000000000000000000000000000000")]
    public void LettersOfAbsurdWidthComeToAnEnd(string width)
    {
        var fixture = new PdfFixture();
        var descendant = fixture.Object($"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 1000 /W [30000 [{width}]] >>");
        fixture.Font("G1", $"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [{descendant} 0 R] >>")
            .Page(p => p.Show(94, 600, 12, "7530", "G1").Set(780, Prose(300)));

        Assert.Contains(Prose(34), Text(fixture.Read().Document)[..40], StringComparison.Ordinal);
    }

    [Fact]
    public void AFileWithoutItsEndIsReadOrSaidToBeTruncated()
    {
        var bytes = PdfFixture.Of(p => p.Set(760, Prose(60))).ToArray();

        Assert.Equal(UnreadableReason.Truncated, Reason(bytes[..200]));
    }

    [Fact]
    public void WrongOffsetsAreFoundOut()
    {
        var bytes = PdfFixture.Of(p => p.Set(760, Prose(60))).ToArray();
        var start = bytes.AsSpan().LastIndexOf("startxref\n"u8) + 10;

        "1"u8.CopyTo(bytes.AsSpan(start));
        bytes.AsSpan(start + 1, bytes.AsSpan(start).IndexOf((byte)'\n') - 1).Fill((byte)'0');
        Assert.Equal(Prose(60), Assert.Single(Read(bytes).Document.Blocks).Text);
    }

    [Fact]
    public void AResourceOfAnotherKindIsNone()
    {
        var fixture = new PdfFixture().Font("X", "[1 2 3]").Page(p =>
        {
            p.Resources = "/XObject << /A 999 0 R /B (no) >>";
            p.Raw("/A Do /B Do /C Do BT /X 12 Tf 94 720 Td (no) Tj ET BT /Y 12 Tf (no) Tj ET").Text(94, 700, 12, "正文");
        });

        Assert.Equal(["正文"], fixture.Texts());
    }

    [Fact]
    public void OperatorsThatCloseTooMuchDoNoHarm() =>
        Assert.Equal(["正文"], PdfFixture.Of(p => p.Raw("Q Q EMC ET ET >> ] cm Tf Td re l h S 1 2 m Do BDC EMC").Text(94, 700, 12, "正文").Raw("<00").Raw("(open")).Texts());

    [Fact]
    public void ReadingStopsWhenCancelledOnTheWay()
    {
        using var source = new CancellationTokenSource();
        var bytes = PdfFixture.Of([.. Enumerable.Repeat<Action<PdfCanvas>>(p => p.Set(760, Prose(1000)), 60)]).ToArray();
        source.CancelAfter(1);

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            for (var i = 0; i < 100; i++)
                ReportParser.Default.Parse(bytes, null, source.Token);
        });
    }

    /// <summary>The texts of a page of paragraphs of one line.</summary>
    private static IEnumerable<string> Texts() => Enumerable.Range(0, 36).Select(i => $"第{i}段：{Prose(20, i)}");

    private static string Text(SourceDocument document) => string.Concat(document.Blocks.Select(b => b.Text));

    private static void AssertPart(SourceDocument document)
    {
        var text = Text(document);
        Assert.InRange(text.Length, 100, string.Concat(Texts()).Length - 100);
        // The last line may have lost its last letter's second half.
        Assert.StartsWith(text[..^1], string.Concat(Texts()), StringComparison.Ordinal);
    }

    /// <summary>A page whose packed content was damaged.</summary>
    private static PdfFixture Damaged(Func<byte[], byte[]> damage)
    {
        var fixture = new PdfFixture();
        var canvas = new PdfCanvas(fixture);
        var y = 780;
        foreach (var text in Texts())
            canvas.Text(94 + 24, y -= 20, 12, text);
        var stream = fixture.Stream("/Filter /FlateDecode", damage(PdfFixture.Deflate(Encoding.ASCII.GetBytes(canvas.Content))));
        return fixture.Page(p => p.Contents = $"{stream} 0 R");
    }
}
