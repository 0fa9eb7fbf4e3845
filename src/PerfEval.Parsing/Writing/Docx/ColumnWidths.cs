namespace PerfEval.Parsing.Writing.Docx;

/// <summary>
/// Widths of a table's columns by what stands in them: each gets so much that no number or short word breaks, and of the rest the more, the more
/// it holds.
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

    // Text of four times the length asks for twice the width: it grows in both directions.
    private const double PerRootOfText = 3.5;

    private readonly double[] _wanted;
    private readonly double[] _asked;
    private readonly double[] _least;

    /// <summary>Measures a table; widths are in half widths of an ideograph, the cells' margins included.</summary>
    /// <param name="grid">The table.</param>
    /// <param name="margin">The width of a cell's margins.</param>
    public ColumnWidths(TableGrid grid, double margin)
    {
        (_wanted, _asked, _least) = (new double[grid.Columns], new double[grid.Columns], new double[grid.Columns]);
        var cells = grid.Rows.SelectMany(row => row).Where(p => p is { Cell: not null, IsContinued: false }).OrderBy(p => p.Columns);
        foreach (var place in cells)
        {
            var width = new TextWidth(place.Cell!.Text);
            var columns = new Range(place.Column, place.Column + place.Columns);
            var line = place.Columns > 1 ? Math.Min(width.Line, WidestPart * place.Columns) : Math.Max(width.Line, Blank);
            Raise(_wanted.AsSpan(columns), line + margin);
            Raise(_asked.AsSpan(columns), Math.Min(line, PerRootOfText * Math.Sqrt(width.Total) + Blank) + margin);
            Raise(_least.AsSpan(columns), Math.Clamp(width.Word, Math.Clamp(width.Line, Blank, Narrowest), LongestWord) + margin);
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
        var (wanted, least, asked) = (Wanted, Least, _asked.Sum());
        if (wanted <= width)
            return [.. _wanted.Select(w => w * width / wanted)];
        if (least >= width || asked <= least)
            return [.. _least.Select(l => l * width / least)];
        return [.. _least.Zip(_asked, (l, a) => l + (width - least) * (a - l) / (asked - least))];
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
