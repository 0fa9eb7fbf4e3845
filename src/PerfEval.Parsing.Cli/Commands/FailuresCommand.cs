using System.CommandLine;
using PerfEval.Parsing.Cli.Ingesting;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary><c>perfeval failures</c>: the dead letters of a target.</summary>
internal sealed class FailuresCommand : ExplainedCommand
{
    private readonly Terminal _terminal;
    private readonly Argument<string> _target = new("target") { Description = "The target of an ingestion, as it was given with -o." };

    private readonly Option<string[]> _reasons = new("--reason") { Description = "Only with this reason (Timeout, Encrypted …); may be given several times.", HelpName = "reason" };

    private readonly Option<string[]> _formats = new("--format") { Description = "Only of this format (docx, pdf …); may be given several times.", HelpName = "format" };

    private readonly Option<string?> _path = new("--path") { Description = "Only paths that hold this text.", HelpName = "text" };

    private readonly Option<bool> _all = new("--all") { Description = "Those too that a later run superseded." };

    private readonly Option<string> _to = new("--to")
    {
        Description = "text: a table for people. jsonl: an object a line, with every try. paths: the paths alone, for perfeval ingest -.",
        HelpName = "text|jsonl|paths",
        DefaultValueFactory = _ => "text",
    };

    public FailuresCommand(Terminal terminal)
        : base("failures", "Lists what could not be ingested, and why.")
    {
        _terminal = terminal;
        Add(_target);
        Add(_reasons);
        Add(_formats);
        Add(_path);
        Add(_all);
        Add(_to.AcceptOnlyFromAmong("text", "jsonl", "paths"));
        Validators.Add(line =>
        {
            foreach (var reason in (line.GetValue(_reasons) ?? []).Except(Enum.GetNames<IngestionReason>()))
                line.AddError($"There is no reason {reason}; docs/ingestion.md lists them.");
        });
        SetAction(RunAsync);
    }

    public override string ExitCodes => """
        Exit codes:
          0    there is none
          1    the command line is wrong, or the target cannot be read
          2    there are some; they are listed
        """;

    public override string Notes => """
        Examples:
          perfeval failures archive.duckdb                                what failed, the commonest reasons first
          perfeval failures archive.duckdb --reason Timeout --to jsonl    each try, for a program
          perfeval ingest archive/ -o archive.duckdb --retry Timeout --large
        """;

    private async Task<int> RunAsync(System.CommandLine.ParseResult line, CancellationToken cancellationToken)
    {
        try
        {
            await using var sink = IngestionSinks.Open(line.GetValue(_target)!);
            var letters = new List<DeadLetter>();
            await foreach (var letter in ((IDeadLetterSource)sink).ReadFailuresAsync(cancellationToken))
                if (Fits(letter, line))
                    letters.Add(letter);
            letters.Sort(static (a, b) => (a.Reason, a.Path).CompareTo((b.Reason, b.Path)));
            await _terminal.Output.WriteAsync(DeadLetterList.Of(letters, line.GetValue(_to)!), cancellationToken);
            return letters.Count == 0 ? ExitCode.Success : ExitCode.SomeUnreadable;
        }
        catch (Exception e) when (e is ArgumentException or SinkException)
        {
            await _terminal.Error.WriteLineAsync("perfeval: " + e.Message);
            return ExitCode.Usage;
        }
    }

    private bool Fits(DeadLetter letter, System.CommandLine.ParseResult line)
    {
        var reasons = line.GetValue(_reasons) ?? [];
        var formats = line.GetValue(_formats) ?? [];
        return (letter.SupersededAt is null || line.GetValue(_all))
            && (reasons.Length == 0 || reasons.Contains(letter.Reason.ToString()))
            && (formats.Length == 0 || formats.Contains(letter.Format))
            && (line.GetValue(_path) is not { } part || letter.Path.Contains(part, StringComparison.Ordinal));
    }
}
