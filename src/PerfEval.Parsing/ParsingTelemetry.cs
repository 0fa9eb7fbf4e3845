using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace PerfEval.Parsing;

/// <summary>
/// Under which names parsing can be watched, by <c>dotnet-counters</c>, <c>dotnet-trace</c> or OpenTelemetry. No activity and no measurement carries a path, a
/// name, a password or any text of a document; while nobody listens, none is made.
/// </summary>
public static class ParsingTelemetry
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "PerfEval.Parsing";

    /// <summary>Activity: one parse; tagged as the measurements are, and with how many <c>bytes</c> went in and <c>reports</c> came out.</summary>
    public const string ParseActivity = "report.parse";

    /// <summary>Counter: documents that were parsed, tagged <c>format</c>, <c>status</c> and, where nothing could be had of it, <c>reason</c>.</summary>
    public const string Documents = "perfeval.parsing.documents";

    /// <summary>Counter: bytes that went in, tagged <c>format</c>. Text that was decoded before counts none.</summary>
    public const string Bytes = "perfeval.parsing.bytes";

    /// <summary>Histogram: how long a parse took, seconds, tagged <c>format</c> and <c>status</c>.</summary>
    public const string Duration = "perfeval.parsing.duration";

    /// <summary>Counter: diagnostics found, tagged <c>id</c> and <c>severity</c>.</summary>
    public const string Diagnostics = "perfeval.parsing.diagnostics";

    // A page of text takes milliseconds, a book of scanned forms minutes.
    private static readonly double[] Seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];

    private static readonly Meter Meter = new(Name);
    private static readonly Counter<long> DocumentCounter = Meter.CreateCounter<long>(Documents, "{document}", "Documents that were parsed.");
    private static readonly Counter<long> ByteCounter = Meter.CreateCounter<long>(Bytes, "By", "Bytes that went in.");
    private static readonly Counter<long> DiagnosticCounter = Meter.CreateCounter<long>(Diagnostics, "{diagnostic}", "Diagnostics found.");
    private static readonly Histogram<double> DurationHistogram = Meter.CreateHistogram(
        Duration, "s", "How long a parse took.", advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = Seconds });

    internal static ActivitySource Activities { get; } = new(Name);

    internal static bool IsMeasured => DocumentCounter.Enabled || ByteCounter.Enabled || DiagnosticCounter.Enabled || DurationHistogram.Enabled;

    internal static void Measure(in ParseOutcome outcome)
    {
        var format = new KeyValuePair<string, object?>("format", outcome.FormatName);
        var status = new KeyValuePair<string, object?>("status", outcome.Status);
        var documents = new TagList { format, status };
        if (outcome.Reason is { } reason)
            documents.Add("reason", reason.ToString());
        DocumentCounter.Add(1, documents);
        DurationHistogram.Record(outcome.Duration.TotalSeconds, format, status);
        ByteCounter.Add(outcome.Bytes.Length, format);
        foreach (var diagnostic in outcome.Result?.Diagnostics ?? [])
            DiagnosticCounter.Add(1, new("id", diagnostic.Id), new("severity", diagnostic.Severity.ToString()));
    }

    internal static void Describe(Activity activity, in ParseOutcome outcome)
    {
        activity.SetTag("format", outcome.FormatName).SetTag("status", outcome.Status).SetTag("bytes", outcome.Bytes.Length);
        if (outcome.Result is { } result)
            activity.SetTag("reports", result.Reports.Count);
        if (outcome.Reason is { } reason)
            activity.SetTag("reason", reason.ToString()).SetStatus(ActivityStatusCode.Error, reason.ToString());
        else if (outcome.IsDefect)
            activity.SetStatus(ActivityStatusCode.Error, outcome.Status);
    }
}
