using System.Text;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Inputs.Zips;
using PerfEval.Parsing.Ingestion.Records;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Inputs;

/// <summary>The last good and the first bad of each limit of an archive.</summary>
public sealed class ArchiveLimitTests
{
    private static readonly ArchiveLimits Generous = new(5, 1000, 1L << 30, 1L << 29, 200);

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, IngestionReason.NestingLimit)]
    public async Task ArchivesWithinArchivesAreOpenedDownToTheLimit(int depth, IngestionReason? reason)
    {
        var zip = RawZip.Of(("a.txt", "text"u8.ToArray()));
        for (var i = 1; i < depth; i++)
            zip = RawZip.Of(("in.zip", zip));
        var members = await Expand(zip, Generous);
        Assert.Equal(reason, members.Select(m => m.Reason).FirstOrDefault(r => r is not null));
        Assert.Equal(5, members.Count(m => !m.End));
        Assert.Equal(reason is null, members.Exists(m => m.Name.EndsWith("a.txt", StringComparison.Ordinal)));
        Assert.Null(members[^1].Reason);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(4, IngestionReason.EntryLimit)]
    public async Task MembersAreToldUpToTheLimitThoseOfInnerArchivesIncluded(int limit, IngestionReason? reason)
    {
        var inner = RawZip.Of(("x", [1]), ("y", [1]));
        var members = await Expand(RawZip.Of(("a", [1]), ("directory/", []), ("in.zip", inner), ("b", [1])), Generous with { MaxEntries = limit });
        Assert.Equal(limit, members.Count - 1);
        Assert.Equal(reason, members[^1].Reason);
    }

    [Fact]
    public async Task AnInnerArchiveThatIsCutSaysSoItselfAndTheOuterOneToo()
    {
        var inner = RawZip.Of(("x", [1]), ("y", [1]), ("z", [1]));
        var members = await Expand(RawZip.Of(("in.zip", inner), ("b", [1])), Generous with { MaxEntries = 3 });
        Assert.Equal([("in.zip!/x", null), ("in.zip!/y", null), ("in.zip", IngestionReason.EntryLimit), ("", (IngestionReason?)IngestionReason.EntryLimit)], members.Select(m => (m.Name, m.Reason)));
        Assert.True(members[2].IsArchive);
    }

    [Theory]
    [InlineData(3000, null)]
    [InlineData(2999, IngestionReason.SizeLimit)]
    public async Task AllMembersTogetherMayComeToTheLimit(long limit, IngestionReason? reason)
    {
        var members = await Expand(RawZip.Of(("a", new byte[1000]), ("b", new byte[1000]), ("c", new byte[1000])), Generous with { MaxBytes = limit });
        Assert.Equal([null, null, reason], members.SkipLast(1).Select(m => m.Reason));
        Assert.Equal(reason, members[^1].Reason);
    }

    [Fact]
    public async Task TheBytesOfInnerArchivesCountWithTheirOwn()
    {
        var inner = new RawZip().Add("x"u8.ToArray(), new byte[1000], method: 8).ToArray();
        var zip = RawZip.Of(("1.zip", inner), ("2.zip", inner), ("3.zip", inner));
        var members = await Expand(zip, Generous with { MaxBytes = 2 * (inner.Length + 1000) + inner.Length + 999 });
        Assert.Equal("3.zip!/x", Assert.Single(members, m => m is { Reason: IngestionReason.SizeLimit, End: false, IsArchive: false }).Name);
        Assert.Equal(IngestionReason.SizeLimit, members[^1].Reason);
    }

    [Theory]
    [InlineData(1000, null)]
    [InlineData(999, IngestionReason.TooLarge)]
    public async Task AMemberMayBeAsLongAsTheLimit(long limit, IngestionReason? reason)
    {
        var zip = new RawZip().Add("a"u8.ToArray(), new byte[1000]).Add("lies"u8.ToArray(), new byte[1000], method: 8, length: 10).Add("b").ToArray();
        var members = await Expand(zip, Generous with { MaxMemberBytes = limit });
        Assert.Equal([reason, reason ?? IngestionReason.LengthMismatch, null], members.SkipLast(1).Select(m => m.Reason));
        Assert.Equal(reason is null, members[0].Content is not null);
        Assert.Null(members[^1].Reason);
    }

    [Theory]
    [InlineData(64, null)]
    [InlineData(65, IngestionReason.RatioLimit)]
    public async Task BeyondSixtyFourMebibytesAMemberMayNotInflateWithoutMeasure(int mebibytes, IngestionReason? reason)
    {
        var zip = new RawZip().Add("bomb"u8.ToArray(), new byte[mebibytes << 20], method: 8).Add("b").ToArray();
        var members = await Expand(zip, Generous);
        Assert.Equal([reason, null], members.SkipLast(1).Select(m => m.Reason));
        members[0].Content?.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task LongMembersLieInFilesThatHaveNoName(int beyond)
    {
        using var tree = new RawTree();
        var content = Encoding.ASCII.GetBytes(new string('x', FileReading.HeldBytes + beyond));
        var members = await Expand(new RawZip().Add("a"u8.ToArray(), content, method: 8).ToArray(), Generous, tree.Root);
        using var member = members[0].Content!;
        Assert.Equal(beyond == 0 ? typeof(HeldContent) : typeof(FileContent), member.GetType());
        if (!OperatingSystem.IsWindows())
            Assert.Empty(Directory.EnumerateFileSystemEntries(tree.Root));
        using var stream = member.Open();
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        Assert.True(copy.ToArray().AsSpan().SequenceEqual(content));
    }

    private static async Task<List<ArchiveMember>> Expand(byte[] zip, ArchiveLimits limits, string? directory = null)
    {
        var members = new List<ArchiveMember>();
        await foreach (var member in new ZipExpander(directory ?? Path.GetTempPath()).ExpandAsync(new HeldContent(zip), limits, CancellationToken.None))
            members.Add(member);
        return members;
    }
}
