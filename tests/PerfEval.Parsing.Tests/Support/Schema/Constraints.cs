using System.Text.Json.Nodes;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Support.Schema;

/// <summary>What the model's documentation promises of a value beyond its type.</summary>
internal static class Constraints
{
    public const string DatePattern = "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$";

    /// <summary>A JSON Pointer (RFC 6901) of a field.</summary>
    public const string PointerPattern = "^(/([^~/]|~[01])+)+$";

    private static readonly Dictionary<(Type Type, string Member), (string Keyword, JsonNode Value)[]> Known = new()
    {
        [(typeof(PerformanceReport), nameof(PerformanceReport.SchemaVersion))] = [("const", new PerformanceReport().SchemaVersion)],
        [(typeof(ReportSource), nameof(ReportSource.Sha256))] = [("pattern", "^[0-9a-f]{64}$")],
        [(typeof(ReportSource), nameof(ReportSource.Length))] = [("minimum", 0)],
        [(typeof(ReportSource), nameof(ReportSource.Pages))] = [("minimum", 0)],
        [(typeof(ReportSource), nameof(ReportSource.Part))] = [("minimum", 1)],
        [(typeof(ReportSource), nameof(ReportSource.Parts))] = [("minimum", 1)],
        [(typeof(Section), nameof(Section.Level))] = [("minimum", 0)],
        [(typeof(ContentCell), nameof(ContentCell.RowSpan))] = [("minimum", 1)],
        [(typeof(ContentCell), nameof(ContentCell.ColSpan))] = [("minimum", 1)],
        [(typeof(Evidence), nameof(Evidence.Page))] = [("minimum", 1)],
        [(typeof(Evidence), nameof(Evidence.Block))] = [("minimum", 0)],
        [(typeof(Evidence), nameof(Evidence.Start))] = [("minimum", 0)],
        [(typeof(Evidence), nameof(Evidence.Length))] = [("minimum", 0)],
        [(typeof(Evidence), nameof(Evidence.Confidence))] = [("minimum", 0), ("maximum", 1)],
        [(typeof(ReportDiagnostic), nameof(ReportDiagnostic.Id))] = [("pattern", "^PE[0-9]{4}$")],
        [(typeof(ReportDiagnostic), nameof(ReportDiagnostic.Pointer))] = [("pattern", PointerPattern)],
    };

    public static IEnumerable<KeyValuePair<string, JsonNode?>> Of(Type type, string member) =>
        Known.TryGetValue((type, member), out var constraints) ? constraints.Select(c => KeyValuePair.Create(c.Keyword, (JsonNode?)c.Value)) : [];
}
