using System.Text.Json;

namespace PerfEval.Parsing.Evaluation.Writing;

/// <summary>A comparison as JSON.</summary>
internal static class DifferenceJson
{
    public static DifferenceSummary Write(IEnumerable<ReportDifference> reports, Stream output)
    {
        var summary = new DifferenceSummary();
        using (var json = new Utf8JsonWriter(output, ScoreJson.Layout))
        {
            json.WriteStartObject();
            json.WriteString("differenceVersion", "1");
            json.WriteStartArray("reports");
            foreach (var report in reports)
            {
                summary.Add(report);
                if (report.Change == ReportChange.Same)
                    continue;
                Report(json, report);
                // An archive's differences need not fit into memory.
                json.Flush();
            }

            json.WriteEndArray();
            Summary(json, summary);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
        return summary;
    }

    private static void Report(Utf8JsonWriter json, ReportDifference report)
    {
        json.WriteStartObject();
        json.WriteString("path", report.Path);
        json.WriteNumber("part", report.Part);
        json.WriteString("change", Word(report.Change));
        json.WriteString("oldPath", report.OldPath);
        json.WriteBoolean("otherDocument", report.IsOtherDocument);
        json.WriteString("failure", report.Failure);
        json.WriteStartArray("differences");
        foreach (var difference in report.Differences)
            Difference(json, difference);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Difference(Utf8JsonWriter json, Difference difference)
    {
        json.WriteStartObject();
        json.WriteString("field", difference.Field);
        json.WriteString("kind", Word(difference.Kind));
        json.WriteString("item", difference.Item);
        json.WriteString("old", difference.Old);
        json.WriteString("new", difference.New);
        json.WriteString("oldPointer", difference.OldPointer);
        json.WriteString("newPointer", difference.NewPointer);
        ScoreJson.Place(json, "oldPlace", difference.OldPlace);
        ScoreJson.Place(json, "newPlace", difference.NewPlace);
        json.WriteEndObject();
    }

    private static void Summary(Utf8JsonWriter json, DifferenceSummary summary)
    {
        json.WriteStartObject("summary");
        foreach (var change in Enum.GetValues<ReportChange>())
            json.WriteNumber(Word(change), summary.Count(change));
        json.WriteStartObject("fields");
        foreach (var field in summary.Fields)
        {
            json.WriteStartObject(field.Field);
            json.WriteNumber("gained", field.Gained);
            json.WriteNumber("lost", field.Lost);
            json.WriteNumber("changed", field.Changed);
            json.WriteNumber("reports", field.Reports);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
