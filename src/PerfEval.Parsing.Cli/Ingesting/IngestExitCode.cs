using PerfEval.Parsing.Ingestion;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Cli.Ingesting;

/// <summary>What <c>perfeval ingest</c> tells the shell; its own list, because a run over an archive has other ends than a parse.</summary>
internal static class IngestExitCode
{
    /// <summary>Every file is complete, or was before, or was skipped by a rule.</summary>
    public const int Complete = 0;

    /// <summary>The run went through, but some files failed or are partial.</summary>
    public const int Incomplete = 2;

    /// <summary>The run stopped before its end; the same command goes on from there.</summary>
    public const int Stopped = 3;

    /// <summary>The account does not add up, or the program failed.</summary>
    public const int Failed = 4;

    /// <summary>The list as help prints it.</summary>
    public const string Explanation = """
        Exit codes:
          0    every file is complete, was done before, or was skipped by a rule
          1    the command line is wrong, or the target is not one
          2    the run went through; some files failed or are partial (perfeval failures lists them)
          3    stopped before the end (Ctrl-C, target or disk failing, too many like failures); the same command goes on from there
          4    the account does not add up, or the program failed
        """;

    /// <summary>The code for a run that ended so.</summary>
    public static int Of(IngestionSummary summary) => summary.End switch
    {
        IngestionEnd.Failed => Failed,
        IngestionEnd.Stopped => Stopped,
        _ when Count(summary, FileState.Partial) + Count(summary, FileState.Failed) > 0 => Incomplete,
        _ => Complete,
    };

    private static long Count(IngestionSummary summary, FileState state) => summary.States.GetValueOrDefault(state).Files;
}
