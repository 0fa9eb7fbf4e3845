using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Tests.Support;
using Xunit;

using static PerfEval.Parsing.Tests.Reading.PdfReading;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class PdfScanTests
{
    [Fact]
    public void ADocumentOfPicturesHasNoTextLayer() => Assert.Equal(UnreadableReason.NoTextLayer, Reason(Scans(_ => { }, _ => { }).ToArray()));

    [Fact]
    public void APageNumberOnAPictureIsNoTextLayer()
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => Scans(p => p.Centred(40, 9, "— 1 —"), p => p.Centred(40, 9, "— 2 —")).Read());

        Assert.Equal(UnreadableReason.NoTextLayer, error.Reason);
        Assert.Contains("2 of its 2 pages", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void APictureAmongPagesOfTextIsNamed()
    {
        var fixture = Scans(_ => { }).Page(p => p.Set(760, Prose(300)));

        var result = ReportParser.Default.Parse(fixture.ToArray());

        Assert.Equal(ParseStatus.Partial, result.Status);
        Assert.Contains("Page 1 ", Assert.Single(result.Diagnostics, d => d.Code == DiagnosticCode.NoTextLayer).Message, StringComparison.Ordinal);
        Assert.Equal(ReadingMethod.Text, result.Report.Source.Method);
        Assert.Equal([Prose(300)], fixture.Texts());
    }

    [Fact]
    public void InvisibleTextOverAPictureIsRecognisedText()
    {
        var fixture = Scans(p => p.Raw("3 Tr").Set(760, Prose(300)));

        var (document, log) = fixture.Read();
        Assert.Equal([Prose(300)], document.Blocks.Select(b => b.Text));
        Assert.True(document.IsRecognised);
        Assert.Empty(log.Items);
        Assert.Equal(ReadingMethod.Ocr, ReportParser.Default.Parse(fixture.ToArray()).Report.Source.Method);
    }

    [Fact]
    public void TextOverABackgroundPictureIsText()
    {
        var (document, log) = Scans(p => p.Set(760, Prose(300))).Read();

        Assert.Equal([Prose(300)], document.Blocks.Select(b => b.Text));
        Assert.False(document.IsRecognised);
        Assert.Empty(log.Items);
    }

    [Fact]
    public void AnInlinePictureIsAPictureToo() =>
        Assert.Equal(UnreadableReason.NoTextLayer, Reason(PdfFixture.Of(p => p.Raw("q 595 0 0 842 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \u00ff EI Q")).ToArray()));

    [Fact]
    public void AnEncryptedFileWithTheEmptyPasswordOpens() =>
        Assert.Equal([Prose(100)], PdfFixture.Of(p => p.Set(760, Prose(100))).Packed().Encrypted("").Texts());

    [Fact]
    public void AnEncryptedFileNeedsItsPassword()
    {
        var bytes = PdfFixture.Of(p => p.Set(760, Prose(100))).Packed().Encrypted("123").ToArray();

        Assert.Equal(UnreadableReason.Encrypted, Reason(bytes));
        Assert.Equal(UnreadableReason.Encrypted, Reason(bytes, null, "12", "1234"));
        Assert.Equal(Prose(100), Assert.Single(Read(bytes, null, "12", "123").Document.Blocks).Text);
    }

    [Fact]
    public void TheParserTriesThePasswordsOfItsOptions()
    {
        var bytes = PdfFixture.Of(p => p.Set(760, "甲县农村饮水安全项目支出绩效评价报告全文" + Prose(80))).Encrypted("123").ToArray();

        Assert.Equal(UnreadableReason.Encrypted, Assert.Throws<UnreadableDocumentException>(() => ReportParser.Default.Parse(bytes)).Reason);
        Assert.Equal(ParseStatus.Complete, new ReportParser(new ReportParserOptions { Passwords = ["123"] }).Parse(bytes).Status);
    }

    /// <summary>Pages covered by a picture, with what else is drawn on them.</summary>
    private static PdfFixture Scans(params Action<PdfCanvas>[] pages)
    {
        var fixture = new PdfFixture();
        var image = fixture.Stream("/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8", [0]);
        foreach (var draw in pages)
            fixture.Page(p =>
            {
                p.Resources = $"/XObject << /Im {image} 0 R >>";
                draw(p.Raw("q 595 0 0 842 0 0 cm /Im Do Q"));
            });
        return fixture;
    }
}
