using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Composing;

/// <summary>The rows at the top of a table that name its columns: printed again on each page that the table goes on to.</summary>
internal static class TableHead
{
    private const int FewestColumns = 3;
    private const int MostRows = 3;
    private const int LongestName = 24;

    /// <summary>How many rows are the head: those that are marked, else those that look like one; 0 where there is none.</summary>
    public static int Rows(Table table)
    {
        var marked = table.Rows.TakeWhile(row => row.IsHeader).Count();
        if (table.Rows.Count < 3 && marked == 0)
            return 0;
        var rows = Closed(table, marked > 0 ? marked : 1);
        if (rows > MostRows || rows >= table.Rows.Count)
            return 0;
        return marked > 0 || LooksLikeHead(table, rows) ? rows : 0;
    }

    /// <summary>So many rows that no cell reaches out of them.</summary>
    private static int Closed(Table table, int rows)
    {
        for (var r = 0; r < rows && r < table.Rows.Count; r++)
            foreach (var cell in table.Rows[r].Cells)
                rows = Math.Max(rows, r + Math.Min(cell.RowSpan, table.Rows.Count));
        return rows;
    }

    // Short words over each column; 项目名称 with its value, which takes several columns, is none.
    private static bool LooksLikeHead(Table table, int rows)
    {
        var first = table.Rows[0].Cells;
        return first.Count >= FewestColumns && (rows > 1 || first.All(cell => cell.ColumnSpan == 1)) && table.Rows.Take(rows).All(row => row.Cells.All(IsName));
    }

    private static bool IsName(TableCell cell) =>
        cell.Text.Length is > 0 and <= LongestName && !cell.Text.Any(char.IsAsciiDigit) && cell.Text[^1] is not ('：' or ':');
}
