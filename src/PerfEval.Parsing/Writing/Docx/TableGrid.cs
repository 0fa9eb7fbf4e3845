using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Writing.Docx;

/// <summary>A place in a row of a grid.</summary>
/// <param name="Cell">The cell that stands there; <see langword="null"/> where none does.</param>
/// <param name="Column">The first column.</param>
/// <param name="Columns">How many columns it takes.</param>
/// <param name="Rows">How many rows the cell takes from here; 1 below its first row.</param>
/// <param name="IsContinued">Whether the cell began in a row above.</param>
internal readonly record struct GridPlace(TableCell? Cell, int Column, int Columns, int Rows, bool IsContinued);

/// <summary>
/// A table on a full grid: each row is a sequence of places without gaps. A cell stands at the first columns that are free for all of it; what
/// is left free is a hole.
/// </summary>
internal sealed class TableGrid
{
    private readonly List<List<GridPlace>> _rows = [];
    private readonly List<(GridPlace Place, int RowsLeft)?> _above = [];

    /// <summary>Places a table's cells.</summary>
    public TableGrid(Table table)
    {
        for (var r = 0; r < table.Rows.Count; r++)
            _rows.Add(PlaceRow(table.Rows[r].Cells, table.Rows.Count - r));
        Columns = Math.Max(1, _rows.Max(End));
        foreach (var row in _rows)
            if (End(row) is var end && end < Columns)
                row.Add(new GridPlace(null, end, Columns - end, 1, false));
        CellsInARow = _rows.Max(row => row.Count(p => p.Cell is not null));
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<IReadOnlyList<GridPlace>> Rows => _rows;

    /// <summary>How many columns there are.</summary>
    public int Columns { get; }

    /// <summary>How many cells stand side by side at most.</summary>
    public int CellsInARow { get; }

    private static int End(List<GridPlace> row) => row.Count == 0 ? 0 : row[^1].Column + row[^1].Columns;

    private List<GridPlace> PlaceRow(IReadOnlyList<TableCell> cells, int rowsLeft)
    {
        var row = new List<GridPlace>();
        var column = 0;
        foreach (var cell in cells)
        {
            column = FreeColumns(row, column, cell.ColumnSpan);
            // A row span cannot reach below the table's last row.
            var place = new GridPlace(cell, column, cell.ColumnSpan, Math.Min(cell.RowSpan, rowsLeft), false);
            row.Add(place);
            column += cell.ColumnSpan;
        }

        while (column < _above.Count)
            column = Pass(row, column);
        // Columns that nobody fills to the right of the last cell belong to the end of the row.
        while (row.Count > 0 && row[^1].Cell is null)
            row.RemoveAt(row.Count - 1);
        Note(row);
        return row;
    }

    private int FreeColumns(List<GridPlace> row, int column, int span)
    {
        while (true)
        {
            var covered = Enumerable.Range(column, Math.Min(span, Math.Max(0, _above.Count - column))).FirstOrDefault(c => _above[c] is not null, -1);
            if (covered < 0)
                return column;
            while (column <= covered)
                column = Pass(row, column);
        }
    }

    /// <summary>Passes over a column: what reaches into it from above continues, else there is a hole.</summary>
    private int Pass(List<GridPlace> row, int column)
    {
        if (_above[column] is { } above)
        {
            row.Add(above.Place with { Rows = 1, IsContinued = true });
            return above.Place.Column + above.Place.Columns;
        }

        if (row.Count > 0 && row[^1].Cell is null)
            row[^1] = row[^1] with { Columns = row[^1].Columns + 1 };
        else
            row.Add(new GridPlace(null, column, 1, 1, false));
        return column + 1;
    }

    private void Note(List<GridPlace> row)
    {
        for (var c = 0; c < _above.Count; c++)
            _above[c] = _above[c] is { RowsLeft: > 1 } above ? (above.Place, above.RowsLeft - 1) : null;
        foreach (var place in row.Where(p => p is { IsContinued: false, Rows: > 1 }))
        {
            while (_above.Count < place.Column + place.Columns)
                _above.Add(null);
            for (var c = place.Column; c < place.Column + place.Columns; c++)
                _above[c] = (place, place.Rows - 1);
        }
    }
}
