namespace PerfEval.Parsing.Writing.Pdf.Layout;

/// <summary>
/// How wide a table's columns are, and how small its type: as large as its words allow, upright if possible. Words are broken only where even 7 pt on a page
/// on its side has no room for them.
/// </summary>
internal static class ColumnWidths
{
    /// <summary>A longer word may be broken, in units of the font size.</summary>
    private const double LongestWord = 9;

    /// <summary>Words of four characters (一级指标) are broken only where there is no room, in units of the font size.</summary>
    private const double Label = 4;

    /// <summary>Fewer columns than these are read best on an upright page.</summary>
    private const int ManyColumns = 7;

    private const double Smallest = 7;

    /// <summary>The white space at both sides of a text, in units of the font size.</summary>
    private const double Paddings = 2 * TablePlan.PaddingShare;

    private static readonly (double Size, bool Landscape)[] Choices = [(10.5, false), (9, false), (10.5, true), (9, true), (8, false), (8, true), (7, false), (7, true)];

    /// <summary>Chooses the size of the type, the way of the page, and the widths.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="columns">How many columns there are.</param>
    public static (double Size, bool Landscape, double[] Widths) Choose(List<PlannedCell> cells, int columns)
    {
        var natural = Needs(cells, columns, c => c.Natural);
        var words = Needs(cells, columns, c => Math.Min(c.WidestPiece, LongestWord));
        var comfort = Needs(cells, columns, c => Math.Min(c.Natural, Math.Max(Math.Max(Label, Math.Min(c.WidestPiece, LongestWord)), 1.1 * Math.Sqrt(c.Natural))));
        foreach (var (size, landscape) in Choices)
            if ((columns >= ManyColumns || !landscape) && Fits(comfort, size, Room(landscape)))
                return (size, landscape, Widths(comfort, natural, size, Room(landscape)));
        foreach (var (size, landscape) in Choices)
            if (Fits(words, size, Room(landscape)))
                return (size, landscape, Widths(words, natural, size, Room(landscape)));
        return Squeezed(natural);
    }

    private static double Room(bool landscape) => landscape ? PageFlow.LandscapeWidth : PageFlow.UprightWidth;

    private static bool Fits(double[] needs, double size, double room) => (needs.Sum() + needs.Length * Paddings) * size <= room;

    /// <summary>What each column needs, in units of the font size; a cell over several columns shares what they lack among them.</summary>
    private static double[] Needs(List<PlannedCell> cells, int columns, Func<PlannedCell, double> need)
    {
        var needs = new double[columns];
        Array.Fill(needs, 1);
        foreach (var cell in cells.Where(c => c.EndColumn == c.Column + 1))
            needs[cell.Column] = Math.Max(needs[cell.Column], need(cell) + 0.1);
        foreach (var cell in cells.Where(c => c.EndColumn > c.Column + 1))
        {
            var lack = need(cell) - needs[cell.Column..cell.EndColumn].Sum();
            for (var c = cell.Column; lack > 0 && c < cell.EndColumn; c++)
                needs[c] += lack / (cell.EndColumn - cell.Column);
        }

        return needs;
    }

    /// <summary>The columns fill the page: what is free goes to those whose text would need it, then to all.</summary>
    private static double[] Widths(double[] needs, double[] natural, double size, double room)
    {
        var widths = Array.ConvertAll(needs, n => (n + Paddings) * size);
        var wishes = needs.Zip(natural, (n, most) => Math.Max(0, most - n) * size).ToArray();
        var (free, wished) = (room - widths.Sum(), wishes.Sum());
        var share = wished > 0 ? Math.Min(1, free / wished) : 0;
        for (var c = 0; c < widths.Length; c++)
            widths[c] += wishes[c] * share;
        free = room - widths.Sum();
        var sum = widths.Sum();
        return free > 0 ? Array.ConvertAll(widths, w => w + free * w / sum) : widths;
    }

    // A character to a column at least; a part of the page goes to those that have more to say.
    private static (double, bool, double[]) Squeezed(double[] natural)
    {
        const double Share = 0.75;
        const double Least = 1.1 + Paddings;
        var room = PageFlow.LandscapeWidth;
        var size = Math.Clamp(Share * room / (natural.Length * Least), 0.5, Smallest);
        var least = Math.Min(Least * size, Share * room / natural.Length);
        var wishes = natural.Sum(Math.Sqrt);
        return (size, true, Array.ConvertAll(natural, n => least + (room - natural.Length * least) * Math.Sqrt(n) / wishes));
    }
}
