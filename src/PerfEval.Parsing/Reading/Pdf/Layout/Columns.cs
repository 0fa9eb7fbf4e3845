using System.Runtime.InteropServices;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>
/// The order in which a page's rows are read. Where a white strip parts a run of rows into two filled columns, the left column is read before the
/// right one; rows that cross the strip end the columns.
/// </summary>
internal static class Columns
{
    /// <summary>Each column has at least so many rows.</summary>
    private const int FewestRows = 5;

    /// <summary>Columns of prose are filled: most of their rows take most of their width. Labels and values beside each other do not.</summary>
    private const float Filled = 0.7f;

    /// <summary>More rows than a page of text has.</summary>
    private const int MostRows = 500;

    /// <summary>A column of prose has room for so many characters; one of labels has not.</summary>
    private const float Narrowest = 9;

    /// <summary>How wide the strip is at least, in font sizes.</summary>
    private const float Strip = 0.8f;

    /// <summary>Where in the text's width the strip may be.</summary>
    private const float From = 0.3f;
    private const float To = 0.7f;

    private const int MostSteps = 500;

    /// <summary>Orders rows and tables, and makes lines of the rows.</summary>
    public static List<PageItem> Order(List<TextRow> rows, IReadOnlyList<PdfTable> tables, LineMaker maker)
    {
        var items = new List<PageItem>();
        var waiting = tables.OrderByDescending(t => t.Top).ToList();
        for (var i = 0; i < rows.Count;)
        {
            AddTables(items, waiting, above: rows[i].Baseline);
            var end = ColumnsEnd(rows, i, waiting.Count > 0 ? waiting[0].Top : float.MinValue, out var strip);
            if (end > i)
            {
                AddColumn(items, rows, i, end, strip, isLeft: true, maker);
                AddColumn(items, rows, i, end, strip, isLeft: false, maker);
                i = end;
            }
            else
            {
                Add(items, maker.Line(CollectionsMarshal.AsSpan(rows[i].Letters)));
                i++;
            }
        }

        AddTables(items, waiting, float.MinValue);
        return items;
    }

    private static void AddTables(List<PageItem> items, List<PdfTable> waiting, float above)
    {
        while (waiting.Count > 0 && (waiting[0].Top + waiting[0].Bottom) / 2 > above)
        {
            items.Add(new PageItem(null, waiting[0]));
            waiting.RemoveAt(0);
        }
    }

    private static void Add(List<PageItem> items, PdfLine? line)
    {
        if (line is not null)
            items.Add(new PageItem(line, null));
    }

    private static void AddColumn(List<PageItem> items, List<TextRow> rows, int first, int end, float strip, bool isLeft, LineMaker maker)
    {
        var lines = new List<PdfLine>();
        for (var i = first; i < end; i++)
        {
            var letters = rows[i].Letters.Where(l => l.Middle < strip == isLeft).ToList();
            if (maker.Line(CollectionsMarshal.AsSpan(letters)) is { } line)
                lines.Add(line);
        }

        if (lines.Count == 0)
            return;
        var (left, right) = (lines.Min(l => l.Left), lines.Max(l => l.Right));
        foreach (var line in lines)
        {
            (line.ColumnLeft, line.ColumnRight) = (left, right);
            items.Add(new PageItem(line, null));
        }
    }

    /// <summary>Where the columns end that begin with a row; the row itself where none begin.</summary>
    private static int ColumnsEnd(List<TextRow> rows, int first, float tableTop, out float strip)
    {
        strip = 0;
        if (rows.Count - first < FewestRows || rows.Count > MostRows)
            return first;
        var best = first;
        var (left, right) = (rows.Min(r => r.Left), rows.Max(r => r.Right));
        // Rows of absurd width are searched in as many steps as others; beside their numbers a point would be none.
        var step = Math.Max(Math.Max(2, rows[first].Size / 2), (right - left) / MostSteps);
        if (!float.IsFinite(step))
            return first;
        for (var at = left + From * (right - left); at <= left + To * (right - left); at += step)
        {
            var end = first;
            while (end < rows.Count && rows[end].Baseline > tableTop && !Crosses(rows[end], at))
                end++;
            if (end > best && IsFilled(rows, first, end, at))
                (best, strip) = (end, at);
        }

        return best;
    }

    private static bool Crosses(TextRow row, float at) =>
        row.Runs.Exists(r => r.Left < at + Strip / 2 * row.Size && r.Right > at - Strip / 2 * row.Size);

    private static bool IsFilled(List<TextRow> rows, int first, int end, float at)
    {
        var sides = new List<(float Left, float Right)>[] { [], [] };
        for (var i = first; i < end; i++)
        {
            var (leftRuns, rightRuns) = (rows[i].Runs.Where(r => r.Right < at).ToList(), rows[i].Runs.Where(r => r.Left > at).ToList());
            if (leftRuns.Count > 0)
                sides[0].Add((leftRuns[0].Left, leftRuns[^1].Right));
            if (rightRuns.Count > 0)
                sides[1].Add((rightRuns[0].Left, rightRuns[^1].Right));
        }

        var size = rows[first].Size;
        return Array.TrueForAll(sides, side => side.Count >= FewestRows && side.Max(s => s.Right) - side.Min(s => s.Left) >= Narrowest * size && FilledRows(side) * 5 >= side.Count * 2);
    }

    private static int FilledRows(List<(float Left, float Right)> side)
    {
        var width = side.Max(s => s.Right) - side.Min(s => s.Left);
        return side.Count(s => s.Right - s.Left >= Filled * width);
    }
}
