using System.Diagnostics;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing;

/// <summary>How a parse ended, for telemetry and for a host's log.</summary>
/// <param name="Bytes">What went in; empty for text that was decoded before and for a file that was refused unread.</param>
/// <param name="Format">The format found, as far as it came.</param>
/// <param name="Result">What it gave; <see langword="null"/> where it gave nothing.</param>
/// <param name="Failure">Why it gave nothing; <see langword="null"/> where it gave something.</param>
/// <param name="Duration">How long it took.</param>
internal readonly record struct ParseOutcome(ReadOnlyMemory<byte> Bytes, Reading.DocumentFormat Format, ParseResult? Result, Exception? Failure, TimeSpan Duration)
{
    /// <summary>The format's name in JSON.</summary>
    public string FormatName => Format.ToString().ToLowerInvariant();

    /// <summary>Why the document is unreadable; <see langword="null"/> where that is not how it ended.</summary>
    public UnreadableReason? Reason => (Failure as UnreadableDocumentException)?.Reason;

    /// <summary>Whether it ended in a way that no parse should.</summary>
    public bool IsDefect => Failure is not (null or UnreadableDocumentException or OperationCanceledException);

    /// <summary>How it ended in one word: a <see cref="ParseStatus"/>, <c>Unreadable</c>, <c>Cancelled</c> or, for a defect, <c>Failed</c>.</summary>
    public string Status => Failure switch
    {
        null => Result!.Status.ToString(),
        UnreadableDocumentException => "Unreadable",
        OperationCanceledException => "Cancelled",
        _ => "Failed",
    };
}

/// <summary>One parse as seen from outside. A value on the stack: while nobody looks, it costs a glance at the clock.</summary>
internal readonly struct ParseObservation
{
    private readonly Action<ParseOutcome>? _observer;
    private readonly Activity? _activity;
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly long _start;

    private ParseObservation(ReadOnlyMemory<byte> bytes, Action<ParseOutcome>? observer)
    {
        (_bytes, _observer) = (bytes, observer);
        _activity = ParsingTelemetry.Activities.StartActivity(ParsingTelemetry.ParseActivity);
        _start = Stopwatch.GetTimestamp();
    }

    /// <summary>A parse begins.</summary>
    /// <param name="bytes">What goes in.</param>
    /// <param name="observer">Is told how it ends, besides the listeners of the process; it must not throw.</param>
    public static ParseObservation Begin(ReadOnlyMemory<byte> bytes, Action<ParseOutcome>? observer) => new(bytes, observer);

    /// <summary>It ended: with a result or with a failure.</summary>
    public void End(Reading.DocumentFormat format, ParseResult? result, Exception? failure)
    {
        if (_observer is null && _activity is null && !ParsingTelemetry.IsMeasured)
            return;
        var outcome = new ParseOutcome(_bytes, format, result, failure, Stopwatch.GetElapsedTime(_start));
        ParsingTelemetry.Measure(outcome);
        if (_activity is not null)
            ParsingTelemetry.Describe(_activity, outcome);
        _activity?.Dispose();
        _observer?.Invoke(outcome);
    }
}
