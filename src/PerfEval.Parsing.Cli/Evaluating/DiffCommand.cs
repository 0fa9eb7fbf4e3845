using System.CommandLine;
using System.CommandLine.Parsing;

namespace PerfEval.Parsing.Cli.Evaluating;

/// <summary><c>perfeval diff</c>: its arguments and help; <see cref="DiffRun"/> does the work.</summary>
internal sealed class DiffCommand : ExplainedCommand
{
    private readonly Argument<string> _old = new("old") { Description = "What perfeval parse wrote: a .jsonl or .json file, or a directory of them." };

    private readonly Argument<string> _new = new("new") { Description = "What it wrote later, with another version or other options." };

    private readonly Option<string> _to = new("--to")
    {
        Description = "text: every difference, then the figures. json: the same for a program. html: one page to look at.",
        HelpName = "text|json|html",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "file" };

    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "Exit with 4 when anything differs (changed), or when a value, a report or a document was lost (lost).",
        HelpName = "never|lost|changed",
        DefaultValueFactory = _ => "never",
    };

    public DiffCommand(Terminal terminal)
        : base("diff", "Compares two parses of the same documents: what was gained, lost and changed, field by field, with where it was read.")
    {
        Add(_old);
        Add(_new);
        Add(_to.AcceptOnlyFromAmong("text", "json", "html"));
        Add(_output);
        Add(_failOn.AcceptOnlyFromAmong("never", "lost", "changed"));
        Validators.Add(Check);
        SetAction((line, cancellationToken) => Task.FromResult(Run(line, terminal, cancellationToken)));
    }

    public override string ExitCodes => EvaluationExitCode.OfDiff;

    public override string Notes => """
        Examples:
          perfeval parse archive/ -o before.jsonl                 with the old version
          perfeval parse archive/ -o after.jsonl                  with the new one
          perfeval diff before.jsonl after.jsonl                  what differs
          perfeval diff before.jsonl after.jsonl --to html -o diff.html
          perfeval diff before/ after/ --fail-on lost             for a build server

        Reports are matched by the SHA-256 of their document, what is left by path. Where values were read, and diagnostics, are not compared.
        """;

    private void Check(CommandResult line)
    {
        foreach (var argument in (Argument[])[_old, _new])
            if (line.GetResult(argument)?.Tokens is [{ Value: ['-', ..] option }])
                line.AddError($"There is no option {option}; a file of that name is written ./{option}.");
    }

    private int Run(System.CommandLine.ParseResult line, Terminal terminal, CancellationToken cancellationToken) => new DiffRun(terminal)
    {
        Old = line.GetValue(_old)!,
        New = line.GetValue(_new)!,
        Layout = line.GetValue(_to)!,
        Output = line.GetValue(_output),
        FailOn = line.GetValue(_failOn)!,
    }.Run(cancellationToken);
}
