using System.Globalization;
using System.Text;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Pdf.Tagged;

/// <summary>Makes blocks of elements and the text of their content.</summary>
internal sealed class TaggedBlocks(Dictionary<(int Page, int Content), List<TaggedLine>> lines, Dictionary<int, int> pages, ParseLimits limits)
{
    private readonly StringBuilder _text = new();
    private long _characters;
    private long _cells;

    /// <summary>The blocks; <see langword="null"/> where the elements are not those of a report, or are more than the limits allow.</summary>
    public List<Block>? Make(List<TaggedElement> elements)
    {
        if (elements.Count > limits.MaxBlocks)
            return null;
        var blocks = new List<Block>(elements.Count);
        foreach (var element in elements)
        {
            if (Block(element) is not { } block || (_characters += block.Text.Length) > limits.MaxCharacters || _cells > limits.MaxCells)
                return null;
            blocks.Add(block);
        }

        return blocks;
    }

    public static string PathOf(int page) => string.Create(CultureInfo.InvariantCulture, $"page {page}");

    private Block? Block(TaggedElement element)
    {
        var page = PageOf(element);
        var path = page is { } number ? PathOf(number) : null;
        switch (StructureTypes.Read(element.Type))
        {
            case Paragraph paragraph when Text(element) is (var text, var places):
                return paragraph with { Text = text, Page = page, Path = path, Layout = new TextLayout(places) };
            case Table empty when Rows(element) is (var rows, var joins):
                var table = new Table(rows);
                var placed = joins.SelectMany(j => j.Places.Select(p => p.At(p.Start + table.Rows[j.Row].Cells[j.Cell].Start)));
                return table with { Declared = empty.Declared, Page = page, Path = path, Layout = new TextLayout(placed) };
            case Figure figure when element.Children.Count == 0:
                return figure with { Page = page, Path = path };
            default:
                return null;
        }
    }

    private (List<TableRow> Rows, List<(int Row, int Cell, List<PlacedLine> Places)> Joins)? Rows(TaggedElement table)
    {
        var (rows, joins) = (new List<TableRow>(), new List<(int, int, List<PlacedLine>)>());
        if (table.Content.Count > 0)
            return null;
        foreach (var row in table.Children)
        {
            if (row is not { Type: "TR" or StructureTypes.HeaderRow, Content.Count: 0 } || (_cells += row.Children.Count) > limits.MaxCells)
                return null;
            var cells = new List<TableCell>();
            foreach (var cell in row.Children)
            {
                if (cell.Type is not ("TD" or "TH") || cell.ColumnSpan > limits.MaxColumns || Text(cell) is not (var text, var places))
                    return null;
                joins.Add((rows.Count, cells.Count, places));
                cells.Add(new TableCell(text, cell.RowSpan, cell.ColumnSpan));
            }

            rows.Add(new TableRow(cells, row.Type == StructureTypes.HeaderRow) { Page = PageOf(row) ?? (rows.Count > 0 ? rows[^1].Page : PageOf(table)) });
        }

        return (rows, joins);
    }

    /// <summary>An element's text: its content in order, or that of its lines with breaks between them.</summary>
    private (string Text, List<PlacedLine> Places)? Text(TaggedElement element)
    {
        var places = new List<PlacedLine>();
        _text.Clear();
        Append(element, places);
        for (var i = 0; i < element.Children.Count; i++)
        {
            var line = element.Children[i];
            if (line.Type != StructureTypes.SoftLine || line.Children.Count > 0)
                return null;
            if (i > 0)
                _text.Append('\n');
            Append(line, places);
        }

        return (_text.ToString(), places);
    }

    private void Append(TaggedElement element, List<PlacedLine> places)
    {
        foreach (var content in element.Content)
            foreach (var line in lines.GetValueOrDefault(content) ?? [])
            {
                places.Add(line.Place.At(_text.Length));
                _text.Append(line.Text);
            }
    }

    /// <summary>The page on which an element begins.</summary>
    private int? PageOf(TaggedElement element) =>
        element.Content.Count > 0 && pages.TryGetValue(element.Content[0].Page, out var first) ? first : element.PageKey is { } key && pages.TryGetValue(key, out var stated) ? stated : null;
}
