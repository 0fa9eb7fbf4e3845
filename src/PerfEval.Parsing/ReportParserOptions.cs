using PerfEval.Parsing.Reading;

namespace PerfEval.Parsing;

/// <summary>How to parse. An immutable value, checked once when a <see cref="ReportParser"/> is made of it.</summary>
public sealed record ReportParserOptions
{
    /// <summary>The defaults.</summary>
    public static ReportParserOptions Default { get; } = new();

    /// <summary>What one document may cost.</summary>
    public ParseLimits Limits { get; init; } = ParseLimits.Default;
}
