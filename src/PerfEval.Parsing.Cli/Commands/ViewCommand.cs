using System.CommandLine;
using System.CommandLine.Parsing;
using PerfEval.Parsing.Cli.Inputs;
using PerfEval.Parsing.Viewing;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary><c>perfeval view</c>: its arguments and help; <see cref="ViewRun"/> does the work.</summary>
internal sealed class ViewCommand : ExplainedCommand
{
    private readonly Argument<string> _input = new("input")
    {
        Description = "The file to look at, or - for standard input.",
        HelpName = "file",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        Description = "Write to this file instead of standard output.",
        HelpName = "file",
    };

    private readonly Option<string> _language = new("--lang")
    {
        Description = "The language of the page's own words; what the report says is never translated.",
        HelpName = "zh|en",
        DefaultValueFactory = _ => "zh",
    };

    private readonly PasswordOption _passwords = new();

    private readonly VocabularyOption _vocabulary = new();

    public ViewCommand(Terminal terminal)
        : base("view", "Writes one web page to check a report by: its text on the left, its values on the right, each linked to where it was read.")
    {
        Add(_input);
        Add(_output);
        Add(_language.AcceptOnlyFromAmong("zh", "en"));
        Add(_passwords);
        Add(_vocabulary);
        Validators.Add(Check);
        SetAction((line, cancellationToken) => Task.FromResult(Run(line, terminal, cancellationToken)));
    }

    public override string ExitCodes => ExitCode.OfOneFile;

    public override string Notes => """
        Examples:
          perfeval view report.pdf -o view.html         a page for a browser; it needs no network
          perfeval view report.docx > view.html         the same on standard output
          perfeval view reports.json -o view.html       what perfeval parse printed, without the file itself
          perfeval view - --lang en < a.docx > a.html   from a pipe, with English labels

        The page:
          Point at a value to see its words in the text, choose it to go there; choose words in the text to see what was read from them.
          / filters, j and k step through the values, Enter shows one, Esc clears. A file with several reports gives one page with a list.
        """;

    private void Check(CommandResult line)
    {
        // The library takes an unknown option for the input.
        if (line.GetResult(_input)?.Tokens is [{ Value: ['-', _, ..] option }])
            line.AddError($"There is no option {option}; a file of that name is written ./{option}.");
    }

    private int Run(System.CommandLine.ParseResult line, Terminal terminal, CancellationToken cancellationToken) => new ViewRun(terminal)
    {
        Input = line.GetValue(_input)!,
        Output = line.GetValue(_output) is InputFile.StandardInput ? null : line.GetValue(_output),
        Language = line.GetValue(_language) == "en" ? ViewLanguage.English : ViewLanguage.Chinese,
        Passwords = line.GetValue(_passwords) ?? [],
        Vocabulary = line.GetValue(_vocabulary) ?? [],
    }.Run(cancellationToken);
}
