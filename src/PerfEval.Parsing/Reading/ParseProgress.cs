namespace PerfEval.Parsing.Reading;

/// <summary>How far one parse has come, for whoever watches it from another thread: a parse that takes no step for long has stalled.</summary>
internal sealed class ParseProgress
{
    private long _steps;

    /// <summary>Steps taken: pages, elements, blocks, stages; only whether the number grows has a meaning.</summary>
    public long Steps => Interlocked.Read(ref _steps);

    /// <summary>Takes a step.</summary>
    public void Advance() => Interlocked.Increment(ref _steps);
}
