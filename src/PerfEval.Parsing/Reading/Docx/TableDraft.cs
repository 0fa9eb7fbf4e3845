using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>
/// A table that is being read. The file repeats a vertically merged cell in every row that it covers; here it stands once. A continued cell belongs
/// to the cell above only where both begin and end at the same columns, as in Word; any other stands for itself.
/// </summary>
internal sealed class TableDraft(int maxColumns)
{
    private readonly List<(List<Cell> Cells, bool IsHeader)> _rows = [];

    // For each column, the cell that was last seen there, and the row in which it last stood.
    private readonly List<(Cell Cell, int Start, int Row)> _above = [];
    private List<Cell> _row = [];
    private Cell? _left;
    private int _column;

    /// <summary>Whether cells were left out because the table is too wide.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>What the table's style declares it to be.</summary>
    internal DeclaredPart Declared { get; set; }

    internal void BeginRow() => (_row, _column, _left) = ([], 0, null);

    /// <summary>Ends the row; one without any cell is none.</summary>
    internal void EndRow(bool isHeader)
    {
        if (_column > 0)
            _rows.Add((_row, isHeader));
    }

    /// <summary>Columns that the row leaves empty at one of its ends.</summary>
    internal void AddGap(int span) => AddCell(new CellFormat { Span = span }, "", []);

    internal void AddCell(in CellFormat format, string text, IReadOnlyList<Table> nested)
    {
        var span = Math.Min(format.Span, maxColumns - _column);
        IsCut |= span < format.Span;
        if (span <= 0)
            return;
        if (format.ContinuesLeft && _left is not null)
            _left.Columns += span;
        else if (format.ContinuesAbove && Above(span) is { } above)
            Continue(above, span);
        else
            Begin(new Cell(text, nested) { Columns = span, IsMerged = format.BeginsBelow || format.ContinuesAbove }, span);
    }

    /// <summary>Columns where no cell stands.</summary>
    internal void AddHole(int span)
    {
        span = Math.Min(span, maxColumns - _column);
        _left = null;
        Occupy(new Cell("", []), Math.Max(0, span));
    }

    internal Table? ToTable()
    {
        if (_rows.Count == 0)
            return null;
        var rows = new List<TableRow>(_rows.Count);
        foreach (var (cells, isHeader) in _rows)
        {
            var row = new TableCell[cells.Count];
            for (var i = 0; i < row.Length; i++)
                row[i] = new TableCell(cells[i].Text, cells[i].Rows, cells[i].Columns) { Nested = cells[i].Nested };
            rows.Add(new TableRow(row, isHeader));
        }

        return new Table(rows) { Declared = Declared };
    }

    private Cell? Above(int span)
    {
        if (_column >= _above.Count)
            return null;
        var (cell, start, row) = _above[_column];
        return cell is { IsMerged: true } && start == _column && cell.Columns == span && row == _rows.Count - 1 ? cell : null;
    }

    private void Begin(Cell cell, int span)
    {
        _row.Add(cell);
        _left = cell;
        Occupy(cell, span);
    }

    private void Continue(Cell cell, int span)
    {
        cell.Rows++;
        _left = null;
        Occupy(cell, span);
    }

    private void Occupy(Cell cell, int span)
    {
        var start = _column;
        for (; _column < start + span; _column++)
        {
            if (_column < _above.Count)
                _above[_column] = (cell, start, _rows.Count);
            else
                _above.Add((cell, start, _rows.Count));
        }
    }

    private sealed class Cell(string text, IReadOnlyList<Table> nested)
    {
        internal string Text { get; } = text;

        internal IReadOnlyList<Table> Nested { get; } = nested;

        internal int Rows { get; set; } = 1;

        internal int Columns { get; set; } = 1;

        internal bool IsMerged { get; init; }
    }
}
