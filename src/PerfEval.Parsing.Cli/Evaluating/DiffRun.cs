using PerfEval.Parsing.Cli.Outputs;
using PerfEval.Parsing.Evaluation;

namespace PerfEval.Parsing.Cli.Evaluating;

/// <summary>One run of <c>perfeval diff</c>.</summary>
internal sealed class DiffRun(Terminal terminal)
{
    private readonly ProgressView _view = new(terminal);

    /// <summary>The old parse.</summary>
    public required string Old { get; init; }

    /// <summary>The new parse.</summary>
    public required string New { get; init; }

    /// <summary><c>text</c>, <c>json</c> or <c>html</c>.</summary>
    public required string Layout { get; init; }

    /// <summary>The file to write; <see langword="null"/> for standard output.</summary>
    public string? Output { get; init; }

    /// <summary><c>never</c>, <c>lost</c> or <c>changed</c>.</summary>
    public required string FailOn { get; init; }

    public int Run(CancellationToken cancellationToken)
    {
        try
        {
            using var before = KeptReports.Open(Old);
            using var now = KeptReports.Open(New);
            var summary = Write(new ParseComparison(before, now), cancellationToken);
            return (FailOn == "changed" && summary.HasChanges) || (FailOn == "lost" && summary.HasLosses) ? EvaluationExitCode.Findings : ExitCode.Success;
        }
        catch (KeptReportException e)
        {
            _view.Say(e.Message);
            return EvaluationExitCode.Unusable;
        }
    }

    private DifferenceSummary Write(ParseComparison comparison, CancellationToken cancellationToken)
    {
        if (Output is not { } path)
            return Write(comparison, terminal.Output, cancellationToken);
        if (Full(path) is var full && (full == Full(Old) || full == Full(New)))
            throw new IOException($"{path} is also an input.");
        using var file = File.Create(path);
        return Write(comparison, file, cancellationToken);
    }

    private DifferenceSummary Write(ParseComparison comparison, Stream output, CancellationToken cancellationToken)
    {
        if (Layout == "json")
            return comparison.WriteJson(output, cancellationToken);
        if (Layout == "html")
            return comparison.WriteHtml(output, cancellationToken);
        using var text = new StreamWriter(output, Terminal.Utf8, leaveOpen: true);
        return comparison.WriteText(text, cancellationToken);
    }

    private static string Full(string path) => Path.GetFullPath(path);
}
