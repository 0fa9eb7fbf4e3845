using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>Lines that form one table.</summary>
/// <param name="First">The first line's index.</param>
/// <param name="End">The index after the last line.</param>
/// <param name="Rows">The rows read from them.</param>
/// <param name="Stretches">On which line and where on it the cells' texts stand.</param>
internal sealed record TableRegion(int First, int End, IReadOnlyList<TableRow> Rows, IReadOnlyList<CellStretch> Stretches)
{
    /// <summary>A table of which every line that is not blank is a cell, in the order of the rows.</summary>
    /// <param name="cells">The lines as cells.</param>
    /// <param name="first">The first cell.</param>
    /// <param name="end">The cell after the last.</param>
    /// <param name="rows">The rows.</param>
    public static TableRegion OfLines(FormCells cells, int first, int end, IReadOnlyList<TableRow> rows)
    {
        var stretches = new List<CellStretch>(end - first);
        var next = first;
        foreach (var (index, cell) in rows.SelectMany(row => row.Cells).Index())
        {
            if (cell.Text.Length == 0)
                continue;
            while (cells[next].Length == 0)
                next++;
            stretches.Add(cells.Stretch(next++, index));
        }

        return new TableRegion(cells.Line(first), cells.Line(end - 1) + 1, rows, stretches);
    }

    /// <summary>Marks the lines as taken.</summary>
    public TableRegion Claim(List<TextLine> lines)
    {
        for (var i = First; i < End; i++)
            lines[i].Kind = LineKind.Table;
        return this;
    }
}
