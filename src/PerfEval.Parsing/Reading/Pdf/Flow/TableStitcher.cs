using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Layout;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>
/// Puts the pieces of a table on several pages together: drops header rows that come again, joins a row that a page's end broke, and lets
/// merged cells go on.
/// </summary>
internal static class TableStitcher
{
    private const float SameEdge = 5;
    private const float SameWidth = 9;

    /// <summary>How much of a page may be free below a piece: the next row would not have fitted.</summary>
    private const double FreeBelow = 0.2;

    /// <summary>Adds the piece on the next page, if it goes on with the table.</summary>
    /// <param name="table">The table so far.</param>
    /// <param name="next">The first table of the next page.</param>
    /// <param name="page">The page of the table's last piece.</param>
    public static bool TryAdd(TableDraft table, PdfTable next, PageLayout page)
    {
        if (next.Turn != table.Last.Turn || !ReachesEnd(table.Last, next, page))
            return false;
        var piece = new TableDraft(next);
        var shift = next.Left - table.Columns[0];
        if (Math.Abs(next.Right - next.Left - (table.Columns[^1] - table.Columns[0])) > SameWidth)
        {
            // Merged cells that go on are sometimes drawn without their borders, so that the piece lacks the columns on its left.
            var missing = table.Columns.FindIndex(x => Math.Abs(x - next.Left) <= SameEdge);
            if (missing <= 0 || Math.Abs(next.Right - table.Columns[^1]) > SameEdge)
                return false;
            piece.AddEmptyColumns(table.Columns[..missing]);
            shift = 0;
        }

        if (next.HasFoundColumns && table.Last.HasFoundColumns && IsAlike(table.Columns, piece.Columns, shift))
            piece.MoveColumns(table.Columns.ConvertAll(x => x + shift));
        if (!SharesEdges(table.Columns, piece.Columns, shift))
            return false;
        var columns = Union(table.Columns, piece.Columns, shift);
        table.Refine(columns);
        for (var i = 0; i < piece.Columns.Count; i++)
            piece.Columns[i] -= shift;
        piece.Refine(columns);
        Append(table, piece);
        table.Last = next;
        return true;
    }

    /// <summary>Whether two sets of columns that were found by the text are the same ones.</summary>
    private static bool IsAlike(List<float> columns, List<float> next, float shift)
    {
        if (columns.Count != next.Count)
            return false;
        for (var i = 1; i < columns.Count - 1; i++)
            if (Math.Abs(next[i] - shift - columns[i]) > 0.45f * Math.Min(columns[i] - columns[i - 1], columns[i + 1] - columns[i]))
                return false;
        return true;
    }

    private static bool SharesEdges(List<float> columns, List<float> next, float shift)
    {
        int shared = 0, inner = 0;
        var moved = next.ConvertAll(x => x - shift);
        var (few, many) = columns.Count <= moved.Count ? (columns, moved) : (moved, columns);
        for (var i = 1; i < few.Count - 1; i++)
        {
            inner++;
            shared += many.Exists(x => Math.Abs(x - few[i]) <= SameEdge) ? 1 : 0;
        }

        return inner == 0 || shared * 10 >= inner * 6;
    }

    private static bool ReachesEnd(PdfTable last, PdfTable next, PageLayout page)
    {
        if (last.Turn != 0)
            return true;
        var lowest = page.Lines.Where(l => l is { Turn: 0, Role: BlockRole.Footer }).Select(l => (double)l.Top).DefaultIfEmpty(page.Box.Bottom).Max();
        var height = page.Box.Top - page.Box.Bottom;
        return last.Bottom - lowest <= Math.Max(FreeBelow * height, next.Rows[0] - next.Rows[1] + 0.12 * height);
    }

    private static List<float> Union(List<float> columns, List<float> next, float shift)
    {
        var union = new List<float>(columns);
        foreach (var edge in next)
            if (!union.Exists(x => Math.Abs(x - (edge - shift)) <= SameEdge))
                union.Add(edge - shift);
        union.Sort();
        return union;
    }

    private static void Append(TableDraft table, TableDraft piece)
    {
        var below = piece.Grid();
        var first = RepeatedHeader(table.Head(), below);
        if (first > 0)
            table.HeaderRows = Math.Max(table.HeaderRows, first);
        if (first >= piece.RowCount)
            return;
        piece.Cells.RemoveAll(c => c.Row < first);
        var (last, next) = (table.LastRow(), below[first]);
        var continues = IsSameRow(table, piece, last, next);
        var offset = table.RowCount - first - (continues ? 1 : 0);
        var (gone, extended) = (new HashSet<PdfCell>(), new HashSet<PdfCell>());
        for (var c = 0; c < next.Length; c++)
            if (next[c] is { } lower && lower.Row == first && last[c] is { } upper && !gone.Contains(lower) && AreAligned(upper, lower)
                && (continues || GoesOn(table, piece, upper, lower)))
            {
                upper.Lines.AddRange(lower.Lines);
                upper.Nested.AddRange(lower.Nested);
                upper.RowSpan += lower.RowSpan - (continues ? 1 : 0);
                gone.Add(lower);
                extended.Add(upper);
            }

        piece.Cells.RemoveAll(gone.Contains);
        foreach (var cell in piece.Cells)
            cell.Row += offset;
        table.Add(piece.Cells, extended);
        table.RowPages.AddRange(piece.RowPages.Skip(first + (continues ? 1 : 0)));
    }

