using System.Text.Json;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Tables;

/// <summary>A run's figures as JSON.</summary>
internal static class SummaryJson
{
    public static string Of(IngestionSummary summary) => JsonCell.Of(json => Write(json, summary));

    private static void Write(Utf8JsonWriter json, IngestionSummary summary)
    {
        json.WriteStartObject();
        json.WriteString("runId", summary.RunId);
        json.WriteString("end", EnumText.Of(summary.End));
        json.WriteString("endDetail", summary.EndDetail);
        WriteCount(json, "enumerated", summary.Enumerated);
        json.WriteStartObject("states");
        foreach (var state in Enum.GetValues<FileState>())
            WriteCount(json, EnumText.Of(state), summary.States.GetValueOrDefault(state));
        json.WriteEndObject();
        json.WriteStartObject("reasons");
        foreach (var (reason, count) in summary.Reasons.OrderBy(r => r.Key))
            json.WriteNumber(reason.ToString(), count);
        json.WriteEndObject();
        WriteNumbers(json, summary);
        json.WriteStartArray("notes");
        foreach (var note in summary.Notes)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, IngestionSummary summary)
    {
        json.WriteNumber("documents", summary.Documents);
        json.WriteNumber("reports", summary.Reports);
        json.WriteNumber("retries", summary.Retries);
        json.WriteNumber("workerStarts", summary.WorkerStarts);
        json.WriteNumber("sinkRefusals", summary.SinkRefusals);
        json.WriteNumber("elapsedMilliseconds", (long)summary.Elapsed.TotalMilliseconds);
        json.WriteBoolean("balances", summary.Balances);
    }

    private static void WriteCount(Utf8JsonWriter json, string name, FileCount count)
    {
        json.WriteStartObject(name);
        json.WriteNumber("files", count.Files);
        json.WriteNumber("bytes", count.Bytes);
        json.WriteEndObject();
    }
}
