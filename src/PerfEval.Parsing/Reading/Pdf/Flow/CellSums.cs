using System.Runtime.InteropServices;
using PerfEval.Parsing.Reading.Pdf.Layout;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>What the cells of a table say together: how wide their text may be, and which columns group others.</summary>
/// <param name="before">The same of further cells, which count too.</param>
internal sealed class CellSums(CellSums? before = null)
{
    /// <summary>The white space between a cell's border and its text, in points, where the cell does not show it.</summary>
    private const float WidestPadding = 7;

    private readonly Dictionary<(int Column, int Span), float> _widest = [];
    private readonly HashSet<int> _filled = [];
    private readonly HashSet<int> _grouping = [];
    private float _padding = float.PositiveInfinity;

    private float Padding => Math.Min(_padding, before?.Padding ?? float.PositiveInfinity);

    public void Add(PdfCell cell)
    {
        if (cell.ColumnSpan == 1 && !cell.IsEmpty)
        {
            _filled.Add(cell.Column);
            if (cell.RowSpan > 1)
                _grouping.Add(cell.Column);
        }

        if (cell.Lines.Count == 0)
            return;
        var width = cell.Lines[0].Width;
        foreach (var line in cell.Lines)
            width = Math.Max(width, line.Width);
        if ((cell.Width - width) / 2 is > 0 and var padding)
            _padding = Math.Min(_padding, padding);
        ref var widest = ref CollectionsMarshal.GetValueRefOrAddDefault(_widest, (cell.Column, cell.ColumnSpan), out var isKnown);
        widest = isKnown ? Math.Max(widest, width) : width;
    }

    public CellSums Add(List<PdfCell> cells)
    {
        foreach (var cell in cells)
            Add(cell);
        return this;
    }

    /// <summary>
    /// The width that the text of a cell may take: that of the widest line in cells of the same columns, which a wrapped text nearly fills, unless
    /// it would leave more white space at the borders than tables have, or none. Where the borders are only found by the text, the text alone says it.
    /// </summary>
    public float InnerWidth(PdfCell cell, bool areFound)
    {
        var most = cell.Width - 2 * Math.Min(float.IsFinite(Padding) ? Padding : 0, WidestPadding);
        return Math.Min(most, Math.Max(Widest((cell.Column, cell.ColumnSpan)) ?? 0, areFound ? 0 : cell.Width - 2 * WidestPadding));
    }

    /// <summary>Whether a column has cells that cover several rows.</summary>
    public bool IsGrouping(int column) => _grouping.Contains(column) || before?.IsGrouping(column) == true;

    /// <summary>Whether a column has cells of its own that are not empty.</summary>
    public bool IsFilled(int column) => _filled.Contains(column) || before?.IsFilled(column) == true;

    private float? Widest((int, int) columns)
    {
        var widest = before?.Widest(columns);
        return _widest.TryGetValue(columns, out var own) ? Math.Max(own, widest ?? own) : widest;
    }
}
