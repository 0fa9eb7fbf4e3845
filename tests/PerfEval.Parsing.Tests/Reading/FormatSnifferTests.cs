using System.IO.Compression;
using System.Text;
using PerfEval.Parsing.Reading;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

// Inside the namespace, where it goes before the Open XML SDK's root namespace of the same name.
using DocumentFormat = PerfEval.Parsing.Reading.DocumentFormat;

public sealed class FormatSnifferTests
{
    [Theory]
    [InlineData("word/document.xml", DocumentFormat.Docx)]
    [InlineData("word\\document.xml", DocumentFormat.Docx)]
    [InlineData("xl/workbook.xml", DocumentFormat.Xlsx)]
    [InlineData("ppt/presentation.xml", DocumentFormat.Pptx)]
    [InlineData("OFD.xml", DocumentFormat.Ofd)]
    [InlineData("readme.txt", DocumentFormat.Zip)]
    [InlineData("my-word/document.xml", DocumentFormat.Zip)]
    public void AZipIsToldByItsEntries(string entry, DocumentFormat expected)
    {
        var zip = Zip("[Content_Types].xml", entry);

        Assert.Equal(expected, FormatSniffer.Sniff(zip));
        // Without its directory the local headers still say what it is.
        Assert.Equal(expected, FormatSniffer.Sniff(zip.AsSpan(0, zip.Length - 30)));
    }

    [Fact]
    public void AnEmbeddedSheetMakesNoSpreadsheet() => Assert.Equal(DocumentFormat.Docx, FormatSniffer.Sniff(Zip("word/document.xml", "word/embeddings/a.xlsx", "xl/odd.xml")));

    [Fact]
    public void OpenDocumentTextNamesItself()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        using (var writer = new StreamWriter(zip.CreateEntry("mimetype", CompressionLevel.NoCompression).Open()))
            writer.Write("application/vnd.oasis.opendocument.text");

        Assert.Equal(DocumentFormat.Odt, FormatSniffer.Sniff(stream.ToArray()));
    }

    [Theory]
    [InlineData("WordDocument", DocumentFormat.Doc)]
    [InlineData("Workbook", DocumentFormat.Xls)]
    [InlineData("Book", DocumentFormat.Xls)]
    [InlineData("EncryptedPackage", DocumentFormat.EncryptedOffice)]
    [InlineData("Something", DocumentFormat.Doc)]
    public void AnOleFileIsToldByItsStreams(string stream, DocumentFormat expected)
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[504], .. Encoding.Unicode.GetBytes(stream), .. new byte[64]];

        Assert.Equal(expected, FormatSniffer.Sniff(ole));
    }

    [Theory]
    [InlineData("%PDF-1.7\n", DocumentFormat.Pdf)]
    [InlineData("junk before\n%PDF-1.4\n", DocumentFormat.Pdf)]
    [InlineData("{\\rtf1\\ansi}", DocumentFormat.Rtf)]
    [InlineData("Rar!\x1A\x07\x00", DocumentFormat.Archive)]
    [InlineData("GIF89a....", DocumentFormat.Image)]
    [InlineData("绩效评价报告", DocumentFormat.Txt)]
    [InlineData("a", DocumentFormat.Txt)]
    [InlineData("<!DOCTYPE html>\n<p>", DocumentFormat.Html)]
    [InlineData("\r\n <HTML xmlns:o='x'>", DocumentFormat.Html)]
    [InlineData("<!-- 发布 --><html>", DocumentFormat.Html)]
    [InlineData("正文<p>甲</p><br><div class=a>乙</div>", DocumentFormat.Html)]
    [InlineData("若 a<b 且 c>d，则取 <无>。", DocumentFormat.Txt)]
    [InlineData("%P", DocumentFormat.Txt)]
    public void TextAndMagicWordsAreTold(string content, DocumentFormat expected) => Assert.Equal(expected, FormatSniffer.Sniff(Encoding.UTF8.GetBytes(content)));

    [Fact]
    public void HtmlIsToldInEveryEncoding()
    {
        const string page = "<html><head><title>绩效</title></head><body>绩效评价报告</body></html>";

        foreach (var encoding in new[] { Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF8, TextReading.Gb18030 })
        {
            Assert.Equal(DocumentFormat.Html, FormatSniffer.Sniff([.. encoding.GetPreamble(), .. encoding.GetBytes(page)]));
            Assert.Equal(DocumentFormat.Html, FormatSniffer.Sniff(encoding.GetBytes(page)));
        }
    }

    [Theory]
    [InlineData(new byte[] { 0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A }, DocumentFormat.Image)]
    [InlineData(new byte[] { 0xFF, 0xD8, 0xFF, 0xE0 }, DocumentFormat.Image)]
    [InlineData(new byte[] { 0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C }, DocumentFormat.Archive)]
    [InlineData(new byte[] { }, DocumentFormat.Unknown)]
    [InlineData(new byte[] { 0, 0, 0, 0, 0, 0, 0, 0 }, DocumentFormat.Unknown)]
    [InlineData(new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 14, 15, 16 }, DocumentFormat.Unknown)]
    public void OtherBytesAreToldToo(byte[] bytes, DocumentFormat expected) => Assert.Equal(expected, FormatSniffer.Sniff(bytes));

    [Fact]
    public void DamagedZipsNeverThrow()
    {
        var zip = Zip("[Content_Types].xml", "word/document.xml");
        for (var at = 0; at < zip.Length; at++)
        {
            var damaged = (byte[])zip.Clone();
            damaged[at] = 0xFF;
            FormatSniffer.Sniff(damaged);
            FormatSniffer.Sniff(zip.AsSpan(0, at));
        }
    }

    private static byte[] Zip(params string[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in entries)
                zip.CreateEntry(entry);
        return stream.ToArray();
    }
}
