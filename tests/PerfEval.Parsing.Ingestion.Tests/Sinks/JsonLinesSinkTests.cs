using System.Text.Json;
using PerfEval.Parsing.Ingestion.Sinks;
using Xunit;
using static PerfEval.Parsing.Ingestion.Tests.Sinks.SinkSamples;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>A folder of JSON lines.</summary>
public sealed class JsonLinesSinkTests : SegmentedSinkConformance
{
    private protected override IIngestionSink NewSink() => new JsonLinesSink(Folder, Clock);

    private protected override Task<(IReadOnlyList<string> Files, IReadOnlyList<string> Reports)> ReadArchiveAsync() =>
        Task.FromResult(ReadLines(Directory.GetFiles(Folder, "*.jsonl").SelectMany(path => System.IO.File.ReadLines(path))));

    [Fact]
    public async Task OneFileIsMadeAnewAtTheEndOfEachRun()
    {
        var path = Path.Join(Folder, "out.jsonl");
        for (var i = 1; i <= 2; i++)
        {
            await using var sink = new JsonLinesSink(path, Clock);
            await sink.OpenAsync(Run($"run-{i}"), default);
            await sink.WriteAsync(Batch([SinkSamples.File($"a{i}", "A"), SinkSamples.File("b", $"B{i}")], Document("A"), Document($"B{i}")), default);
            await sink.CompleteAsync(Summary($"run-{i}"), default);
            var (files, reports) = ReadLines(System.IO.File.ReadLines(path));
            Assert.Equal((i + 1, 2), (files.Count, reports.Count));
        }
    }

    [Fact]
    public async Task ASharedDocumentIsWrittenOnceWithItsFirstPath()
    {
        await using var sink = await OpenAsync();
        await sink.WriteAsync(Batch([SinkSamples.File("z", "A"), SinkSamples.File("a", "A")], Document("A")), default);
        await sink.CompleteAsync(Summary(), default);
        var lines = Directory.GetFiles(Folder, "*.jsonl").SelectMany(System.IO.File.ReadLines).ToList();
        Assert.Equal([true, false], lines.Select(line => line.Contains("\"reports\":", StringComparison.Ordinal)));
        Assert.Contains("\"path\":\"z\"", lines[0], StringComparison.Ordinal);
    }

    private static (IReadOnlyList<string> Files, IReadOnlyList<string> Reports) ReadLines(IEnumerable<string> lines)
    {
        var files = new List<string>();
        var reports = new List<string>();
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            var file = json.RootElement.GetProperty("file");
            string? Text(string name) => file.TryGetProperty(name, out var value) ? value.GetString() : null;
            var reason = file.GetProperty("reasons").EnumerateArray().Select(value => value.GetString()).FirstOrDefault();
            files.Add(SinkContent.FileLine(
                Text("fileId"), Text("path"), Text("documentId"), Text("state"), reason, Text("detail"), file.GetProperty("length").GetInt64()));
            if (json.RootElement.TryGetProperty("reports", out var its))
                reports.AddRange(its.EnumerateArray().Select(report => $"{Text("documentId")}|{report.GetRawText()}"));
        }

        return (files, reports);
    }
}
