using System.Text.Encodings.Web;
using System.Text.Json;

namespace PerfEval.Parsing.Evaluation.Writing;

/// <summary>A corpus' score as JSON.</summary>
internal static class ScoreJson
{
    /// <summary>How JSON is laid out here.</summary>
    public static JsonWriterOptions Layout { get; } = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(CorpusScore score, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Layout))
        {
            json.WriteStartObject();
            json.WriteString("evaluationVersion", "1");
            json.WritePropertyName("all");
            Column(json, score.All);
            Columns(json, "formats", score.ByFormat);
            Columns(json, "fileNames", score.ByFileName);
            json.WriteStartArray("files");
            foreach (var file in score.Files)
                File(json, file);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <summary>A place, or null.</summary>
    public static void Place(Utf8JsonWriter json, string name, ReadPlace? place)
    {
        if (place is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteString("text", place.Text);
        json.WriteString("location", place.Location);
        json.WriteEndObject();
    }

    private static void Columns(Utf8JsonWriter json, string name, IReadOnlyList<ScoreColumn> columns)
    {
        json.WriteStartObject(name);
        foreach (var column in columns)
        {
            json.WritePropertyName(column.Name);
            Column(json, column);
        }

        json.WriteEndObject();
    }

    private static void Column(Utf8JsonWriter json, ScoreColumn column)
    {
        json.WriteStartObject();
        json.WriteNumber("files", column.Files);
        json.WriteNumber("perfectFiles", column.PerfectFiles);
        json.WriteNumber("reports", column.Reports);
        json.WriteNumber("perfectReports", column.PerfectReports);
        json.WriteNumber("failures", column.Failures);
        Share(json, "strict", column.Strict);
        Share(json, "soft", column.Soft);
        Fields(json, column.Fields);
        json.WriteEndObject();
    }

    private static void Fields(Utf8JsonWriter json, IReadOnlyList<FieldScore> fields)
    {
        json.WriteStartObject("fields");
        foreach (var field in fields)
        {
            json.WriteStartObject(field.Field);
            Count(json, "strict", field.Strict);
            Count(json, "soft", field.Soft);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Count(Utf8JsonWriter json, string name, MatchCount count)
    {
        json.WriteStartObject(name);
        json.WriteNumber("right", count.Right);
        json.WriteNumber("wrong", count.Wrong);
        json.WriteNumber("missed", count.Missed);
        Share(json, "precision", count.Precision);
        Share(json, "recall", count.Recall);
        Share(json, "f1", count.F1);
        json.WriteEndObject();
    }

    private static void File(Utf8JsonWriter json, FileScore file)
    {
        json.WriteStartObject();
        json.WriteString("case", file.Case);
        json.WriteString("name", file.Name);
        json.WriteString("format", file.Format);
        json.WriteBoolean("perfect", file.IsPerfect);
        json.WriteString("failure", file.Failure);
        Count(json, "reportsPerFile", file.ReportsPerFile);
        json.WriteStartArray("reports");
        foreach (var report in file.Reports)
            Report(json, report);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Report(Utf8JsonWriter json, ReportScore report)
    {
        json.WriteStartObject();
        json.WriteNumber("part", report.Part);
        json.WriteBoolean("perfect", report.IsPerfect);
        Share(json, "strict", report.Strict);
        Share(json, "soft", report.Soft);
        json.WriteStartArray("misses");
        foreach (var miss in report.Misses)
        {
            json.WriteStartObject();
            json.WriteString("field", miss.Field);
            json.WriteString("item", miss.Item);
            json.WriteString("wanted", miss.Wanted);
            json.WriteString("got", miss.Got);
            json.WriteString("pointer", miss.Pointer);
            json.WriteNumber("closeness", miss.Closeness);
            Place(json, "place", miss.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Share(Utf8JsonWriter json, string name, double? share)
    {
        if (share is { } value)
            json.WriteNumber(name, value);
        else
            json.WriteNull(name);
    }
}
