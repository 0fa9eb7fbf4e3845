using PerfEval.Parsing.Reading.Pdf.Content;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>
/// Tables without upright lines: rows whose runs stand in columns. Three rows of three columns are enough; between two level lines of one
/// width (三线表) two of two are.
/// </summary>
internal sealed class AlignedTables
{
    private const int FewestColumns = 3;
    private const int FewestRows = 3;
    private const int MostColumns = 60;

    /// <summary>Rows further apart than this many font sizes do not belong together.</summary>
    private const float WidestRowGap = 3.2f;

    /// <summary>A row nearer than this to the one above may be its second line.</summary>
    private const float NextLine = 1.75f;

    /// <summary>How much of the font size parts columns at least.</summary>
    private const float ColumnGap = 0.8f;

    private readonly List<TextRow> _rows;
    private readonly List<(float Top, float Bottom, float Left, float Right)> _framed;
    private readonly PageContent _page;
    private readonly int _turn;

    private AlignedTables(List<TextRow> rows, List<(float, float, float, float)> framed, PageContent page, int turn) =>
        (_rows, _framed, _page, _turn) = (rows, framed, page, turn);

    /// <summary>Finds the tables among letters that no ruled table holds.</summary>
    /// <returns>The tables, and the rows that belong to none.</returns>
    public static (List<PdfTable> Tables, List<TextRow> Rows) Find(PageContent page, int turn, List<Letter> letters, IReadOnlyList<PdfTable> ruled)
    {
        var rows = TextRow.Of(letters);
        var tables = new List<PdfTable>();
        if (!rows.Exists(r => r.Runs.Count > 1))
            return (tables, rows);
        var level = page.Rules.Select(r => Turns.ToFrame(r, turn)).Where(r => r.Y1 - r.Y0 < 1 && r.X1 - r.X0 > 100).ToList();
        var finder = new AlignedTables(rows, Frames(level, ruled), page, turn);
        var rest = new List<TextRow>();
        for (var i = 0; i < rows.Count;)
        {
            if (finder.TableAt(i, ruled, out var end) is { } table)
            {
                // Heads in the middle of columns that are flush right show columns of their own: they are put over the table by their order.
                if (rest.Count > 0 && i > 0 && ReferenceEquals(rest[^1], rows[i - 1]) && finder.WithHead(table, rows[i - 1], rows[i]) is { } headed)
                {
                    rest.RemoveAt(rest.Count - 1);
                    table = headed;
                }

                tables.Add(table);
                i = end;
            }
            else
            {
                rest.Add(rows[i++]);
            }
        }

        return (tables, rest);
    }

    /// <summary>The stretches between the first and last of at least two level lines of one width.</summary>
    private static List<(float Top, float Bottom, float Left, float Right)> Frames(List<Rule> level, IReadOnlyList<PdfTable> ruled)
    {
        var frames = new List<(float Top, float Bottom, float Left, float Right)>();
        level.RemoveAll(r => ruled.Any(t => r.Y0 <= t.Top + 3 && r.Y0 >= t.Bottom - 3));
        foreach (var group in level.GroupBy(r => (MathF.Round(r.X0 / 6), MathF.Round(r.X1 / 6))))
            if (group.Max(r => r.Y0) - group.Min(r => r.Y0) > 20)
                frames.Add((group.Max(r => r.Y0), group.Min(r => r.Y0), group.First().X0, group.First().X1));
        return frames;
    }

    private (float Top, float Bottom, float Left, float Right) FrameAt(float baseline)
    {
        foreach (var frame in _framed)
            if (baseline < frame.Top && baseline > frame.Bottom)
                return frame;
        return default;
    }

    private PdfTable? TableAt(int first, IReadOnlyList<PdfTable> ruled, out int end)
    {
        end = first;
        var frame = FrameAt(_rows[first].Baseline);
        var isFramed = frame.Right > frame.Left;
        var (fewestColumns, fewestRows) = isFramed ? (2, 2) : (FewestColumns, FewestRows);
        if (_rows[first].Runs.Count < fewestColumns || _rows[first].Runs.Count > MostColumns)
            return null;
        var columns = _rows[first].Runs.ConvertAll(r => (r.Left, r.Right));
        var full = 0;
        for (var i = first; i < _rows.Count; i++)
        {
            var row = _rows[i];
            if (i > first && (_rows[i - 1].Baseline - row.Baseline > WidestRowGap * row.Size || (isFramed && row.Baseline < frame.Bottom)
                || ruled.Any(t => t.Top < _rows[i - 1].Baseline && t.Top > row.Baseline)))
                break;
            if (row.Runs.Count > MostColumns)
                break;
            var merged = Merge(columns, row.Runs, ColumnGap * row.Size);
            var inside = row.Runs.Count >= fewestColumns - 1 || (i > first && IsSecondLine(row, _rows[i - 1], columns));
            if (!inside || merged.Count < fewestColumns || merged.Count < columns.Count)
                break;
            columns = merged;
            full += row.Runs.Count >= fewestColumns ? 1 : 0;
            end = i + 1;
        }

        if (full < fewestRows || !IsTabular(first, end, columns))
        {
            end = first;
            return null;
        }

        return Build(first, end, columns);
    }

