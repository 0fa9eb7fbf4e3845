using System.Text;
using PerfEval.Parsing.Model;
using static PerfEval.Parsing.Ingestion.Tables.CellValue;

namespace PerfEval.Parsing.Ingestion.Tables;

/// <summary>The tree of sections as rows in reading order.</summary>
internal static class SectionRows
{
    public static void Add(List<object?[]> rows, Owner owner, IReadOnlyList<Section> sections)
    {
        var ordinal = 0L;
        foreach (var section in sections)
            Add(rows, owner, section, null, ref ordinal);
    }

    private static void Add(List<object?[]> rows, Owner owner, Section section, long? parent, ref long ordinal)
    {
        var own = ++ordinal;
        rows.Add(
        [
            owner.DocumentId, owner.Part, own, parent, (long)section.Level, Text(section.Number), Text(section.Heading),
            section.Kinds.Count == 0 ? null : EnumText.Of(section.Kinds[0]),
            section.Kinds.Count == 0 ? null : $"[{string.Join(',', section.Kinds.Select(kind => $"\"{EnumText.Of(kind)}\""))}]",
            Text(Content(section.Blocks)), (long)section.Blocks.Count(b => b is TableContent), (long)section.Blocks.Count(b => b is FigureContent),
        ]);
        foreach (var child in section.Children)
            Add(rows, owner, child, own, ref ordinal);
    }

    private static string? Content(IReadOnlyList<ContentBlock> blocks)
    {
        var text = new StringBuilder();
        foreach (var block in blocks)
            Append(text, block);
        return text.Length == 0 ? null : text.ToString(0, text.Length - 1);
    }

    private static void Append(StringBuilder text, ContentBlock block)
    {
        if (block is ParagraphContent paragraph)
            text.Append(paragraph.Text).Append('\n');
        if (block is not TableContent table)
            return;
        if (table.Caption is { } caption)
            text.Append(caption).Append('\n');
        foreach (var row in table.Rows)
            text.AppendJoin('\t', row.Select(cell => OneLine(cell.Text))).Append('\n');
    }

    // A row is a line and a cell ends at a tab: the cell's own would not be told from them.
    private static string OneLine(string text) => text.AsSpan().IndexOfAny('\n', '\t') < 0 ? text : text.Replace('\n', ' ').Replace('\t', ' ');
}
