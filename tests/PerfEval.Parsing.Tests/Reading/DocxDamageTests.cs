using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Archives;
using PerfEval.Parsing.Reading.Docx;
using Xunit;

using static PerfEval.Parsing.Tests.Reading.DocxReading;
using static PerfEval.Parsing.Tests.Support.DocxFixture;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class DocxDamageTests
{
    private static readonly string Paragraphs = string.Concat(Enumerable.Range(0, 200).Select(i => P($"第{i}段：项目资金{i * 7919 % 1000}万元。")));

    [Fact]
    public void AWrongChecksumIsReportedAndTheTextKept()
    {
        var bytes = Of(P("绩效") + P("评价")).Stored().ToArray();
        bytes[bytes.AsSpan().IndexOf("绩效"u8) + 5] ^= 1;

        var (document, log) = Read(bytes);

        Assert.Equal(2, document.Blocks.Count);
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.CrcMismatch);
    }

    [Fact]
    public void DamagedCompressedDataKeepsWhatStandsBefore()
    {
        var bytes = Of(Paragraphs).ToArray();
        var data = bytes.AsSpan().IndexOf("word/document.xml"u8) + 17;
        bytes.AsSpan(data + 900, 40).Fill(0xFF);

        var (document, log) = Read(bytes);

        Assert.InRange(document.Blocks.Count, 1, 200);
        Assert.True(log.HasErrors);
    }

    [Fact]
    public void ALengthThatLiesDoesNotCutTheText()
    {
        var bytes = Of(Paragraphs).ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(DirectoryEntry(bytes, "word/document.xml") + 24), 100);

        var (document, log) = Read(bytes);

        Assert.Equal(200, document.Blocks.Count);
        Assert.Equal(DiagnosticCode.LengthMismatch, Assert.Single(log.Items).Code);
    }

    [Fact]
    public void ATruncatedArchiveIsSalvaged()
    {
        var bytes = Of(Paragraphs).ToArray();
        var end = bytes.AsSpan().IndexOf("word/document.xml"u8) + 900;

        var (document, log) = Read(bytes[..end]);

        Assert.InRange(document.Blocks.Count, 20, 199);
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.ArchiveSalvaged);
        Assert.Contains(log.Items, d => d.Severity == DiagnosticSeverity.Error && d.Code != DiagnosticCode.ArchiveSalvaged);
    }

    [Fact]
    public void AnArchiveWithoutItsDirectoryIsSalvagedWhole()
    {
        var bytes = Of(Paragraphs).ToArray();
        var directory = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);

        Assert.Equal(200, Read(bytes[..directory]).Document.Blocks.Count);
    }

    [Fact]
    public void BytesBeforeTheArchiveShiftIt() => Assert.Equal(200, Read([.. new byte[77], .. Of(Paragraphs).ToArray()]).Document.Blocks.Count);

    [Theory]
    [InlineData("这不是压缩包", UnreadableReason.Corrupt)]
    [InlineData("PK\u0003\u0004", UnreadableReason.Truncated)]
    public void WhatIsNoArchiveIsUnreadable(string text, UnreadableReason reason) =>
        Assert.Equal(reason, Assert.Throws<UnreadableDocumentException>(() => Read(Encoding.UTF8.GetBytes(text))).Reason);

    [Fact]
    public void AnArchiveOfSomethingElseIsUnreadable()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            zip.CreateEntry("xl/workbook.xml");

        Assert.Equal(UnreadableReason.UnknownFormat, Assert.Throws<UnreadableDocumentException>(() => Read(bytes.ToArray())).Reason);
    }

    [Fact]
    public void AnEncryptedEntryIsSaidToBeEncrypted()
    {
        var bytes = Of(P("a")).ToArray();
        bytes[DirectoryEntry(bytes, "word/document.xml") + 8] |= 1;

        Assert.Equal(UnreadableReason.Encrypted, Assert.Throws<UnreadableDocumentException>(() => Read(bytes)).Reason);
    }

    [Theory]
    [InlineData(40_000, false)]
    [InlineData(4_000, true)]
    public void APartThatInflatesBeyondTheLimitIsCut(int limit, bool isCut)
    {
        var (document, log) = Read(Of(Paragraphs).ToArray(), new ParseLimits { MaxPartBytes = limit });

        Assert.Equal(isCut, document.Blocks.Count < 200);
        Assert.Equal(isCut ? [DiagnosticCode.LimitReached] : [], log.Items.Select(d => d.Code));
    }

    [Fact]
    public void AllPartsTogetherMayNotInflateBeyondTheLimit() =>
        Assert.Contains(Read(Of(Paragraphs).ToArray(), new ParseLimits { MaxInflatedBytes = 4_000 }).Log.Items, d => d.Code == DiagnosticCode.LimitReached);

    [Fact]
    public void ABombGivesTheTextBeforeIt()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var stream = zip.CreateEntry("word/document.xml", CompressionLevel.Optimal).Open())
        {
            stream.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{Word}\"><w:body>{P("前")}"));
            var spaces = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
            for (var i = 0; i < 80; i++)
                stream.Write(spaces);
            stream.Write(Encoding.UTF8.GetBytes($"{P("后")}</w:body></w:document>"));
        }

        var (document, log) = Read(bytes.ToArray());

        Assert.Equal("前", Assert.Single(document.Blocks).Text);
        Assert.Equal(DiagnosticCode.LimitReached, Assert.Single(log.Items).Code);
    }

    [Fact]
    public void ALimitPassedBeforeAnyTextIsSaid() =>
        Assert.Equal(UnreadableReason.LimitExceeded, Assert.Throws<UnreadableDocumentException>(
            () => Read(Of(Paragraphs).ToArray(), new ParseLimits { MaxPartBytes = 50 })).Reason);

    [Fact]
    public void EntriesBeyondTheLimitAreLeftOut()
    {
        var (document, log) = Read(Of(P("a")).WithPart("footnotes", "footnotes", "").ToArray(), new ParseLimits { MaxEntries = 3 });

        Assert.Single(document.Blocks);
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.LimitReached);
    }

    [Fact]
    public void OfTwoEntriesOfOneNameTheFirstIsRead()
    {
        var (document, log) = Read(Of(P("一")).WithRawPart("word/document.xml", "<x/>").ToArray());

        Assert.Equal("一", Assert.Single(document.Blocks).Text);
        Assert.Equal(DiagnosticCode.DuplicateEntry, Assert.Single(log.Items).Code);
    }

    [Theory]
    [InlineData(60, true)]
    [InlineData(5_000, false)]
    public void DeepNestingIsPassedOver(int depth, bool isRead)
    {
        const string open = "<w:tbl><w:tr><w:tc>", close = "</w:tc></w:tr></w:tbl>";
        var nested = string.Concat(Enumerable.Repeat(open, depth)) + P("底") + string.Concat(Enumerable.Repeat(close, depth));

        var (document, log) = Read(Of(P("前") + nested + P("后")).ToArray());

        Assert.Equal("前", document.Blocks[0].Text);
        Assert.Equal("后", document.Blocks[^1].Text);
        Assert.Equal(isRead, document.Blocks.Count == 3 && document.Blocks[1].Text == "底");
        Assert.Equal(isRead ? 0 : 1, log.Items.Count);
    }

    [Fact]
    public void DeepContentControlsAreNoDanger()
    {
        var nested = string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 20_000)) + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 20_000));

        Assert.Equal(["前", "后"], Of(P("前") + nested + P("后")).Texts());
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>二</w:t></w:x>")]
    [InlineData("<w:p><w:r><w:t>二")]
    [InlineData("<w:p><w:r><w:t>二</w:t><w:t>&</w:t></w:r></w:p>")]
    public void WhatStandsBeforeAFaultIsKept(string fault)
    {
        var (document, log) = Read(Of("").ToArrayWithMain($"<w:document xmlns:w=\"{Word}\"><w:body>{P("一")}{fault}"));

        Assert.Equal("一", document.Blocks[0].Text);
        Assert.StartsWith("二", document.Blocks[1].Text, StringComparison.Ordinal);
        Assert.Equal(DiagnosticCode.XmlMalformed, Assert.Single(log.Items).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no xml")]
    [InlineData("<html/>")]
    [InlineData("<w:document")]
    [InlineData("<?xml version='1.0' encoding='x-nonsense'?><w:document/>")]
    public void NothingReadableIsTheException(string main) =>
        Assert.Equal(UnreadableReason.Corrupt, Assert.Throws<UnreadableDocumentException>(() => Read(Of("").ToArrayWithMain(main))).Reason);

    [Fact]
    public void ADocumentTypeIsIgnoredAndItsEntitiesPassedOver()
    {
        const string doctype = "<!DOCTYPE w:document [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/hostname\">]>";

        var (document, log) = Read(Of(P("前&b;&x;后") + P("末&lt;&#x4E00;")).WithProlog(doctype).ToArray());

        Assert.Equal(["前后", "末<一"], document.Blocks.Select(b => b.Text));
        Assert.Equal(DiagnosticCode.DtdPresent, Assert.Single(log.Items).Code);
    }

    [Fact]
    public void ControlCharactersAreNoObstacle() => Assert.Equal("ab", Text(P("a&#x1;b")));

    [Theory]
    [InlineData("word/document.xml", false)]
    [InlineData("word/document2.xml", false)]
    [InlineData("Inhalt/text.xml", true)]
    public void TheMainPartIsFoundByRelationshipOrName(string name, bool linked) =>
        Assert.Equal("a", Assert.Single(Of(P("a")).WithMainPart(name, linked).Texts()));

    [Fact]
    public void TheMainPartIsFoundByItsContentType() =>
        Assert.Equal("a", Assert.Single(Of(P("a")).WithMainPart("other/text.xml", linked: false).WithRawPart(
            "[Content_Types].xml",
            "<Types><Override PartName=\"/other/text.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>").Texts()));

    [Fact]
    public void DanglingRelationshipsDoNotFailTheReading()
    {
        var (document, log) = Read(Of(P("a") + "<w:sectPr><w:headerReference r:id=\"h\"/><w:footerReference r:id=\"none\"/></w:sectPr>")
            .WithRelationship("h", "header", "../gone.xml").WithRelationship("s", "styles", "lost.xml").ToArray());

        Assert.Equal("a", Assert.Single(document.Blocks).Text);
        Assert.Equal([DiagnosticCode.PartMissing, DiagnosticCode.PartMissing], log.Items.Select(d => d.Code));
    }

    [Fact]
    public void DamagedStylesDoNotFailTheReading()
    {
        var (document, log) = Read(Of(P("a")).WithRelationship("s", "styles", "styles.xml").WithRawPart("word/styles.xml", "<w:styles").ToArray());

        Assert.Equal("a", Assert.Single(document.Blocks).Text);
        Assert.Equal(DiagnosticCode.XmlMalformed, Assert.Single(log.Items).Code);
    }

    [Fact]
    public void ReadingStopsWhenCancelledOnTheWay()
    {
        using var source = new CancellationTokenSource();
        var context = new ReadContext(ParseLimits.Default, new DiagnosticLog(), source.Token);
        var bytes = Of(string.Concat(Enumerable.Repeat(P("x"), 200_000))).ToArray();
        source.CancelAfter(1);

        Assert.ThrowsAny<OperationCanceledException>(() =>
        {
            for (var i = 0; i < 100; i++)
                new DocxReader().Read(bytes, context);
        });
    }

    [Fact]
    public void TheDirectoryListsTheNamesOfAllEntries() =>
        Assert.Equal(
            ["_rels/.rels", "word/document.xml", "word/_rels/document.xml.rels"],
            ZipDirectory.TryRead(Of(P("a")).ToArray(), 100)!.Entries.Select(e => e.Name));

    [Fact]
    public void TheChecksumIsTheKnownOne()
    {
        Assert.Equal(0xCBF43926, Crc32.Append(0, "123456789"u8));
        Assert.Equal(Crc32.Append(0, "12345678901234567890"u8), Crc32.Append(Crc32.Append(0, "12345"u8), "678901234567890"u8));
    }

    /// <summary>Where an entry stands in the archive's directory.</summary>
    private static int DirectoryEntry(byte[] bytes, string name)
    {
        const int nameOffset = 46;
        var sought = Encoding.ASCII.GetBytes(name);
        var at = bytes.AsSpan().IndexOf("PK\u0001\u0002"u8);
        while (!bytes.AsSpan(at + nameOffset).StartsWith(sought))
            at += 4 + bytes.AsSpan(at + 4).IndexOf("PK\u0001\u0002"u8);
        return at;
    }
}
