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
        if (parseResult.CommandResult.Command is ExplainedCommand { Notes: var notes })
            output.WriteLine(notes + "\n");
        output.WriteLine(ExitCode.Explanation);
        return code;
    }
}
