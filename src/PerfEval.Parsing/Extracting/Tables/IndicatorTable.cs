using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting.Tables;

/// <summary>An indicator table (绩效指标表, 评分表) as read.</summary>
internal sealed partial class IndicatorTable
{
    private static readonly string[] Values = ["target", "actual", "fullMark", "score", "selfScore", "deviation"];

    private readonly TableView _view;
    private readonly int _header;
    private readonly int _first;
    private Dictionary<string, int> _columns;

    private IndicatorTable(TableView view, int header, int rows, Dictionary<string, int> columns)
    {
        (_view, _header, _first, _columns) = (view, header, header + rows, columns);
        Read();
    }

    /// <summary>The rows.</summary>
    public List<Indicator> Indicators { get; } = [];

    /// <summary>Where each row's values stand, by field.</summary>
    public List<IReadOnlyList<(string Field, SourceSpan Span)>> Places { get; } = [];

    /// <summary>The total row; −1 where there is none.</summary>
    public int TotalRow { get; private set; } = -1;

    /// <summary>The total of the weights, as the total row gives it.</summary>
    public decimal? TotalMark { get; private set; }

    /// <summary>The total of the points.</summary>
    public decimal? TotalScore { get; private set; }

    /// <summary>The unit's own total, where the table has a column for it beside the evaluator's.</summary>
    public decimal? TotalSelfScore { get; private set; }

    /// <summary>The column of the total points; −1 where unknown.</summary>
    public int TotalColumn { get; private set; } = -1;

    /// <summary>Whether the table has a column for points.</summary>
    public bool HasScores => _columns.ContainsKey("score");

    /// <summary>The view of the table.</summary>
    public TableView View => _view;

    /// <summary>The grid column of a field; −1 where the table has none.</summary>
    public int Column(string field) => _columns.GetValueOrDefault(field, -1);

    /// <summary>Reads the indicator part of a table; <see langword="null"/> where it has none.</summary>
    public static IndicatorTable? Find(TableView view)
    {
        for (var row = 0; row < view.Rows; row++)
            if (Columns(view, row) is var (columns, rows))
                return new IndicatorTable(view, row, rows, columns);
        return null;
    }

    /// <summary>The columns by field, if the row is the head of an indicator table.</summary>
    private static (Dictionary<string, int> Columns, int Rows)? Columns(TableView view, int row)
    {
        // Most rows hold no head at all; only a row with 三级指标 or the like is looked at closely.
        if (!HeadsLevel3(view, row))
            return null;
        var head = TableHead.Read(view, row);
        var heads = head.Heads.Select(h => (h.Column, Field: view.Words(h.Text).IndicatorField, h.Text)).ToList();
        if (!heads.Any(h => h.Field == "level3") || heads.Count(h => h.Field is not null) < 3
            || !heads.Any(h => h.Field is not null && Values.Contains(h.Field)))
            return null;
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        string? before = null;
        foreach (var (column, field, _) in heads)
        {
            if (field is null)
            {
                before = null;
                continue;
            }

            // 一级指标 | 分值 | 二级指标 | 分值: a weight belongs to the level on its left.
            if (field != "fullMark" || before is not ("level1" or "level2") || heads.Count(h => h.Field == "fullMark") == 1)
                columns.TryAdd(field, column);
            before = field;
        }

        // With both a self score and one score, the one without 自评 is the evaluator's; alone, 自评得分 is the score.
        if (!columns.ContainsKey("score") && columns.Remove("selfScore", out var self))
            columns.Add("score", self);
        return (columns, head.Rows);
    }

    private static bool HeadsLevel3(TableView view, int row)
    {
        foreach (var (_, cell) in view.RowCells(row))
            if (view.Words(cell.Text).IndicatorField == "level3")
                return true;
        return false;
    }

    private void Read()
    {
        OutlineText? level1 = null, level2 = null;
        for (var row = _first; row < _view.Rows; row++)
        {
            if (_view.SameRow(row, _header))
                continue;
            // A second block of indicators has a head of its own.
            if (Columns(_view, row) is var (columns, rows))
            {
                (_columns, level1, level2) = (columns, null, null);
                row += rows - 1;
                continue;
            }

            if (IsTotal(row))
            {
                ReadTotal(row);
                if (!IsSubtotal(row))
                    break;
                continue;
            }

            if (Ends(row))
                break;
            var (own1, own2, own3) = (Name(row, "level1"), Name(row, "level2"), Name(row, "level3"));
            // A new group begins with its own second level; an empty cell below a name is the merged cell of a text export.
            // A dash says that there is none.
            level2 = own2 ?? (SaysNothing(row, "level2") || (own1 is not null && own1.Text != level1?.Text) ? null : level2);
            level1 = own1 ?? (SaysNothing(row, "level1") ? null : level1);
            if (own3 is null ? !SaysNothing(row, "level3") || IsEmpty(row) : _view.Vocabulary.Columns.IsPlaceholder(own3.Text) || (IsEmpty(row) && own3.Text.Length <= 2))
                continue;
            var indicator = Indicator(row, level1?.Text, level2?.Text, own3?.Text);
            Indicators.Add(indicator);
            Places.Add([.. Levels(level1, level2, own3), .. Cells(row, indicator)]);
        }
    }

