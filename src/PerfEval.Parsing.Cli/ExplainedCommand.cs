using System.CommandLine;

namespace PerfEval.Parsing.Cli;

/// <summary>A command whose help ends with examples.</summary>
internal abstract class ExplainedCommand(string name, string description) : Command(name, description)
{
    /// <summary>What help prints below the options: examples, and what the options alone do not tell.</summary>
    public abstract string Notes { get; }

    /// <summary>The exit codes that it can give, as help prints them.</summary>
    public virtual string ExitCodes => ExitCode.OfFiles;
}
