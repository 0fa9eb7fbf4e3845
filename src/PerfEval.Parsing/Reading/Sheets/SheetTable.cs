using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Sheets;

/// <summary>The rows of one table of a sheet: every place between the first and the last column has its cell, blank ones too.</summary>
internal sealed class SheetTable(List<SheetRow> rows, Func<int, int, SheetArea> areaOf, int left, int right)
{
    /// <summary>In which table row the merged cell ends that covers a column; not beyond the current row where none does.</summary>
    private readonly int[] _coveredUntil = new int[right - left];

    internal IEnumerable<TableRow> Rows()
    {
        for (var index = 0; index < rows.Count; index++)
            yield return new TableRow(Cells(index));
    }

    private List<TableCell> Cells(int index)
    {
        var cells = new List<TableCell>();
        var texts = rows[index].Cells;
        var next = 0;
        for (var column = left; column < right; column++)
        {
            while (next < texts.Count && texts[next].Column < column)
                next++;
            if (_coveredUntil[column - left] > index)
                continue;
            if (next == texts.Count || texts[next].Column > column)
            {
                cells.Add(new TableCell(""));
                continue;
            }

            var area = areaOf(rows[index].Row, column);
            var (rowSpan, columnSpan) = (Math.Min(area.Rows, rows.Count - index), Columns(index, area));
            cells.Add(new TableCell(texts[next].Text, rowSpan, columnSpan));
            Array.Fill(_coveredUntil, index + rowSpan, column - left, columnSpan);
        }

        return cells;
    }

    private int Columns(int index, SheetArea area)
    {
        var columns = 1;
        while (area.Column + columns < Math.Min(area.EndColumn, right) && _coveredUntil[area.Column + columns - left] <= index)
            columns++;
        return columns;
    }
}
