namespace PerfEval.Parsing.Diagnostics;

/// <summary>Counts the steps of one parse; it may be read from another thread.</summary>
internal abstract class StepCount
{
    private long _steps;

    /// <summary>Steps taken: pages, elements, blocks, stages; only whether the number grows has a meaning.</summary>
    public long Steps => Volatile.Read(ref _steps);

    /// <summary>Takes a step. One thread parses, so no step is lost; an interlocked one would cost as much as the work between two.</summary>
    public void Advance() => Volatile.Write(ref _steps, _steps + 1);
}