    private static bool AreAligned(PdfCell a, PdfCell b) => a.Column == b.Column && a.ColumnSpan == b.ColumnSpan;

    /// <summary>How many rows at the top of the piece are the table's first rows again.</summary>
    private static int RepeatedHeader(PdfCell?[][] table, PdfCell?[][] piece)
    {
        var rows = 0;
        while (rows < Math.Min(table.Length, piece.Length) && Key(table[rows]) is { Length: > 0 } key && key == Key(piece[rows]))
            rows++;
        // A header ends where all of its cells do.
        while (rows > 0 && rows < piece.Length && piece[rows].Any(c => c is not null && c.Row < rows))
            rows--;
        return rows;
    }

    private static string Key(PdfCell?[] row)
    {
        var texts = row.Where(c => c is not null).Distinct().Select(c => ChineseText.Squeeze(string.Concat(c!.Lines.Select(l => l.Text))));
        var key = string.Join('|', texts);
        return key.Length > row.Length ? key : "";
    }

    /// <summary>
    /// Whether a page's first row is the rest of the row above: its cells go on with cells that have text, others that have are empty now, and
    /// among those are all of the row's figures, which fit on one line and are not broken. A row without figures has its name above.
    /// </summary>
    private static bool IsSameRow(TableDraft table, TableDraft piece, PdfCell?[] last, PdfCell?[] next)
    {
        var groups = GroupColumns(table, piece);
        PdfCell? name = null;
        int figures = 0, figuresAgain = 0, finished = 0;
        for (var c = 0; c < next.Length; c++)
        {
            if (last[c] is not { } upper || next[c] is not { } lower || !AreAligned(upper, lower) || (!lower.IsEmpty && upper.IsEmpty))
                return false;
            // A merged cell may have ended its text long above.
            if (upper.Column != c || upper.IsEmpty || upper.RowSpan > 1 || lower.RowSpan > 1 || groups[c])
                continue;
            finished += lower.IsEmpty ? 1 : 0;
            name ??= upper;
            if (IsFigure(upper))
            {
                figures++;
                figuresAgain += lower.IsEmpty ? 0 : 1;
            }
        }

        if (name is null || figuresAgain > 0)
            return false;
        var (sums, areFound) = (table.Sums, table.Last.HasFoundColumns);
        if (finished == 0 || figures == 0)
            return BreaksOff(last, next, cell => sums.InnerWidth(cell, areFound)) || (finished > 0 && next[name.Column]!.IsEmpty);
        var rest = next[name.Column]!;
        return rest.IsEmpty || (TableBlocks.GoesOn(name.Lines[^1], rest.Lines[0], sums.InnerWidth(name, areFound)));
    }

    private static bool BreaksOff(PdfCell?[] last, PdfCell?[] next, Func<PdfCell, float> widths)
    {
        // A value of a few characters is not broken, however narrow its cell. The words of a head row are.
        const int LongestValue = 8;
        var longest = IsHead(last) && IsHead(next) ? 0 : LongestValue;
        for (var c = 0; c < next.Length; c++)
            if (next[c] is { IsEmpty: false } lower && last[c] is { Lines.Count: > 0 } upper && lower.Lines.Count > 0
                && (upper.Lines.Sum(l => l.Text.Length) <= longest || WrapWidth.EndsSentence(upper.Lines[^1].Text)
                    || !TableBlocks.GoesOn(upper.Lines[^1], lower.Lines[0], widths(upper))))
                return false;
        return next.Any(c => c is { IsEmpty: false });
    }

    /// <summary>Whether a row may be part of a table's head: several cells have text, and none has a figure.</summary>
    private static bool IsHead(PdfCell?[] row)
    {
        const int Several = 4;
        var texts = row.Where(c => c is { IsEmpty: false }).Distinct().Select(c => string.Concat(c!.Lines.Select(l => l.Text))).ToList();
        return texts.Count >= Several && !texts.Exists(t => t.Any(char.IsDigit));
    }

    private static bool IsFigure(PdfCell cell) =>
        cell.Lines is [{ Text: var text }] && text.Any(char.IsDigit) && text.All(c => char.IsDigit(c) || c is '.' or '%' or '-' or '．' or '％' or '分');

    /// <summary>Whether a cell is the rest of a merged one: it is empty, and it or the one above covers several rows, or stands in a column of such cells.</summary>
    private static bool GoesOn(TableDraft table, TableDraft piece, PdfCell upper, PdfCell lower)
    {
        if (!lower.IsEmpty || upper.IsEmpty)
            return false;
        return upper.RowSpan > 1 || lower.RowSpan > 1 || GroupColumns(table, piece)[upper.Column];
    }

    /// <summary>
    /// The columns of cells that cover several rows. Groups stand left of what they group: in the first column whose cells each have one row, and behind
    /// it, there are none.
    /// </summary>
    private static bool[] GroupColumns(TableDraft table, TableDraft piece)
    {
        var sums = table.Sums.Add(piece.Cells);
        var groups = new bool[table.Columns.Count - 1];
        for (var c = 0; c < groups.Length; c++)
        {
            groups[c] = sums.IsGrouping(c);
            if (!groups[c] && sums.IsFilled(c))
                break;
        }

        return groups;
    }
}
