using System.Diagnostics;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;
using Xunit;
using Xunit.Abstractions;

namespace PerfEval.Parsing.Tests.Limits;

public sealed class CancellationTests(ITestOutputHelper output)
{
    /// <summary>The aim is a tenth of it; a busy machine may take longer for anything.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(1);

    private static readonly int[] Delays = [20, 50, 100, 150, 300];

    public static TheoryData<string> Names => [.. LargeDocuments.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void ACancelledParseEndsSoon(string name)
    {
        var bytes = LargeDocuments.Make(name);

        var latencies = Delays.Select(delay => Latency(bytes, delay)).OfType<TimeSpan>().Order().ToList();

        output.WriteLine($"{name}: {string.Join(", ", latencies.Select(l => l.TotalMilliseconds.ToString("F0", System.Globalization.CultureInfo.InvariantCulture)))} ms");
        Assert.True(latencies.Count == 0 || latencies[latencies.Count / 2] < Bound, $"{name}: {string.Join(", ", latencies)}");
    }

    [Fact]
    public void AWatcherSeesTheStepsOfAParse()
    {
        var progress = new ParseProgress();

        ReportParser.Default.Parse(LargeDocuments.Make("pdf of 200 pages"), null, progress, CancellationToken.None);

        Assert.True(progress.Steps > 1000);
    }

    [Fact]
    public void ReadingJsonBackTakesSteps()
    {
        var progress = new ParseProgress();

        ReportParser.Default.Parse(GoodDocuments.Json, null, progress, CancellationToken.None);

        Assert.True(progress.Steps > 0);
    }

    /// <summary>How long a parse goes on after it was cancelled; <see langword="null"/> where it ended before.</summary>
    private static TimeSpan? Latency(byte[] bytes, int delay)
    {
        using var source = new CancellationTokenSource();
        long cancelled = 0;
        using var registration = source.Token.Register(() => cancelled = Stopwatch.GetTimestamp());
        source.CancelAfter(delay);
        try
        {
            Assert.NotNull(ReportParser.Default.Parse(bytes, null, source.Token));
        }
        catch (OperationCanceledException e)
        {
            Assert.IsNotType<OutOfTimeException>(e);
            return Stopwatch.GetElapsedTime(cancelled);
        }

        return null;
    }
}
