using System.Globalization;

namespace PerfEval.Parsing.Ingestion.Workers.Processes;

/// <summary>
/// Counts, in a row, processes that did not come up and processes that ended without having finished anything: too many, and the installation
/// is broken, not the documents.
/// </summary>
internal sealed class CrashGuard(int most)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private int _failedStarts;
    private int _idleEnds;

    /// <summary>Whether so many ended idle that it may not be the documents' doing.</summary>
    public bool IsAlarmed => Volatile.Read(ref _idleEnds) >= most;

    /// <summary>How long to wait before the next start: not at all while they come up, else longer and longer.</summary>
    public TimeSpan Pause
    {
        get
        {
            var failed = Math.Min(Volatile.Read(ref _failedStarts), 10);
            return failed == 0 ? TimeSpan.Zero : TimeSpan.FromMilliseconds(Math.Min(LongestPause.TotalMilliseconds, 25 << failed));
        }
    }

    /// <summary>A process came up.</summary>
    public void Started() => Volatile.Write(ref _failedStarts, 0);

    /// <summary>A process did not come up.</summary>
    /// <returns>Whether it is worth trying again.</returns>
    public bool MayStartAgain() => Interlocked.Increment(ref _failedStarts) < most;

    /// <summary>Something was finished: workers work.</summary>
    public void Finished() => Volatile.Write(ref _idleEnds, 0);

    /// <summary>A process ended that had finished nothing.</summary>
    public void EndedIdle() => Interlocked.Increment(ref _idleEnds);

    public WorkersBrokenException Broken(Exception? last) => new(
        string.Create(CultureInfo.InvariantCulture, $"{most} workers in a row ended before they finished anything. {last?.Message}").TrimEnd(), last);
}
