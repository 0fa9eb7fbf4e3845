using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Writing.Docx;

/// <summary>How a table is laid out: its page, its size of type, its columns.</summary>
internal sealed class TablePlan
{
    /// <summary>The margins of a cell, left and right together, in twips.</summary>
    public const int CellMargins = 2 * CellMargin;

    /// <summary>The margin of a cell on one side, in twips.</summary>
    public const int CellMargin = 85;

    private const int Small4 = 24;
    private const int Five = 21;
    private const int Small5 = 18;

    /// <summary>From so many cells in a row on, a table is set in small type; with long rows it stands on a turned page.</summary>
    private const int ManyCells = 9;

    // Signs such as % are wider than digits.
    private const double Slack = 1;

    // A row of more lines may break over pages: pushed to the next page as a whole it would leave a hole.
    private const int LongRow = 14;
    private const int LongestCentred = 24;

    private readonly int _headRows;

    /// <summary>Plans a table.</summary>
    public TablePlan(Table table)
    {
        Grid = new TableGrid(table);
        (HalfPoints, Width, Columns) = LayOut(PageSetup.TextWidth);
        IsLandscape = Measured(Small5).Least > Units(PageSetup.TextWidth, Small5)
            || (Grid.CellsInARow >= ManyCells && Enumerable.Range(0, Grid.Rows.Count).Any(IsLong));
        if (IsLandscape)
            (HalfPoints, Width, Columns) = LayOut(PageSetup.TurnedTextWidth);
        _headRows = TableHead.Rows(table);
    }

    /// <summary>The cells in their places.</summary>
    public TableGrid Grid { get; }

    /// <summary>Whether the table needs a turned page.</summary>
    public bool IsLandscape { get; }

    /// <summary>The width, in twips.</summary>
    public int Width { get; }

    /// <summary>The size of type.</summary>
    public int HalfPoints { get; }

    /// <summary>The columns' widths, in twips.</summary>
    public IReadOnlyList<int> Columns { get; }

    /// <summary>Whether a row is repeated on each page.</summary>
    public bool IsHead(int row) => row < _headRows;

    /// <summary>Whether a row is so long that it may break over pages.</summary>
    public bool IsLong(int row) => Grid.Rows[row].Any(p => p is { Cell: not null, IsContinued: false, Rows: 1 } && TextWidth.Lines(p.Cell.Text, Room(p)) > LongRow);

    /// <summary>Whether a cell's text is set in its middle: values, names and numbers; sentences are not.</summary>
    public bool IsCentred(in GridPlace place) => place.Cell is { } cell && !cell.Text.Contains('\n') && new TextWidth(cell.Text).Total is var width
        && width <= LongestCentred && (width <= Room(place) || width <= LongestCentred / 2 || place.Rows > 1);

    /// <summary>The width of a place, in twips.</summary>
    public int WidthOf(in GridPlace place)
    {
        var width = 0;
        for (var c = place.Column; c < place.Column + place.Columns; c++)
            width += Columns[c];
        return width;
    }

    private (int HalfPoints, int Width, int[] Columns) LayOut(int width)
    {
        var five = Grid.CellsInARow < ManyCells ? Measured(Five).Least : Measured(Five).Wanted;
        var halfPoints = Measured(Small4).Wanted <= Units(width, Small4) ? Small4 : five <= Units(width, Five) ? Five : Small5;
        return (halfPoints, width, Twips(Measured(halfPoints).Share(Units(width, halfPoints)), width));
    }

    private ColumnWidths Measured(int halfPoints) => new(Grid, Units(CellMargins, halfPoints) + Slack);

    private int Room(in GridPlace place) => (int)Units(WidthOf(place) - CellMargins, HalfPoints);

    // A width in half widths of an ideograph: an ideograph is as wide as its size.
    private static double Units(int twips, int halfPoints) => twips / (halfPoints * 5.0);

    private static int[] Twips(double[] widths, int width)
    {
        var result = new int[widths.Length];
        var (sum, before) = (0.0, 0);
        var total = widths.Sum();
        for (var c = 0; c < widths.Length; c++)
        {
            sum += widths[c];
            var edge = (int)(sum / total * width);
            (result[c], before) = (Math.Max(1, edge - before), edge);
        }

        return result;
    }
}
