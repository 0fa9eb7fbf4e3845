using PerfEval.Parsing.Reading.Pdf.Content;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>
/// Tables whose cells are drawn with lines. Every two neighbouring places of the grid that no line parts belong to one merged cell:
/// <code>
///   +-----+-----+-----+
///   |  a  |  b  |  c  |      a covers two rows, d two columns
///   |     +-----+-----+
///   |     |     d     |
///   +-----+-----------+
/// </code>
/// Where the outermost lines are left out, as in tables open to the left and right, the other lines' ends stand for them.
/// </summary>
internal static class RuledTables
{
    private const float SameEdge = 2.8f;

    /// <summary>Rows and columns narrower than this are the two lines of a border.</summary>
    private const float NarrowestPlace = 4f;

    /// <summary>A line parts two places where it runs along more than this part of the edge between them.</summary>
    private const float Parting = 0.5f;

    /// <summary>More places than a page's table has, and more tables than a page has: such a page is a drawing.</summary>
    private const int MostPlaces = 20_000;
    private const int MostTables = 500;

    /// <summary>The tables that the lines of a frame draw, inner ones within the cells of outer ones, and the letters in them taken out.</summary>
    /// <param name="rules">The lines.</param>
    /// <param name="letters">The letters; those that stand in a table are moved into its cells.</param>
    /// <param name="page">The page's number.</param>
    /// <param name="turn">The frame's direction.</param>
    public static List<PdfTable> Find(List<Rule> rules, List<Letter> letters, int page, int turn)
    {
        var nets = RuleNet.Of(rules);
        var found = LevelRules.Missing(nets, letters);
        if (found.Count > 0)
            nets = RuleNet.Of(rules.Concat(found));
        var tables = new List<PdfTable>();
        foreach (var net in nets)
            if (Build(net, page, turn, found) is { } table)
                tables.Add(table);
        if (tables.Count is 0 or > MostTables)
            return [];

        // The innermost table is the smallest.
        tables.Sort(static (a, b) => Area(a).CompareTo(Area(b)));
        var grids = tables.ConvertAll(t => t.Grid());
        TakeLetters(tables, grids, letters);
        return Nest(tables, grids, letters);
    }

    private static float Area(PdfTable t) => (t.Right - t.Left) * (t.Top - t.Bottom);

    private static PdfTable? Build(RuleNet net, int page, int turn, IReadOnlyList<Rule> found)
    {
        // A row that goes on on another page may lack its lower or upper border; then three upright lines must show that it is a row.
        if (net.Level.Count == 0 || net.Upright.Count == 0 || (net.Level.Count == 1 && net.Upright.Count < 3))
            return null;
        var columns = Edges(net.Upright.Select(r => r.X0), net.Level.Min(r => r.X0), net.Level.Max(r => r.X1));
        var rows = Edges(net.Level.Select(r => r.Y0), net.Upright.Min(r => r.Y0), net.Upright.Max(r => r.Y1));
        Array.Reverse(rows);
        int width = columns.Length - 1, height = rows.Length - 1;
        // A single frame is a box around text, not a table.
        if (width < 1 || height < 1 || width * height < 2 || (long)width * height > MostPlaces)
            return null;
        return new PdfTable
        {
            Page = page,
            Turn = turn,
            Columns = columns,
            HasFoundColumns = width > 1 && found.Any(r => r.X0 == columns[1]),
            Rows = rows,
            Cells = Cells(net, columns, rows),
        };
    }

    /// <summary>The grid's edges in one direction: where lines are, and where the crossing lines end.</summary>
    private static float[] Edges(IEnumerable<float> lines, float least, float greatest)
    {
        var edges = new List<float>();
        foreach (var at in lines.Order())
            if (edges.Count == 0 || at - edges[^1] > SameEdge)
                edges.Add(at);
        if (edges[0] - least > NarrowestPlace * 2)
            edges.Insert(0, least);
        if (greatest - edges[^1] > NarrowestPlace * 2)
            edges.Add(greatest);
        for (var i = edges.Count - 2; i >= 1; i--)
            if (edges[i + 1] - edges[i] < NarrowestPlace)
                edges.RemoveAt(i);
        return [.. edges];
    }

