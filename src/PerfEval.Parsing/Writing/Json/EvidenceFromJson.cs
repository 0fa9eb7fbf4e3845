using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Writing.Json;

/// <summary>Evidence and diagnostics from their JSON.</summary>
internal static class EvidenceFromJson
{
    /// <summary>Reads the evidence of one field.</summary>
    public static Evidence Evidence(JsonPlace json) =>
        Found(json).ToEvidence([.. json.Items("more").Select(Place)], json.Member("rule")?.Text(), json.Required("confidence").Coordinate()) with
        {
            Parts = json.Member("parts")?.As(Parts),
        };

    /// <summary>Reads a diagnostic.</summary>
    // A severity that is not known yet is taken for the middle one: neither passed over nor an alarm.
    public static ReportDiagnostic Diagnostic(JsonPlace json) => new(
        json.Required("id").Text(),
        json.Required("severity").Word<DiagnosticSeverity>() ?? DiagnosticSeverity.Warning,
        json.Required("message").Text(),
        json.Member("pointer")?.Text())
    {
        MessageZh = json.Member("messageZh")?.Text(),
        Sides = [.. json.Items("sides").Select(Side)],
        Tolerance = json.Member("tolerance")?.Number(),
    };

    private static DiagnosticSide Side(JsonPlace json) => new(json.Member("pointer")?.Text(), json.Required("value").Text(), json.Member("place")?.As(Place));

    private static EvidencePlace Place(JsonPlace json) => Found(json).ToPlace();

    private static FoundPlace Found(JsonPlace json) => new(
        Text: json.Required("text").Text(),
        Page: json.Member("page")?.Whole(),
        Block: json.Required("block").Whole(),
        Start: json.Required("start").Whole(),
        Length: json.Required("length").Whole(),
        Path: json.Member("path")?.Text(),
        Row: json.Member("row")?.Whole(),
        Column: json.Member("column")?.Whole(),
        Line: json.Member("line")?.Whole(),
        Offset: json.Member("offset")?.Whole(),
        Box: json.Member("box")?.As(Box));

    private static ConfidenceParts Parts(JsonPlace json) => new(
        json.Required("reading").Coordinate(), json.Required("rule").Coordinate(), json.Required("rivals").Coordinate(), json.Required("checks").Coordinate());

    private static PageBox? Box(JsonPlace json) => new PageBox(
        json.Required("left").Coordinate(), json.Required("bottom").Coordinate(), json.Required("right").Coordinate(), json.Required("top").Coordinate());
}
