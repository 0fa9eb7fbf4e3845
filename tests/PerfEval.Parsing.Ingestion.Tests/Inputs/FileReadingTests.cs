using System.Security.Cryptography;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Inputs.Disks;
using PerfEval.Parsing.Ingestion.Records;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Inputs;

/// <summary>What is hashed is what is read, or the reading says why there is nothing.</summary>
public sealed class FileReadingTests : IDisposable
{
    private readonly RawTree _tree = new();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(FileReading.HeldBytes)]
    [InlineData(FileReading.HeldBytes + 1)]
    public void ShortFilesAreHeldAndLongOnesStayOpen(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        _tree.File("f", bytes);
        var reading = FileReading.Read(Disk.Root(RawNames.ToBytes(_tree.Path("f"))), length, CancellationToken.None);
        using var content = reading.Content!;
        File.Delete(_tree.Path("f"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bytes)), reading.Sha256);
        Assert.Equal(length <= FileReading.HeldBytes ? length : 0, content.HeldBytes);
        using var first = content.Open();
        using var second = content.Open();
        using var copy = new MemoryStream();
        first.ReadByte();
        second.CopyTo(copy);
        Assert.True(copy.ToArray().AsSpan().SequenceEqual(bytes));
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(9, IngestionReason.TooLarge)]
    public void AFileMayBeAsLongAsTheLimit(long limit, IngestionReason? reason)
    {
        _tree.File("f", new byte[10]);
        Assert.Equal(reason, Read(new FakeNode(_tree.Path("f")), limit).Reason);
    }

    [Fact]
    public void AFileOfNoBytesIsEmpty()
    {
        _tree.File("f", []);
        Assert.Equal(IngestionReason.Empty, Read(new FakeNode(_tree.Path("f"))).Reason);
    }

    [Fact]
    public void AFileThatChangesWhileItIsReadIsReadOnceMore()
    {
        _tree.File("f", new byte[10]);
        var node = new FakeNode(_tree.Path("f")) { ChangesFor = 1 };
        Assert.Null(Read(node).Reason);
        Assert.Equal(2, node.Opened);
    }

    [Fact]
    public void AFileThatGoesOnChangingHasNoContent()
    {
        _tree.File("f", new byte[10]);
        var node = new FakeNode(_tree.Path("f")) { ChangesFor = 2 };
        var reading = Read(node);
        Assert.Equal((IngestionReason.ChangedDuringRead, null, null), (reading.Reason, reading.Content, reading.Sha256));
        Assert.Equal(2, node.Opened);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, IngestionReason.ReadError)]
    public void WhatTheDiskFailsOnIsReadOnceMore(int failures, IngestionReason? reason)
    {
        _tree.File("f", new byte[10]);
        Assert.Equal(reason, Read(new FakeNode(_tree.Path("f")) { FailsFor = failures }).Reason);
    }

    [Fact]
    public void ALongFileThatIsWrittenToLaterSaysSo()
    {
        _tree.File("f", new byte[FileReading.HeldBytes + 1]);
        using var content = FileReading.Read(Disk.Root(RawNames.ToBytes(_tree.Path("f"))), long.MaxValue, CancellationToken.None).Content!;
        Assert.True(content.IsUnchanged);
        File.AppendAllText(_tree.Path("f"), "more");
        Assert.False(content.IsUnchanged);
    }

    [Fact]
    public void AMemberIsReadOnce()
    {
        var entry = new MemberEntry(new HeldContent(new byte[3])) { FileId = "id", Path = "a", RawPath = default };
        Assert.Null(entry.Read(3, CancellationToken.None).Reason);
        Assert.Throws<InvalidOperationException>(() => entry.Read(3, CancellationToken.None));
        var large = new MemberEntry(new HeldContent(new byte[4])) { FileId = "id", Path = "a", RawPath = default };
        Assert.Equal(IngestionReason.TooLarge, large.Read(3, CancellationToken.None).Reason);
    }

    private static ContentReading Read(DiskNode node, long limit = 1000) => FileReading.Read(node, limit, CancellationToken.None);

    /// <summary>A file that changes, or fails, the first times it is opened.</summary>
    private sealed class FakeNode(string path) : DiskNode(null, RawNames.ToBytes(path))
    {
        public int ChangesFor { get; init; }

        public int FailsFor { get; init; }

        public int Opened { get; private set; }

        public override FileIdentity Identity => default;

        public override OpenedFile Open()
        {
            Opened++;
            if (Opened <= FailsFor)
                throw new DiskException(IngestionReason.ReadError, "The disk failed.");
            var changes = Opened <= ChangesFor;
            var stamps = 0;
            return new OpenedFile(
                File.OpenHandle(path), handle => new FileStamp(RandomAccess.GetLength(handle), changes ? ++stamps : 0, 0, default));
        }

        public override DiskListing List(CancellationToken cancel) => throw new NotSupportedException();

        public override DiskNode Child(byte[] name) => throw new NotSupportedException();

        public override DiskNode Followed() => throw new NotSupportedException();

        public override byte[]? RealPath() => null;
    }
}
