using System.CommandLine;
using PerfEval.Parsing.Cli.Inputs;
using PerfEval.Parsing.Cli.Outputs;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary><c>perfeval explain</c>: why a field has the value that it has.</summary>
internal sealed class ExplainCommand : ExplainedCommand
{
    private readonly Terminal _terminal;

    private readonly Argument<string> _input = new("file")
    {
        Description = "The report; - is standard input.",
    };

    private readonly Argument<string> _pointer = new("field")
    {
        Description = "The field as a JSON Pointer into what perfeval parse prints: /score/value, /indicators/0/score. A group (/funding) gives every field in it; left out: every field.",
        DefaultValueFactory = _ => "",
    };

    private readonly Option<int> _part = new("--part")
    {
        Description = "Which report of a file that holds several, counted from 1.",
        HelpName = "n",
        DefaultValueFactory = _ => 1,
    };

    private readonly Option<string> _to = new("--to")
    {
        Description = "text for people, json for programs.",
        HelpName = "text|json",
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<string> _language = new("--lang")
    {
        Description = "The language of the text.",
        HelpName = "zh|en",
        DefaultValueFactory = _ => "zh",
    };

    private readonly PasswordOption _passwords = new();

    private readonly VocabularyOption _vocabulary = new();

    public ExplainCommand(Terminal terminal)
        : base("explain", "Tells where a value was read, what else was weighed for it, which rule won and why the others lost.")
    {
        _terminal = terminal;
        Add(_input);
        Add(_pointer);
        Add(_part);
        Add(_to.AcceptOnlyFromAmong("text", "json"));
        Add(_language.AcceptOnlyFromAmong("zh", "en"));
        Add(_passwords);
        Add(_vocabulary);
        SetAction(Run);
    }

    public override string ExitCodes => ExitCode.OfOneFile;

    public override string Notes => """
        Examples:
          perfeval explain report.docx /score/value             why this score
          perfeval explain report.pdf /funding --lang en        every figure of the funding
          perfeval explain report.docx --to json                every field, for a program

        The rules and reasons are listed in docs/rules.md.
        """;

    private async Task<int> Run(System.CommandLine.ParseResult line, CancellationToken cancellationToken)
    {
        var path = line.GetValue(_input)!;
        var parser = new InputParser(new ReportParser(new ReportParserOptions { Passwords = line.GetValue(_passwords) ?? [], Vocabulary = line.GetValue(_vocabulary) ?? [] }), _terminal.Input);
        var read = parser.Parse(new InputFile(path, Path.GetFileName(path)), cancellationToken);
        if (read.Result is not { } result)
            return await Refuse($"{path}: {read.Error!.Code}: {read.Error.Message}", ExitCode.NoneReadable);
        var part = line.GetValue(_part);
        if (part < 1 || part > result.Reports.Count)
            return await Refuse($"{path} holds {result.Reports.Count} report(s); --part {part} is none of them.", ExitCode.Usage);
        try
        {
            var explanations = result.Explain(line.GetValue(_pointer)!, part);
            var text = line.GetValue(_to) == "json" ? ExplanationJson.Of(explanations) : new ExplanationText(line.GetValue(_language) == "zh").Of(explanations);
            await _terminal.Output.WriteAsync(Terminal.Utf8.GetBytes(text), cancellationToken);
            return ExitCode.Success;
        }
        catch (ArgumentException e)
        {
            return await Refuse(e.Message, ExitCode.Usage);
        }
    }

    private async Task<int> Refuse(string message, int code)
    {
        await _terminal.Error.WriteLineAsync("perfeval: " + message);
        return code;
    }
}
