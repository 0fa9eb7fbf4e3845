using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PerfEval.Parsing.Cli.Commands;

namespace PerfEval.Parsing.Cli.Evaluating;

/// <summary><c>perfeval eval</c>: its arguments and help; <see cref="EvalRun"/> does the work.</summary>
internal sealed class EvalCommand : ExplainedCommand
{
    private readonly Argument<string> _corpus = new("corpus")
    {
        Description = "A directory with a folder for each document: gold.json, and the document in any number of formats. Or one such folder.",
        HelpName = "directory",
    };

    private readonly Option<string?> _parsed = new("--parsed")
    {
        Description = "Judge what perfeval parse wrote before (a .jsonl or .json file, or a directory of them) instead of parsing now.",
        HelpName = "file|dir",
    };

    private readonly Option<string[]> _formats = new("--formats")
    {
        Description = "Judge only files with these extensions, separated by commas.",
        HelpName = "docx,pdf,…",
        CustomParser = argument => argument.Tokens[^1].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
    };

    private readonly Option<int> _misses = new("--misses")
    {
        Description = "List this many misses below the table; json and html hold all of them.",
        HelpName = "n",
    };

    private readonly Option<double?> _least = new("--min")
    {
        Description = "Exit with 4 when the strict overall F1 is below this.",
        HelpName = "0–1",
        CustomParser = Share,
    };

    private readonly Option<string> _to = new("--to")
    {
        Description = "text: a table for people. json: every figure and every miss. html: one page to look at, with every miss and where it was read.",
        HelpName = "text|json|html",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<string?> _output = new("--output", "-o") { Description = "Write to this file instead of standard output.", HelpName = "file" };

    private readonly Option<int> _jobs = new("--jobs", "-j")
    {
        Description = "How many files are parsed at once; as many as there are processors unless given. The output does not depend on it.",
        HelpName = "n",
        DefaultValueFactory = _ => Environment.ProcessorCount,
    };

    private readonly PasswordOption _passwords = new();
    private readonly VocabularyOption _vocabulary = new();

    public EvalCommand(Terminal terminal)
        : base("eval", "Judges what is read from documents by what people wrote down of them (gold): precision, recall and F1 of every field, format and file.")
    {
        Add(_corpus);
        Add(_parsed);
        Add(_formats);
        Add(_misses);
        Add(_least);
        Add(_to.AcceptOnlyFromAmong("text", "json", "html"));
        Add(_output);
        Add(_jobs);
        Add(_passwords);
        Add(_vocabulary);
        Validators.Add(Check);
        SetAction((line, cancellationToken) => new EvalRun(Settings(line), terminal).RunAsync(cancellationToken));
    }

    public override string ExitCodes => EvaluationExitCode.OfEval;

    public override string Notes => """
        Examples:
          perfeval eval corpus/                                   the table
          perfeval eval corpus/ --formats docx --misses 20        and what was read otherwise
          perfeval eval corpus/ --to html -o eval.html            a page to look at
          perfeval eval corpus/ --min 0.97                        for a build server
          perfeval eval corpus/ --parsed before.jsonl             what another version read

        docs/evaluation.md describes gold.json and how each field is judged.
        """;

    private void Check(CommandResult line)
    {
        if (line.GetResult(_corpus)?.Tokens is [{ Value: ['-', ..] option }])
            line.AddError($"There is no option {option}; a directory of that name is written ./{option}.");
        if (line.GetResult(_jobs) is { Implicit: false } && line.GetValue(_jobs) < 1)
            line.AddError("--jobs must be a whole number of at least 1.");
        if (line.GetValue(_misses) < 0)
            line.AddError("--misses must not be negative.");
    }

    private static double? Share(ArgumentResult argument)
    {
        if (double.TryParse(argument.Tokens[0].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1)
            return share;
        argument.AddError("--min must be a number from 0 to 1.");
        return null;
    }

    private EvalSettings Settings(System.CommandLine.ParseResult line) => new()
    {
        Corpus = line.GetValue(_corpus)!,
        Parsed = line.GetValue(_parsed),
        Formats = [.. (line.GetValue(_formats) ?? []).Select(format => format.TrimStart('.').ToLowerInvariant())],
        Misses = line.GetValue(_misses),
        Least = line.GetValue(_least),
        Layout = line.GetValue(_to)!,
        Output = line.GetValue(_output),
        Jobs = line.GetValue(_jobs),
        Passwords = line.GetValue(_passwords) ?? [],
        Vocabulary = line.GetValue(_vocabulary) ?? [],
    };
}
