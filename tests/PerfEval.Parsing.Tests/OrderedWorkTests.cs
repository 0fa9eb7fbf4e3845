using Xunit;

namespace PerfEval.Parsing.Tests;

public sealed class OrderedWorkTests
{
    [Fact]
    public async Task ResultsKeepTheOrderOfTheItems()
    {
        var items = Enumerable.Range(0, 200).ToList();

        var results = new List<int>();
        await foreach (var result in OrderedWork.RunAsync(items, 4, SlowerWhenEven, CancellationToken.None))
            results.Add(result);

        Assert.Equal(items, results);

        static int SlowerWhenEven(int item, CancellationToken cancel)
        {
            Thread.SpinWait(item % 2 == 0 ? 20_000 : 1);
            return item;
        }
    }

    [Fact]
    public async Task NoMoreThanAFewResultsWaitForASlowOne()
    {
        using var first = new ManualResetEventSlim();
        var started = 0;
        var results = OrderedWork.RunAsync(Enumerable.Range(0, 1000).ToList(), 2, Work, CancellationToken.None).GetAsyncEnumerator();

        var next = results.MoveNextAsync();
        await Task.Delay(200);
        var startedWhileWaiting = Volatile.Read(ref started);
        first.Set();
        await next;
        await results.DisposeAsync();

        Assert.InRange(startedWhileWaiting, 1, 8);

        int Work(int item, CancellationToken cancel)
        {
            Interlocked.Increment(ref started);
            if (item == 0)
                first.Wait(cancel);
            return item;
        }
    }

    [Fact]
    public async Task LeavingEarlyStopsTheWork()
    {
        using var bothRun = new Barrier(2);
        var cancelled = new TaskCompletionSource();
        await foreach (var result in OrderedWork.RunAsync([0, 1], 2, Work, CancellationToken.None))
        {
            Assert.Equal(0, result);
            break;
        }

        await cancelled.Task.WaitAsync(TimeSpan.FromMinutes(3));

        int Work(int item, CancellationToken cancel)
        {
            bothRun.SignalAndWait(TimeSpan.FromMinutes(3), CancellationToken.None);
            if (item == 1)
            {
                cancel.WaitHandle.WaitOne();
                cancelled.SetResult();
            }

            return item;
        }
    }
}
