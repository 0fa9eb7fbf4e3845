using System.Globalization;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Tests.Support.Rereading;

/// <summary>Reads the values of a section again; see <see cref="BodyFactsRereading"/>.</summary>
internal static class SectionRereading
{
    /// <summary>How a field of a section, or of one below it, is read again.</summary>
    public static Func<ReadEvidence, string?> Of(Section section, string[] steps) => steps switch
    {
        ["children", var i, .. var rest] => Of(section.Children[At(i)], rest),
        ["heading"] => e => e.IsText(section.Heading),
        ["number"] => e => Number(e, section.Number),
        ["kinds"] => e => Kinds(e, section),
        ["blocks", var k] => e => Block(e, section.Blocks[At(k)]),
        ["blocks", var k, "caption"] => e => e.IsText((section.Blocks[At(k)] as TableContent)?.Caption),
        _ => _ => "no field of the model",
    };

    // A typed number is the characters themselves; an automatic one stands in the paragraph's label, as a whole or but for a mark behind it.
    private static string? Number(ReadEvidence evidence, string number)
    {
        if (evidence.Rule != "section.number.automatic")
            return evidence.IsText(number);
        return number.Length > 0 && ReadEvidence.Squeeze(evidence.Label).StartsWith(number, StringComparison.Ordinal) && evidence.Length == 0 ? null : $"the label is not {number}";
    }

    private static string? Kinds(ReadEvidence evidence, Section section)
    {
        if (section.Kinds.Count == 0)
            return "the section has no kind";
        if (evidence.Rule == "supplement.value")
            return evidence.IsText(string.Join('、', section.Kinds.Select(k => SupplementVocabulary.Default.Word("kind", k))));
        if (section.Heading is not null)
            return evidence.IsText(section.Heading);
        return section.Blocks is [ParagraphContent first, ..] && !ReadEvidence.Squeeze(first.Text).Contains(ReadEvidence.Squeeze(evidence.Text), StringComparison.Ordinal) ? "not how the section begins" : null;
    }

    private static string? Block(ReadEvidence evidence, ContentBlock block) => block switch
    {
        ParagraphContent paragraph => evidence.IsText(paragraph.Text),
        TableContent table when table.Rows.SelectMany(r => r).Any(c => c.Text.Length > 0) => evidence.IsText(string.Concat(table.Rows.SelectMany(r => r).Select(c => c.Text))),
        _ => ReadEvidence.Squeeze(evidence.Text).Length == 0 ? null : "a figure or an empty table has no text",
    };

    private static int At(string step) => int.Parse(step, CultureInfo.InvariantCulture);
}
