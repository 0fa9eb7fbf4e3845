namespace PerfEval.Parsing.Ingestion;

/// <summary>The worker's side, for hosts that name themselves as <see cref="IngestionOptions.WorkerCommand"/>.</summary>
public static class IngestionWorker
{
    /// <summary>Serves the supervisor on standard input and output until it hangs up. Nothing else may be written to standard output before.</summary>
    /// <param name="parser">How to parse, for readers and extractors of the host's own: given the options that the supervisor sent, gives the parser; the plain one if left out.</param>
    /// <returns>The exit code for the process.</returns>
    public static int Run(Func<ReportParserOptions, ReportParser>? parser = null) => throw new NotSupportedException(parser is null ? "" : "with a parser");
}
