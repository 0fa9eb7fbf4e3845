using System.Runtime.CompilerServices;

namespace PerfEval.Parsing.Cli.Ingesting;

/// <summary>This program as a worker of its own ingestion, where it is native: there is no <c>dotnet</c> then that could start one.</summary>
internal static class WorkerOfThisProgram
{
    /// <summary>The only argument of a worker. No command: nobody types it, and help does not list it.</summary>
    public const string Argument = "ingestion-worker";

    /// <summary>What starts a worker; empty where the library knows by itself.</summary>
    public static IReadOnlyList<string> Command => RuntimeFeature.IsDynamicCodeSupported ? [] : [Environment.ProcessPath!, Argument];
}
