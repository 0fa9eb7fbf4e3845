using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.Segments;

/// <summary>Records as JSON: one spelling for the lines of files, for columns that hold JSON, and for dead letters. What is null is left out.</summary>
internal static class RecordJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(IBufferWriter<byte> output, Action<Utf8JsonWriter> write)
    {
        using var writer = new Utf8JsonWriter(output, Options);
        write(writer);
    }

    public static IReadOnlyList<IngestionAttempt> ReadAttempts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ReadAttempts(document.RootElement);
    }

    public static void WriteFile(Utf8JsonWriter writer, WrittenFile file)
    {
        var record = file.Record;
        writer.WriteStartObject();
        WritePath(writer, record.FileId, record.Path, record.RawPath);
        WriteText(writer, "containerId", record.ContainerId);
        writer.WriteNumber("length", record.Length);
        WriteTime(writer, "modified", record.Modified);
        WriteText(writer, "documentId", record.Sha256);
        writer.WriteString("state", EnumText.Of(record.State));
        writer.WritePropertyName("reasons");
        JsonCell.WriteReasons(writer, record.Reasons);
        WriteText(writer, "detail", record.Detail);
        WriteText(writer, "format", record.Format);
        writer.WritePropertyName("attempts");
        JsonCell.WriteAttempts(writer, record.Attempts);
        writer.WriteString("parserVersion", file.ParserVersion);
        writer.WriteString("optionsHash", file.OptionsHash);
        writer.WriteString("runId", file.RunId);
        WriteTime(writer, "recordedAt", file.RecordedAt);
        writer.WriteEndObject();
    }

    public static WrittenFile ReadFile(JsonElement json)
    {
        var record = new FileRecord
        {
            FileId = Required(json, "fileId"),
            Path = Required(json, "path"),
            RawPath = json.GetProperty("rawPath").GetBytesFromBase64(),
            ContainerId = Optional(json, "containerId"),
            Length = json.GetProperty("length").GetInt64(),
            Modified = OptionalTime(json, "modified"),
            Sha256 = Optional(json, "documentId"),
            State = Enum.Parse<FileState>(Required(json, "state"), ignoreCase: true),
            Reasons = [.. json.GetProperty("reasons").EnumerateArray().Select(reason => Enum.Parse<IngestionReason>(reason.GetString()!))],
            Detail = Optional(json, "detail"),
            Format = Optional(json, "format"),
            Attempts = ReadAttempts(json.GetProperty("attempts")),
        };
        return new WrittenFile(
            record, Required(json, "runId"), Required(json, "parserVersion"), Required(json, "optionsHash"), json.GetProperty("recordedAt").GetDateTimeOffset());
    }

    public static void WriteDeadLetter(Utf8JsonWriter writer, DeadLetter letter)
    {
        writer.WriteStartObject();
        WritePath(writer, letter.FileId, letter.Path, letter.RawPath);
        writer.WriteNumber("length", letter.Length);
        WriteText(writer, "sha256", letter.Sha256);
        WriteText(writer, "format", letter.Format);
        writer.WriteString("reason", letter.Reason.ToString());
        WriteText(writer, "detail", letter.Detail);
        writer.WritePropertyName("attempts");
        JsonCell.WriteAttempts(writer, letter.Attempts);
        writer.WriteString("parserVersion", letter.ParserVersion);
        writer.WriteString("optionsHash", letter.OptionsHash);
        WriteTime(writer, "firstSeen", letter.FirstSeen);
        WriteTime(writer, "lastSeen", letter.LastSeen);
        WriteTime(writer, "supersededAt", letter.SupersededAt);
        writer.WriteEndObject();
    }

    public static DeadLetter ReadDeadLetter(JsonElement json) => new()
    {
        FileId = Required(json, "fileId"),
        Path = Required(json, "path"),
        RawPath = json.GetProperty("rawPath").GetBytesFromBase64(),
        Length = json.GetProperty("length").GetInt64(),
        Sha256 = Optional(json, "sha256"),
        Format = Optional(json, "format"),
        Reason = Enum.Parse<IngestionReason>(Required(json, "reason")),
        Detail = Optional(json, "detail"),
        Attempts = ReadAttempts(json.GetProperty("attempts")),
        ParserVersion = Required(json, "parserVersion"),
        OptionsHash = Required(json, "optionsHash"),
        FirstSeen = json.GetProperty("firstSeen").GetDateTimeOffset(),
        LastSeen = json.GetProperty("lastSeen").GetDateTimeOffset(),
        SupersededAt = OptionalTime(json, "supersededAt"),
    };

    public static string Required(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new JsonException($"{name} is null.");

    public static string? Optional(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    public static void WriteTime(Utf8JsonWriter writer, string name, DateTimeOffset? value)
    {
        if (value is { } time)
            writer.WriteString(name, time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
    }

    private static DateTimeOffset? OptionalTime(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetDateTimeOffset() : null;

    private static void WritePath(Utf8JsonWriter writer, string fileId, string path, ReadOnlyMemory<byte> rawPath)
    {
        writer.WriteString("fileId", fileId);
        writer.WriteString("path", path);
        writer.WriteBase64String("rawPath", rawPath.Span);
    }

    private static IReadOnlyList<IngestionAttempt> ReadAttempts(JsonElement json) =>
        [.. json.EnumerateArray().Select(attempt => new IngestionAttempt(
            attempt.GetProperty("number").GetInt32(),
            Optional(attempt, "reason") is { } reason ? Enum.Parse<IngestionReason>(reason) : null,
            attempt.GetProperty("milliseconds").GetInt64(),
            Number(attempt, "peakMemory"),
            (int?)Number(attempt, "workerId"),
            (int?)Number(attempt, "exitCode"),
            attempt.GetProperty("large").GetBoolean(),
            Optional(attempt, "errorTail")))];

    private static long? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}
