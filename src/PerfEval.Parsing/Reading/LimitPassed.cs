using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading;

/// <summary>The exception for a document of which a limit left nothing.</summary>
internal static class LimitPassed
{
    /// <summary>Names the limit that the log noted first.</summary>
    /// <param name="text">What was not reached: "any text".</param>
    /// <param name="log">The log of the parse.</param>
    public static UnreadableDocumentException Before(string text, DiagnosticLog log) => new(
        log.Limit == nameof(ParseLimits.MaxDuration) ? UnreadableReason.Timeout : UnreadableReason.LimitExceeded,
        $"The limit {nameof(ParseLimits)}.{log.Limit} is passed before {text}. Raise it to read the document.");
}
