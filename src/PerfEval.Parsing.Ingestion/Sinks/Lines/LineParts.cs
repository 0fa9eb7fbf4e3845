using System.Runtime.CompilerServices;
using System.Text.Json;
using PerfEval.Parsing.Ingestion.Sinks.Segments;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.Lines;

/// <summary>Parts of JSON lines: files with their reports, dead letters, runs.</summary>
internal sealed class LineParts : ArchiveParts
{
    /// <summary>What the manifest calls the lines of files.</summary>
    public const string Table = "files";

    public override string Kind => "jsonl";

    public override DocumentForm Form => DocumentForm.Reports;

    public override Task IndexAsync(MergeInput input, CancellationToken cancellationToken)
    {
        var parts = input.Manifest.Parts(Table);
        for (var i = 0; i < parts.Count; i++)
            foreach (var (place, line) in Read(input, i))
            {
                cancellationToken.ThrowIfCancellationRequested();
                var file = line.ReadFile();
                input.Index.Add(file, place);
                if (line.SecondName is not null)
                    input.Index.Documents[ContentKey.Of(file.Record.Sha256!)] = place;
            }

        return Task.CompletedTask;
    }

    public override async IAsyncEnumerable<DeadLetter> ReadFailuresAsync(MergeInput input, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in input.Manifest.Parts(ArchiveTables.Failures.Name))
        {
            await using var stream = File.OpenRead(input.PathOf(part));
            var lines = new LineReader(stream);
            while (lines.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return ReadLetter(lines.Line);
            }
        }
    }

    public override async Task<MergeOutput> MergeAsync(MergeInput input, IReadOnlyList<FinishedRun> runs, CancellationToken cancellationToken)
    {
        var output = new MergeOutput(input, ".jsonl");
        await new LineMerge(input, output).RunAsync(cancellationToken);
        await using (var failures = new LinePartWriter(input.Folder, output, ArchiveTables.Failures.Name, ArchiveTables.Failures.Name))
            await foreach (var letter in input.Failures(ReadFailuresAsync(input, cancellationToken)))
                await failures.WriteAsync(writer => RecordJson.WriteDeadLetter(writer, letter), cancellationToken);
        await using (var lines = new LinePartWriter(input.Folder, output, ArchiveTables.Runs.Name, ArchiveTables.Runs.Name))
            foreach (var run in runs)
                await lines.WriteAsync(writer => WriteRun(writer, run), cancellationToken);
        return output;
    }

    /// <summary>Reads the lines of a part.</summary>
    public static IEnumerable<(LinePlace Place, JsonLine Line)> Read(MergeInput input, int part)
    {
        using var stream = new FileStream(input.PathOf(input.Manifest.Parts(Table)[part]), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        var lines = new LineReader(stream);
        while (lines.Read())
            yield return (new LinePlace(InLog: false, part, lines.Offset, lines.Line.Length), JsonLine.Read(lines.Line));
    }

    private static DeadLetter ReadLetter(ReadOnlyMemory<byte> line)
    {
        using var json = JsonDocument.Parse(line);
        return RecordJson.ReadDeadLetter(json.RootElement);
    }

    private static void WriteRun(Utf8JsonWriter writer, FinishedRun run)
    {
        writer.WriteStartObject();
        writer.WriteString("runId", run.Run.RunId);
        writer.WriteString("parserVersion", run.Run.ParserVersion);
        writer.WriteString("optionsHash", run.Run.OptionsHash);
        RecordJson.WriteTime(writer, "started", run.Run.Started);
        RecordJson.WriteTime(writer, "finished", run.Finished);
        writer.WritePropertyName("summary");
        writer.WriteRawValue(run.Summary);
        writer.WriteEndObject();
    }
}