    private Indicator Indicator(int row, string? level1, string? level2, string? level3) => new()
    {
        Level1 = level1,
        Level2 = level2,
        Level3 = level3,
        Operator = Cell(row, "operator"),
        Target = Cell(row, "target"),
        Unit = Cell(row, "unit"),
        Actual = Cell(row, "actual"),
        FullMark = Number(row, "fullMark"),
        Score = Number(row, "score"),
        Deviation = Cell(row, "deviation"),
    };

    private string? Cell(int row, string field) => _columns.TryGetValue(field, out var column) ? _view.Value(row, column)?.Replace("\n", "", StringComparison.Ordinal) : null;

    private decimal? Number(int row, string field) => Cell(row, field) is { } text ? Amounts.Whole(text) : null;

    private static IEnumerable<(string, SourceSpan)> Levels(OutlineText? level1, OutlineText? level2, OutlineText? level3)
    {
        if (level1 is not null)
            yield return ("level1", level1.Span);
        if (level2 is not null)
            yield return ("level2", level2.Span);
        if (level3 is not null)
            yield return ("level3", level3.Span);
    }

    private IEnumerable<(string, SourceSpan)> Cells(int row, Indicator indicator)
    {
        (string Field, object? Value)[] values =
        [
            ("operator", indicator.Operator), ("target", indicator.Target), ("unit", indicator.Unit), ("actual", indicator.Actual),
            ("fullMark", indicator.FullMark), ("score", indicator.Score), ("deviation", indicator.Deviation),
        ];
        return values.Where(v => v.Value is not null).Select(v => (v.Field, _view.Span(row, _columns[v.Field])));
    }

    // The name without the form's counter before it and the weight behind it.
    private OutlineText? Name(int row, string field)
    {
        if (Cell(row, field) is not { } text)
            return null;
        var whole = ChineseText.Name(text);
        var counter = whole.StartsWith("指标", StringComparison.Ordinal) ? Counter().Match(whole).Length : 0;
        var name = whole is [.., '）' or ')'] ? Weight().Replace(whole[counter..], "") : whole[counter..];
        return name.Length == 0 ? null
            : new OutlineText(name, _view.SpanSqueezed(row, _columns[field], ChineseText.Squeeze(whole[..counter]).Length, ChineseText.Squeeze(name).Length));
    }

    // A blank cell may be the merged one of a text export; a mark for nothing is not.
    private bool SaysNothing(int row, string field) =>
        _columns.TryGetValue(field, out var column) && _view.Text(row, column).Trim().Length > 0 && _view.Value(row, column) is null;

    private bool IsEmpty(int row) => Values.All(v => Cell(row, v) is null);

    private bool IsTotal(int row) => _view.RowCells(row).Select(c => c.Cell.Text).FirstOrDefault(t => !string.IsNullOrWhiteSpace(t)) is { } first && _view.Vocabulary.Columns.IsTotal(first);

    private bool IsSubtotal(int row) => _view.RowCells(row).Select(c => ChineseText.Squeeze(c.Cell.Text)).FirstOrDefault(t => t.Length > 0) == "小计";

    // 说明, 改进措施, 评价结论: the rows below the indicators have a label of their own and one long value.
    private bool Ends(int row)
    {
        var first = _view.RowCells(row).FirstOrDefault(c => !string.IsNullOrWhiteSpace(c.Cell.Text));
        if (first.Cell is null || first.Column >= _columns["level3"])
            return false;
        var texts = _view.RowCells(row).Count(c => !string.IsNullOrWhiteSpace(c.Cell.Text));
        var label = ColumnVocabulary.Key(first.Cell.Text);
        return (texts <= 2 && Cell(row, "level3") is null && _view.Value(row, _columns["level3"]) is null && !label.EndsWith("指标", StringComparison.Ordinal))
            || label.StartsWith('注') || label.StartsWith("说明", StringComparison.Ordinal) || (texts == 2 && ReferenceEquals(_view.Cell(row, _columns["level3"]), _view.Cell(row, _view.Columns - 1)));
    }

    private void ReadTotal(int row)
    {
        if (IsSubtotal(row))
            return;
        TotalRow = row;
        TotalMark = Number(row, "fullMark");
        TotalScore = Number(row, "score");
        TotalColumn = Column("score");
        if (_columns.TryGetValue("selfScore", out var self) && self >= 0)
            TotalSelfScore = Number(row, "selfScore");
        // The total row is often merged differently: the last number is the points, the one before it the weights.
        var numbers = _view.RowCells(row).Select(c => (c.Column, Value: Amounts.Whole(c.Cell.Text))).Where(n => n.Value is not null).ToList();
        if (TotalScore is null && HasScores && numbers.Count > 0 && (numbers.Count > 1 || numbers[0].Value != 100m))
            (TotalScore, TotalColumn) = (numbers[^1].Value, numbers[^1].Column);
        if (TotalMark is null && numbers.Count > 1)
            TotalMark = numbers[^2].Value;
    }

    // 产出指标（50分）, 立项(4), 产出数量（10%）.
    [GeneratedRegex(@"[（(]\s*(权重|分值|满分)?\s*[:：]?\s*\d+(\.\d+)?\s*[分%％]?\s*[）)]$")]
    private static partial Regex Weight();

    // 指标1：易积水点, 指标2: …
    [GeneratedRegex(@"^指标\s*\d{1,2}\s*[:：]\s*(?=.)")]
    private static partial Regex Counter();
}
