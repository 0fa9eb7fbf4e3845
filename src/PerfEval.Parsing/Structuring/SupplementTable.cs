using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Structuring;

/// <summary>A table of a written report's supplement (要素补充表).</summary>
/// <param name="Name">What it lists, as its caption says.</param>
/// <param name="Block">The table's index in the document.</param>
/// <param name="Table">The table; its first row holds the column heads.</param>
internal sealed record SupplementTable(string Name, int Block, Table Table)
{
    /// <summary>The rows below the head; a row that lacks cells is filled up with empty ones.</summary>
    /// <param name="columns">How many cells a row has.</param>
    public IEnumerable<TableCell[]> Rows(int columns)
    {
        foreach (var row in Table.Rows.Skip(1))
            yield return [.. row.Cells.Take(columns), .. Enumerable.Repeat(new TableCell(""), Math.Max(0, columns - row.Cells.Count))];
    }

    /// <summary>The supplement's tables, each named by the line above it.</summary>
    /// <param name="document">A document that declares its structure.</param>
    public static IReadOnlyList<SupplementTable> Of(SourceDocument document)
    {
        var found = new List<SupplementTable>();
        for (var i = 1; i < document.Blocks.Count; i++)
            if (document.Blocks[i] is Table { Declared: DeclaredPart.Supplement } table && document.Blocks[i - 1] is Paragraph { Declared: DeclaredPart.Supplement } caption)
                found.Add(new SupplementTable(caption.Text, i, table));
        return found;
    }
}
