using System.Runtime.InteropServices;
using PerfEval.Parsing.Reading.Pdf.Content;

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
    public static List<PageItem> Order(List<TextRow> rows, IReadOnlyList<PdfTable> tables, LineMaker maker, PageContent page)
    {
        var items = new List<PageItem>(rows.Count + tables.Count);
        var waiting = tables.OrderByDescending(t => t.Top).ToList();
        float left = float.MaxValue, right = float.MinValue;
        foreach (var row in rows)
            (left, right) = (Math.Min(left, row.Left), Math.Max(right, row.Right));
        for (var i = 0; i < rows.Count;)
        {
            AddTables(items, waiting, above: rows[i].Baseline);
            var end = ColumnsEnd(rows, i, (left, right), waiting.Count > 0 ? waiting[0].Top : float.MinValue, out var strip);
            if (end > i)
            {
                AddColumn(items, rows, i, end, strip, isLeft: true, maker, page);
                AddColumn(items, rows, i, end, strip, isLeft: false, maker, page);
                i = end;
            }
            else
            {
                Add(items, maker.Line(page, rows[i].Letters));
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

    private static void AddColumn(List<PageItem> items, List<TextRow> rows, int first, int end, float strip, bool isLeft, LineMaker maker, PageContent page)
    {
        var lines = new List<PdfLine>();
        var letters = new List<Letter>();
        for (var i = first; i < end; i++)
        {
            letters.Clear();
            foreach (ref readonly var letter in rows[i].Letters)
                if (letter.Middle < strip == isLeft)
                    letters.Add(letter);
            if (maker.Line(page, CollectionsMarshal.AsSpan(letters)) is { } line)
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
    private static int ColumnsEnd(List<TextRow> rows, int first, (float Left, float Right) extent, float tableTop, out float strip)
    {
        strip = 0;
        if (rows.Count - first < FewestRows || rows.Count > MostRows)
            return first;
        var best = first;
        var (left, right) = extent;
        // Rows of absurd width are searched in as many steps as others; beside their numbers a point would be none.
        var step = Math.Max(Math.Max(2, rows[first].Size / 2), (right - left) / MostSteps);
        if (!float.IsFinite(step))
            return first;
        for (var at = left + From * (right - left); at <= left + To * (right - left); at += step)
        {
            var end = first;
            while (end < rows.Count && rows[end].Baseline > tableTop && !Crosses(rows[end], at))
                end++;
            if (end > best && end - first >= FewestRows && IsFilled(rows, first, end, at))
                (best, strip) = (end, at);
        }

        return best;
    }

    private static bool Crosses(TextRow row, float at)
    {
        var (from, to) = (at - Strip / 2 * row.Size, at + Strip / 2 * row.Size);
        foreach (var run in row.Runs)
            if (run.Left < to && run.Right > from)
                return true;
        return false;
    }

    private static bool IsFilled(List<TextRow> rows, int first, int end, float at) =>
        IsSideFilled(rows, first, end, at, isLeft: true) && IsSideFilled(rows, first, end, at, isLeft: false);

    private static bool IsSideFilled(List<TextRow> rows, int first, int end, float at, bool isLeft)
    {
        float left = float.MaxValue, right = float.MinValue;
        var count = 0;
        for (var i = first; i < end; i++)
            if (Extent(rows[i], at, isLeft) is { } extent)
                (left, right, count) = (Math.Min(left, extent.Left), Math.Max(right, extent.Right), count + 1);
        var width = right - left;
        if (count < FewestRows || width < Narrowest * rows[first].Size)
            return false;
        var filled = 0;
        for (var i = first; i < end; i++)
            filled += Extent(rows[i], at, isLeft) is { } extent && extent.Right - extent.Left >= Filled * width ? 1 : 0;
        return filled * 5 >= count * 2;
    }

    /// <summary>From where to where a row's runs on one side of the strip reach; <see langword="null"/> where it has none there.</summary>
    private static (float Left, float Right)? Extent(TextRow row, float at, bool isLeft)
    {
        (float Left, float Right)? extent = null;
        foreach (var run in row.Runs)
            if (isLeft ? run.Right < at : run.Left > at)
                extent = (extent?.Left ?? run.Left, run.Right);
        return extent;
    }
}
