using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Viewing;

/// <summary>The outline: each heading leads to its text. What a section is about stands behind a heading that words it otherwise.</summary>
internal sealed partial class OutlineTree(StringBuilder html, ReportEntries entries, ValueMarkup values, ViewVocabulary words)
{
    /// <summary>Prints the tree.</summary>
    public void Print(IReadOnlyList<Section> sections)
    {
        if (sections.Count == 0)
            html.AppendElement("p", "unknown", words.Page("unknown")).Append('\n');
        else
            List("/sections", sections, "outline");
    }

    private void List(string pointer, IReadOnlyList<Section> sections, string? look)
    {
        html.Append("<ul");
        if (look is not null)
            html.AppendAttribute("class", look);
        html.Append(">\n");
        for (var i = 0; i < sections.Count; i++)
            Item(string.Create(CultureInfo.InvariantCulture, $"{pointer}/{i}"), sections[i]);
        html.Append("</ul>\n");
    }

    private void Item(string pointer, Section section)
    {
        html.Append("<li><div data-f>");
        var kinds = section.Kinds.Select(Kind).ToList();
        var title = section.Heading is null ? (kinds.Count > 0 ? string.Join('、', kinds) : words.Page("untitled")) : section.Number + section.Heading;
        values.Link(Target(pointer)?.Pointer, title);
        foreach (var kind in kinds.Where(k => !title.Contains(k, StringComparison.Ordinal)))
            html.Append(' ').AppendElement("small", "kind", kind);
        html.Append("</div>");
        if (section.Children.Count > 0)
            List(pointer + "/children", section.Children, null);
        html.Append("</li>\n");
    }

    // A section without a heading begins where its content does.
    private ViewEntry? Target(string pointer) =>
        entries.Own(pointer + "/heading") ?? entries.Own(pointer) ?? entries.Own(pointer + "/number") ?? entries.Own(pointer + "/blocks/0");

    private string Kind(SectionKind kind) => words.IsChinese ? SupplementVocabulary.Default.Word("kind", kind) : InnerCapital().Replace(kind.ToString(), " $0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])[A-Z]")]
    private static partial Regex InnerCapital();
}
