using System.CommandLine;

namespace PerfEval.Parsing.Cli.Commands;

/// <summary><c>--password</c>, which every command that reads reports knows.</summary>
internal sealed class PasswordOption : Option<string[]>
{
    public PasswordOption()
        : base("--password")
    {
        Description = "A password to try on protected files, besides the empty one; may be given several times.";
        HelpName = "text";
    }
}
