using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PerfEval.Parsing.Cli;

/// <summary>The usual help, and below it what the options alone do not tell: examples and exit codes.</summary>
internal sealed class HelpWithNotes(HelpOption option) : SynchronousCommandLineAction
{
    private readonly SynchronousCommandLineAction _usual = (SynchronousCommandLineAction)option.Action!;

    public override bool ClearsParseErrors => true;

    public override int Invoke(System.CommandLine.ParseResult parseResult)
    {
        var code = _usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        var explained = parseResult.CommandResult.Command as ExplainedCommand;
        if (explained is not null)
            output.WriteLine(explained.Notes + "\n");
        output.WriteLine(explained?.ExitCodes ?? ExitCode.OfAll);
        return code;
    }
}
