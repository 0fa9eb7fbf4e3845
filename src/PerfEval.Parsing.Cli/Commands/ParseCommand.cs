using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PerfEval.Parsing.Cli.Inputs;
using PerfEval.Parsing.Cli.Outputs;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary><c>perfeval parse</c>: its arguments and help; <see cref="ParseRun"/> does the work.</summary>
internal sealed class ParseCommand : ExplainedCommand
{
    private readonly Argument<string[]> _inputs = new("inputs")
    {
        Description = "Files, directories (with everything below them), or - for standard input.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _to = new("--to")
    {
        Description = "json: an indented object, an array where there are several. jsonl: one object a line. "
            + "snapshot: what each report says as text to compare, one value a line. Left out: json for a single file, jsonl for several inputs or a directory.",
        HelpName = "json|jsonl|snapshot",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write to this file instead of standard output. An existing directory, or a name that ends with /, gets one file for each input.",
        HelpName = "file|dir/",
    };

    private readonly Option<bool> _outline = new("--outline")
    {
        Description = "Print each report's outline as indented text instead of JSON.",
    };

    private readonly Option<int> _jobs = new("--jobs", "-j")
    {
        Description = "How many files are parsed at once; as many as there are processors unless given. The output does not depend on it.",
        HelpName = "n",
        DefaultValueFactory = _ => Environment.ProcessorCount,
        CustomParser = Jobs,
    };

    private readonly PasswordOption _passwords = new();

    private readonly VocabularyOption _vocabulary = new();

    private readonly Option<string> _failOn = new("--fail-on")
    {
        Description = "Exit with 4 when a report has a diagnostic of this severity or above.",
        HelpName = "never|warning|error",
        DefaultValueFactory = _ => "never",
    };

    public ParseCommand(Terminal terminal)
        : base("parse", "Parses reports and prints them as JSON on standard output. The format is told by the content, not by the name.")
    {
        Add(_inputs);
        Add(_to.AcceptOnlyFromAmong("json", "jsonl", "snapshot"));
        Add(_output);
        Add(_outline);
        Add(_jobs);
        Add(_passwords);
        Add(_vocabulary);
        Add(_failOn.AcceptOnlyFromAmong("never", "warning", "error"));
        Validators.Add(Check);
        SetAction((line, cancellationToken) => new ParseRun(Settings(line), terminal).RunAsync(cancellationToken));
    }

    public override string Notes => """
        Examples:
          perfeval parse report.docx                    the report as indented JSON
          perfeval parse report.docx --outline          its headings, for a first look
          perfeval parse report.docx --to snapshot      what it says as text, to compare with another run's
          perfeval parse archive/ -o reports.jsonl      everything below archive/, one object a line
          perfeval parse a.docx b.html -o parsed/       parsed/a.docx.json and parsed/b.html.json
          curl -s https://… | perfeval parse -          from a pipe

        Output:
          Results come in the order of the inputs; a directory's files in the order of their paths. A file with several
          reports gives several objects, with source.part and source.parts. A file that cannot be parsed gives
          {"source":{"path":…},"error":{"code":…,"message":…}} and a line on standard error; the others go on.
        """;

    private void Check(CommandResult line)
    {
        var inputs = line.GetValue(_inputs) ?? [];
        if (line.GetValue(_outline) && line.GetValue(_to) is not null)
            line.AddError("--outline prints text; it cannot be combined with --to.");
        if (inputs.Count(path => path == InputFile.StandardInput) > 1)
            line.AddError("Standard input (-) can be read only once.");
        // The library takes an unknown option for a further input.
        foreach (var path in inputs.Where(path => path.Length > 1 && path[0] == '-'))
            line.AddError($"There is no option {path}; a file of that name is written ./{path}.");
    }

    private static int Jobs(ArgumentResult argument)
    {
        if (int.TryParse(argument.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs > 0)
            return jobs;
        argument.AddError("--jobs must be a whole number of at least 1.");
        return 1;
    }

    private ParseSettings Settings(System.CommandLine.ParseResult line) => new()
    {
        Inputs = line.GetValue(_inputs) ?? [],
        Output = line.GetValue(_output),
        Jobs = line.GetValue(_jobs),
        Passwords = line.GetValue(_passwords) ?? [],
        Vocabulary = line.GetValue(_vocabulary) ?? [],
        Layout = line.GetValue(_to) switch
        {
            "json" => OutputLayout.Json,
            "jsonl" => OutputLayout.JsonLines,
            "snapshot" => OutputLayout.Snapshot,
            _ => line.GetValue(_outline) ? OutputLayout.Outline : null,
        },
        FailOn = line.GetValue(_failOn) switch
        {
            "warning" => DiagnosticSeverity.Warning,
            "error" => DiagnosticSeverity.Error,
            _ => null,
        },
    };
}
