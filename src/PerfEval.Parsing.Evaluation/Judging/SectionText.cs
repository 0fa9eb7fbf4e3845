using System.Globalization;
using System.Text.Json;
using PerfEval.Parsing.Evaluation.Values;

namespace PerfEval.Parsing.Evaluation.Judging;

/// <summary>The section tree of a report's JSON.</summary>
internal static class SectionText
{
    /// <summary>All sections in the order of the document, each with its JSON Pointer.</summary>
    public static IEnumerable<(JsonElement Section, string Pointer)> Walk(JsonElement? sections, string pointer)
    {
        var index = 0;
        foreach (var section in JsonMembers.Items(sections))
        {
            var here = $"{pointer}/{(index++).ToString(CultureInfo.InvariantCulture)}";
            yield return (section, here);
            foreach (var below in Walk(JsonMembers.Find(section, "children"), here + "/children"))
                yield return below;
        }
    }

    /// <summary>A section's paragraphs and all that stands below it, headings included, tables not.</summary>
    public static string Of(JsonElement section)
    {
        var parts = JsonMembers.Items(JsonMembers.Find(section, "blocks"))
            .Where(block => JsonMembers.Text(block, "type") == "paragraph")
            .Select(block => JsonMembers.Text(block, "text"))
            .Concat(JsonMembers.Items(JsonMembers.Find(section, "children")).SelectMany(child => (string?[])[JsonMembers.Text(child, "heading"), Of(child)]));
        return string.Join('\n', parts.Where(part => part is { Length: > 0 }));
    }

    /// <summary>A section's kinds in one order.</summary>
    public static string[] Kinds(JsonElement section) =>
        [.. JsonMembers.Items(JsonMembers.Find(section, "kinds")).Select(kind => (kind.GetString() ?? "").ToLowerInvariant()).Order(StringComparer.Ordinal)];
}
