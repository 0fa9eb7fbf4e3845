using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Inputs.Zips;
using PerfEval.Parsing.Ingestion.Workers.Serving;

namespace PerfEval.Parsing.Ingestion;

/// <summary>The worker's side, for hosts that name themselves as <see cref="IngestionOptions.WorkerCommand"/>.</summary>
public static class IngestionWorker
{
    /// <summary>
    /// Serves the supervisor on standard input and output until it hangs up. Nothing else may be written to standard output before; what is written
    /// afterwards goes to the error stream. On Linux the process starts a session of its own and limits its files, core dumps and memory for good.
    /// </summary>
    /// <param name="parser">How to parse, for readers and extractors of the host's own: given the options that the supervisor sent, gives the parser; the plain one if left out.</param>
    /// <returns>The exit code for the process.</returns>
    /// <exception cref="InvalidDataException">What comes in is not from a supervisor of this library.</exception>
    /// <exception cref="IOException">Standard input and output cannot be used.</exception>
    public static int Run(Func<ReportParserOptions, ReportParser>? parser = null) => Run(parser, expander: null);

    /// <summary>The same with another way of taking archives apart.</summary>
    internal static int Run(Func<ReportParserOptions, ReportParser>? parser, Func<IArchiveExpander>? expander)
    {
        new WorkerSession(
            ProtocolStreams.Take(),
            parser ?? (options => new ReportParser(options)),
            expander ?? (() => new ZipExpander(Path.GetTempPath()))).Serve();
        return 0;
    }
}
