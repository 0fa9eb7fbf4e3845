using System.Globalization;
using AngleSharp.Dom;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>A table while it is read: its rows of cells with the blocks in them. At its end it turns out to be data or mere layout.</summary>
internal sealed class HtmlTable
{
    /// <summary>A cell with so many blocks, in a table of so few cells, is a page's column.</summary>
    private const int BlocksOfAPage = 4;
    private const int CellsOfALayout = 4;

    private readonly List<(List<Cell> Cells, bool IsHeader)> _rows = [];

    public required string Path { get; init; }

    public void AddRow(IElement row) => _rows.Add(([], row.ParentElement?.LocalName == "thead"));

    public void AddCell(IElement cell, List<Block> blocks)
    {
        // A cell outside of any row comes from broken markup; the parser puts most of them right.
        if (_rows.Count == 0)
            _rows.Add(([], false));
        _rows[^1].Cells.Add(new Cell(Span(cell, "rowspan"), Span(cell, "colspan"), cell.LocalName == "th", blocks));
    }

    /// <summary>The blocks that the table stands for: a table, or what a layout table holds.</summary>
    public List<Block> Finish(ReadContext context, ref long cellBudget)
    {
        // An empty row counts where cells from above may reach into it.
        if (!_rows.Exists(row => row.Cells.Exists(cell => cell.Rows != 1)))
            _rows.RemoveAll(row => row.Cells.Count == 0);
        if (_rows.Count == 0)
            return [];
        if (IsLayout())
            return [.. _rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Blocks)];
        var rows = new List<TableRow>(_rows.Count);
        for (var r = 0; r < _rows.Count; r++)
        {
            var cells = new List<TableCell>(_rows[r].Cells.Count);
            foreach (var cell in context.Watch.Over(_rows[r].Cells))
                if (cellBudget >= 0)
                    cells.Add(ToCell(cell, _rows.Count - r, context, ref cellBudget));
            if (cells.Count == 0 && _rows[r].Cells.Count > 0)
                break;
            rows.Add(new TableRow(cells, _rows[r].IsHeader || (cells.Count > 1 && _rows[r].Cells.TrueForAll(cell => cell.IsHead))));
        }

        return rows.TrueForAll(row => row.Cells.All(cell => cell.Text.Length == 0)) ? [] : [new Table(rows) { Path = Path }];
    }

    /// <summary>A table only for layout: one column, or a few cells of which one holds the page.</summary>
    private bool IsLayout()
    {
        if (_rows.TrueForAll(row => row.Cells.Count <= 1))
            return true;
        var filled = _rows.SelectMany(row => row.Cells).Where(cell => cell.Blocks.Count > 0).Take(CellsOfALayout + 1).ToList();
        if (filled.Count > CellsOfALayout)
            return false;
        return filled.Exists(cell => cell.Blocks.Count >= BlocksOfAPage || cell.Blocks.Exists(block => block is Table { Rows.Count: > 1 }));
    }

    private static TableCell ToCell(Cell cell, int rowsBelow, ReadContext context, ref long cellBudget)
    {
        var rowSpan = cell.Rows == 0 ? rowsBelow : Math.Min(cell.Rows, rowsBelow);
        var columnSpan = Math.Min(cell.Columns, context.Limits.MaxColumns);
        if (columnSpan < cell.Columns)
            context.Log.Reached(nameof(ParseLimits.MaxColumns), context.Limits.MaxColumns, "A cell spans more columns than", "its span was cut");
        if ((long)rowSpan * columnSpan > cellBudget)
        {
            (rowSpan, columnSpan) = (1, 1);
            context.Log.Reached(nameof(ParseLimits.MaxCells), context.Limits.MaxCells, "The tables have more cells than", "spans and cells beyond were cut");
        }

        cellBudget -= (long)rowSpan * columnSpan;
        return new TableCell(string.Join('\n', cell.Blocks.Select(Text).Where(text => text.Length > 0)), rowSpan, columnSpan) { Nested = [.. cell.Blocks.OfType<Table>()] };
    }

    private static string Text(Block block) => block is Paragraph { Label: { } label } ? label + block.Text : block.Text;

    private static int Span(IElement cell, string name) =>
        int.TryParse(cell.GetAttribute(name)?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var span) ? Math.Max(name == "rowspan" ? 0 : 1, span) : 1;

    private readonly record struct Cell(int Rows, int Columns, bool IsHead, List<Block> Blocks);
}
