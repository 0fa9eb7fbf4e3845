using System.IO.Compression;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Archives;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>Only sound entries are read as a whole; their checksum is the one that the standard names.</summary>
public sealed class ZipPartBytesTests
{
    private static readonly byte[] Content = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * i >> 7))];

    [Fact]
    public void TheChecksumIsThatOfTheStandard()
    {
        Assert.Equal(0xCBF43926u, Crc32.Append(0, "123456789"u8));
        for (var length = 0; length < 200; length++)
        {
            var data = Content.AsSpan(1000, length);
            Assert.Equal(~Crc32.AppendByTable(~0u, data), Crc32.Append(0, data));
            Assert.Equal(Crc32.Append(0, data), Crc32.Append(Crc32.Append(0, data[..(length / 3)]), data[(length / 3)..]));
        }
    }

    [Fact]
    public void ReadsAnEntryAndPutsZerosAfterIt()
    {
        using var part = Read(Entry())!;

        Assert.Equal(Content, part.Content);
        Assert.Equal(new byte[ZipPartBytes.Padding], part.Padded[Content.Length..]);
    }

    [Fact]
    public void LeavesAloneWhatIsNotWhatTheDirectorySays()
    {
        Assert.Null(Read(Entry() with { Length = Content.Length + 1 }));
        Assert.Null(Read(Entry() with { Length = Content.Length - 1 }));
        Assert.Null(Read(Entry() with { Length = -1 }));
        Assert.Null(Read(Entry() with { Crc = Entry().Crc ^ 1 }));
        Assert.Null(Read(Entry() with { Crc = null }));
        Assert.Null(Read(Entry(), ParseLimits.Default with { MaxPartBytes = Content.Length - 1 }));
        Assert.Null(Read(Entry(), ParseLimits.Default with { MaxInflatedBytes = Content.Length - 1 }));
    }

    [Fact]
    public void StopsWhenCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => Read(Entry(), watch: new ReadContext(ParseLimits.Default, new DiagnosticLog(), cancellation.Token).Watch));
    }

    private static ZipEntry Entry() => new("part", 8, 0, Crc32.Append(0, Content), 0, Content.Length, 0);

    private static ZipPartBytes? Read(ZipEntry entry, ParseLimits? limits = null, ParseWatch? watch = null)
    {
        var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            deflate.Write(Content);
        packed.Position = 0;
        return ZipPartBytes.TryRead(packed, entry, new ZipBudget(limits ?? ParseLimits.Default), watch ?? ParseWatch.Unwatched);
    }
}
