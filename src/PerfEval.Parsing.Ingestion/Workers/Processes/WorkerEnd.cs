using System.Globalization;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Workers.Processes;

/// <summary>How a worker process ended.</summary>
/// <param name="Reason">Why, as it is charged to the document in flight.</param>
/// <param name="Detail">More about it.</param>
/// <param name="ExitCode">Its exit code; 128 and the signal where a signal ended it.</param>
internal sealed record WorkerEnd(IngestionReason Reason, string Detail, int? ExitCode)
{
    private const int Aborted = 134;
    private const int SegmentationFault = 139;
    private const int FirstSignal = 129;
    private const int LastSignal = 192;

    /// <summary>Tells from the exit code and what the runtime wrote why a process ended that nobody here ended.</summary>
    public static WorkerEnd Of(int exitCode, string errors) => exitCode switch
    {
        Aborted when errors.Contains("Stack overflow", StringComparison.Ordinal) =>
            new(IngestionReason.StackOverflow, "The worker overflowed its stack on this document.", exitCode),
        Aborted when errors.Contains("OutOfMemoryException", StringComparison.Ordinal) || errors.Contains("Out of memory", StringComparison.Ordinal) =>
            new(IngestionReason.MemoryLimit, "The worker ran out of memory on this document.", exitCode),
        Aborted when errors.Contains("AccessViolationException", StringComparison.Ordinal) =>
            new(IngestionReason.AccessViolation, "The worker read or wrote memory that is not its own.", exitCode),
        SegmentationFault => new(IngestionReason.AccessViolation, "The worker read or wrote memory that is not its own.", exitCode),
        >= FirstSignal and <= LastSignal =>
            new(IngestionReason.WorkerSignal, $"The worker was ended by {SignalName(exitCode - FirstSignal + 1)}.", exitCode),
        _ => new(IngestionReason.WorkerExit, string.Create(CultureInfo.InvariantCulture, $"The worker ended by itself with exit code {exitCode}."), exitCode),
    };

    private static string SignalName(int signal) => signal switch
    {
        1 => "SIGHUP",
        2 => "SIGINT",
        3 => "SIGQUIT",
        4 => "SIGILL",
        6 => "SIGABRT",
        7 => "SIGBUS",
        8 => "SIGFPE",
        9 => "SIGKILL",
        11 => "SIGSEGV",
        13 => "SIGPIPE",
        15 => "SIGTERM",
        24 => "SIGXCPU",
        25 => "SIGXFSZ",
        31 => "SIGSYS",
        _ => string.Create(CultureInfo.InvariantCulture, $"signal {signal}"),
    };
}
