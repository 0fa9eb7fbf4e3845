namespace PerfEval.Parsing.Diagnostics;

/// <summary>Counts the steps of one parse; it may be read from another thread.</summary>
internal abstract class StepCount
{
    private long _steps;

    /// <summary>Steps taken: pages, elements, blocks, stages; only whether the number grows has a meaning.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>Takes a step.</summary>
    public void Advance() => Interlocked.Increment(ref _steps);
}
