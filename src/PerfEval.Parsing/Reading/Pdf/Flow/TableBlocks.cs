using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Layout;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>Makes a table block of a table's cells.</summary>
internal static class TableBlocks
{
    public static Table Make(TableDraft draft)
    {
        var places = new List<(int Row, int Index, LineJoin Join)>();
        var sums = new CellSums().Add(draft.Cells);
        var rows = new List<TableRow>(draft.RowCount);
        var byRow = draft.Cells.ToLookup(c => c.Row);
        for (var r = 0; r < draft.RowCount; r++)
        {
            var cells = new List<TableCell>();
            foreach (var cell in byRow[r].OrderBy(c => c.Column))
            {
                IReadOnlyList<Table> nested = cell.Nested.Count == 0 ? [] : cell.Nested.ConvertAll(t => Make(new TableDraft(t)));
                var join = Join(cell, sums.InnerWidth(cell, draft.Last.HasFoundColumns), nested);
                places.Add((r, cells.Count, join));
                cells.Add(new TableCell(join.Text, cell.RowSpan, cell.ColumnSpan) { Nested = nested });
            }

            rows.Add(new TableRow(cells, r < draft.HeaderRows) { Page = draft.RowPages[r] });
        }

        var table = new Table(rows);
        var lines = new List<PlacedLine>(places.Count);
        foreach (var (row, index, join) in places)
            foreach (var line in join.Places)
                lines.Add(line.At(line.Start + table.Rows[row].Cells[index].Start));
        return table with { Layout = new TextLayout(lines), Page = draft.RowPages.Count > 0 ? draft.RowPages[0] : null };
    }

    /// <summary>A cell's lines as paragraphs: a line that had room for the next one's first word ends one.</summary>
    private static LineJoin Join(PdfCell cell, float width, IReadOnlyList<Table> nested)
    {
        var join = new LineJoin();
        List<(PdfTable First, Table Second)> tables = cell.Nested.Count == 0 ? [] : [.. cell.Nested.Zip(nested)];
        for (var i = 0; i < cell.Lines.Count; i++)
        {
            var line = cell.Lines[i];
            var inner = tables.Count == 0 ? -1 : FirstAbove(tables, line);
            if (inner >= 0)
            {
                join.Break(tables[inner].Second.Text, tables[inner].Second.Layout!.Lines);
                tables.RemoveAt(inner);
                join.Break(line);
            }
            else if (i > 0 && GoesOn(cell.Lines[i - 1], line, width))
            {
                join.Continue(line);
            }
            else
            {
                join.Break(line);
            }
        }

        foreach (var (_, table) in tables)
            join.Break(table.Text, table.Layout!.Lines);
        return join;
    }

    private static int FirstAbove(List<(PdfTable First, Table Second)> tables, PdfLine line) =>
        tables.FindIndex(t => t.First.Turn == line.Turn && t.First.Page == line.Page && t.First.Top > line.Baseline);

    /// <summary>Whether a line of a cell of this inner width goes on on the next.</summary>
    public static bool GoesOn(PdfLine line, PdfLine next, float width)
    {
        // Characters one below the other are a word set upright.
        if (line.Text.Length <= 2 && next.Text.Length <= 2 && ChineseText.IsHan(next.Text[0]))
            return true;
        return width - line.Width < next.FirstWordWidth + 0.35f * line.Size;
    }
}
