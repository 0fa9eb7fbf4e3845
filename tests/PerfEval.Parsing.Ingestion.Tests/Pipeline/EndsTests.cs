using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>How runs end before their end, and that they go on from there.</summary>
public sealed class EndsTests
{
    [Fact]
    public async Task ACancelledRunSaysSoAndTheNextGoesOn()
    {
        using var bench = new Bench();
        using var cancel = new CancellationTokenSource();
        var files = Bench.Mixed(20);
        var seen = 0;
        var workers = new ScriptedWorkers(2, async _ =>
        {
            if (Interlocked.Increment(ref seen) == 10)
                await cancel.CancelAsync();
        });
        var summary = await bench.RunAsync(files, workers: workers, cancellationToken: cancel.Token);
        Assert.Equal(IngestionEnd.Stopped, summary.End);
        Assert.True(summary.SinkAgrees);
        Assert.InRange(bench.Contents.Files.Count, 1, files.Count - 1);
        await FinishAsync(bench, files);
    }

    [Fact]
    public async Task DocumentsInFlightAreGivenUpAtOnceWhenCancelled()
    {
        using var bench = new Bench();
        using var cancel = new CancellationTokenSource();
        var run = bench.RunAsync([ListedFile.Of("a", "hang")], cancellationToken: cancel.Token);
        await Task.Delay(50);
        await cancel.CancelAsync();
        Assert.Equal(IngestionEnd.Stopped, (await run.WaitAsync(TimeSpan.FromSeconds(30))).End);
        Assert.Empty(bench.Contents.Files);
    }

    [Fact]
    public async Task ADrainedRunFinishesWhatItBegan()
    {
        using var bench = new Bench();
        using var drain = new CancellationTokenSource();
        var files = Bench.Mixed(40);
        var workers = new ScriptedWorkers(2, async name =>
        {
            if (name == "a/003.txt")
                await drain.CancelAsync();
        });
        var summary = await bench.RunAsync(files, workers: workers, drain: drain.Token);
        Assert.Equal(IngestionEnd.Stopped, summary.End);
        Assert.True(summary.Balances);
        Assert.True(summary.Enumerated.Files < files.Count);
        await FinishAsync(bench, files);
    }

    [Fact]
    public async Task ASinkThatRefusesNowAndThenTakesEverythingOnce()
    {
        var random = new Random(20261123);
        using var bench = new Bench();
        var sink = new MemorySink(bench.Contents)
        {
            BeforeWrite = () => random.NextDouble() < 0.3 ? throw new SinkException("It is away.") : Task.CompletedTask,
            AfterWrite = () =>
            {
                if (random.NextDouble() < 0.3)
                    throw new TimeoutException("Its answer was lost.");
            },
        };
        var summary = await bench.RunAsync(Bench.Mixed(40), bench.Options with { SinkAttempts = 100 }, sink);
        Assert.Equal((IngestionEnd.Finished, null), (summary.End, summary.EndDetail));
        Assert.True(summary.SinkRefusals > 0);
        Assert.Equal(await Bench.UndisturbedAsync(Bench.Mixed(40)), bench.Contents.Snapshot());
    }

    [Fact]
    public async Task ASinkThatIsDownStopsTheRunAndChargesNoFile()
    {
        using var bench = new Bench();
        var writes = 0;
        var sink = new MemorySink(bench.Contents) { BeforeWrite = () => ++writes > 2 ? throw new SinkException("It is down.") : Task.CompletedTask };
        var summary = await bench.RunAsync(Bench.Mixed(20), sink: sink);
        Assert.Equal(IngestionEnd.Stopped, summary.End);
        Assert.Contains("It is down.", summary.EndDetail);
        Assert.Equal(2 + 3, writes);
        await FinishAsync(bench, Bench.Mixed(20));
    }

    [Fact]
    public async Task APermanentRefusalIsNotTriedAgain()
    {
        using var bench = new Bench();
        var writes = 0;
        Task Refuse()
        {
            writes++;
            throw new SinkException("Another program's.") { IsPermanent = true };
        }

        var summary = await bench.RunAsync(Bench.Mixed(), sink: new MemorySink(bench.Contents) { BeforeWrite = Refuse });
        Assert.Equal((IngestionEnd.Stopped, 1), (summary.End, writes));
    }

    [Fact]
    public async Task ADiskThatRunsFullIsWaitedFor()
    {
        using var bench = new Bench();
        var asked = 0;
        var summary = await bench.RunAsync(Bench.Mixed(), bench.Options with { MinFreeBytes = 100 }, freeBytes: _ => ++asked % 3 == 0 ? 100 : 99);
        Assert.Equal(IngestionEnd.Finished, summary.End);
        summary = await bench.RunAsync(Bench.Mixed(), bench.Options with { MinFreeBytes = 100, Retry = [IngestionReason.Corrupt] }, freeBytes: _ => 99);
        Assert.Equal(IngestionEnd.Stopped, summary.End);
        Assert.Contains("99 bytes are free", summary.EndDetail);
    }

