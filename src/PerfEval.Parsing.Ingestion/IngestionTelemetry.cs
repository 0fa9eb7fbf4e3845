using System.Diagnostics;
using System.Diagnostics.Metrics;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion;

/// <summary>
/// Under which names ingestion can be watched while it runs, by <c>dotnet-counters</c> or OpenTelemetry. No measurement carries a path or any text of a document.
/// </summary>
public static class IngestionTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "PerfEval.Parsing.Ingestion";

    /// <summary>Counter: files with an outcome, tagged <c>state</c>.</summary>
    public const string Files = "perfeval.ingestion.files";

    /// <summary>Counter: files that are not complete, tagged <c>reason</c> (the first one).</summary>
    public const string Failures = "perfeval.ingestion.failures";

    /// <summary>Counter: bytes of files with an outcome.</summary>
    public const string Bytes = "perfeval.ingestion.bytes";

    /// <summary>Counter: documents written.</summary>
    public const string Documents = "perfeval.ingestion.documents";

    /// <summary>Counter: tries that failed and were repeated.</summary>
    public const string Retries = "perfeval.ingestion.retries";

    /// <summary>Counter: worker processes started.</summary>
    public const string WorkerStarts = "perfeval.ingestion.worker_starts";

    /// <summary>Counter: what the sink or the disk refused.</summary>
    public const string SinkRefusals = "perfeval.ingestion.sink_refusals";

    /// <summary>Histogram: how long a document took in its worker, all tries, seconds.</summary>
    public const string ParseDuration = "perfeval.ingestion.parse_duration";

    /// <summary>Gauge: documents read and waiting for a worker.</summary>
    public const string Queued = "perfeval.ingestion.queued";

    /// <summary>Gauge: documents at workers.</summary>
    public const string InFlight = "perfeval.ingestion.in_flight";

    /// <summary>Activity: a run.</summary>
    public const string RunActivity = "ingestion.run";

    /// <summary>Activity: a batch being written, its pauses included.</summary>
    public const string BatchActivity = "ingestion.batch";

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> FileCounter = Meter.CreateCounter<long>(Files, "{file}");
    private static readonly Counter<long> FailureCounter = Meter.CreateCounter<long>(Failures, "{file}");
    private static readonly Counter<long> ByteCounter = Meter.CreateCounter<long>(Bytes, "By");
    private static readonly Counter<long> DocumentCounter = Meter.CreateCounter<long>(Documents, "{document}");
    private static readonly Counter<long> RetryCounter = Meter.CreateCounter<long>(Retries, "{try}");
    private static readonly Counter<long> StartCounter = Meter.CreateCounter<long>(WorkerStarts, "{process}");
    private static readonly Counter<long> RefusalCounter = Meter.CreateCounter<long>(SinkRefusals, "{refusal}");
    private static readonly Histogram<double> DurationHistogram = Meter.CreateHistogram<double>(ParseDuration, "s");
    private static readonly UpDownCounter<long> QueueGauge = Meter.CreateUpDownCounter<long>(Queued, "{document}");
    private static readonly UpDownCounter<long> FlightGauge = Meter.CreateUpDownCounter<long>(InFlight, "{document}");

    internal static ActivitySource Activities { get; } = new(Name);

    internal static void Count(IngestionBatch batch, long retries)
    {
        foreach (var file in batch.Files)
            Count(file.State, file.Reasons.Count > 0 ? file.Reasons[0] : null, file.Length);
        DocumentCounter.Add(batch.Documents.Count);
        RetryCounter.Add(retries);
    }

    internal static void Count(FileState state, IngestionReason? reason, long bytes)
    {
        FileCounter.Add(1, new KeyValuePair<string, object?>("state", state.ToString()));
        if (reason is not null)
            FailureCounter.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));
        ByteCounter.Add(bytes);
    }

    internal static void Refused() => RefusalCounter.Add(1);

    internal static void Started(long workers) => StartCounter.Add(workers);

    internal static void Queue(int change) => QueueGauge.Add(change);

    internal static void Flight(int change) => FlightGauge.Add(change);

    internal static void Parsed(TimeSpan duration) => DurationHistogram.Record(duration.TotalSeconds);
}
