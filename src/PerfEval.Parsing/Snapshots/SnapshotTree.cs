using System.Text.Json;
using System.Text.Json.Nodes;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Snapshots;

/// <summary>
/// The JSON of a report without what a snapshot leaves out. It is the JSON that is written everywhere else, so that a field that the model gains stands
/// in snapshots from its first day.
/// </summary>
internal sealed class SnapshotTree(SnapshotOptions options)
{
    private static readonly string[] FileMembers = ["path", "sha256", "length"];
    private static readonly string[] DiagnosticHead = ["id", "severity", "pointer"];
    private static readonly string[] Words = ["text", "rule"];
    private static readonly string[] Confidence = ["confidence", "parts"];

    private bool HasEvidence => options.Evidence != SnapshotEvidence.None || options.IncludeConfidence;

    /// <summary>The tree of a report.</summary>
    public JsonObject Of(PerformanceReport report)
    {
        var tree = JsonSerializer.SerializeToNode(Shown(report), ReportJsonContext.Default.PerformanceReport)!.AsObject();
        if (!options.IncludeFile)
            Remove(tree["source"]!.AsObject(), FileMembers);
        if (options.Sections == SnapshotSections.None)
            tree.Remove("sections");
        if (options.Diagnostics == SnapshotDiagnostics.None)
            tree.Remove("diagnostics");
        else
            Scrub(tree["diagnostics"]!.AsArray());
        if (HasEvidence)
            Scrub(tree["evidence"]!.AsObject());
        else
            tree.Remove("evidence");
        return tree;
    }

    /// <summary>Diagnostics as those of a report are shown; <see langword="null"/> where they are left out.</summary>
    public JsonArray? Of(IReadOnlyList<ReportDiagnostic> diagnostics)
    {
        var tree = Of(new PerformanceReport { Diagnostics = diagnostics });
        tree.Remove("diagnostics", out var shown);
        return shown?.AsArray();
    }

    /// <summary>A path without its directory; <see langword="null"/> where there is none.</summary>
    // Whoever made the path may have had another system's separator.
    public static string? FileName(string? path) => path?[(path.LastIndexOfAny(['/', '\\']) + 1)..];

    private PerformanceReport Shown(PerformanceReport report) => report with
    {
        Source = report.Source with { Path = FileName(report.Source.Path) },
        Sections = options.Sections switch
        {
            SnapshotSections.Full => report.Sections,
            SnapshotSections.Headings => [.. report.Sections.Select(Heading)],
            _ => [],
        },
        // One object is made of the evidence, and an object has each of its members once.
        Evidence = HasEvidence ? [.. report.Evidence.DistinctBy(entry => entry.Pointer)] : [],
    };

    private static Section Heading(Section section) => section with { Blocks = [], Children = [.. section.Children.Select(Heading)] };

    private void Scrub(JsonArray diagnostics)
    {
        foreach (var diagnostic in diagnostics.OfType<JsonObject>())
            if (options.Diagnostics == SnapshotDiagnostics.Ids)
                Keep(diagnostic, DiagnosticHead);
            else if (options.Evidence != SnapshotEvidence.Places)
                foreach (var side in diagnostic["sides"]!.AsArray().OfType<JsonObject>())
                    side.Remove("place");
    }

    private void Scrub(JsonObject evidence)
    {
        foreach (var entry in evidence.Select(member => member.Value).OfType<JsonObject>())
        {
            if (options.Evidence == SnapshotEvidence.None)
                Keep(entry, Confidence);
            else if (options.Evidence == SnapshotEvidence.Words)
                Keep(entry, [.. Words, .. Confidence]);
            if (!options.IncludeConfidence)
                Remove(entry, Confidence);
        }
    }

    private static void Keep(JsonObject tree, string[] members) => Remove(tree, tree.Select(member => member.Key).Except(members));

    private static void Remove(JsonObject tree, IEnumerable<string> members)
    {
        foreach (var member in members.ToList())
            tree.Remove(member);
    }
}
