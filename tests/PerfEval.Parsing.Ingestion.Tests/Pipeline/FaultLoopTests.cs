using PerfEval.Parsing.Ingestion.Sinks;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>
/// Every step on the journal and the sink fails once, the first, the second, the third … until a run passes without meeting the fault. Whatever it was,
/// the run after it leaves what an undisturbed run leaves.
/// </summary>
public sealed class FaultLoopTests
{
    private const int MostSteps = 500;

    /// <summary>Nothing works any more from the step on: what a killed process would have left on the disk is what lies there.</summary>
    [Fact]
    public Task ARunThatDiesAtAnyStepIsGoneOnWith() => LoopAsync(at => new Fault(at, forEver: true, () => new DeathException()));

    [Fact]
    public Task ADiskThatFailsOnceAtAnyStepCostsNothing() => LoopAsync(at => new Fault(at, forEver: false, () => new IOException("The disk failed.")));

    [Fact]
    public Task ADiskThatFailsFromAnyStepOnIsGoneOnWith() => LoopAsync(at => new Fault(at, forEver: true, () => new IOException("The disk failed.")));

    [Fact]
    public Task ADiskThatIsFullFromAnyStepOnIsGoneOnWith() =>
        LoopAsync(at => new Fault(at, forEver: true, () => new IOException("No space left on device.", 0x1C)));

    [Fact]
    public Task ASinkThatFailsOnceAtAnyStepCostsNothing() => LoopAsync(at => new Fault(at, forEver: false, () => new SinkException("The sink failed.")));

    [Fact]
    public Task ASinkThatFailsFromAnyStepOnIsGoneOnWith() => LoopAsync(at => new Fault(at, forEver: true, () => new SinkException("The sink failed.")));

    private static async Task LoopAsync(Func<int, Fault> faultAt)
    {
        var files = Bench.Mixed();
        var expected = await Bench.UndisturbedAsync(files);
        for (var at = 1; at < MostSteps; at++)
        {
            using var bench = new Bench();
            var fault = faultAt(at);
            var summary = await bench.RunAsync(files, step: fault.Step);
            if (!fault.WasMet)
            {
                Assert.Equal((IngestionEnd.Finished, null), (summary.End, summary.EndDetail));
                Assert.InRange(at, 20, MostSteps);
                return;
            }

            if (summary.End == IngestionEnd.Finished)
                Assert.Equal(expected, bench.Contents.Snapshot());
            else
                Assert.NotNull(summary.EndDetail);
            var resumed = await bench.RunAsync(files);
            Assert.True(resumed.End == IngestionEnd.Finished, $"After step {at}, {fault.Met}: {resumed.EndDetail}");
            Assert.True(resumed.Balances && resumed.SinkAgrees);
            Assert.Equal(expected, bench.Contents.Snapshot());
        }

        Assert.Fail("The loop did not end.");
    }

    private sealed class Fault(int at, bool forEver, Func<Exception> error)
    {
        private int _steps;

        public string? Met { get; private set; }

        public bool WasMet => Met is not null;

        public void Step(string name)
        {
            var step = Interlocked.Increment(ref _steps);
            if (step < at || (step > at && !forEver))
                return;
            Met ??= name;
            throw error();
        }
    }

    private sealed class DeathException : Exception;
}
