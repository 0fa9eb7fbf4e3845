using PerfEval.Parsing.Reading.Pdf.Layout;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>A table while it is put together from the pieces on its pages.</summary>
internal sealed class TableDraft
{
    /// <summary>More rows than a page's table has.</summary>
    private const int MostRows = 2_000;

    public TableDraft(PdfTable table)
    {
        Columns = [.. table.Columns];
        Cells = table.Cells;
        for (var r = 0; r < table.RowCount; r++)
            RowPages.Add(table.Page);
        Last = table;
        DropEmptyRows();
    }

    /// <summary>The columns' edges.</summary>
    public List<float> Columns { get; private set; }

    public List<PdfCell> Cells { get; private set; }

    /// <summary>The page of each row.</summary>
    public List<int> RowPages { get; } = [];

    /// <summary>How many rows at the top came again on a later page.</summary>
    public int HeaderRows { get; set; }

    /// <summary>The piece added last.</summary>
    public PdfTable Last { get; set; }

    public int RowCount => RowPages.Count;

    public PdfCell?[][] Grid()
    {
        var grid = new PdfCell?[RowCount][];
        for (var r = 0; r < RowCount; r++)
            grid[r] = new PdfCell?[Columns.Count - 1];
        foreach (var cell in Cells)
            for (var r = cell.Row; r < Math.Min(RowCount, cell.Row + cell.RowSpan); r++)
                for (var c = cell.Column; c < Math.Min(Columns.Count - 1, cell.Column + cell.ColumnSpan); c++)
                    grid[r][c] = cell;
        return grid;
    }

    /// <summary>Adds columns on the left, empty in all rows.</summary>
    public void AddEmptyColumns(List<float> edges)
    {
        foreach (var cell in Cells)
            cell.Column += edges.Count;
        for (var c = edges.Count - 1; c >= 0; c--)
            Cells.Insert(0, new PdfCell { Row = 0, Column = c, RowSpan = RowCount, ColumnSpan = 1, Width = 0 });
        Columns.InsertRange(0, edges);
    }

    /// <summary>
    /// Drops rows in which nothing but empty cells begins while others go on, and an empty last row without columns: they come of borders that do not
    /// meet, and of the free space that browsers leave at the end of a page below the last row.
    /// </summary>
    private void DropEmptyRows()
    {
        if (RowCount > 1 && Cells.Find(c => c.Row == RowCount - 1) is { IsEmpty: true } last && last.ColumnSpan == Columns.Count - 1)
        {
            Cells.Remove(last);
            RowPages.RemoveAt(RowCount - 1);
        }

        for (var r = RowCount <= MostRows ? RowCount - 1 : 0; r > 0; r--)
        {
            var begun = Cells.FindAll(c => c.Row == r);
            if (!begun.TrueForAll(c => c.IsEmpty) || !Cells.Exists(c => c.Row < r && c.Row + c.RowSpan > r))
                continue;
            Cells.RemoveAll(c => c.Row == r && c.RowSpan == 1);
            foreach (var cell in Cells)
            {
                if (cell.Row <= r && cell.Row + cell.RowSpan > r)
                    cell.RowSpan--;
                if (cell.Row > r)
                    cell.Row--;
            }

            RowPages.RemoveAt(r);
        }
    }

    /// <summary>Moves the columns' edges, of which there are as many as before.</summary>
    public void MoveColumns(List<float> edges) => Columns = edges;

    /// <summary>Gives the table a finer set of columns; every edge of its own is among them or near one.</summary>
    public void Refine(List<float> columns)
    {
        foreach (var cell in Cells)
        {
            var (from, to) = (PdfTable.NearestEdge(columns, Columns[cell.Column]), PdfTable.NearestEdge(columns, Columns[cell.Column + cell.ColumnSpan]));
            (cell.Column, cell.ColumnSpan) = (from, Math.Max(1, to - from));
        }

        Columns = columns;
    }
}