    [Fact]
    public async Task AnUnmountedArchiveStopsTheRunInsteadOfFailingEveryFile()
    {
        using var bench = new Bench();
        var options = bench.Options with { BreakerWindow = 20 };
        var files = Enumerable.Range(0, 30).Select(i => ListedFile.Of($"ok/{i}", $"x {i}"))
            .Concat(Enumerable.Range(0, 1_000).Select(i => ListedFile.Of($"away/{i}", [1], unreadable: IngestionReason.ReadError))).ToList();
        var summary = await bench.RunAsync(files, options);
        Assert.Equal(IngestionEnd.Stopped, summary.End);
        Assert.Contains("ReadError", summary.EndDetail);
        Assert.InRange(bench.Contents.Files.Values.Count(f => f.Record.State == FileState.Failed), 0, 100);
        var back = files.Take(30).Concat(Enumerable.Range(0, 1_000).Select(i => ListedFile.Of($"away/{i}", [1]))).ToList();
        await FinishAsync(bench, back, options);
    }

    [Fact]
    public async Task ABreakerOfOneNeverStops()
    {
        using var bench = new Bench();
        var files = Enumerable.Range(0, 100).Select(i => ListedFile.Of($"away/{i}", [1], unreadable: IngestionReason.ReadError));
        Assert.Equal(IngestionEnd.Finished, (await bench.RunAsync(files, bench.Options with { BreakerShare = 1, BreakerWindow = 20 })).End);
    }

    [Fact]
    public async Task WorkersThatCannotBeStartedEndTheRunWithTheirDiagnosis()
    {
        using var bench = new Bench();
        var summary = await bench.RunAsync([ListedFile.Of("a", "x"), ListedFile.Of("b", "broken")]);
        Assert.Equal((IngestionEnd.Failed, "No worker can be started."), (summary.End, summary.EndDetail));
    }

    [Fact]
    public async Task ASecondRunOverTheSameJournalIsRefused()
    {
        using var bench = new Bench();
        using var cancel = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var first = bench.RunAsync(
            [ListedFile.Of("a", "hang")],
            workers: new ScriptedWorkers(1, _ =>
            {
                started.TrySetResult();
                return Task.CompletedTask;
            }),
            cancellationToken: cancel.Token);
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<IngestionLockedException>(() => bench.RunAsync([]));
        await cancel.CancelAsync();
        await first;
        Assert.Equal(IngestionEnd.Finished, (await bench.RunAsync([])).End);
    }

    [Fact]
    public async Task ASinkThatLosesWhatItTookFailsTheRun()
    {
        using var bench = new Bench();
        var sink = new MemorySink(bench.Contents) { AfterWrite = () => bench.Contents.Files.Remove(bench.Contents.Files.Keys.First()) };
        var summary = await bench.RunAsync(Bench.Mixed(), sink: sink);
        Assert.Equal((IngestionEnd.Failed, false), (summary.End, summary.SinkAgrees));
    }

    [Fact]
    public async Task ProgressEndsWithTheLastFigures()
    {
        using var bench = new Bench();
        var told = new List<IngestionSummary>();
        var summary = await bench.RunAsync(Bench.Mixed(), progress: new Listener(told));
        Assert.Same(summary, told[^1]);
    }

    [Fact]
    public async Task ImpossibleOptionsAreRefusedAtOnce()
    {
        var good = IngestionOptions.Default;
        IngestionOptions[] bad =
        [
            good with { Workers = 0 }, good with { BatchFiles = 0 }, good with { BreakerShare = 0 }, good with { BreakerShare = double.NaN },
            good with { JournalPath = "" }, good with { SinkAttempts = 0 }, good with { SinkPause = TimeSpan.FromSeconds(-1) },
            good with { Limits = good.Limits with { HardTimeout = TimeSpan.FromSeconds(1) } }, good with { ReadAheadBytes = -1 },
        ];
        Assert.All(bad, options => Assert.Throws<ArgumentException>(() => new IngestionPipeline(options)));
        await Assert.ThrowsAsync<ArgumentException>(() => new IngestionPipeline().RunAsync([], new MemorySink(new SinkContents())));
    }

    private static async Task FinishAsync(Bench bench, IReadOnlyList<ListedFile> files, IngestionOptions? options = null)
    {
        var summary = await bench.RunAsync(files, options);
        Assert.Equal((IngestionEnd.Finished, null), (summary.End, summary.EndDetail));
        Assert.True(summary.Balances);
        Assert.Equal(await Bench.UndisturbedAsync(files), bench.Contents.Snapshot());
    }

    private sealed class Listener(List<IngestionSummary> told) : IProgress<IngestionSummary>
    {
        public void Report(IngestionSummary value)
        {
            lock (told)
                told.Add(value);
        }
    }
}
