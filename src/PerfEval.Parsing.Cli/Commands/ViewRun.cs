using PerfEval.Parsing.Cli.Inputs;
using PerfEval.Parsing.Cli.Outputs;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Viewing;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary>One run of <c>perfeval view</c>: parse the file, write the page.</summary>
internal sealed class ViewRun(Terminal terminal)
{
    private readonly ProgressView _view = new(terminal);

    /// <summary>The file, or <c>-</c>.</summary>
    public required string Input { get; init; }

    /// <summary>Where the page goes; <see langword="null"/> for standard output.</summary>
    public string? Output { get; init; }

    /// <summary>The language of the page's own words.</summary>
    public ViewLanguage Language { get; init; }

    /// <summary>Passwords to try on a protected file.</summary>
    public IReadOnlyList<string> Passwords { get; init; } = [];

    /// <summary>Packs of words to read by.</summary>
    public IReadOnlyList<VocabularyPack> Vocabulary { get; init; } = [];

    public int Run(CancellationToken cancellationToken)
    {
        if (Refusal() is { } refusal)
        {
            _view.Say(refusal);
            return ExitCode.Usage;
        }

        var parser = new InputParser(new ReportParser(new ReportParserOptions { Passwords = Passwords, Vocabulary = Vocabulary }), terminal.Input);
        var read = parser.Parse(new InputFile(Input, Path.GetFileName(Input)), cancellationToken);
        if (read.Error is { } error)
        {
            _view.Say($"{Input}: {error.Code}: {error.Message}");
            return ExitCode.NoneReadable;
        }

        if (read.Result!.Status == ParseStatus.Partial)
            _view.Say($"{Input}: read only in part: {read.Result.Diagnostics.FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error)?.Message ?? "see its diagnostics"}");
        Write(read.Result);
        return ExitCode.Success;
    }

    private string? Refusal() =>
        Directory.Exists(Input) ? $"{Input} is a directory; a page shows one file."
        : Output is { } output && InputList.Expand([Input]).Contains(output) ? $"{Output} is also the input; nothing was written."
        : null;

    // The page is made before the file is opened: a failure leaves no half of it.
    private void Write(ParseResult result)
    {
        using var page = new MemoryStream();
        ReportView.Write(result, page, Language);
        if (Output is { } path)
            File.WriteAllBytes(path, page.ToArray());
        else
            page.WriteTo(terminal.Output);
    }
}
