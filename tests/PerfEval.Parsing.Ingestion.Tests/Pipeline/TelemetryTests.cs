using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>What can be watched from outside. Other tests run at the same time and are measured too: what is asserted holds beside them.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task EveryInstrumentIsUsedAndNoneTellsOfPaths()
    {
        var measured = new ConcurrentDictionary<string, double>();
        var tags = new ConcurrentBag<KeyValuePair<string, object?>>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => Enable(instrument, self) };
        listener.SetMeasurementEventCallback<long>((i, value, with, _) => Note(measured, tags, i, value, with));
        listener.SetMeasurementEventCallback<double>((i, value, with, _) => Note(measured, tags, i, value, with));
        listener.Start();
        using var bench = new Bench();
        var refused = false;
        var sink = new MemorySink(bench.Contents)
        {
            BeforeWrite = () =>
            {
                (var first, refused) = (!refused, true);
                return first ? throw new SinkException("Not now.") : Task.CompletedTask;
            },
        };
        await bench.RunAsync(Bench.Mixed(), sink: sink);
        string[] expected =
        [
            IngestionTelemetry.Files, IngestionTelemetry.Failures, IngestionTelemetry.Bytes, IngestionTelemetry.Documents, IngestionTelemetry.Retries,
            IngestionTelemetry.WorkerStarts, IngestionTelemetry.SinkRefusals, IngestionTelemetry.ParseDuration, IngestionTelemetry.Queued, IngestionTelemetry.InFlight,
        ];
        Assert.Empty(expected.Except(measured.Keys));
        Assert.True(measured[IngestionTelemetry.Files] >= Bench.Mixed().Count);
        Assert.All(tags, tag => Assert.True(
            tag.Key switch { "state" => Enum.TryParse<FileState>($"{tag.Value}", out _), "reason" => Enum.TryParse<IngestionReason>($"{tag.Value}", out _), _ => false },
            $"{tag}"));
    }

    [Fact]
    public async Task ARunAndItsBatchesAreActivities()
    {
        var names = new ConcurrentBag<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == IngestionTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity => names.Add(activity.OperationName),
        };
        ActivitySource.AddActivityListener(listener);
        using var bench = new Bench();
        await bench.RunAsync(Bench.Mixed());
        Assert.Contains(IngestionTelemetry.RunActivity, names);
        Assert.Contains(IngestionTelemetry.BatchActivity, names);
    }

    private static void Enable(Instrument instrument, MeterListener listener)
    {
        if (instrument.Meter.Name == IngestionTelemetry.Name)
            listener.EnableMeasurementEvents(instrument);
    }

    private static void Note(
        ConcurrentDictionary<string, double> measured, ConcurrentBag<KeyValuePair<string, object?>> tags, Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> with)
    {
        measured.AddOrUpdate(instrument.Name, value, (_, sum) => sum + value);
        foreach (var tag in with)
            tags.Add(tag);
    }
}
