using System.Text;

namespace PerfEval.Parsing.Documents;

/// <summary>
/// A table as its rows of cells. A merged cell stands once, in its first row and column, with its spans. <see cref="Text"/> is
/// the cells' text joined by tabs and the rows joined by line feeds.
/// </summary>
public sealed record Table : Block
{
    /// <summary>A table of the given rows; each cell's <see cref="TableCell.Start"/> is set here.</summary>
    /// <param name="rows">The rows in order; a row may be empty where all its cells are covered from above.</param>
    public Table(IReadOnlyList<TableRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var text = new StringBuilder();
        var placed = new TableRow[rows.Count];
        for (var r = 0; r < rows.Count; r++)
        {
            if (r > 0)
                text.Append('\n');
            var cells = new TableCell[rows[r].Cells.Count];
            for (var c = 0; c < cells.Length; c++)
            {
                if (c > 0)
                    text.Append('\t');
                cells[c] = rows[r].Cells[c] with { Start = text.Length };
                text.Append(cells[c].Text);
            }

            placed[r] = rows[r] with { Cells = cells };
        }

        Rows = placed;
        Text = text.ToString();
    }

    /// <summary>The rows in order.</summary>
    public IReadOnlyList<TableRow> Rows { get; }

    /// <inheritdoc/>
    public override string Text { get; init; }

    /// <summary>
    /// The cells by row and column, each merged cell repeated at every place that it covers; <see langword="null"/> where no cell stands.
    /// </summary>
    /// <returns>An array of rows of equal length.</returns>
    public TableCell?[][] ToGrid()
    {
        var grid = new List<List<TableCell?>>();
        for (var r = 0; r < Rows.Count; r++)
        {
            Ensure(grid, r);
            var column = 0;
            foreach (var cell in Rows[r].Cells)
            {
                while (column < grid[r].Count && grid[r][column] is not null)
                    column++;
                // A row span cannot reach below the table's last row.
                var bottom = Math.Min(Rows.Count, r + Math.Max(1, cell.RowSpan));
                for (var y = r; y < bottom; y++)
                {
                    Ensure(grid, y);
                    while (grid[y].Count < column + Math.Max(1, cell.ColumnSpan))
                        grid[y].Add(null);
                    for (var x = column; x < column + Math.Max(1, cell.ColumnSpan); x++)
                        grid[y][x] ??= cell;
                }

                column += Math.Max(1, cell.ColumnSpan);
            }
        }

        var width = grid.Count == 0 ? 0 : grid.Max(row => row.Count);
        foreach (var row in grid)
            while (row.Count < width)
                row.Add(null);
        return [.. grid.Select(row => row.ToArray())];
    }

    private static void Ensure(List<List<TableCell?>> grid, int row)
    {
        while (grid.Count <= row)
            grid.Add([]);
    }
}

/// <summary>One row of a table.</summary>
/// <param name="Cells">The cells that begin in this row, left to right; places covered from above are left out.</param>
/// <param name="IsHeader">Whether the file marks the row as a header row that repeats on each page (标题行重复).</param>
public sealed record TableRow(IReadOnlyList<TableCell> Cells, bool IsHeader = false)
{
    /// <summary>The page on which the row begins, 1-based; <see langword="null"/> where the format has no pages of its own.</summary>
    public int? Page { get; init; }
}

/// <summary>One cell of a table.</summary>
/// <param name="Text">The cell's text; its paragraphs joined by <c>\n</c>, each without leading and trailing white space.</param>
/// <param name="RowSpan">How many rows the cell covers, at least 1.</param>
/// <param name="ColumnSpan">How many grid columns the cell covers, at least 1.</param>
public sealed record TableCell(string Text, int RowSpan = 1, int ColumnSpan = 1)
{
    /// <summary>Where the cell's text begins in the table's <see cref="Table.Text"/>.</summary>
    public int Start { get; init; }

    /// <summary>Tables inside the cell, in order; their text is part of <see cref="Text"/> too.</summary>
    public IReadOnlyList<Table> Nested { get; init; } = [];
}
