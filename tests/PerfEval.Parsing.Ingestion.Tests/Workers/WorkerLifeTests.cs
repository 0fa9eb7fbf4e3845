using System.Diagnostics;
using System.Globalization;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Workers;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Workers;

/// <summary>Workers come, go, are killed and are replaced; documents do not notice.</summary>
public sealed class WorkerLifeTests
{
    [Fact]
    public async Task ADocumentThatLostItsWorkerOnceIsReadAtTheSecondTry()
    {
        var marker = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var noted = new List<int>();
        await using var workers = new ProcessWorkers(Scripted.Options with { RetryFailures = true });
        var outcome = await workers.ParseAsync(Scripted.Work($"once {marker}") with { BeforeAttempt = noted.Add }, CancellationToken.None);
        File.Delete(marker);

        Assert.NotNull(outcome.Document);
        Assert.Equal([1, 2], noted);
        Assert.Equal([IngestionReason.WorkerExit, null], outcome.Attempts.Select(a => a.Reason));
        Assert.Equal(2, outcome.Attempts.Select(a => a.WorkerId).Distinct().Count());
    }

    [Fact]
    public async Task MemoryIsTriedOnceMoreWithTheLargerLimits()
    {
        var outcome = await Scripted.PlayAsync("leak 300", Scripted.Options with { RetryFailures = true });

        Assert.NotNull(outcome.Document);
        Assert.Equal([(IngestionReason.MemoryLimit, false), (null, true)], outcome.Attempts.Select(a => (a.Reason, a.Large)));
    }

    [Fact]
    public async Task WhatFailsTwiceFailsForGoodWithBothTries()
    {
        var outcome = await Scripted.PlayAsync("so", Scripted.Options with { RetryFailures = true });

        Assert.Equal(IngestionReason.StackOverflow, outcome.Failure);
        Assert.Equal([1, 2], outcome.Attempts.Select(a => a.Number));
    }

    [Fact]
    public async Task ADocumentThatWasInFlightWhenARunEndedIsTriedAloneAndAfterManyRunsNotAtAll()
    {
        await using var workers = new ProcessWorkers(Scripted.Options);
        var alone = await workers.ParseAsync(Scripted.Work("ok") with { EarlierAttempts = 1 }, CancellationToken.None);
        var other = await workers.ParseAsync(Scripted.Work("ok"), CancellationToken.None);
        var poison = await workers.ParseAsync(Scripted.Work("ok") with { EarlierAttempts = ProcessWorkers.MostInterruptions }, CancellationToken.None);

        Assert.Equal(2, alone.Attempts[0].Number);
        Assert.NotEqual(alone.Attempts[0].WorkerId, other.Attempts[0].WorkerId);
        Assert.Equal(IngestionReason.InternalError, poison.Failure);
        Assert.Empty(poison.Attempts);
    }

    [Fact]
    public async Task WorkersThatAreKilledByChanceCostNoDocument()
    {
        if (!OperatingSystem.IsLinux())
            return;
        const int Documents = 150, Kills = 50;
        var begun = 0;
        var kills = 0;
        var random = new Random(7);
        await using var workers = new ProcessWorkers(Scripted.Options with { Workers = 3, RetryFailures = true });
        // Paced by documents, not by time: on a slow machine no start may be hit again and again.
        void MayKill(int number)
        {
            if (Interlocked.Increment(ref begun) % 3 != 0 || Volatile.Read(ref kills) >= Kills)
                return;
            lock (random)
                if (workers.ProcessIds is { Count: > 0 } ids && TryKill(ids[random.Next(ids.Count)]))
                    kills++;
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Documents).Select(
            i => workers.ParseAsync(Scripted.Work("slow 30", $"{i}") with { BeforeAttempt = MayKill }, CancellationToken.None)));

