namespace PerfEval.Parsing.Diagnostics;

/// <summary>Counts the steps of one parse; it may be read from another thread.</summary>
internal abstract class StepCount
{
    private long _steps;

    /// <summary>Steps taken: pages, elements, blocks, stages; only whether the number grows has a meaning.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>Takes a step.</summary>
    /// <remarks>Only the thread that parses takes steps, so that nothing need be locked.</remarks>
    public void Advance() => Volatile.Write(ref _steps, _steps + 1);
}