    private static List<PdfCell> Cells(RuleNet net, float[] columns, float[] rows)
    {
        int width = columns.Length - 1, height = rows.Length - 1;
        var right = Parted(net.Upright.Select(r => (r.X0, r.Y0, r.Y1)), columns, rows, isUpright: true);
        var below = Parted(net.Level.Select(r => (r.Y0, r.X0, r.X1)), rows, columns, isUpright: false);
        var taken = new bool[height, width];
        var cells = new List<PdfCell>();
        for (var r = 0; r < height; r++)
            for (var c = 0; c < width; c++)
            {
                if (taken[r, c])
                    continue;
                var (w, h) = (1, 1);
                while (c + w < width && !taken[r, c + w] && !right[r, c + w - 1])
                    w++;
                while (r + h < height && IsOpenRow(r + h, c, w))
                    h++;
                for (var y = r; y < r + h; y++)
                    for (var x = c; x < c + w; x++)
                        taken[y, x] = true;
                cells.Add(new PdfCell { Row = r, Column = c, RowSpan = h, ColumnSpan = w, Width = columns[c + w] - columns[c] });
            }

        return cells;

        // Whether no line parts a stretch of a row from the one above, nor its places from each other.
        bool IsOpenRow(int r, int c, int w)
        {
            for (var x = c; x < c + w; x++)
                if (taken[r, x] || below[r - 1, x] || (x + 1 < c + w && right[r, x]))
                    return false;
            return true;
        }
    }

    /// <summary>Whether each place of the grid is parted from its right (lower) neighbour.</summary>
    private static bool[,] Parted(IEnumerable<(float At, float From, float To)> lines, float[] across, float[] along, bool isUpright)
    {
        var parted = isUpright ? new bool[along.Length - 1, across.Length - 1] : new bool[across.Length - 1, along.Length - 1];
        foreach (var (at, from, to) in lines)
        {
            var edge = PdfTable.NearestEdge(across, at);
            if (edge < 1 || edge > across.Length - 2)
                continue;
            for (var i = 0; i < along.Length - 1; i++)
            {
                var (low, high) = (Math.Min(along[i], along[i + 1]), Math.Max(along[i], along[i + 1]));
                if (Math.Min(to, high) - Math.Max(from, low) <= Parting * (high - low))
                    continue;
                if (isUpright)
                    parted[i, edge - 1] = true;
                else
                    parted[edge - 1, i] = true;
            }
        }

        return parted;
    }

    private static void TakeLetters(List<PdfTable> tables, List<PdfCell?[,]> grids, List<Letter> letters)
    {
        var kept = 0;
        for (var i = 0; i < letters.Count; i++)
        {
            var letter = letters[i];
            var cell = (PdfCell?)null;
            for (var t = 0; t < tables.Count && cell is null; t++)
                cell = CellAt(tables[t], grids[t], letter.Middle, letter.Centre);
            if (cell is null)
                letters[kept++] = letter;
            else
                cell.Letters.Add(letter);
        }

        letters.RemoveRange(kept, letters.Count - kept);
    }

    private static PdfCell? CellAt(PdfTable table, PdfCell?[,] grid, float x, float y)
    {
        if (x < table.Left || x > table.Right || y > table.Top || y < table.Bottom)
            return null;
        return grid[RowAt(table, y), ColumnAt(table, x)];
    }

    /// <summary>The first row that ends below a height.</summary>
    private static int RowAt(PdfTable table, float y)
    {
        var (low, high) = (0, table.RowCount - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = y >= table.Rows[middle + 1] ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>The first column that ends right of a place.</summary>
    private static int ColumnAt(PdfTable table, float x)
    {
        var (low, high) = (0, table.ColumnCount - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = x <= table.Columns[middle + 1] ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    /// <summary>Puts inner tables into the cells around them, and gives up those that hold too little to be tables.</summary>
    private static List<PdfTable> Nest(List<PdfTable> tables, List<PdfCell?[,]> grids, List<Letter> letters)
    {
        var outer = new List<PdfTable>();
        for (var i = 0; i < tables.Count; i++)
        {
            var table = tables[i];
            var around = (PdfCell?)null;
            for (var t = i + 1; t < tables.Count && around is null; t++)
                around = CellAt(tables[t], grids[t], (table.Left + table.Right) / 2, (table.Top + table.Bottom) / 2);
            if (table.Cells.Count(cell => cell.Letters.Exists(l => !l.IsSpace) || cell.Nested.Count > 0) < 2)
            {
                // A frame with one text in it, or a drawing: the text belongs to what is around.
                foreach (var cell in table.Cells)
                    (around?.Letters ?? letters).AddRange(cell.Letters);
            }
            else if (around is not null)
            {
                around.Nested.Add(table);
            }
            else
            {
                outer.Add(table);
            }
        }

        return outer;
    }
}
