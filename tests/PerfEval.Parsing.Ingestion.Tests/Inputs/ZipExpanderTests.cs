using System.IO.Compression;
using System.Text;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Inputs.Zips;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Reading.Archives;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Inputs;

/// <summary>Zip archives: every member is told, whatever the archive says of it.</summary>
public sealed class ZipExpanderTests
{
    private static readonly ArchiveLimits Generous = new(5, 100_000, 1L << 30, 1L << 29, 200);

    [Fact]
    public async Task NamesAreReadByFlagThenUtf8ThenGb18030ThenDos()
    {
        byte[] gbk = RawTree.Gbk("绩效评价报告.docx"), utf8 = Encoding.UTF8.GetBytes("绩效.docx"), dos = [(byte)'a', 0xFF];
        var unicode = Encoding.UTF8.GetBytes("报.docx");
        byte[] unicodePath = [0x75, 0x70, (byte)(unicode.Length + 5), 0, 1, .. BitConverter.GetBytes(Crc32.Append(0, "b.docx"u8)), .. unicode];
        var zip = new RawZip().Add(gbk, [1]).Add(utf8, [1]).Add(utf8, [1], flags: 0x800).Add(dos, [1])
            .Add("b.docx"u8.ToArray(), [1], extra: unicodePath).Add("renamed.docx"u8.ToArray(), [1], extra: unicodePath).ToArray();
        var members = await Expand(zip);
        Assert.Equal(["绩效评价报告.docx", "绩效.docx", "绩效.docx#2", "a\u00A0", "报.docx", "renamed.docx"], members.SkipLast(1).Select(m => m.Name));
        Assert.Equal(gbk, members[0].RawName.ToArray());
    }

    [Fact]
    public async Task HealthyArchivesAreReadAsTheRuntimeReadsThem()
    {
        var random = new Random(20261123);
        for (var round = 0; round < 60; round++)
        {
            var zip = RandomZip(random);
            using var archive = new ZipArchive(new MemoryStream(zip));
            var expected = archive.Entries.Where(e => e.Length > 0).Select(e => (e.FullName, Convert.ToHexString(Bytes(e.Open())))).ToList();
            var members = await Expand(zip);
            Assert.Null(members[^1].Reason);
            Assert.Equal(expected, members.SkipLast(1).Where(m => m.Content is not null).Select(m => (m.Name, Convert.ToHexString(Bytes(m.Content!.Open())))));
            Assert.All(members.SkipLast(1), m => Assert.True(m.Reason is null or IngestionReason.Empty));
        }
    }

    [Fact]
    public async Task WithoutItsDirectoryAnArchiveIsReadByTheHeadersOfItsMembers()
    {
        var random = new Random(1);
        var content = new byte[5000];
        random.NextBytes(content);
        var zip = new RawZip().Add("a.txt").Add("b.bin"u8.ToArray(), content, method: 8).Add("c.bin"u8.ToArray(), content, method: 8, sizesFollow: true)
            .Add("d.bin"u8.ToArray(), content, sizesFollow: true).Add("e.txt");
        var members = await Expand(zip.WithoutDirectory());
        Assert.Equal(["a.txt", "b.bin", "c.bin", "d.bin", "e.txt"], members.SkipLast(1).Select(m => m.Name));
        Assert.All(members.SkipLast(1), m => Assert.Null(m.Reason));
        Assert.Equal(content, Bytes(members[3].Content!.Open()));
        Assert.Equal(IngestionReason.ArchiveSalvaged, members[^1].Reason);
    }

    [Fact]
    public async Task ATruncatedArchiveGivesWhatIsThere()
    {
        var zip = new RawZip().Add("a.txt").Add("b.txt", new string('b', 1000)).ToArray();
        var members = await Expand(zip[..200]);
        Assert.Equal(["a.txt", "b.txt"], members.SkipLast(1).Select(m => m.Name));
        Assert.Equal([null, IngestionReason.LengthMismatch], members.SkipLast(1).Select(m => m.Reason));
        Assert.NotNull(members[1].Content);
        Assert.Equal(IngestionReason.ArchiveSalvaged, members[^1].Reason);
        Assert.Equal(IngestionReason.Truncated, (await Expand(zip[..20]))[^1].Reason);
    }

