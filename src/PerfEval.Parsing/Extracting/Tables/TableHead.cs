using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting.Tables;

/// <summary>The head of a table's columns, which takes one row or two: below 二级指标 stand 名称 and 分值, below 预算数 年初预算数 and 全年预算数.</summary>
internal sealed class TableHead
{
    private static readonly string[] Repeats = ["名称", "内容", "指标名称", "指标"];

    private TableHead(IReadOnlyList<(int Column, string Text)> heads, int rows) => (Heads, Rows) = (heads, rows);

    /// <summary>Each column's head, where it has one.</summary>
    public IReadOnlyList<(int Column, string Text)> Heads { get; }

    /// <summary>How many rows the head takes.</summary>
    public int Rows { get; }

    /// <summary>Reads the head that begins in a row.</summary>
    public static TableHead Read(TableView view, int row)
    {
        var upper = view.RowCells(row).Where(c => c.Cell.Text.Length > 0).Select(c => (c.Column, c.Cell.Text)).ToList();
        if (row + 1 >= view.Rows || upper.Count(u => view.Words(u.Text).IsHead) < 2 || !IsLower(view, row + 1))
            return new TableHead(upper, 1);
        var heads = new List<(int, string)>();
        for (var column = 0; column < view.Columns; column++)
        {
            var above = view.Text(row, column);
            var below = ReferenceEquals(view.Cell(row, column), view.Cell(row + 1, column)) ? "" : view.Text(row + 1, column);
            if (below.Trim().Length > 0)
                // 名称 repeats the head above; in a text export that head stands further left.
                heads.Add((column, Repeats.Contains(ColumnVocabulary.Key(below)) ? Above(upper, column) : below));
            else if (above.Trim().Length > 0 && (column == 0 || !ReferenceEquals(view.Cell(row, column), view.Cell(row, column - 1))))
                heads.Add((column, above));
        }

        return new TableHead(heads, 2);
    }

    private static string Above(List<(int Column, string Text)> upper, int column) => upper.LastOrDefault(u => u.Column <= column).Text ?? "";

    // A second row of heads holds at least two heads and nothing else.
    private static bool IsLower(TableView view, int row)
    {
        var heads = 0;
        foreach (var (column, cell) in view.RowCells(row))
        {
            if (string.IsNullOrWhiteSpace(cell.Text) || ReferenceEquals(cell, view.Cell(row - 1, column)))
                continue;
            if (!Repeats.Contains(ColumnVocabulary.Key(cell.Text)) && !view.Words(cell.Text).IsHead)
                return false;
            heads++;
        }

        return heads >= 2;
    }
}
