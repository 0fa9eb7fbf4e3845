using PerfEval.Parsing.Ingestion.Tests.Pipeline;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Journals;

/// <summary>Whatever happens to a journal, the next run over it leaves what an undisturbed run leaves: nothing counts as done that the sink does not hold.</summary>
public sealed class JournalDamageTests
{
    private static readonly ListedFile[] Files =
    [
        ListedFile.Of("a", "x"), ListedFile.Of("b", "fail Corrupt"), ListedFile.Of("c", "x"), ListedFile.Of("d", "partial TextGarbled"),
    ];

    [Fact]
    public Task AnyByteMayFlip() => TryAllAsync(whole => Enumerable.Range(0, whole.Length).Select(at => Flipped(whole, at)));

    [Fact]
    public Task ItMayEndAnywhere() => TryAllAsync(whole => Enumerable.Range(0, whole.Length).Select(length => whole[..length]));

    [Fact]
    public Task ItsEndMayStandThereTwice() => TryAllAsync(whole => Enumerable.Range(1, whole.Length).Select(length => (byte[])[.. whole, .. whole[^length..]]), every: 3);

    [Fact]
    public Task ItMayBeSomethingElse() => TryAllAsync(_ => [[], new byte[1], new byte[5_000], [.. "{\"journal\":true}\n"u8]]);

    [Fact]
    public async Task AJournalOfAnotherSinkIsNotBelieved()
    {
        using var bench = new Bench();
        await bench.RunAsync(Files);
        bench.Contents = new SinkContents();
        await bench.RunAsync(Files);
        Assert.Equal(await Bench.UndisturbedAsync(Files), bench.Contents.Snapshot());
    }

    [Fact]
    public async Task AnOlderJournalOfTheSameSinkIsSetRight()
    {
        using var bench = new Bench();
        await bench.RunAsync(Files);
        var old = await File.ReadAllBytesAsync(bench.Journal);
        ListedFile[] changed = [ListedFile.Of("a", "new"), .. Files[1..]];
        await bench.RunAsync(changed);
        await File.WriteAllBytesAsync(bench.Journal, old);
        var workers = new ScriptedWorkers(1);
        var summary = await bench.RunAsync(Files, workers: workers);
        // The content of the file that is back lies under another path too.
        Assert.Empty(workers.Seen);
        Assert.Single(summary.Notes);
        Assert.Equal(await Bench.UndisturbedAsync(Files), bench.Contents.Snapshot());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ALostJournalIsMadeAnewFromTheSink(bool sinkTellsRuns)
    {
        using var bench = new Bench();
        await bench.RunAsync(Files);
        File.Delete(bench.Journal);
        var workers = new ScriptedWorkers(1);
        var summary = await bench.RunAsync(Files, sink: new MemorySink(bench.Contents, sinkTellsRuns), workers: workers);
        Assert.Empty(workers.Seen);
        Assert.Single(summary.Notes);
        // A new path with a content that is done: its outcome is learnt again, the document keeps its name.
        ListedFile[] more = [.. Files, ListedFile.Of("e", "x")];
        await bench.RunAsync(more, sink: new MemorySink(bench.Contents, sinkTellsRuns));
        Assert.Equal(await Bench.UndisturbedAsync(more), bench.Contents.Snapshot());
        // And the sink may be lost after that.
        bench.Contents = new SinkContents();
        await bench.RunAsync(more, sink: new MemorySink(bench.Contents, sinkTellsRuns));
        Assert.Equal(await Bench.UndisturbedAsync(more), bench.Contents.Snapshot());
    }

    /// <summary>The sink lost a file before the run, so that a journal that is believed blindly shows.</summary>
    private static async Task TryAllAsync(Func<byte[], IEnumerable<byte[]>> damages, int every = 1)
    {
        using var bench = new Bench();
        await bench.RunAsync(Files);
        var whole = await File.ReadAllBytesAsync(bench.Journal);
        var expected = bench.Contents.Snapshot();
        var number = 0;
        foreach (var damaged in damages(whole))
        {
            if (number++ % every != 0)
                continue;
            await File.WriteAllBytesAsync(bench.Journal, damaged);
            if (number % 2 == 0)
                bench.Contents.Files.Remove(ListedFile.IdOf("b"));
            var summary = await bench.RunAsync(Files);
            Assert.True(summary.End == IngestionEnd.Finished && summary.Balances && summary.SinkAgrees, $"Case {number}: {summary.EndDetail}");
            Assert.Equal(expected, bench.Contents.Snapshot());
        }
    }

    private static byte[] Flipped(byte[] whole, int at)
    {
        byte[] bytes = [.. whole];
        bytes[at] ^= (byte)(1 << (at % 8));
        return bytes;
    }
}