        Assert.InRange(kills, Kills / 2, Kills);
        Assert.All(outcomes, outcome => Assert.InRange(outcome.Attempts.Count, 1, 2));
        Assert.All(outcomes, outcome => Assert.True(
            outcome.Document is not null || (outcome.Failure == IngestionReason.WorkerSignal && outcome.Attempts.Count == 2),
            outcome.Detail));
        Assert.InRange(outcomes.Count(o => o.Attempts.Count == 2), 1, Kills);
    }

    [Fact]
    public async Task AWorkerIsReplacedAfterSoManyDocumentsAndSoMuchMemory()
    {
        await using var workers = new ProcessWorkers(Scripted.Options with { RecycleAfter = 3 });
        var ids = new List<int?>();
        for (var i = 0; i < 7; i++)
            ids.Add((await workers.ParseAsync(Scripted.Work("ok"), CancellationToken.None)).Attempts[0].WorkerId);
        Assert.Equal([3, 3, 1], ids.GroupBy(id => id).Select(g => g.Count()));

        await using var holding = new ProcessWorkers(Scripted.Options with { RecycleMemory = 300 << 20, Limits = Scripted.Options.LargeLimits });
        var first = await holding.ParseAsync(Scripted.Work("leak 400"), CancellationToken.None);
        var second = await holding.ParseAsync(Scripted.Work("ok"), CancellationToken.None);
        var third = await holding.ParseAsync(Scripted.Work("ok"), CancellationToken.None);
        Assert.NotEqual(first.Attempts[0].WorkerId, second.Attempts[0].WorkerId);
        Assert.Equal(second.Attempts[0].WorkerId, third.Attempts[0].WorkerId);
    }

    [Fact]
    public async Task WorkersThatNeverComeUpStopTheRun()
    {
        await using var absent = new ProcessWorkers(Scripted.Options with { WorkerCommand = ["/no/such/program"] });
        await Assert.ThrowsAsync<WorkersBrokenException>(() => absent.ParseAsync(Scripted.Work("ok"), CancellationToken.None));

        await using var wrong = new ProcessWorkers(Scripted.Options with { WorkerCommand = ["dotnet", "--no-such-option"], MaxIdleRestarts = 3 });
        var broken = await Assert.ThrowsAsync<WorkersBrokenException>(() => wrong.ParseAsync(Scripted.Work("ok"), CancellationToken.None));
        Assert.Contains("3 workers in a row", broken.Message, StringComparison.Ordinal);
        Assert.Equal(3, wrong.Starts);
    }

    [Fact]
    public async Task ManyKillersInARowAreNotTakenForBrokenWorkers()
    {
        await using var workers = new ProcessWorkers(Scripted.Options with { MaxIdleRestarts = 2 });
        for (var i = 0; i < 5; i++)
            Assert.Equal(IngestionReason.WorkerExit, (await workers.ParseAsync(Scripted.Work("exit 3"), CancellationToken.None)).Failure);
    }

    [Fact]
    public async Task ARunThatIsStoppedGivesUpItsDocumentsAndLeavesNoProcess()
    {
        var workers = new ProcessWorkers(Scripted.Options with { Workers = 2 });
        using var stop = new CancellationTokenSource();
        var spinning = workers.ParseAsync(Scripted.Work("spin") with { BeforeAttempt = _ => stop.CancelAfter(100) }, stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => spinning);
        Assert.NotNull((await workers.ParseAsync(Scripted.Work("ok"), CancellationToken.None)).Document);
        var processes = workers.ProcessIds;
        await workers.DisposeAsync();

        Assert.NotEmpty(processes);
        Assert.All(processes, id => Assert.False(Scripted.IsAlive(id)));
    }

    [Fact]
    public async Task NoWorkerOutlivesItsSupervisor()
    {
        if (!OperatingSystem.IsLinux())
            return;
        using var supervisor = Process.Start(new ProcessStartInfo(Scripted.Command[0], [.. Scripted.Command.Skip(1), "supervise", .. Scripted.Command]) { RedirectStandardOutput = true })!;
        Assert.Equal("begun", await supervisor.StandardOutput.ReadLineAsync());
        Assert.Equal("begun", await supervisor.StandardOutput.ReadLineAsync());
        var workers = Children(supervisor.Id);
        Assert.Equal(2, workers.Count);
        Assert.All(workers, id => Assert.True(Scripted.IsAlive(id)));

        supervisor.Kill();
        await supervisor.WaitForExitAsync();

        var clock = Stopwatch.StartNew();
        while (workers.Any(Scripted.IsAlive) && clock.Elapsed < TimeSpan.FromSeconds(10))
            await Task.Delay(20);
        Assert.DoesNotContain(workers, Scripted.IsAlive);
    }

    private static bool TryKill(int process)
    {
        try
        {
            using var victim = Process.GetProcessById(process);
            victim.Kill();
            return true;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static List<int> Children(int parent)
    {
        var children = new List<int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && ParentOf(id) == parent)
                children.Add(id);
        return children;
    }

    private static int ParentOf(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
