using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Checking;

/// <summary>Puts findings together: both languages, both sides, the tolerance.</summary>
internal static class Finding
{
    /// <summary>A finding about values that were set against each other.</summary>
    /// <param name="code">What it is.</param>
    /// <param name="english">What was found, in English.</param>
    /// <param name="chinese">What was found, in Chinese.</param>
    /// <param name="tolerance">By how much the values may differ; <see langword="null"/> where nothing was measured.</param>
    /// <param name="sides">The values, the one that the finding is about first.</param>
    public static Diagnostic Of(DiagnosticCode code, string english, string chinese, decimal? tolerance, params IReadOnlyList<ComparedValue> sides) => new(code, english)
    {
        MessageZh = chinese,
        Compared = sides,
        Tolerance = tolerance,
        Pointer = sides.FirstOrDefault(s => s.Pointer is not null)?.Pointer,
        Span = sides.FirstOrDefault(s => s.Span is not null)?.Span,
    };
}
