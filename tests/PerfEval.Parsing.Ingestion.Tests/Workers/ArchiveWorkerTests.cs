using System.Text;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Workers;

/// <summary>Archives are taken apart in a worker; its end costs neither a member nor the run.</summary>
public sealed class ArchiveWorkerTests
{
    private static readonly ArchiveLimits Limits = new(5, 1000, 1L << 30, 1L << 30, 200);

    [Fact]
    public async Task MembersComeWholeAndInOrderWhateverTheirLength()
    {
        var members = await Expand("a 10\nbb 0\nccc 3000000\nöffnen 20000000\n");

        Assert.Equal(["a", "bb", "ccc", "öffnen", ""], members.Select(m => m.Name));
        Assert.Equal("ccc", Encoding.UTF8.GetString(members[2].Raw));
        Assert.Equal([10, 0, 3_000_000, 20_000_000], members.SkipLast(1).Select(m => m.Bytes?.Length ?? 0));
        Assert.All(members.Where(m => m.Bytes is not null), m => Assert.Equal(Expected(m.Name.Length, m.Bytes!.Length), m.Bytes));
        Assert.Equal(IngestionReason.CrcMismatch, members[1].Reason);
        Assert.Equal(IngestionReason.ArchiveSalvaged, members[^1].Reason);
    }

    [Fact]
    public async Task AWorkerThatEndsMidwayIsFollowedByOneThatGoesOn()
    {
        var marker = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            var members = await Expand($"a 10\nb 20\ndie {marker}\nc 30\n");

            Assert.Equal(["a", "b", "c", ""], members.Select(m => m.Name));
            Assert.Equal(IngestionReason.ArchiveSalvaged, members[^1].Reason);
        }
        finally
        {
            File.Delete(marker);
        }
    }

    [Fact]
    public async Task AWorkerThatAlwaysEndsEndsTheArchiveWithTheReason()
    {
        var members = await Expand("a 10\nfall\nb 20\n");

        Assert.Equal(["a", ""], members.Select(m => m.Name));
        Assert.Equal(IngestionReason.WorkerSignal, members[^1].Reason);
    }

    [Fact]
    public async Task AnArchiveThatStopsForGoodIsEnded()
    {
        var options = Scripted.Options with { Limits = Scripted.Options.Limits with { StallTimeout = TimeSpan.FromSeconds(1) } };
        var members = await Expand("a 10\nstall\n", options);

        Assert.Equal(IngestionReason.Stalled, members[^1].Reason);
    }

    [Fact]
    public async Task AWorkerIsUsedForManyArchivesAndNoneOutlivesTheExpander()
    {
        var expander = new WorkerArchiveExpander(Scripted.Options, Path.GetTempPath());
        for (var i = 0; i < 3; i++)
            Assert.Equal(3, (await Expand("a 10\nb 20\n", expander)).Count);
        await foreach (var member in expander.ExpandAsync(Archive("a 10\nb 20\nc 30\n"), Limits, CancellationToken.None))
            if (member.Name == "a")
                break;

        Assert.Equal(1, expander.Starts);
        await expander.DisposeAsync();
    }

    [Fact]
    public async Task AnOpenFileIsHandedOverWithoutItsBytes()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await File.WriteAllTextAsync(path, "a 10\nb 20\n");
        await using var expander = new WorkerArchiveExpander(Scripted.Options, Path.GetTempPath());
        using var archive = new PathArchive(path);

        Assert.Equal(3, (await Expand(archive, expander)).Count);
        File.Delete(path);
    }

    private static HeldContent Archive(string script) => new(Encoding.UTF8.GetBytes(script));

    private static byte[] Expected(int seed, int length)
    {
        var bytes = new byte[length];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    private static async Task<List<Seen>> Expand(string script, IngestionOptions? options = null)
    {
        await using var expander = new WorkerArchiveExpander(options ?? Scripted.Options, Path.GetTempPath());
        return await Expand(script, expander);
    }

    private static Task<List<Seen>> Expand(string script, WorkerArchiveExpander expander) => Expand(Archive(script), expander);

    private static async Task<List<Seen>> Expand(DocumentContent archive, WorkerArchiveExpander expander)
    {
        var members = new List<Seen>();
        await foreach (var member in expander.ExpandAsync(archive, Limits, CancellationToken.None))
        {
            using var content = member.Content;
            using var stream = content?.Open();
            var bytes = content is null ? null : new byte[content.Length];
            stream?.ReadExactly(bytes!);
            members.Add(new Seen(member.Name, member.RawName.ToArray(), bytes, member.Reason));
        }

        return members;
    }

    private sealed record Seen(string Name, byte[] Raw, byte[]? Bytes, IngestionReason? Reason);

    private sealed class PathArchive(string path) : DocumentContent
    {
        private readonly FileStream _file = File.OpenRead(path);

        public override long Length => _file.Length;

        public override string? SharedPath => OperatingSystem.IsLinux() ? $"/proc/{Environment.ProcessId}/fd/{_file.SafeFileHandle.DangerousGetHandle()}" : path;

        public override Stream Open() => throw new InvalidOperationException("It is handed over by its path.");

        public override void Dispose()
        {
            _file.Dispose();
            base.Dispose();
        }
    }
}
