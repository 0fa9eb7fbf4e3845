using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting.Tables;

/// <summary>A summary table of the dimensions' totals: a row for each, 小计 below each, or a column for each.</summary>
internal static class DimensionTable
{
    private const int MostDimensions = 12;

    /// <summary>The dimensions of a table; <see langword="null"/> where it is no such table.</summary>
    public static List<DimensionFound>? Read(TableView table) => ByRows(table) ?? ByColumns(table);

    private static List<DimensionFound>? ByRows(TableView table)
    {
        var words = table.Vocabulary.Columns;
        var heads = table.RowCells(0).Select(c => (c.Column, Key: ColumnVocabulary.Key(c.Cell.Text))).ToList();
        var name = Column(heads, words.DimensionNames, "维度");
        var mark = Column(heads, words.DimensionMarks, "分值", "满分", "权重");
        var score = Column([.. heads.Where(h => !h.Key.Contains("自评", StringComparison.Ordinal) && !h.Key.Contains('率', StringComparison.Ordinal))], words.DimensionScores, "得分", "评价分", "核定分", "复核分");
        if (score < 0)
            score = Column([.. heads.Where(h => !h.Key.Contains('率', StringComparison.Ordinal))], words.DimensionScores, "得分", "自评分");
        if (name < 0 || mark < 0 || score < 0)
            return null;
        if (heads.Any(h => h.Key == "二级指标"))
            return BySubtotals(table, name, mark, score);
        var found = new List<DimensionFound>();
        for (var row = 1; row < table.Rows; row++)
            if (table.Value(row, name) is { } text && !words.IsTotal(text) && Amounts.Whole(table.Text(row, score)) is { } points)
                found.Add(Dimension(table, (row, name), (row, mark), (row, score), points));
        return found.Count is >= 2 and <= MostDimensions ? found : null;
    }

    private static int Column(List<(int Column, string Key)> heads, IReadOnlyList<string> listed, params string[] parts)
    {
        var found = heads.FindIndex(h => listed.Contains(h.Key));
        if (found < 0)
            found = heads.FindIndex(h => h.Key.Length <= 12 && parts.Any(p => h.Key.Contains(p, StringComparison.Ordinal)));
        return found < 0 ? -1 : heads[found].Column;
    }

    // With second-level rows, only 小计 gives a dimension's total.
    private static List<DimensionFound>? BySubtotals(TableView table, int name, int mark, int score)
    {
        var found = new List<DimensionFound>();
        var dimension = -1;
        for (var row = 1; row < table.Rows; row++)
        {
            if (table.Value(row, name) is not { } text)
                continue;
            if (ChineseText.Squeeze(text) != "小计")
                dimension = row;
            else if (dimension >= 0 && Amounts.Whole(table.Text(row, score)) is { } points)
                found.Add(Dimension(table, (dimension, name), (row, mark), (row, score), points));
        }

        return found.Count >= 2 ? found : null;
    }

    // 指标 | 决策 | 过程 | 合计, below it 权重 and 得分.
    private static List<DimensionFound>? ByColumns(TableView table)
    {
        var words = table.Vocabulary.Columns;
        var (mark, score) = (-1, -1);
        for (var row = 1; row < table.Rows && row < 6; row++)
        {
            var key = ColumnVocabulary.Key(table.Text(row, 0));
            if (words.DimensionMarks.Contains(key) && mark < 0)
                mark = row;
            else if (words.DimensionScores.Contains(key) && score < 0)
                score = row;
        }

        if (mark < 0 || score < 0)
            return null;
        var found = new List<DimensionFound>();
        foreach (var (column, cell) in table.RowCells(0))
            if (column > 0 && !string.IsNullOrWhiteSpace(cell.Text) && !words.IsTotal(cell.Text) && Amounts.Whole(table.Text(score, column)) is { } points)
                found.Add(Dimension(table, (0, column), (mark, column), (score, column), points));
        return found.Count >= 2 ? found : null;
    }

    private static DimensionFound Dimension(TableView table, (int Row, int Column) name, (int Row, int Column) mark, (int Row, int Column) score, decimal points) =>
        new(DimensionFound.NameIn(table.Text(name.Row, name.Column)), Amounts.Whole(table.Text(mark.Row, mark.Column)), points,
            table.Span(name.Row, name.Column), table.Span(mark.Row, mark.Column), table.Span(score.Row, score.Column));
}
