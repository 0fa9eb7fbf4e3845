using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;
using Xunit;
using static PerfEval.Parsing.Ingestion.Tests.Sinks.SinkSamples;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>What sinks in a folder do beyond the common: a crash at any step leaves a state from which the next opening goes on.</summary>
public abstract class SegmentedSinkConformance : SinkConformance
{
    private static readonly IngestionBatch First = Batch([SinkSamples.File("a", "A"), SinkSamples.File("b", "B")], Document("A"), Document("B"));
    private static readonly IngestionBatch Second = Batch(
        [SinkSamples.File("a", "A2"), SinkSamples.File("c", "B"), SinkSamples.File("b", null, FileState.Failed, IngestionReason.ReadError)], Document("A2"));

    private protected string Folder { get; } = Directory.CreateTempSubdirectory("perfeval-sink-").FullName;

    public override Task DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task UnfinishedSegmentsAndUnnamedPartsAreSweptAway()
    {
        await WriteAndCompleteAsync(First);
        await System.IO.File.WriteAllTextAsync(Path.Join(Folder, "batches", "000002.jsonl.tmp"), "{\"file\":{\"fi");
        var part = Directory.GetFiles(Folder, "part-*", SearchOption.AllDirectories).First();
        var stray = part.Replace("part-0", "part-9", StringComparison.Ordinal);
        System.IO.File.Copy(part, stray);
        await using (var sink = await OpenAsync())
            Assert.Equal(2, (await ListAsync(sink.ReadFilesAsync(default))).Count);
        Assert.False(System.IO.File.Exists(stray));
        Assert.Empty(Directory.GetFiles(Path.Join(Folder, "batches")));
    }

    [Fact]
    public async Task ACrashAfterTheManifestWasSwitchedRepeatsNothing()
    {
        await WriteAndCompleteAsync(First);
        await using (var sink = await OpenAsync())
        {
            await sink.WriteAsync(Second, default);
            var segment = Assert.Single(Directory.GetFiles(Path.Join(Folder, "batches")));
            var bytes = await System.IO.File.ReadAllBytesAsync(segment);
            await sink.CompleteAsync(Summary(), default);
            // As if it had been killed before it deleted what was merged.
            await System.IO.File.WriteAllBytesAsync(segment, bytes);
        }

        await AssertGoesOnAsync();
    }

    [Fact]
    public async Task ACrashBeforeTheManifestWasSwitchedLosesNothing()
    {
        await WriteAndCompleteAsync(First);
        var copy = Directory.CreateTempSubdirectory("perfeval-copy-").FullName;
        await using (var sink = await OpenAsync())
        {
            await sink.WriteAsync(Second, default);
            CopyInto(Folder, copy);
            await sink.CompleteAsync(Summary(), default);
        }

        // New parts, old parts, the log and the old manifest.
        CopyInto(copy, Folder);
        Directory.Delete(copy, recursive: true);
        await AssertGoesOnAsync();
    }

    [Fact]
    public async Task ADamagedSegmentIsSaidAndNotReadAsLess()
    {
        await using (var sink = await OpenAsync())
            await sink.WriteAsync(First, default);
        var segment = Assert.Single(Directory.GetFiles(Path.Join(Folder, "batches")));
        var bytes = await System.IO.File.ReadAllBytesAsync(segment);
        // Every 97th, and the whole last line, which says how many there should be.
        foreach (var at in Enumerable.Range(0, bytes.Length - 1).Where(i => i % 97 == 0 || i > bytes.Length - 120))
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 1;
            await System.IO.File.WriteAllBytesAsync(segment, damaged);
            Assert.True((await Assert.ThrowsAsync<SinkException>(() => OpenAsync())).IsPermanent);
            await System.IO.File.WriteAllBytesAsync(segment, bytes[..at]);
            Assert.True((await Assert.ThrowsAsync<SinkException>(() => OpenAsync())).IsPermanent);
        }
    }

    [Fact]
    public async Task AFolderOfOtherFilesIsNotTouched()
    {
        var mine = Path.Join(Folder, "part-000001.parquet");
        await System.IO.File.WriteAllTextAsync(mine, "mine");
        Assert.True((await Assert.ThrowsAsync<SinkException>(() => OpenAsync())).IsPermanent);
        Assert.True(System.IO.File.Exists(mine));
    }

    [Fact]
    public async Task ASecondWriterIsRefused()
    {
        await using var first = await OpenAsync();
        Assert.False((await Assert.ThrowsAsync<SinkException>(() => OpenAsync())).IsPermanent);
        await first.WriteAsync(First, default);
        await first.DisposeAsync();
        await using var second = await OpenAsync();
        Assert.Equal(2, (await ListAsync(second.ReadFilesAsync(default))).Count);
    }

    [Fact]
    public async Task PartsOfWhichEveryLineHoldsAreNotWrittenAgain()
    {
        await WriteAndCompleteAsync(First);
        var before = Parts();
        await WriteAndCompleteAsync(Batch([]));
        Assert.Subset(Parts(), before.Where(part => !part.Contains("failures", StringComparison.Ordinal) && !part.Contains("runs", StringComparison.Ordinal)).ToHashSet());
    }

    private HashSet<string> Parts() => [.. Directory.GetFiles(Folder, "part-*", SearchOption.AllDirectories)];

    private async Task WriteAndCompleteAsync(IngestionBatch batch)
    {
        await using var sink = await OpenAsync();
        await sink.WriteAsync(batch, default);
        await sink.CompleteAsync(Summary(), default);
    }

    private async Task AssertGoesOnAsync()
    {
        var oracle = new MemorySink(new TickingClock());
        await oracle.OpenAsync(Run(), default);
        await oracle.WriteAsync(First, default);
        await oracle.WriteAsync(Second, default);
        await using (var sink = await OpenAsync())
            await sink.CompleteAsync(Summary(), default);
        await AssertHoldsAsync(oracle.Content);
    }

    private static void CopyInto(string from, string to)
    {
        foreach (var path in Directory.GetFiles(from, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var target = Path.Join(to, Path.GetRelativePath(from, path));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            System.IO.File.Copy(path, target, overwrite: true);
        }
    }
}
