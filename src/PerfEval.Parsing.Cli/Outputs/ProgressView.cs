using Spectre.Console;

namespace PerfEval.Parsing.Cli.Outputs;

/// <summary>What people see on standard error: remarks, and on a terminal a progress bar below them.</summary>
internal sealed class ProgressView(Terminal terminal)
{
    private IAnsiConsole? _console;
    private ProgressTask? _bar;

    /// <summary>Runs the work, under a progress bar where one can be drawn and there is more than one input.</summary>
    public async Task RunAsync(int inputs, Func<Task> work)
    {
        if (!terminal.ShowProgress || inputs < 2)
        {
            await work();
            return;
        }

        _console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(terminal.Error),
        });
        var progress = _console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());
        await progress.StartAsync(async context =>
        {
            _bar = context.AddTask("Parsing", maxValue: inputs);
            await work();
        });
        _console = null;
    }

    /// <summary>Another input is done.</summary>
    public void Advance() => _bar?.Increment(1);

    /// <summary>Prints a line.</summary>
    public void Say(string remark)
    {
        // A path or a message must not break the line or speak to the terminal in escape codes.
        var line = "perfeval: " + string.Concat(remark.Select(c => char.IsControl(c) ? ' ' : c));
        if (_console is { } console)
            console.Write(new Text(line + "\n"));
        else
            terminal.Error.WriteLine(line);
    }
}