    [Fact]
    public async Task EveryCutOfAnArchiveEndsTypedAndWithoutAFalseWhole()
    {
        var zip = RawZip.Of(("a.txt", "first"u8.ToArray()), ("b.txt", "second"u8.ToArray()));
        for (var length = 1; length < zip.Length; length++)
        {
            var members = await Expand(zip[..length]);
            Assert.True(members[^1].End);
            Assert.True(members[^1].IsDocument || members[^1].Reason is not null, $"cut after {length} bytes");
        }
    }

    [Fact]
    public async Task AFlippedByteNeverGivesWrongBytesWithoutAReason()
    {
        var zip = new RawZip().Add("a.txt", "the first text, long enough").Add("b.txt"u8.ToArray(), Encoding.UTF8.GetBytes(new string('b', 300)), method: 8).ToArray();
        string[] good = ["the first text, long enough", new string('b', 300)];
        for (var at = 0; at < zip.Length; at++)
        {
            var damaged = zip.ToArray();
            damaged[at] ^= 0x10;
            var members = await Expand(damaged);
            Assert.True(members.Count == 3 || members[^1].Reason is not null || members[^1].IsDocument, $"byte {at}");
            foreach (var member in members.Where(m => m.Content is not null && m.Reason is null))
                Assert.Contains(Encoding.UTF8.GetString(Bytes(member.Content!.Open())), good);
        }
    }

    [Fact]
    public async Task OfTwoArchivesOneBehindTheOtherNoMemberIsLost()
    {
        byte[] two = [.. RawZip.Of(("a.txt", "a"u8.ToArray())), .. RawZip.Of(("b.txt", "b"u8.ToArray()))];
        var members = await Expand(two);
        Assert.Equal(["a.txt", "b.txt"], members.SkipLast(1).Select(m => m.Name));
        Assert.Equal(IngestionReason.ArchiveSalvaged, members[^1].Reason);
    }

    [Fact]
    public async Task ACommentThatLooksLikeAnEndDoesNotHideTheDirectory()
    {
        byte[] comment = [.. "PK\x05\x06"u8, .. new byte[30]];
        byte[] zip = [.. RawZip.Of(("a.txt", "a"u8.ToArray()))[..^2], (byte)comment.Length, 0, .. comment];
        var members = await Expand(zip);
        Assert.Equal("a.txt", members[0].Name);
        Assert.Null(members[^1].Reason);
    }

    [Fact]
    public async Task WhatIsWrongWithAMemberIsSaidOfThatMember()
    {
        var zip = new RawZip()
            .Add("good.txt")
            .Add("crc.txt"u8.ToArray(), "text"u8.ToArray(), crc: 1)
            .Add("long.txt"u8.ToArray(), "text"u8.ToArray(), method: 8, length: 9)
            .Add("secret.txt"u8.ToArray(), "text"u8.ToArray(), flags: 1)
            .Add("packed.txt"u8.ToArray(), "text"u8.ToArray(), method: 14)
            .Add("link"u8.ToArray(), "/etc/passwd"u8.ToArray(), host: 3, attributes: 0xA1FF0000)
            .Add("pipe"u8.ToArray(), "x"u8.ToArray(), host: 3, attributes: 0x11FF0000)
            .Add("empty.txt", "")
            .Add("directory/", "")
            .Add("odd/", "bytes")
            .ToArray();
        var members = await Expand(zip);
        Assert.Equal(
            [
                ("good.txt", null, true), ("crc.txt", IngestionReason.CrcMismatch, true), ("long.txt", IngestionReason.LengthMismatch, true),
                ("secret.txt", IngestionReason.Encrypted, false), ("packed.txt", IngestionReason.UnsupportedFormat, false),
                ("link", IngestionReason.SymbolicLink, false), ("pipe", IngestionReason.NotRegularFile, false), ("empty.txt", IngestionReason.Empty, false), ("odd/", null, true),
            ],
            members.SkipLast(1).Select(m => (m.Name, m.Reason, m.Content is not null)));
        Assert.Null(members[^1].Reason);
    }

