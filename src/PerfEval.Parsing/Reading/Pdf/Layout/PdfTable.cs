namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>A table on a page: its grid and its cells, in the frame of its text.</summary>
internal sealed class PdfTable
{
    public required int Page { get; init; }

    public required int Turn { get; init; }

    /// <summary>The columns' edges from left to right: one more than there are columns.</summary>
    public required float[] Columns { get; init; }

    /// <summary>Whether the columns' edges are not drawn but found by the text, so that they may differ a little from page to page.</summary>
    public bool HasFoundColumns { get; init; }

    /// <summary>The rows' edges from top to bottom: one more than there are rows.</summary>
    public required float[] Rows { get; init; }

    /// <summary>The cells by row, then column.</summary>
    public required List<PdfCell> Cells { get; init; }

    public float Left => Columns[0];

    public float Right => Columns[^1];

    public float Top => Rows[0];

    public float Bottom => Rows[^1];

    public int RowCount => Rows.Length - 1;

    public int ColumnCount => Columns.Length - 1;

    /// <summary>The index of the edge that is nearest to a place.</summary>
    public static int NearestEdge(IReadOnlyList<float> edges, float at)
    {
        var best = 0;
        for (var i = 1; i < edges.Count; i++)
            if (Math.Abs(edges[i] - at) < Math.Abs(edges[best] - at))
                best = i;
        return best;
    }

    /// <summary>The cell at each place of the grid.</summary>
    public PdfCell?[,] Grid()
    {
        var grid = new PdfCell?[RowCount, ColumnCount];
        foreach (var cell in Cells)
            for (var r = cell.Row; r < cell.Row + cell.RowSpan; r++)
                for (var c = cell.Column; c < cell.Column + cell.ColumnSpan; c++)
                    grid[r, c] = cell;
        return grid;
    }
}

/// <summary>A cell: the places of the grid that it covers, and what stands in it.</summary>
internal sealed class PdfCell
{
    public required int Row { get; set; }

    public required int Column { get; set; }

    public required int RowSpan { get; set; }

    public required int ColumnSpan { get; set; }

    /// <summary>The distance between its left and right edge.</summary>
    public required float Width { get; init; }

    /// <summary>The letters in it, until they are made lines.</summary>
    public List<Letter> Letters { get; } = [];

    /// <summary>Its lines in reading order.</summary>
    public List<PdfLine> Lines { get; set; } = [];

    /// <summary>The tables in it.</summary>
    public List<PdfTable> Nested { get; } = [];

    public bool IsEmpty => Lines.Count == 0 && Nested.Count == 0;
}
