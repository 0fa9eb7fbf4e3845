using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PerfEval.Parsing.Writing.Packages;
using Xunit;

namespace PerfEval.Parsing.Tests.Writing;

public sealed class StablePackageTests
{
    [Fact]
    public void PackagesBuiltAtDifferentTimesGiveTheSameBytes()
    {
        var one = Zip(new DateTimeOffset(2001, 2, 3, 4, 5, 6, TimeSpan.FromHours(8)), CompressionLevel.NoCompression, "_rels/.rels", "a/b.xml", "[Content_Types].xml");
        var other = Zip(new DateTimeOffset(2023, 12, 31, 23, 59, 58, TimeSpan.FromHours(-3)), CompressionLevel.Optimal, "[Content_Types].xml", "_rels/.rels", "a/b.xml");

        Assert.NotEqual(one, other);
        Assert.Equal(Rewritten(one), Rewritten(other));
    }

    [Fact]
    public void EntriesStandInAFixedOrderWithoutTimeAndAttributes()
    {
        var bytes = Rewritten(Zip(DateTimeOffset.UnixEpoch.AddYears(40), CompressionLevel.Fastest, "word/document.xml", "_rels/.rels", "docProps/app.xml", "[Content_Types].xml"));

        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(["[Content_Types].xml", "_rels/.rels", "docProps/app.xml", "word/document.xml"], zip.Entries.Select(e => e.FullName));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
        Assert.All(zip.Entries, e => Assert.Equal(0, e.ExternalAttributes));
        Assert.All(zip.Entries, e => Assert.Equal(e.FullName, new StreamReader(e.Open()).ReadToEnd()));
        var entry = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        Assert.Equal(0, bytes[entry + 5]);
    }

    [Fact]
    public void APackageOfTheSdkStaysWhole()
    {
        using var built = new MemoryStream();
        using (var package = WordprocessingDocument.Create(built, WordprocessingDocumentType.Document))
            package.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new Text("绩效自评")))));

        using var opened = WordprocessingDocument.Open(new MemoryStream(Rewritten(built.ToArray())), isEditable: false);

        Assert.Equal("绩效自评", opened.MainDocumentPart!.Document!.Body!.InnerText);
    }

    [Fact]
    public void NamesBeyondAsciiAreKept()
    {
        using var zip = new ZipArchive(new MemoryStream(Rewritten(Zip(DateTimeOffset.UnixEpoch.AddYears(40), CompressionLevel.Optimal, "附件.xml"))));

        Assert.Equal("附件.xml", Assert.Single(zip.Entries).FullName);
    }

    private static byte[] Rewritten(byte[] package)
    {
        using var output = new MemoryStream();
        StablePackage.Write(new MemoryStream(package), output);
        return output.ToArray();
    }

    private static byte[] Zip(DateTimeOffset time, CompressionLevel level, params string[] names)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in names)
            {
                var entry = zip.CreateEntry(name, level);
                entry.LastWriteTime = time;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes(name));
            }

        return bytes.ToArray();
    }
}
