using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Checking;

/// <summary>Diagnostics as they stand in a report: with the places of what they compare.</summary>
internal static class ReportDiagnostics
{
    /// <summary>The diagnostics of a report in the order found.</summary>
    public static IReadOnlyList<ReportDiagnostic> Of(SourceDocument document, IEnumerable<Diagnostic> diagnostics)
    {
        var places = new PlaceFinder(document);
        return [.. diagnostics.Select(d => new ReportDiagnostic(d.Id, d.Severity, d.Message, d.Pointer)
        {
            MessageZh = d.MessageZh,
            Sides = [.. Sides(d, places)],
            Tolerance = d.Tolerance,
        })];
    }

    // A finding about a single thing has one side: its place.
    private static IEnumerable<DiagnosticSide> Sides(Diagnostic diagnostic, PlaceFinder places)
    {
        if (diagnostic.Compared.Count == 0 && diagnostic.Span is { } only)
            return [new DiagnosticSide(diagnostic.Pointer, places.Find(only).Text, places.Find(only))];
        return diagnostic.Compared.Select(c => new DiagnosticSide(c.Pointer, c.Value, c.Span is { } span ? places.Find(span) : null));
    }
}
