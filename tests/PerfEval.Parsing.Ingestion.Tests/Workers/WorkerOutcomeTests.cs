using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Workers;

/// <summary>Whatever a document does to its worker is the document's outcome, and nobody else's.</summary>
public sealed class WorkerOutcomeTests
{
    private static readonly (string Script, string Word, int Count)[] Kinds =
    [
        ("so", "StackOverflow", 3), ("av", "AccessViolation", 3), ("oom", "MemoryLimit", 2), ("swallow", "Partial", 2),
        ("exit 3", "WorkerExit", 2), ("exit 0", "WorkerExit", 1), ("signal 9", "WorkerSignal", 2), ("signal 15", "WorkerSignal", 1),
        ("garbage", "ProtocolError", 2), ("noise", "Complete", 3), ("throw", "InternalError", 3), ("output 3", "OutputLimit", 2), ("slow 50", "Complete", 4),
        ("ok", "Complete", 70),
    ];

    [Fact]
    public async Task OfAHundredRandomFilesEachEndsAsItsScriptSays()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var scripts = Kinds.SelectMany(kind => Enumerable.Repeat(kind.Script, kind.Count)).ToArray();
        new Random(20261123).Shuffle(scripts);
        await using var workers = new ProcessWorkers(Scripted.Options with { Workers = 3, MaxOutputBytes = 4 << 20 });

        var outcomes = await Task.WhenAll(scripts.Select((script, i) => workers.ParseAsync(Scripted.Work(script, $"{i}"), CancellationToken.None)));

        Assert.Equal(
            Kinds.GroupBy(k => k.Word, k => k.Count).Select(g => (g.Key, g.Sum())).Order(),
            outcomes.GroupBy(Scripted.Word).Select(g => (g.Key, g.Count())).Order());
        Assert.All(outcomes.Zip(scripts), pair => Assert.Equal(Kinds.Single(k => k.Script == pair.Second).Word, Scripted.Word(pair.First)));
        Assert.All(outcomes, outcome => Assert.Single(outcome.Attempts));
    }

    [Theory]
    [InlineData("signal 9", "SIGKILL", 137)]
    [InlineData("exit 42", "exit code 42", 42)]
    [InlineData("so", "stack", 134)]
    public async Task TheTryTellsHowTheProcessEnded(string script, string detail, int exitCode)
    {
        var outcome = await Scripted.PlayAsync(script);
        var attempt = Assert.Single(outcome.Attempts);

        Assert.Contains(detail, outcome.Detail, StringComparison.Ordinal);
        Assert.Equal(exitCode, attempt.ExitCode);
        Assert.NotNull(attempt.WorkerId);
        if (script == "so")
            Assert.InRange(attempt.ErrorTail!.Length, 1, 4000);
    }

    [Fact]
    public async Task MemoryThatALibraryRanOutOfUnseenIsNoCompleteDocument()
    {
        var outcome = await Scripted.PlayAsync("swallow");

        Assert.Equal(ParseStatus.Partial, outcome.Document!.Status);
        Assert.Equal(IngestionReason.MemoryLimit, outcome.Document.Reasons[0]);
    }

    [Fact]
    public async Task ADocumentThatHeedsItsTimeIsStoppedAndItsWorkerGoesOn()
    {
        await using var workers = new ProcessWorkers(Scripted.Options with { Limits = Scripted.Options.Limits with { SoftTimeout = TimeSpan.FromSeconds(1), HardTimeout = TimeSpan.FromSeconds(7) } });
        var outcome = await workers.ParseAsync(Scripted.Work("polite"), CancellationToken.None);

        Assert.Equal(IngestionReason.Timeout, outcome.Failure);
        Assert.Contains("SoftTimeout", outcome.Detail, StringComparison.Ordinal);
        Assert.Null(outcome.Attempts[0].ExitCode);
        Assert.Equal(1, workers.Starts);
    }

    [Fact]
    public async Task ADocumentThatHeedsNothingIsEnded()
    {
        var limits = Scripted.Options.Limits with { SoftTimeout = TimeSpan.FromSeconds(1), HardTimeout = TimeSpan.FromSeconds(2) };
        var outcome = await Scripted.PlayAsync("spin", Scripted.Options with { Limits = limits });

        Assert.Equal(IngestionReason.Timeout, outcome.Failure);
        Assert.Contains("HardTimeout", outcome.Detail, StringComparison.Ordinal);
        Assert.Equal(137, outcome.Attempts[0].ExitCode);
    }

    [Fact]
    public async Task ADocumentWithoutProgressIsEnded()
    {
        var limits = Scripted.Options.Limits with { StallTimeout = TimeSpan.FromSeconds(1) };
        var outcome = await Scripted.PlayAsync("stall", Scripted.Options with { Limits = limits });

        Assert.Equal(IngestionReason.Stalled, outcome.Failure);
    }

    [Fact]
    public async Task MemoryBeyondTheHeapIsWatched()
    {
        if (!OperatingSystem.IsLinux())
            return;
        var outcome = await Scripted.PlayAsync("native 1024");

        Assert.Equal(IngestionReason.MemoryLimit, outcome.Failure);
        Assert.InRange(outcome.Attempts[0].PeakMemory!.Value, 256L << 20, 1L << 30);
    }
}
