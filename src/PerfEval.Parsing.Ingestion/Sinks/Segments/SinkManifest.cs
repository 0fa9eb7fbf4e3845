using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Parsing.Ingestion.Durability;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Sinks.Segments;

/// <summary>A finished part of a table.</summary>
/// <param name="Name">Its path below the folder, parted by <c>/</c>.</param>
/// <param name="Rows">Its rows or lines.</param>
/// <param name="Bytes">Its length.</param>
internal sealed record PartFile(string Name, long Rows, long Bytes);

/// <summary>Which parts hold, up to which batch they hold everything, and the finished runs: <c>manifest.json</c>, switched by one rename.</summary>
internal sealed record SinkManifest
{
    public const string FileName = "manifest.json";
    private const int Layout = 1;

    /// <summary><c>jsonl</c> or <c>parquet</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The last batch whose content the parts hold.</summary>
    public int Merged { get; init; }

    /// <summary>The number of the next part.</summary>
    public int NextPart { get; init; } = 1;

    /// <summary>The parts of each table.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<PartFile>> Tables { get; init; } = new Dictionary<string, IReadOnlyList<PartFile>>();

    /// <summary>The runs that ended.</summary>
    public IReadOnlyList<FinishedRun> Runs { get; init; } = [];

    public IReadOnlyList<PartFile> Parts(string table) => Tables.GetValueOrDefault(table, []);

    /// <summary>Reads the manifest of a folder; an empty one where there is none yet.</summary>
    /// <exception cref="SinkException">It is another program's folder, of another kind, or of a newer layout.</exception>
    public static SinkManifest Load(string folder, string kind)
    {
        var path = Path.Join(folder, FileName);
        if (!File.Exists(path))
            return new SinkManifest { Kind = kind };
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = json.RootElement;
            if (root.GetProperty("layout").GetInt32() > Layout)
                throw new SinkException($"{path} was written by a newer version.") { IsPermanent = true };
            if (RecordJson.Required(root, "kind") != kind)
                throw new SinkException($"{folder} holds an archive of another kind.") { IsPermanent = true };
            return Read(root, kind);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new SinkException($"{path} is no manifest of an archive.", e) { IsPermanent = true };
        }
    }

    public Task SaveAsync(string folder) =>
        DurableFile.WriteAsync(Path.Join(folder, FileName), stream =>
        {
            using var json = new Utf8JsonWriter(stream);
            ToJson().WriteTo(json);
            return Task.CompletedTask;
        });

    private static SinkManifest Read(JsonElement root, string kind) => new()
    {
        Kind = kind,
        Merged = root.GetProperty("merged").GetInt32(),
        NextPart = root.GetProperty("nextPart").GetInt32(),
        Tables = root.GetProperty("tables").EnumerateObject().ToDictionary(
            table => table.Name,
            table => (IReadOnlyList<PartFile>)[.. table.Value.EnumerateArray().Select(part => new PartFile(
                RecordJson.Required(part, "name"), part.GetProperty("rows").GetInt64(), part.GetProperty("bytes").GetInt64()))]),
        Runs = [.. root.GetProperty("runs").EnumerateArray().Select(run => new FinishedRun(
            new IngestionRun(
                RecordJson.Required(run, "runId"), RecordJson.Required(run, "parserVersion"), RecordJson.Required(run, "optionsHash"),
                run.GetProperty("started").GetDateTimeOffset()),
            run.GetProperty("finished").GetDateTimeOffset(),
            run.GetProperty("summary").GetRawText()))],
    };

    private JsonObject ToJson() => new()
    {
        ["layout"] = Layout,
        ["kind"] = Kind,
        ["merged"] = Merged,
        ["nextPart"] = NextPart,
        ["tables"] = new JsonObject(Tables.OrderBy(table => table.Key, StringComparer.Ordinal).Select(table =>
            KeyValuePair.Create(table.Key, (JsonNode?)new JsonArray([.. table.Value.Select(part =>
                new JsonObject { ["name"] = part.Name, ["rows"] = part.Rows, ["bytes"] = part.Bytes })])))),
        ["runs"] = new JsonArray([.. Runs.Select(run => new JsonObject
        {
            ["runId"] = run.Run.RunId,
            ["parserVersion"] = run.Run.ParserVersion,
            ["optionsHash"] = run.Run.OptionsHash,
            ["started"] = run.Run.Started,
            ["finished"] = run.Finished,
            ["summary"] = JsonNode.Parse(run.Summary),
        })]),
    };
}
