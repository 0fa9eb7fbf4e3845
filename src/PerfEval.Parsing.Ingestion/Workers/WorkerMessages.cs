using System.Globalization;

namespace PerfEval.Parsing.Ingestion.Workers;

/// <summary>What the details of resource failures say, the same wherever a document is parsed.</summary>
internal static class WorkerMessages
{
    public static string SoftTimeout(TimeSpan limit) => $"The document was stopped after {Seconds(limit)} ({nameof(WorkerLimits.SoftTimeout)}).";

    public static string HardTimeout(TimeSpan limit) => $"The document did not stop; its worker was ended after {Seconds(limit)} ({nameof(WorkerLimits.HardTimeout)}).";

    public static string Stalled(TimeSpan limit) => $"The document made no progress; its worker was ended after {Seconds(limit)} without any ({nameof(WorkerLimits.StallTimeout)}).";

    public static string Memory(long limit) =>
        string.Create(CultureInfo.InvariantCulture, $"The document needs more memory than its worker may take: {limit} bytes of managed heap, half as much again in all ({nameof(WorkerLimits.MaxMemory)}).");

    public static string Output(long limit) =>
        string.Create(CultureInfo.InvariantCulture, $"The result is longer than {limit} bytes ({nameof(IngestionOptions.MaxOutputBytes)}).");

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.###} s");
}
