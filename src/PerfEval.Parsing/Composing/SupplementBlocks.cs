using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Composing;

/// <summary>The supplement (要素补充表) as blocks; none where the text says everything.</summary>
internal static class SupplementBlocks
{
    /// <summary>Lays out the supplement.</summary>
    /// <param name="sections">The sections that their headings alone would not give.</param>
    /// <param name="values">Single values, name and text.</param>
    /// <param name="lists">Lists with their rows.</param>
    /// <param name="isNeeded">Whether it must stand there even without rows, because a file without any text is no document.</param>
    public static List<Block> Of(IReadOnlyList<DeclaredSection> sections, IReadOnlyList<string[]> values, IReadOnlyList<(SupplementTableWords Words, List<string[]> Rows)> lists, bool isNeeded = false)
    {
        var words = SupplementVocabulary.Default;
        var blocks = new List<Block>();
        if (sections.Count + values.Count + lists.Count == 0 && !isNeeded)
            return blocks;
        blocks.Add(new Paragraph { Text = words.Heading, Declared = DeclaredPart.Supplement, Style = new TextStyle { OutlineLevel = 1 } });
        blocks.Add(new Paragraph { Text = words.Note, Declared = DeclaredPart.Supplement });
        if (values.Count > 0)
            AddTable(blocks, words.Values, values);
        foreach (var (list, rows) in lists)
            AddTable(blocks, list, rows);
        if (sections.Count > 0)
            AddTable(blocks, words.Sections, [.. sections.Select(s => s.Write())]);
        return blocks;
    }

    private static void AddTable(List<Block> blocks, SupplementTableWords words, IReadOnlyList<string[]> rows)
    {
        blocks.Add(new Paragraph { Text = words.Name, Declared = DeclaredPart.Supplement, Style = new TextStyle { OutlineLevel = 2 } });
        blocks.Add(new Table([new TableRow([.. words.Columns.Select(c => new TableCell(c))], IsHeader: true), .. rows.Select(Row)]) { Declared = DeclaredPart.Supplement });
    }

    private static TableRow Row(string[] cells) => new([.. cells.Select(c => new TableCell(c))]);
}
