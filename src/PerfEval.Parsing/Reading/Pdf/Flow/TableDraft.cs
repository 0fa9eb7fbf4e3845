using PerfEval.Parsing.Reading.Pdf.Layout;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>A table while it is put together from the pieces on its pages.</summary>
internal sealed class TableDraft
{
    /// <summary>More rows than a page's table has.</summary>
    private const int MostRows = 2_000;

    /// <summary>How many rows at the top may come again on a later page.</summary>
    public const int MostHeaderRows = 4;

    private CellSums _settled = new();
    private List<PdfCell>? _open;
    private List<PdfCell>? _head;

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

    /// <summary>What its cells say together.</summary>
    public CellSums Sums => new CellSums(_settled).Add(Open);

    /// <summary>The cells that may still change: those of the last piece, and those above that go on in it. The others are summed up, so that each piece costs the same.</summary>
    private List<PdfCell> Open => _open ??= [.. Cells];

    private List<PdfCell> HeadCells => _head ??= Cells.FindAll(c => c.Row < MostHeaderRows);

    /// <summary>The cell at each place of the grid.</summary>
    public PdfCell?[][] Grid() => Grid(Cells, 0, RowCount);

    /// <summary>The same of the rows that may be a head.</summary>
    public PdfCell?[][] Head() => Grid(HeadCells, 0, Math.Min(MostHeaderRows, RowCount));

    /// <summary>The same of the last row.</summary>
    public PdfCell?[] LastRow() => Grid(Open, RowCount - 1, RowCount)[0];

    private PdfCell?[][] Grid(List<PdfCell> cells, int from, int to)
    {
        var grid = new PdfCell?[to - from][];
        for (var r = 0; r < grid.Length; r++)
            grid[r] = new PdfCell?[Columns.Count - 1];
        foreach (var cell in cells)
            for (var r = Math.Max(from, cell.Row); r < Math.Min(to, cell.Row + cell.RowSpan); r++)
                for (var c = cell.Column; c < Math.Min(Columns.Count - 1, cell.Column + cell.ColumnSpan); c++)
                    grid[r - from][c] = cell;
        return grid;
    }

    /// <summary>Adds the cells of the next piece, their rows counted on.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="extended">The cells so far that go on in the piece.</param>
    public void Add(IEnumerable<PdfCell> cells, HashSet<PdfCell> extended)
    {
        var (head, open) = (HeadCells, new List<PdfCell>());
        foreach (var cell in Open)
        {
            if (extended.Contains(cell))
                open.Add(cell);
            else
                _settled.Add(cell);
        }

        foreach (var cell in cells)
        {
            Cells.Add(cell);
            open.Add(cell);
            if (cell.Row < MostHeaderRows)
                head.Add(cell);
        }

        _open = open;
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
        if (columns.SequenceEqual(Columns))
            return;
        foreach (var cell in Cells)
        {
            var (from, to) = (PdfTable.NearestEdge(columns, Columns[cell.Column]), PdfTable.NearestEdge(columns, Columns[cell.Column + cell.ColumnSpan]));
            (cell.Column, cell.ColumnSpan) = (from, Math.Max(1, to - from));
        }

        Columns = columns;
        if (_open?.ToHashSet() is { } open)
            _settled = new CellSums().Add(Cells.FindAll(c => !open.Contains(c)));
    }
}
