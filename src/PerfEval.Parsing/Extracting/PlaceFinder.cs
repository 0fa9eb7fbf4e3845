using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Extracting;

/// <summary>Says of characters of a block where they stand in the file: page and box, part and cell, line and offset. One finder belongs to one parse.</summary>
internal sealed class PlaceFinder
{
    private readonly SourceDocument _document;
    private readonly TableGrids _grids;
    private readonly Dictionary<int, List<(int Start, int End, int Row, int Column)>> _cells = [];

    /// <summary>A finder for a document.</summary>
    public PlaceFinder(SourceDocument document)
        : this(document, new TableGrids())
    {
    }

    /// <summary>A finder for a document whose tables others read too.</summary>
    public PlaceFinder(SourceDocument document, TableGrids grids) => (_document, _grids) = (document, grids);

    /// <summary>The place of a stretch of a block's text; what reaches beyond the text is cut off.</summary>
    public EvidencePlace Find(SourceSpan span) => Locate(span).ToPlace();

    /// <summary>The place that <see cref="Find"/> gives, for evidence.</summary>
    public FoundPlace Locate(SourceSpan span)
    {
        var block = _document.Blocks[span.Block];
        var start = Math.Clamp(span.Start, 0, block.Text.Length);
        var length = Math.Clamp(span.Length, 0, block.Text.Length - start);
        var onPage = block.Layout?.Find(start, length);
        var cell = block is Table table ? CellOf(span.Block, table, start, length) : null;
        var line = block.Lines?.Find(start);
        return new FoundPlace(block.Text.Substring(start, length), onPage?.Page ?? block.Page, span.Block, start, length, block.Path,
            cell?.Row, cell?.Column, line?.Line, line?.Offset, onPage is { } found ? Rounded(found.Box) : null);
    }

    // A hundredth of a point is far finer than any print; more digits would only be noise in JSON.
    private static PageBox Rounded(PageBox box) =>
        new(Math.Round(box.Left, 2), Math.Round(box.Bottom, 2), Math.Round(box.Right, 2), Math.Round(box.Top, 2));

    private (int Row, int Column)? CellOf(int block, Table table, int start, int length)
    {
        if (!_cells.TryGetValue(block, out var cells))
            _cells.Add(block, cells = Cells(table));
        var (low, high) = (0, cells.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (cells[middle].Start <= start)
                low = middle;
            else
                high = middle - 1;
        }

        return high >= 0 && cells[low].Start <= start && start + length <= cells[low].End ? (cells[low].Row, cells[low].Column) : null;
    }

    // Empty cells share their position with the separator behind them: only the last of them is found, which holds for no value.
    private List<(int Start, int End, int Row, int Column)> Cells(Table table)
    {
        var found = new List<(int, int, int, int)>();
        var seen = new HashSet<TableCell>(ReferenceEqualityComparer.Instance);
        var grid = _grids.Of(table);
        for (var row = 0; row < grid.Length; row++)
            for (var column = 0; column < grid[row].Length; column++)
                if (grid[row][column] is { } cell && seen.Add(cell))
                    found.Add((cell.Start, cell.Start + cell.Text.Length, row + 1, column + 1));
        found.Sort((a, b) => a.Item1.CompareTo(b.Item1));
        return found;
    }
}
