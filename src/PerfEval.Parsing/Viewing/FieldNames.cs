using System.Globalization;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Viewing;

/// <summary>Fields by the names that people know: <c>/indicators/3/score</c> is 指标 4 · 得分.</summary>
internal sealed class FieldNames(PerformanceReport report, ViewVocabulary words)
{
    private const string Separator = " · ";

    /// <summary>A field's name; the pointer itself where it is none of the model's.</summary>
    public string Of(string pointer)
    {
        var steps = pointer.Split('/')[1..];
        return steps is ["sections", ..] ? Section(steps) : OwnFact(steps) ?? List(steps) ?? words.Field(string.Join('/', steps)) ?? pointer;
    }

    /// <summary>Whether the field is the model's, so that the page has a place for it.</summary>
    public static bool IsKnown(string pointer, ViewVocabulary words)
    {
        var steps = pointer.Split('/')[1..];
        return steps is ["sections", ..] || words.Field(string.Join('/', steps.Select(s => Index(s) is null ? s : "*")).TrimEnd('/', '*')) is not null;
    }

    // A fact of the caller's own is told by the name that the caller gave it.
    private string? OwnFact(string[] steps) =>
        steps is ["facts", var item, "value"] && Index(item) is { } index && index < report.Facts.Count ? report.Facts[index].Name : null;

    private string? List(string[] steps)
    {
        var at = Array.FindIndex(steps, s => Index(s) is not null);
        if (at < 1 || words.Field(string.Join('/', steps[..at])) is not { } list)
            return null;
        var item = string.Create(CultureInfo.InvariantCulture, $"{list} {Index(steps[at]) + 1}");
        return at == steps.Length - 1 ? item
            : words.Field(string.Join('/', [.. steps[..at], "*", .. steps[(at + 1)..]])) is { } field ? item + Separator + field : null;
    }

    // A section is told by its heading, a piece of its content by the section.
    private string Section(string[] steps)
    {
        var name = words.Field(steps[0])!;
        var sections = report.Sections;
        for (var i = 1; i + 1 <= steps.Length && Index(steps[i]) is { } index && index < sections.Count; i += 2)
        {
            name = Title(sections[index]) is { Length: > 0 } title ? title : words.Page("untitled");
            sections = sections[index].Children;
        }

        return steps is [.., "blocks", var block] && Index(block) is { } k ? string.Create(CultureInfo.InvariantCulture, $"{name}{Separator}¶ {k + 1}") : name;
    }

    private static string Title(Section section) => section.Number + section.Heading;

    private static int? Index(string step) => int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;
}
