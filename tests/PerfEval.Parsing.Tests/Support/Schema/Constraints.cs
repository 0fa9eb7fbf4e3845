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
        [(typeof(Place), nameof(Place.Page))] = [("minimum", 1)],
        [(typeof(Place), nameof(Place.Block))] = [("minimum", 0)],
        [(typeof(Place), nameof(Place.Start))] = [("minimum", 0)],
        [(typeof(Place), nameof(Place.Length))] = [("minimum", 0)],
        [(typeof(Place), nameof(Place.Row))] = [("minimum", 1)],
        [(typeof(Place), nameof(Place.Column))] = [("minimum", 1)],
        [(typeof(Place), nameof(Place.Line))] = [("minimum", 1)],
        [(typeof(Place), nameof(Place.Offset))] = [("minimum", 0)],
        [(typeof(ConfidenceParts), nameof(ConfidenceParts.Reading))] = [("minimum", 0), ("maximum", 1)],
        [(typeof(ConfidenceParts), nameof(ConfidenceParts.Rule))] = [("minimum", 0), ("maximum", 1)],
        [(typeof(ConfidenceParts), nameof(ConfidenceParts.Rivals))] = [("minimum", 0), ("maximum", 1)],
        [(typeof(ConfidenceParts), nameof(ConfidenceParts.Checks))] = [("minimum", 0), ("maximum", 2)],
        [(typeof(Evidence), nameof(Evidence.Confidence))] = [("minimum", 0), ("maximum", 1)],
        [(typeof(ReportDiagnostic), nameof(ReportDiagnostic.Id))] = [("pattern", "^[A-Z][A-Z0-9]*$")],
        [(typeof(ReportDiagnostic), nameof(ReportDiagnostic.Pointer))] = [("pattern", PointerPattern)],
    };

    public static IEnumerable<KeyValuePair<string, JsonNode?>> Of(Type type, string member) =>
        Known.TryGetValue((type, member), out var constraints) ? constraints.Select(c => KeyValuePair.Create(c.Keyword, (JsonNode?)c.Value)) : [];
}
