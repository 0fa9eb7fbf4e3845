using System.CommandLine;
using System.CommandLine.Parsing;
using PerfEval.Parsing.Cli.Inputs;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary><c>perfeval convert</c>: its arguments and help; <see cref="ConvertRun"/> does the work.</summary>
internal sealed class ConvertCommand : ExplainedCommand
{
    private readonly Argument<string[]> _paths = new("paths")
    {
        Description = "What to convert, and last where to: a file, or a directory (one that exists, or a name that ends with /). "
            + "- is standard input, or standard output.",
        HelpName = "input… output",
        Arity = new ArgumentArity(2, 100_000),
    };

    private readonly Option<string?> _to = new("--to")
    {
        Description = "The format to write. Left out: what the output's extension names. Needed for a directory and for standard output.",
        HelpName = string.Join('|', ReportWriters.Formats),
    };

    private readonly PasswordOption _passwords = new();

    private readonly VocabularyOption _vocabulary = new();

    private readonly Option<string?> _font = new("--font")
    {
        Description = "The font file (TrueType, OpenType or a collection) for PDF. Left out: an installed font with Chinese characters.",
        HelpName = "file",
    };

    public ConvertCommand(Terminal terminal)
        : base("convert", "Reads reports in any format and writes them in another, such that they can be read again without loss.")
    {
        Add(_paths);
        Add(_to.AcceptOnlyFromAmong([.. ReportWriters.Formats]));
        Add(_passwords);
        Add(_vocabulary);
        Add(_font);
        Validators.Add(Check);
        SetAction((line, cancellationToken) => new ConvertRun(Settings(line), terminal).RunAsync(cancellationToken));
    }

    public override string Notes => """
        Examples:
          perfeval convert report.pdf report.docx               one file
          perfeval convert report.json report.pdf               what perfeval parse printed, as a document
          perfeval convert archive/ converted/ --to docx        everything below archive/, one file each
          perfeval convert - - --to md < report.docx            from and to a pipe

        Output:
          A file with several reports gives several files: report.1.docx, report.2.docx. csv and xlsx hold the self-evaluation
          form (绩效自评表) with its indicators; all other formats hold the whole report.
        """;

    private void Check(CommandResult line)
    {
        // Fewer than two paths is the arity's error.
        if (line.GetResult(_paths)?.Tokens.Select(token => token.Value).ToArray() is not [_, .., _] paths)
            return;
        var (inputs, output) = (paths[..^1], paths[^1]);
        if (inputs.Count(path => path == InputFile.StandardInput) > 1)
            line.AddError("Standard input (-) can be read only once.");
        // The library takes an unknown option for a further path.
        foreach (var path in paths.Where(path => path.Length > 1 && path[0] == '-'))
            line.AddError($"There is no option {path}; a file of that name is written ./{path}.");
        if (line.GetValue(_to) is null && ConvertSettings.FormatOf(output) is null)
            line.AddError($"The format to write is not clear from {output}: give it with --to, or use one of the extensions {string.Join(", ", ReportWriters.Formats.Select(f => "." + f))}.");
    }

    private ConvertSettings Settings(System.CommandLine.ParseResult line)
    {
        var paths = line.GetValue(_paths)!;
        return new ConvertSettings
        {
            Inputs = paths[..^1],
            Output = paths[^1],
            Format = line.GetValue(_to) ?? ConvertSettings.FormatOf(paths[^1])!,
            Passwords = line.GetValue(_passwords) ?? [],
            Vocabulary = line.GetValue(_vocabulary) ?? [],
            Font = line.GetValue(_font),
        };
    }
}
