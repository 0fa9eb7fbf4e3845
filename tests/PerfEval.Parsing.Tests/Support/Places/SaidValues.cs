using System.Text.Json;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Tests.Support.Places;

/// <summary>The values of a report that were read from its document, by their pointers in the JSON.</summary>
internal static partial class SaidValues
{
    private static readonly string[] AboutTheFile = ["schemaVersion", "source", "evidence", "diagnostics"];

    /// <summary>The pointers of values without evidence: neither their own nor that of the list or block that was read as a whole.</summary>
    public static IEnumerable<string> Unproved(PerformanceReport report)
    {
        var proved = report.Evidence.Select(e => e.Pointer).ToHashSet(StringComparer.Ordinal);
        using var json = JsonDocument.Parse(new JsonReportWriter(indented: false).Write(report with { Evidence = [], Diagnostics = [] }));
        return [.. json.RootElement.EnumerateObject().Where(m => !AboutTheFile.Contains(m.Name)).SelectMany(m => Leaves(m.Value, "/" + m.Name))
            .Where(pointer => !proved.Contains(pointer) && !(Whole().Match(pointer) is { Success: true } whole && proved.Contains(whole.Value)) && !IsAssumed(report, pointer))];
    }

    private static IEnumerable<string> Leaves(JsonElement value, string pointer) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(m => Leaves(m.Value, $"{pointer}/{m.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => Leaves(item, $"{pointer}/{i}")),
        JsonValueKind.Null => [],
        JsonValueKind.String when value.GetString() is "" => [],
        _ => [pointer],
    };

    /// <summary>What the report need not say: that it is of no known kind, the rank of its headings, the usual full mark.</summary>
    private static bool IsAssumed(PerformanceReport report, string pointer) => pointer switch
    {
        "/subject" => report.Subject == ReportSubject.Unknown,
        "/mode" => report.Mode == EvaluationMode.Unknown,
        "/score/fullMark" => report.Score!.FullMark is 100m or 120m,
        "/selfScore/fullMark" => report.SelfScore!.FullMark is 100m or 120m,
        _ => SectionLevel().IsMatch(pointer),
    };

    [GeneratedRegex(@"^/fiscalYears(?=/)|^/sections/.*/kinds(?=/)|^/sections(?:/\d+|/children)*/blocks/\d+(?=/)")]
    private static partial Regex Whole();

    [GeneratedRegex(@"^/sections(?:/\d+|/children)*/level$")]
    private static partial Regex SectionLevel();
}
