using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>
/// Finds plain tables of figures exported one cell to a line: a row of heads, then rows of a name and equally many figures. Nothing needs to
/// be known about the words; the rhythm is the evidence.
/// </summary>
internal static class NumberGrids
{
    private const int LongestName = 30;
    private const int FewestRows = 2;

    public static IEnumerable<TableRegion> Find(List<TextLine> lines, FormCells cells)
    {
        var taken = 0;
        for (var i = 1; i < cells.Count; i++)
        {
            // A first figure after a name; before the name as many heads as the row has cells.
            if (!IsFigure(cells, i) || !IsName(cells, i - 1))
                continue;
            var figures = Figures(cells, i);
            var first = i - 1 - (figures + 1);
            if (figures < 2 || first < taken || !AreHeads(cells, first, figures + 1))
                continue;
            var rows = 1;
            var end = i + figures;
            while (end < cells.Count && IsName(cells, end) && Figures(cells, end + 1) == figures)
                (rows, end) = (rows + 1, end + 1 + figures);
            if (rows < FewestRows)
                continue;
            yield return TableRegion.OfLines(cells, first, end, [.. Enumerable.Range(0, rows + 1).Select(r => Row(cells, first + r * (figures + 1), figures + 1))]).Claim(lines);
            taken = end;
            i = end - 1;
        }
    }

    private static TableRow Row(FormCells cells, int first, int count) => new([.. Enumerable.Range(first, count).Select(i => new TableCell(cells[i]))]);

    /// <summary>Heads are short, end in no mark and are no figures.</summary>
    private static bool AreHeads(FormCells cells, int first, int count) => Enumerable.Range(first, count).All(i => IsName(cells, i));

    private static bool IsName(FormCells cells, int cell) =>
        cell < cells.Count && cells[cell].Length is > 0 and <= LongestName && cells.IsCell(cell) && !CellFit.IsFigure(cells[cell]) && cells[cell][^1] is not ('。' or '；' or '，' or '：' or ':');

    private static bool IsFigure(FormCells cells, int cell) => cell < cells.Count && CellFit.IsFigure(cells[cell]) && cells.IsCell(cell);

    private static int Figures(FormCells cells, int first)
    {
        var count = 0;
        while (IsFigure(cells, first + count))
            count++;
        return count;
    }
}
