using PerfEval.Parsing.Cli.Inputs;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Cli.Outputs;

/// <summary>What one input adds to the output; it no longer holds the model.</summary>
/// <param name="Input">The input.</param>
/// <param name="Readable">Whether it could be parsed.</param>
/// <param name="Reports">How many reports it held.</param>
/// <param name="Worst">The severest diagnostic's severity; <see langword="null"/> where there is none.</param>
/// <param name="Texts">UTF-8, one for each report, or the error object.</param>
/// <param name="Remarks">Lines for standard error.</param>
internal sealed record FormattedResult(
    InputFile Input,
    bool Readable,
    int Reports,
    DiagnosticSeverity? Worst,
    IReadOnlyList<byte[]> Texts,
    IReadOnlyList<string> Remarks);
