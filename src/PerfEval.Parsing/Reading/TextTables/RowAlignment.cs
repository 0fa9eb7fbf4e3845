namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>
/// Lays a sequence of cells whose blanks were lost into rows under known column heads: of all ways to do so the one that costs least,
/// found by dynamic programming over (cell, column). Cells after the table's end are left out where rows would fit them badly.
/// </summary>
internal sealed class RowAlignment
{
    /// <summary>What a cell costs that is left out behind the last row: less than a misfit, more than a good fit.</summary>
    private const double LeftOut = 3;

    /// <summary>No row costs more for the columns that it lacks at its end.</summary>
    private const double ShortRow = 7;

    private readonly FormColumn[] _columns;
    private readonly IReadOnlyList<string> _cells;
    private readonly State[] _states;

    /// <summary>What it costs to go from a column to another, counted from the one before the first to the one behind the last.</summary>
    private readonly double[,] _skips;

    private RowAlignment(FormColumn[] columns, IReadOnlyList<string> cells)
    {
        _columns = columns;
        _cells = cells;
        _states = new State[cells.Count * columns.Length * 2];
        _skips = new double[columns.Length + 1, columns.Length + 1];
        for (var before = -1; before < columns.Length; before++)
            for (var column = before + 1; column <= columns.Length; column++)
                _skips[before + 1, column] = CostOfSkip(before, column);
    }

    /// <summary>The rows; each has a cell for every column, "" where it is blank.</summary>
    /// <param name="columns">What the columns hold.</param>
    /// <param name="cells">The cells in order, without blank ones.</param>
    /// <param name="used">How many of the cells the rows take.</param>
    /// <param name="cost">What the rows and the cells left out cost: of two sets of columns for the same cells the cheaper one is right.</param>
    public static List<string[]> Align(FormColumn[] columns, IReadOnlyList<string> cells, out int used, out double cost) => new RowAlignment(columns, cells).Run(out used, out cost);

    private List<string[]> Run(out int used, out double cost)
    {
        for (var i = 0; i < _cells.Count; i++)
        {
            // The cheapest way to have closed a row before this cell.
            var (closed, from) = i == 0 ? (0, -1) : BestClosed(i - 1);
            var total = FormWords.IsTotal(_cells[i]);
            var placeholder = CellFit.IsPlaceholder(_cells[i]);
            var fits = new CellFit(_cells[i]);
            for (var column = 0; column < _columns.Length; column++)
            {
                var fit = fits.Cost(_columns[column]);
                // Rows of totals and of placeholders lack most columns, and nothing is odd about that.
                var free = (total && column == 0) || (placeholder && _columns[column] is FormColumn.Level3 or FormColumn.RowLabel);
                Keep(i, column, total || placeholder, closed + (free ? 0 : fit) + (total ? 0.5 * column : placeholder ? 0 : SkipBetween(-1, column)), from, true);
                for (var before = 0; i > 0 && before < column; before++)
                    foreach (var inTotal in (ReadOnlySpan<bool>)[false, true])
                        if (_states[Index(i - 1, before, inTotal)] is { Reached: true } state)
                            Keep(i, column, inTotal, state.Cost + fit + (inTotal ? 0.1 * (column - before - 1) : SkipBetween(before, column)), Index(i - 1, before, inTotal), false);
            }
        }

        return Trace(out used, out cost);
    }

    private void Keep(int cell, int column, bool total, double cost, int from, bool begins)
    {
        ref var state = ref _states[Index(cell, column, total)];
        if (!state.Reached || cost < state.Cost)
            state = new State(cost, from, begins, true);
    }

    private (double Cost, int Index) BestClosed(int cell)
    {
        var (best, at) = (double.MaxValue, -1);
        for (var column = 0; column < _columns.Length; column++)
            foreach (var total in (ReadOnlySpan<bool>)[false, true])
            {
                var index = Index(cell, column, total);
                if (!_states[index].Reached)
                    continue;
                var cost = _states[index].Cost + (total ? 0 : Math.Min(ShortRow, SkipBetween(column, _columns.Length)));
                if (cost < best)
                    (best, at) = (cost, index);
            }

        return (best, at);
    }

    private double SkipBetween(int before, int column) => _skips[before + 1, column];

    /// <summary>The cost of leaving out the columns between two; a weight beside a merged name is merged with it.</summary>
    private double CostOfSkip(int before, int column)
    {
        var cost = 0.0;
        for (var c = before + 1; c < column; c++)
            cost += IsWeightOfLevel(c) && c - 1 > before ? 0 : CellFit.Skip(_columns[c]);
        if (column < _columns.Length && IsWeightOfLevel(column) && before < column - 1)
            cost += 15;
        return cost;
    }

    private bool IsWeightOfLevel(int column) =>
        column > 0 && _columns[column] == FormColumn.Points && _columns[column - 1] is FormColumn.Level1 or FormColumn.Level2
        && column + 1 < _columns.Length && _columns[column + 1] is FormColumn.Level2 or FormColumn.Level3;

    private List<string[]> Trace(out int used, out double least)
    {
        var (best, at) = (_cells.Count * LeftOut, -1);
        used = 0;
        for (var i = 0; i < _cells.Count; i++)
        {
            var (cost, index) = BestClosed(i);
            if (cost + (_cells.Count - 1 - i) * LeftOut < best - 1e-9)
                (best, at, used) = (cost + (_cells.Count - 1 - i) * LeftOut, index, i + 1);
        }

        least = best;
        var rows = new List<string[]>();
        for (var open = false; at >= 0; at = _states[at].From)
        {
            // Walking backwards, the row ends where this cell stands last.
            if (!open)
                rows.Add(Enumerable.Repeat("", _columns.Length).ToArray());
            rows[^1][at / 2 % _columns.Length] = _cells[at / 2 / _columns.Length];
            open = !_states[at].Begins;
        }

        rows.Reverse();
        return rows;
    }

    private int Index(int cell, int column, bool total) => (cell * _columns.Length + column) * 2 + (total ? 1 : 0);

    private readonly record struct State(double Cost, int From, bool Begins, bool Reached);
}
