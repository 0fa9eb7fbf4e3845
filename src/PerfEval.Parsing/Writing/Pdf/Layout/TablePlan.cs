using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Writing.Pdf.Fonts;

namespace PerfEval.Parsing.Writing.Pdf.Layout;

/// <summary>A cell at its place: rows and columns from first to last; columns are those that some cell's edge parts.</summary>
internal sealed class PlannedCell(TableCell cell, int row, int lastRow, List<ShapedCharacter[]> text)
{
    public TableCell Cell => cell;

    public int Row => row;

    public int LastRow => lastRow;

    public int Column { get; set; }

    public int EndColumn { get; set; }

    /// <summary>The lines as the text has them.</summary>
    public List<ShapedCharacter[]> Text => text;

    /// <summary>The lines as printed: the soft line, its first character and the one behind its last.</summary>
    public List<(int Soft, int Start, int End)> Lines { get; } = [];

    public double Natural { get; } = text.Max(line => ShapedText.Width(line));

    public double WidestPiece { get; } = text.Max(line => LineBreaker.WidestPiece(line));
}

/// <summary>How a table is printed: its cells' places, its columns' widths, the size of its type, and on which way of the page it stands.</summary>
internal sealed class TablePlan
{
    /// <summary>The white space between a border and text, in units of the font size.</summary>
    public const double PaddingShare = 1.0 / 3;

    /// <summary>The line height in units of the font size.</summary>
    private const double LineHeight = 1.3;

    private TablePlan(Table table, DocumentFonts fonts)
    {
        Table = table;
        Cells = Place(table, fonts);
        ColumnCount = Columns(Cells);
        HeadRows = TableHead.Rows(table);
    }

    public Table Table { get; }

    public List<List<PlannedCell>> Cells { get; }

    public int ColumnCount { get; }

    public double Size { get; private set; }

    public bool IsLandscape { get; private set; }

    public double Padding => PaddingShare * Size;

    public double Leading => LineHeight * Size;

    /// <summary>Where the columns begin, from the left of the text, and where the last one ends.</summary>
    public double[] Edges { get; private set; } = [];

    /// <summary>How many rows are repeated on each page.</summary>
    public int HeadRows { get; }

    /// <summary>Plans a table.</summary>
    public static TablePlan Of(Table table, DocumentFonts fonts)
    {
        var plan = new TablePlan(table, fonts);
        var (size, landscape, widths) = ColumnWidths.Choose([.. plan.Cells.SelectMany(r => r)], plan.ColumnCount);
        (plan.Size, plan.IsLandscape) = (size, landscape);
        plan.Edges = [0, .. widths];
        for (var i = 1; i < plan.Edges.Length; i++)
            plan.Edges[i] += plan.Edges[i - 1];
        plan.BreakLines();
        return plan;
    }

    /// <summary>The height of some of a cell's lines.</summary>
    public double Height(int lines) => Math.Max(1, lines) * Leading + 2 * Padding;

    /// <summary>The height that the rows up to the end of the head, or of the first row, need at least on one page.</summary>
    public double FirstHeight => Cells.Take(Math.Max(1, HeadRows)).Sum(row => row.Select(c => Height(Math.Min(c.Lines.Count, 3))).DefaultIfEmpty(0).Max()) + Height(1);

    private void BreakLines()
    {
        foreach (var cell in Cells.SelectMany(r => r))
        {
            // Half a point of play, since the edges are rounded.
            var room = Math.Max(0.5, (Edges[cell.EndColumn] - Edges[cell.Column] - 2 * Padding + 0.1) / Size);
            for (var i = 0; i < cell.Text.Count; i++)
            {
                var lines = LineBreaker.Break(cell.Text[i], room, room);
                cell.Lines.AddRange(lines.Select(l => (i, l.Start, l.End)));
                if (lines.Count == 0 && cell.Text.Count > 1)
                    cell.Lines.Add((i, 0, 0));
            }
        }
    }

    // As Table.ToGrid places them: a cell begins where no cell from above stands. Wrong spans may be huge, so no grid is made.
    private static List<List<PlannedCell>> Place(Table table, DocumentFonts fonts)
    {
        var rows = new List<List<PlannedCell>>();
        var open = new List<(long Start, long End, int LastRow)>();
        var edges = new List<(PlannedCell Cell, long Start, long End)>();
        for (var r = 0; r < table.Rows.Count; r++)
        {
            open.RemoveAll(o => o.LastRow < r);
            open.Sort();
            var (row, at) = (new List<PlannedCell>(), 0L);
            var begun = new List<(long, long, int)>();
            foreach (var cell in table.Rows[r].Cells)
            {
                while (open.FindIndex(o => o.Start <= at && at < o.End) is >= 0 and var above)
                    at = open[above].End;
                var end = at + Math.Max(1, cell.ColumnSpan);
                var next = open.FindIndex(o => o.Start > at && o.Start < end);
                var last = (int)Math.Min(table.Rows.Count - 1, (long)r + Math.Max(1, cell.RowSpan) - 1);
                row.Add(new PlannedCell(cell, r, last, ShapedText.Lines(cell.Text, fonts)));
                edges.Add((row[^1], at, next < 0 ? end : open[next].Start));
                begun.Add((at, end, last));
                at = end;
            }

            open.AddRange(begun);
            rows.Add(row);
        }

        var columns = edges.SelectMany(e => (long[])[e.Start, e.End]).Distinct().Order().Index().ToDictionary(e => e.Item, e => e.Index);
        foreach (var (cell, start, end) in edges)
            (cell.Column, cell.EndColumn) = (columns[start], columns[end]);
        return rows;
    }

    private static int Columns(List<List<PlannedCell>> cells) => cells.SelectMany(r => r).Select(c => c.EndColumn).DefaultIfEmpty(1).Max();
}