    [Fact]
    public async Task NamesThatWouldLeaveADirectoryAreOnlyNames()
    {
        var zip = new RawZip().Add("../../evil.txt").Add("/abs.txt").Add(@"C:\win.txt").Add("a\0b").Add("").ToArray();
        var members = await Expand(zip);
        Assert.Equal(["../../evil.txt", "/abs.txt", "C:/win.txt", @"a\x00b", ""], members.SkipLast(1).Select(m => m.Name));
        Assert.All(members.SkipLast(1), m => Assert.NotNull(m.Content));
    }

    [Fact]
    public async Task MembersOfOneNameAreToldApart()
    {
        var zip = new RawZip().Add("a").Add("a").Add("a#2").Add("a").ToArray();
        Assert.Equal(["a", "a#2", "a#2#2", "a#3"], (await Expand(zip)).SkipLast(1).Select(m => m.Name));
    }

    [Fact]
    public async Task ArchivesOfMoreThan65535MembersAndOf64BitSizesAreRead()
    {
        var zip = new RawZip { Before = "#!/bin/sh\n"u8.ToArray() };
        for (var i = 0; i < 70_000; i++)
            zip.Add(Encoding.ASCII.GetBytes($"{i}.txt"), "x"u8.ToArray(), zip64: i % 2 == 0);
        var members = await Expand(zip.ToArray(zip64: true));
        Assert.Equal(70_001, members.Count);
        Assert.All(members, m => Assert.Null(m.Reason));
        Assert.Equal("69999.txt", members[^2].Name);
    }

    [Fact]
    public async Task OfficePackagesAreDocumentsWhateverTheirName()
    {
        foreach (var part in new[] { "[Content_Types].xml", "mimetype", "OFD.xml" })
        {
            var end = Assert.Single(await Expand(new RawZip().Add("a.txt").Add(part).ToArray()));
            Assert.True(end.IsDocument);
        }

        Assert.True(Assert.Single(await Expand("Rar!\x1A\x07 and so on"u8.ToArray())).IsDocument);
    }

    [Fact]
    public async Task ArchivesWithinArchivesComeAfterTheirMembers()
    {
        var inner = RawZip.Of(("x.txt", "x"u8.ToArray()), ("report.docx", RawZip.Of(("[Content_Types].xml", [1]))));
        var outer = RawZip.Of(("a.txt", "a"u8.ToArray()), ("in.dat", inner), ("office.zip", RawZip.Of(("[Content_Types].xml", [1]))), ("z.txt", "z"u8.ToArray()));
        var members = await Expand(outer);
        Assert.Equal(
            [
                ("a.txt", 0, false, true), ("in.dat!/x.txt", 6, false, true), ("in.dat!/report.docx", 6, false, true), ("in.dat", 0, true, false),
                ("office.zip", 0, false, true), ("z.txt", 0, false, true),
            ],
            members.SkipLast(1).Select(m => (m.Name, m.ContainerLength, m.IsArchive, m.Content is not null)));
    }

    private static byte[] RandomZip(Random random)
    {
        using var output = new MemoryStream();
        using (var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
            for (var i = random.Next(12); i > 0; i--)
            {
                var content = new byte[random.Next(3) == 0 ? random.Next(200_000) : random.Next(300)];
                if (random.Next(2) == 0)
                    random.NextBytes(content);
                using var stream = archive.CreateEntry($"目录{random.Next(3)}/文件 {i}.txt", (CompressionLevel)random.Next(4)).Open();
                stream.Write(content);
            }

        return output.ToArray();
    }

    private static byte[] Bytes(Stream stream)
    {
        using var output = new MemoryStream();
        using (stream)
            stream.CopyTo(output);
        return output.ToArray();
    }

    private static async Task<List<ArchiveMember>> Expand(byte[] zip)
    {
        var members = new List<ArchiveMember>();
        await foreach (var member in new ZipExpander(Path.GetTempPath()).ExpandAsync(new HeldContent(zip), Generous, CancellationToken.None))
            members.Add(member);
        return members;
    }
}
