using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Ingestion.Tables;

/// <summary>Small JSON values of single columns.</summary>
internal static class JsonCell
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void WriteMetadata(Utf8JsonWriter json, IReadOnlyList<SourceMetadata> metadata)
    {
        json.WriteStartArray();
        foreach (var (name, value) in metadata)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteString("value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteSides(Utf8JsonWriter json, IReadOnlyList<DiagnosticSide> sides)
    {
        json.WriteStartArray();
        foreach (var side in sides)
        {
            json.WriteStartObject();
            json.WriteString("pointer", side.Pointer);
            json.WriteString("value", side.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static void WriteReasons(Utf8JsonWriter json, IReadOnlyList<IngestionReason> reasons)
    {
        json.WriteStartArray();
        foreach (var reason in reasons)
            json.WriteStringValue(reason.ToString());
        json.WriteEndArray();
    }

    public static void WriteAttempts(Utf8JsonWriter json, IReadOnlyList<IngestionAttempt> attempts)
    {
        json.WriteStartArray();
        foreach (var attempt in attempts)
        {
            json.WriteStartObject();
            json.WriteNumber("number", attempt.Number);
            json.WriteString("reason", attempt.Reason?.ToString());
            json.WriteNumber("milliseconds", attempt.Milliseconds);
            WriteNumber(json, "peakMemory", attempt.PeakMemory);
            WriteNumber(json, "workerId", attempt.WorkerId);
            WriteNumber(json, "exitCode", attempt.ExitCode);
            json.WriteBoolean("large", attempt.Large);
            json.WriteString("errorTail", attempt.ErrorTail);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
