using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;
using Xunit;

namespace PerfEval.Parsing.DependencyInjection.Tests;

/// <summary>Listeners hear the whole process, so nothing else runs beside these tests.</summary>
[Collection(nameof(Alone))]
public sealed class TelemetryTests
{
    [Fact]
    public void EveryParseIsMeasuredByFormatAndEnd()
    {
        var measured = new ConcurrentQueue<(string Name, double Value, string Tags)>();
        using (Listen(measured))
        {
            ReportParser.Default.Parse(Documents.Docx);
            Assert.Throws<UnreadableDocumentException>(() => ReportParser.Default.Parse("GIF89a"u8.ToArray()));
            Assert.Throws<OperationCanceledException>(() => ReportParser.Default.Parse(Documents.Docx, null, new CancellationToken(true)));
            Three().Parse(Encoding.UTF8.GetBytes(Documents.Text));
            ReportParser.Default.ParseText(Documents.Text);
            Assert.False(ReportParser.Default.TryParseFile("/no/such/file", out _));
        }

        Assert.Equal(
            [
                "format=docx status=Complete", "format=image status=Unreadable reason=NoTextLayer", "format=unknown status=Cancelled", "format=txt status=Partial",
                "format=txt status=Complete", "format=unknown status=Unreadable reason=ReadError",
            ],
            measured.Where(m => m.Name == ParsingTelemetry.Documents).Select(m => m.Tags));
        Assert.Contains((ParsingTelemetry.Bytes, Documents.Docx.Length, "format=docx"), measured);
        Assert.Equal(6, measured.Count(m => m.Name == ParsingTelemetry.Duration && m.Value >= 0));
        Assert.Contains(measured, m => m.Name == ParsingTelemetry.Diagnostics && m.Tags == $"id={DiagnosticCode.LimitReached.Id} severity=Error");
    }

    [Fact]
    public void AParseIsAnActivity()
    {
        var stopped = new ConcurrentQueue<Activity>();
        using (Listen(stopped))
        {
            ReportParser.Default.Parse(Documents.Docx);
            Assert.Null(Activity.Current);
            Assert.Throws<UnreadableDocumentException>(() => ReportParser.Default.Parse("GIF89a"u8.ToArray()));
            Assert.Null(Activity.Current);
        }

        Assert.All(stopped, a => Assert.Equal(ParsingTelemetry.ParseActivity, a.OperationName));
        Assert.Equal(
            [$"format=docx status=Complete bytes={Documents.Docx.Length} reports=1", "format=image status=Unreadable bytes=6 reason=NoTextLayer"],
            stopped.Select(a => Join(a.TagObjects)));
        Assert.Equal([ActivityStatusCode.Unset, ActivityStatusCode.Error], stopped.Select(a => a.Status));
    }

    [Fact]
    public void NoTagTellsWhatStandsInADocumentOrHowItIsCalled()
    {
        var measured = new ConcurrentQueue<(string Name, double Value, string Tags)>();
        var stopped = new ConcurrentQueue<Activity>();
        using (Listen(measured))
        using (Listen(stopped))
        {
            ReportParser.Default.Parse(Documents.Marked, Documents.Marker + ".txt");
            Three().Parse(Documents.Marked, Documents.Marker + ".txt");
            Assert.Throws<UnreadableDocumentException>(() => ReportParser.Default.Parse(Documents.BrokenJson, Documents.Marker));
        }

        Assert.Equal(3, stopped.Count);
        Assert.All(measured, m => Assert.DoesNotContain(Documents.Marker, m.Tags, StringComparison.Ordinal));
        Assert.All(stopped, a => Assert.DoesNotContain(
            Documents.Marker, $"{a.DisplayName} {a.StatusDescription} {Join(a.TagObjects)} {Join(a.Baggage.Select(b => new KeyValuePair<string, object?>(b.Key, b.Value)))} {string.Join(' ', a.Events)}", StringComparison.Ordinal));
    }

    [Fact]
    public void WhileNobodyListensAnObservationTakesNoMemory()
    {
        var result = ReportParser.Default.Parse(Documents.Docx);
        Observe(result);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
            Observe(result);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void Observe(ParseResult result) => ParseObservation.Begin(Documents.Docx, null).End(DocumentFormat.Docx, result, null);

    private static ReportParser Three() => new(new ReportParserOptions { Limits = ParseLimits.Default with { MaxBlocks = 3 } });

    private static MeterListener Listen(ConcurrentQueue<(string Name, double Value, string Tags)> measured)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == ParsingTelemetry.Name)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => measured.Enqueue((i.Name, value, Join(tags.ToArray()))));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => measured.Enqueue((i.Name, value, Join(tags.ToArray()))));
        listener.Start();
        return listener;
    }

    private static ActivityListener Listen(ConcurrentQueue<Activity> stopped)
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ParsingTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = stopped.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private static string Join(IEnumerable<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.Select(t => $"{t.Key}={t.Value}"));
}

/// <summary>Tests that hear what others do.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
