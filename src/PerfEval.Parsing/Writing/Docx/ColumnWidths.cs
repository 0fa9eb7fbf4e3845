namespace PerfEval.Parsing.Writing.Docx;

/// <summary>
/// Widths of a table's columns by what stands in them: columns that need less than an equal share get what they need, the others share the rest
/// by how much they hold, and none gets so little that a number or a short word breaks.
/// </summary>
internal sealed class ColumnWidths
{
    /// <summary>The width of three ideographs, below which nothing can be read.</summary>
    private const int Narrowest = 6;

    /// <summary>The width of a column without text.</summary>
    private const int Blank = 4;

    /// <summary>Longer words are broken.</summary>
    private const int LongestWord = 14;

    /// <summary>What a cell over several columns may ask of each: its text has lines enough.</summary>
    private const int WidestPart = 8;

    private readonly double[] _wanted;
    private readonly double[] _least;
    private readonly double[] _load;

    /// <summary>Measures a table; widths are in half widths of an ideograph, the cells' margins included.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="margin">The width of a cell's margins.</param>
    public ColumnWidths(TableGrid grid, double margin)
    {
        (_wanted, _least, _load) = (new double[grid.Columns], new double[grid.Columns], new double[grid.Columns]);
        var cells = grid.Rows.SelectMany(row => row).Where(p => p is { Cell: not null, IsContinued: false }).OrderBy(p => p.Columns);
        foreach (var place in cells)
        {
            var width = new TextWidth(place.Cell!.Text);
            var columns = new Range(place.Column, place.Column + place.Columns);
            Raise(_wanted.AsSpan(columns), (place.Columns > 1 ? Math.Min(width.Line, WidestPart * place.Columns) : Math.Max(width.Line, Blank)) + margin);
            Raise(_least.AsSpan(columns), Math.Clamp(width.Word, Math.Clamp(width.Line, Blank, Narrowest), LongestWord) + margin);
            if (place.Columns == 1)
                Raise(_load.AsSpan(columns), Math.Sqrt(width.Total));
        }
    }

    /// <summary>The least width at which the table can be read.</summary>
    public double Least => _least.Sum();

    /// <summary>The width at which no cell needs more than its own lines.</summary>
    public double Wanted => _wanted.Sum();

    /// <summary>Shares out a width.</summary>
    /// <param name="width">The width, in half widths of an ideograph.</param>
    /// <returns>The columns' widths; their sum is the given one.</returns>
    public double[] Share(double width)
    {
        var result = new double[_wanted.Length];
        if (Wanted <= width)
        {
            for (var c = 0; c < result.Length; c++)
                result[c] = _wanted[c] * width / Wanted;
            return result;
        }

        var open = Enumerable.Range(0, result.Length).ToList();
        var rest = width;
        while (open.FindIndex(c => _wanted[c] <= rest / open.Count) is var at and >= 0)
        {
            result[open[at]] = _wanted[open[at]];
            rest -= _wanted[open[at]];
            open.RemoveAt(at);
        }

        ShareRest(result, open, rest);
        return result;
    }

    private void ShareRest(double[] result, List<int> open, double rest)
    {
        var share = rest / open.Count;
        var spare = rest - open.Sum(c => Math.Min(share, _least[c]));
        var load = open.Sum(c => _load[c]);
        foreach (var c in open)
            result[c] = Math.Min(share, _least[c]) + spare * (load > 0 ? _load[c] / load : 1.0 / open.Count);
    }

    /// <summary>Raises columns so that together they reach a value.</summary>
    private static void Raise(Span<double> columns, double value)
    {
        var sum = 0.0;
        foreach (var column in columns)
            sum += column;
        if (sum >= value)
            return;
        foreach (ref var column in columns)
            column = sum > 0 ? column * value / sum : value / columns.Length;
    }
}
