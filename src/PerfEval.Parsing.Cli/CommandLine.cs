using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;
using PerfEval.Parsing.Cli.Commands;
using PerfEval.Parsing.Cli.Evaluating;
using PerfEval.Parsing.Cli.Ingesting;
using PerfEval.Parsing.Ingestion;

namespace PerfEval.Parsing.Cli;

/// <summary>The whole command line: START HERE. A command is a file under Commands and a line in <see cref="Build"/>.</summary>
internal static class CommandLine
{
    /// <summary>Runs this process as what it was started for: the command, or a worker of its own ingestion.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args) =>
        args is [WorkerOfThisProgram.Argument] ? IngestionWorker.Run() : await RunAsync(args, Terminal.OfThisProcess());

    /// <summary>Runs the command line.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="terminal">The streams.</param>
    /// <param name="cancellationToken">Stops the run, as Ctrl-C does.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        using var output = new StreamWriter(terminal.Output, Terminal.Utf8, leaveOpen: true) { AutoFlush = true, NewLine = "\n" };
        // A path may begin with @: it is a path, not a response file.
        var line = Build(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var slip = line.Action as ParseErrorAction;
        // Help on every slip would bury the one sentence that says what is wrong.
        slip?.ShowHelp = args.Length == 0;
        var invocation = new InvocationConfiguration
        {
            Output = slip is null ? output : terminal.Error,
            Error = terminal.Error,
            EnableDefaultExceptionHandler = false,
            // Ctrl-C means something else to an ingestion, which listens itself: first finish what is in flight.
            ProcessTerminationTimeout = line.CommandResult.Command is IngestCommand ? null : TimeSpan.FromSeconds(2),
        };
        try
        {
            return await line.InvokeAsync(invocation, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("perfeval: cancelled");
            return ExitCode.Cancelled;
        }
        catch (IOException e) when (Terminal.IsClosedPipe(e))
        {
            return ExitCode.Success;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync($"perfeval: the output cannot be written: {e.Message}");
            return ExitCode.Usage;
        }
    }

    private static RootCommand Build(Terminal terminal)
    {
        var root = new RootCommand("Reads archived performance-evaluation reports of Chinese public spending (绩效评价报告, 绩效自评报告, 绩效自评表) into typed JSON.")
        {
            new ParseCommand(terminal),
            new ConvertCommand(terminal),
            new ExplainCommand(terminal),
            new ViewCommand(terminal),
            new EvalCommand(terminal),
            new DiffCommand(terminal),
            new IngestCommand(terminal),
            new FailuresCommand(terminal),
            new DoctorCommand(terminal),
            new SchemaCommand(terminal),
        };
        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
                help.Action = new HelpWithNotes(help);
            else if (option is VersionOption version)
                version.Action = new PrintVersion();
        }

        return root;
    }

    /// <summary>The program's version; the default action would print that of whatever process hosts it.</summary>
    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(System.CommandLine.ParseResult parseResult)
        {
            var assembly = typeof(CommandLine).Assembly;
            var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
            parseResult.InvocationConfiguration.Output.WriteLine(version);
            return ExitCode.Success;
        }
    }
}
