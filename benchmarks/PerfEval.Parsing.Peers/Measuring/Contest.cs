namespace PerfEval.Parsing.Peers.Measuring;

/// <summary>Something that is measured beside something else.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Work">Does it once.</param>
internal sealed record Contender(string Name, Action Work);

/// <summary>What one call cost.</summary>
/// <param name="Name">The contender's.</param>
/// <param name="Milliseconds">Median of the rounds: CPU time of the process, user and system, collections of garbage included.</param>
/// <param name="Kilobytes">Allocated on the thread.</param>
internal sealed record Timing(string Name, double Milliseconds, double Kilobytes);

/// <summary>
/// Measures contenders in turns, warm and on one thread. They alternate in short turns, so that what else the machine does falls on all of them alike:
/// compare their figures with each other, not with those of another run.
/// </summary>
internal sealed class Contest(Pace pace)
{
    private const int FewestWarmCalls = 3;

    /// <summary>How much is measured.</summary>
    public Pace Pace { get; } = pace;

    /// <summary>Measures.</summary>
    /// <returns>One timing for each contender, in their order.</returns>
    public IReadOnlyList<Timing> Run(params IReadOnlyList<Contender> contenders)
    {
        var calls = contenders.Select(WarmUp).ToArray();
        var spent = contenders.Select(_ => new List<double>()).ToArray();
        var rounds = calls.All(n => n == 1) ? Pace.LongRounds : Pace.Rounds;
        for (var round = 0; round < rounds; round++)
            for (var turn = 0; turn < contenders.Count; turn++)
            {
                // The order is turned round every time: whoever comes first pays for the others' garbage.
                var i = round % 2 == 0 ? turn : contenders.Count - 1 - turn;
                spent[i].Add(Cpu(contenders[i].Work, calls[i]).TotalMilliseconds / calls[i]);
            }

        return [.. contenders.Select((contender, i) => new Timing(contender.Name, Median.Of(spent[i]), Allocated(contender.Work) / 1024.0))];
    }

    /// <summary>Measures one thing alone.</summary>
    public Timing Run(string name, Action work) => Run([new Contender(name, work)])[0];

    /// <summary>Calls until the code is compiled as it will be.</summary>
    /// <returns>How many calls make a batch.</returns>
    private int WarmUp(Contender contender)
    {
        var start = Environment.CpuUsage.TotalTime;
        for (var call = 0; call < Pace.WarmCalls; call++)
            if (call >= FewestWarmCalls && Environment.CpuUsage.TotalTime - start > Pace.WarmTime)
                break;
            else
                contender.Work();
        // The better code is made on another thread, a tenth of a second after the calls have become quiet.
        Thread.Sleep(150);
        var one = Cpu(contender.Work, 1);
        return Math.Max(1, (int)Math.Ceiling(Pace.Batch / Max(one, TimeSpan.FromMicroseconds(1))));
    }

    private static TimeSpan Max(TimeSpan a, TimeSpan b) => a > b ? a : b;

    private static TimeSpan Cpu(Action work, int calls)
    {
        var start = Environment.CpuUsage.TotalTime;
        for (var call = 0; call < calls; call++)
            work();
        return Environment.CpuUsage.TotalTime - start;
    }

    private static long Allocated(Action work)
    {
        var start = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - start;
    }
}
