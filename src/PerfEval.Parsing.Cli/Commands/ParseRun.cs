using PerfEval.Parsing.Cli.Inputs;
using PerfEval.Parsing.Cli.Outputs;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary>One run of <c>perfeval parse</c>: list the inputs, parse them in parallel, write the results in order.</summary>
internal sealed class ParseRun(ParseSettings settings, Terminal terminal)
{
    private readonly ProgressView _view = new(terminal);
    private readonly InputParser _parser = new(new ReportParser(new ReportParserOptions { Passwords = settings.Passwords, Vocabulary = settings.Vocabulary }), terminal.Input);
    private readonly Tally _tally = new();

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var inputs = InputList.Expand(settings.Inputs);
        if (settings.Output is { } path && inputs.Contains(path))
        {
            _view.Say($"{path} is also an input; nothing was written.");
            return ExitCode.Usage;
        }

        var layout = settings.Layout ?? (inputs.Several && !settings.OneFileEach ? OutputLayout.JsonLines : OutputLayout.Json);
        using (var output = OpenOutput(inputs, layout))
        {
            var formatter = new ResultFormatter(layout, named: inputs.Several && !settings.OneFileEach);
            await _view.RunAsync(inputs.Files.Count, () => ParseAllAsync(inputs, formatter, output, cancellationToken));
            output.Finish();
        }

        if (inputs.Several)
            _view.Say(_tally.Summary);
        return _tally.ExitCode(settings.FailOn);
    }

    private async Task ParseAllAsync(InputList inputs, ResultFormatter formatter, ResultOutput output, CancellationToken cancellationToken)
    {
        // Formatting belongs to the parallel part, so that what waits for its turn is bytes and no longer a model.
        var results = OrderedWork.RunAsync(
            inputs.Files, settings.Jobs, (input, cancel) => formatter.Format(_parser.Parse(input, cancel)), cancellationToken);
        await foreach (var result in results)
        {
            output.Write(result.Input, result.Texts);
            _tally.Add(result);
            foreach (var remark in result.Remarks)
                _view.Say(remark);
            _view.Advance();
        }
    }

    private ResultOutput OpenOutput(InputList inputs, OutputLayout layout) => settings.Output switch
    {
        null => new StreamOutput(terminal.Output, layout, inputs.Several, ownsStream: false),
        var path when settings.OneFileEach => new DirectoryOutput(path, layout),
        var path => new StreamOutput(File.Create(path), layout, inputs.Several, ownsStream: true),
    };
}
