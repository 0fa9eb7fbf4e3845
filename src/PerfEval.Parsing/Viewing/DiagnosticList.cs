using System.Text;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Viewing;

/// <summary>What was odd or contradictory: each with its id, its message, and the sides that were set against each other.</summary>
internal static class DiagnosticList
{
    /// <summary>Prints the list.</summary>
    public static void Print(StringBuilder html, PerformanceReport report, ReportEntries entries, ValueMarkup values, ViewVocabulary words)
    {
        if (report.Diagnostics.Count == 0)
        {
            html.AppendElement("p", "unknown", words.Page("none")).Append('\n');
            return;
        }

        var names = new FieldNames(report, words);
        html.Append("<ol class=\"diagnostics\">\n");
        for (var i = 0; i < report.Diagnostics.Count; i++)
        {
            var diagnostic = report.Diagnostics[i];
            var severity = ViewData.SeverityClass(diagnostic.Severity);
            html.Append("<li data-f").AppendAttribute("class", severity).Append('>').AppendElement("span", "severity", words.Word("severity", diagnostic.Severity)).Append(' ');
            values.Link(ReportEntries.DiagnosticPointer(i), diagnostic.Id);
            html.Append(' ').AppendText(ViewData.Message(diagnostic, words));
            if (diagnostic.Sides.Count > 0)
                Sides(html, diagnostic, entries, values, names, words);
            else if (diagnostic.Pointer is { } pointer && entries.For(pointer) is { } entry)
                Field(html, values, entry.Pointer, names.Of(pointer));
            html.Append("</li>\n");
        }

        html.Append("</ol>\n");
    }

    private static void Sides(StringBuilder html, ReportDiagnostic diagnostic, ReportEntries entries, ValueMarkup values, FieldNames names, ViewVocabulary words)
    {
        html.Append("<ul class=\"sides\">");
        foreach (var side in diagnostic.Sides)
        {
            html.Append("<li>");
            if (side.Pointer is { } pointer)
            {
                html.AppendElement("span", "side", names.Of(pointer)).Append(' ');
                values.Link(entries.For(pointer)?.Pointer, side.Value);
            }
            else
            {
                html.AppendElement("span", null, side.Value);
            }

            if (side.Place is { } place && PlaceNames.Of(place, words) is { Length: > 0 } where)
                html.Append(' ').AppendElement("small", "where", where);
            html.Append("</li>");
        }

        html.Append("</ul>");
        if (diagnostic.Tolerance is { } tolerance)
            html.AppendElement("small", "where", words.Page("tolerance", ValueMarkup.Number(tolerance)!));
    }

    private static void Field(StringBuilder html, ValueMarkup values, string pointer, string name)
    {
        html.Append("<ul class=\"sides\"><li>");
        values.Link(pointer, name);
        html.Append("</li></ul>");
    }
}
