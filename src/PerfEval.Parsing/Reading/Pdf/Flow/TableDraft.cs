using PerfEval.Parsing.Reading.Pdf.Layout;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>A table while it is put together from the pieces on its pages.</summary>
internal sealed class TableDraft
{
    public TableDraft(PdfTable table)
    {
        Columns = [.. table.Columns];
        Cells = table.Cells;
        for (var r = 0; r < table.RowCount; r++)
            RowPages.Add(table.Page);
        (Last, LastTop) = (table, table.Top);
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

    public float LastTop { get; set; }

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

    /// <summary>Gives the table a finer set of columns; every edge of its own is among them or near one.</summary>
    public void Refine(List<float> columns)
    {
        foreach (var cell in Cells)
        {
            var (from, to) = (Nearest(columns, Columns[cell.Column]), Nearest(columns, Columns[cell.Column + cell.ColumnSpan]));
            (cell.Column, cell.ColumnSpan) = (from, Math.Max(1, to - from));
        }

        Columns = columns;
    }

    private static int Nearest(List<float> edges, float at)
    {
        var best = 0;
        for (var i = 1; i < edges.Count; i++)
            if (Math.Abs(edges[i] - at) < Math.Abs(edges[best] - at))
                best = i;
        return best;
    }
}
