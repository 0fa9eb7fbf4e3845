using System.Diagnostics;

namespace PerfEval.Parsing.Diagnostics;

/// <summary>What one parse looks at on its way: whether it was cancelled and whether its time is over. Whoever watches it sees its steps.</summary>
internal sealed class ParseWatch
{
    /// <summary>What was read in time may be understood for half as long again.</summary>
    private const double Grace = 1.5;

    private readonly StepCount _progress;
    private readonly CancellationToken _cancellation;
    private readonly long _readingEnd = long.MaxValue;
    private readonly long _end = long.MaxValue;

    /// <summary>A watch; its time begins now.</summary>
    /// <param name="progress">Counts the steps.</param>
    /// <param name="maxDuration">How long reading may take; <see langword="null"/> for as long as it likes.</param>
    /// <param name="cancellation">Stops the parse.</param>
    public ParseWatch(StepCount progress, TimeSpan? maxDuration, CancellationToken cancellation)
    {
        (_progress, _cancellation) = (progress, cancellation);
        // Longer than the clock counts is as long as it likes.
        if (maxDuration is not { } most || most.TotalSeconds * Grace * Stopwatch.Frequency >= long.MaxValue / 2)
            return;
        var now = Stopwatch.GetTimestamp();
        _readingEnd = now + (long)(most.TotalSeconds * Stopwatch.Frequency);
        _end = now + (long)(most.TotalSeconds * Grace * Stopwatch.Frequency);
    }

    /// <summary>The watch of work that nobody stops.</summary>
    public static ParseWatch Unwatched => new(new UnseenSteps(), null, CancellationToken.None);

    /// <summary>Whether reading should end with what it has.</summary>
    public bool IsReadingOver => _readingEnd != long.MaxValue && Stopwatch.GetTimestamp() >= _readingEnd;

    /// <summary>Takes a step. Cheap enough for every element.</summary>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    /// <exception cref="OutOfTimeException">All its time is over.</exception>
    public void Step()
    {
        _progress.Advance();
        _cancellation.ThrowIfCancellationRequested();
        if (_end != long.MaxValue && Stopwatch.GetTimestamp() >= _end)
            throw new OutOfTimeException();
    }

    /// <summary>Says that the parse goes on, where it cannot be left.</summary>
    public void Advance() => _progress.Advance();

    /// <summary>Yields what it is given, a step for each.</summary>
    public IEnumerable<T> Over<T>(IEnumerable<T> items)
    {
        foreach (var item in items)
        {
            Step();
            yield return item;
        }
    }

    private sealed class UnseenSteps : StepCount;
}

/// <summary>A parse took longer than it may. It goes where a cancellation goes, past everything that forgives damage, and ends as <see cref="UnreadableReason.Timeout"/>.</summary>
internal sealed class OutOfTimeException() : OperationCanceledException("The parse took longer than it may.")
{
    /// <summary>The same for the caller of the parse.</summary>
    public UnreadableDocumentException ToUnreadable() => new(
        UnreadableReason.Timeout, "Reading the document takes longer than ParseLimits.MaxDuration allows. Raise it to read the document.", this);
}