    /// <summary>The table with the row above it as its head; <see langword="null"/> where that is none.</summary>
    private PdfTable? WithHead(PdfTable table, TextRow head, TextRow first)
    {
        if (head.Runs.Count != table.ColumnCount || head.Runs.Count < FewestColumns || head.Baseline - first.Baseline > WidestRowGap * first.Size)
            return null;
        for (var c = 0; c < head.Runs.Count; c++)
            if (head.Runs[c].Right < table.Columns[c] - head.Size || head.Runs[c].Left > table.Columns[c + 1] + head.Size)
                return null;
        foreach (var cell in table.Cells)
            cell.Row++;
        var headed = new PdfTable
        {
            Page = _page.Number,
            Turn = _turn,
            Columns = table.Columns,
            HasFoundColumns = true,
            Rows = [head.Baseline + head.Size, .. table.Rows],
            Cells = table.Cells,
        };
        for (var c = 0; c < head.Runs.Count; c++)
        {
            var cell = new PdfCell { Row = 0, Column = c, RowSpan = 1, ColumnSpan = 1, Width = table.Columns[c + 1] - table.Columns[c] };
            cell.Letters.AddRange(head.Letters[head.Runs[c].First..head.Runs[c].End]);
            headed.Cells.Insert(c, cell);
        }

        return headed;
    }

    // Prose set with gaps (names, labels) fills few places; a table fills most.
    private bool IsTabular(int first, int end, List<(float Left, float Right)> columns)
    {
        var runs = 0;
        var rows = 0;
        for (var i = first; i < end; i++)
        {
            if (_rows[i].Runs.Count < 2)
                continue;
            runs += _rows[i].Runs.Count;
            rows++;
        }

        return runs * 5 >= rows * columns.Count * 3;
    }

    private static bool IsSecondLine(TextRow row, TextRow above, List<(float Left, float Right)> columns) =>
        above.Baseline - row.Baseline < NextLine * row.Size && row.Runs.TrueForAll(r => columns.Exists(c => r.Left > c.Left - row.Size && r.Right < c.Right + 2 * row.Size));

    /// <summary>The columns' extents with a row's runs put in; runs that bridge columns melt them together.</summary>
    private static List<(float Left, float Right)> Merge(List<(float Left, float Right)> columns, List<TextRun> runs, float gap)
    {
        var merged = new List<(float Left, float Right)>(columns.Count + runs.Count);
        // Both go from left to right.
        for (int c = 0, r = 0; c < columns.Count || r < runs.Count;)
        {
            var isColumn = r == runs.Count || (c < columns.Count && columns[c].Left <= runs[r].Left);
            var (left, right) = isColumn ? columns[c++] : (runs[r].Left, runs[r++].Right);
            if (merged.Count > 0 && left - merged[^1].Right < gap)
                merged[^1] = (merged[^1].Left, Math.Max(merged[^1].Right, right));
            else
                merged.Add((left, right));
        }

        return merged;
    }

    private PdfTable Build(int first, int end, List<(float Left, float Right)> columns)
    {
        var edges = new float[columns.Count + 1];
        (edges[0], edges[^1]) = (columns[0].Left - 1, columns[^1].Right + 1);
        for (var c = 1; c < columns.Count; c++)
            edges[c] = (columns[c - 1].Right + columns[c].Left) / 2;

        var rows = new List<List<TextRow>>();
        for (var i = first; i < end; i++)
        {
            var row = _rows[i];
            var near = i > first && _rows[i - 1].Baseline - row.Baseline < NextLine * row.Size;
            var continues = near && row.Left > edges[1] && row.Runs.Count * 2 <= columns.Count;
            // A lone second line of the first column belongs to the row above too.
            continues |= near && row.Runs.Count == 1 && columns.Count > 2;
            if (continues)
                rows[^1].Add(row);
            else
                rows.Add([row]);
        }

        var table = new PdfTable
        {
            Page = _page.Number,
            Turn = _turn,
            Columns = edges,
            HasFoundColumns = true,
            Rows = [.. rows.Select(r => r[0].Baseline + r[0].Size), rows[^1][^1].Baseline - 0.3f * rows[^1][^1].Size],
            Cells = [],
        };
        for (var r = 0; r < rows.Count; r++)
            for (var c = 0; c < columns.Count; c++)
                table.Cells.Add(new PdfCell { Row = r, Column = c, RowSpan = 1, ColumnSpan = 1, Width = edges[c + 1] - edges[c] });
        for (var r = 0; r < rows.Count; r++)
            foreach (var row in rows[r])
                foreach (var run in row.Runs)
                    table.Cells[r * columns.Count + ColumnOf(run, edges)].Letters.AddRange(row.Letters[run.First..run.End]);
        return table;
    }

    private static int ColumnOf(TextRun run, float[] edges)
    {
        var middle = (run.Left + run.Right) / 2;
        var column = 0;
        while (column + 2 < edges.Length && middle > edges[column + 1])
            column++;
        return column;
    }
}
