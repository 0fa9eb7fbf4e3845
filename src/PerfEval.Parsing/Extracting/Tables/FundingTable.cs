using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting.Tables;

/// <summary>A funding table, or the funding part of a form, as read.</summary>
internal sealed partial class FundingTable
{
    private static readonly string[] Money = ["initialBudget", "budget", "received", "spent"];

    private readonly TableView _view;
    private readonly int _header;
    private readonly int _first;
    private readonly Dictionary<string, int> _columns;
    private readonly int _name;
    private readonly decimal _factor;
    private readonly SourceSpan? _unit;

    private FundingTable(TableView view, int header, int rows, Dictionary<string, int> columns)
    {
        (_view, _header, _first, _columns) = (view, header, header + rows, columns);
        _name = NameColumn();
        (_factor, _unit) = Unit();
        Read();
    }

    /// <summary>The view of the table.</summary>
    public TableView View => _view;

    /// <summary>The total row's figures; <see langword="null"/> where the table has no total row.</summary>
    public FundingLine? Total { get; private set; }

    /// <summary>The total's row in the grid.</summary>
    public int TotalRow { get; private set; } = -1;

    /// <summary>The weight that the funding part's own label bears: 预算执行情况（20分）; <see langword="null"/> where it bears none.</summary>
    public decimal? LabelMark { get; private set; }

    /// <summary>Where that weight stands.</summary>
    public SourceSpan LabelMarkSpan { get; private set; }

    /// <summary>The rows, the total apart.</summary>
    public List<FundingLine> Lines { get; } = [];

    /// <summary>Each line's row in the grid.</summary>
    public List<int> LineRows { get; } = [];

    /// <summary>Whether nothing says in which unit the money stands.</summary>
    public bool IsUnitAssumed => _unit is null;

    /// <summary>Whether the rows are years, not sources or uses.</summary>
    public bool IsByYear => Lines.Count > 0 && Lines.All(l => Year().IsMatch(l.Name));

    /// <summary>Where a row's figure stands, and behind it its unit where it is money.</summary>
    public SourceSpan[] Places(int row, string field) =>
        _unit is { } unit && Money.Contains(field) ? [_view.Span(row, _columns[field]), unit] : [_view.Span(row, _columns[field])];

    /// <summary>Where the name of a line stands.</summary>
    public SourceSpan NamePlace(int line)
    {
        var (row, column) = (LineRows[line], NameColumnOf(LineRows[line]));
        var before = Part().Match(ChineseText.Name(_view.Text(row, column)).TrimEnd('：', ':')).Length;
        return _view.SpanSqueezed(row, column, ChineseText.Squeeze(ChineseText.Name(_view.Text(row, column))[..before]).Length, ChineseText.Squeeze(Lines[line].Name).Length);
    }

    /// <summary>Reads the funding part of a table; <see langword="null"/> where it has none.</summary>
    public static FundingTable? Find(TableView view)
    {
        for (var row = 0; row + 1 < view.Rows; row++)
            if (Columns(view, row) is var (columns, rows) && new FundingTable(view, row, rows, columns) is { } table && (table.Total is not null || table.Lines.Count > 0))
                return table;
        return null;
    }

    private static (Dictionary<string, int> Columns, int Rows)? Columns(TableView view, int row)
    {
        // Most rows name no two columns of money, neither alone nor with the row below.
        if (HeadsMoney(view, row) + (row + 1 < view.Rows ? HeadsMoney(view, row + 1) : 0) < 2)
            return null;
        var heads = TableHead.Read(view, row);
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        // The heads of the indicator part are no heads of money.
        if (heads.Heads.Any(h => view.Words(h.Text).IndicatorField is "level1" or "level2" or "level3" or "target"))
            return null;
        foreach (var (column, text) in heads.Heads)
            if (view.Words(text) is { IsFundingHead: true, FundingField: { } field and not "ignored" } && HoldsFigures(view, row + heads.Rows, column))
                columns.TryAdd(field, column);
        // Heads that are on no list come after those that are; the first column holds names.
        foreach (var (column, text) in heads.Heads)
            if (column > 0 && IsHead(text) && view.Words(text).FundingField is { } field and not "ignored" && HoldsFigures(view, row + heads.Rows, column))
                columns.TryAdd(field, column);
        return columns.Keys.Count(Money.Contains) >= 2 ? (columns, heads.Rows) : null;
    }

    private static int HeadsMoney(TableView view, int row)
    {
        var found = 0;
        foreach (var (_, cell) in view.RowCells(row))
            found += view.Words(cell.Text).FundingField is null ? 0 : 1;
        return found;
    }

    // 年度预算数 may be the label of the rows' names: below it stand texts.
    private static bool HoldsFigures(TableView view, int row, int column) =>
        row >= view.Rows || view.Vocabulary.Columns.IsBlank(view.Text(row, column)) || Amounts.Whole(view.Text(row, column)) is not null || Amounts.Rate(view.Text(row, column)) is not null;

    // A head names a column in a few words; the name of a row (项目支出) or of the whole part (项目资金（万元）) is none where it spans rows.
    private static bool IsHead(string text) => text.Length <= 24 && !text.Contains('。', StringComparison.Ordinal) && Amounts.Whole(text) is null;

    private int NameColumn()
    {
        var first = _columns.Values.Min();
        // The name stands left of the first figure, nearest to it where the form's own label stands further left.
        for (var c = first - 1; c >= 0; c--)
            for (var r = _first; r < _view.Rows && r <= _first + 2; r++)
                if (_view.Text(r, c).Trim() is { Length: > 0 } text && Amounts.Whole(text) is null && !SpansHeader(r, c) && text.Length <= 40 && !IsDescription(c))
                    return c;
        return Math.Max(0, first - 1);
    }

    // The label of the part spans its header row and rows: 项目资金（万元）.
    private bool SpansHeader(int row, int column) =>
        _view.Cell(row, column) is { } cell && (ReferenceEquals(cell, _view.Cell(_header, column)) || ReferenceEquals(cell, _view.Cell(_first - 1, column)));

    private bool IsDescription(int column) =>
        _view.Text(_header, column) is { Length: > 0 } head && ColumnVocabulary.Key(head) is "完成情况" or "主要完成情况" or "项目个数" or "工作内容" or "方式" or "备注" or "年度" && column > 0;

    private (decimal Factor, SourceSpan? Place) Unit()
    {
        for (var row = _header; row >= Math.Max(0, _header - 3); row--)
            foreach (var (column, cell) in _view.RowCells(row))
                if (UnitIn(PlacedText.At(cell.Text, _view.Span(row, column))) is { } inCell)
                    return inCell;
        if (_view.Block.PlacedCaption is { } caption && UnitIn(caption) is { } inCaption)
            return inCaption;
        foreach (var block in _view.Section.Blocks)
        {
            if (ReferenceEquals(block, _view.Block))
                break;
            if (block.IsParagraph && UnitNote().IsMatch(ChineseText.Squeeze(block.Text)) && UnitIn(PlacedText.Of(block)) is { } before)
                return before;
        }

        // Forms are filled in 万元; figures of a million and more without a unit are yuan.
        return (Figures().Any(f => f >= 1_000_000m) ? 1m : 10_000m, null);
    }

    private static (decimal, SourceSpan?)? UnitIn(PlacedText text) =>
        UnitNote().Match(ChineseText.Squeeze(text.Text)) is { Success: true } match && Amounts.FactorIn(match.Value) is { } factor
            ? (factor, text.SliceSqueezed(match.Index, match.Length).Places[0]) : null;

    private IEnumerable<decimal> Figures() =>
        from row in Enumerable.Range(_first, Math.Min(6, Math.Max(0, _view.Rows - _first)))
        from field in Money
        where _columns.ContainsKey(field)
        let value = Amounts.Whole(_view.Text(row, _columns[field]))
        where value is not null
        select value.Value;

    private void Read()
    {
        if (WeightNote().Match(ChineseText.Squeeze(_view.Text(_header, 0))) is { Success: true } weight && !_columns.ContainsKey("fullMark"))
            (LabelMark, LabelMarkSpan) = (Amounts.Number(weight.Groups[1].Value), _view.SpanSqueezed(_header, 0, weight.Groups[1].Index, weight.Groups[1].Length));
        var empty = 0;
        for (var row = _first; row < _view.Rows; row++)
        {
            if (_view.SameRow(row, _header))
                continue;
            if (!IsRow(row))
            {
                if (++empty > 1 || Lines.Count > 0 || Total is not null)
                    break;
                continue;
            }

            var line = Line(row);
            if (_view.Vocabulary.Columns.IsTotal(line.Name) || IsTotalByLabel(row))
            {
                (Total, TotalRow) = (line, row);
                continue;
            }

            Lines.Add(line);
            LineRows.Add(row);
        }
    }

    // A row has a name and, below the money's heads, nothing but figures and blanks.
    private bool IsRow(int row)
    {
        var name = NameAt(row);
        // 资金管理情况 opens the next part of a transfer-payment form.
        if (name.EndsWith("情况", StringComparison.Ordinal))
            return false;
        if (name.Length is 0 or > 60 || _view.Vocabulary.Columns.Indicator.IsListed(name) && Amounts.Whole(name) is null && row > _header + 12)
            return false;
        if (_columns.Values.Any(c => c == _name))
            return false;
        var cells = Money.Where(_columns.ContainsKey).Select(f => _view.Text(row, _columns[f])).ToList();
        // 总体目标 | 预期目标 …: the next part of the form has texts where the figures stood.
        return cells.All(t => _view.Vocabulary.Columns.IsBlank(t) || Amounts.Whole(t) is not null)
            && (cells.Any(t => !string.IsNullOrWhiteSpace(t)) || _view.Vocabulary.Money.Nouns.Any(n => name.Contains(n, StringComparison.Ordinal)));
    }

    private string NameAt(int row) => NameColumnOf(row) is >= 0 and var column ? _view.Text(row, column).Trim() : "";

    // The total's name often stands further left than those of its parts.
    private int NameColumnOf(int row)
    {
        for (var c = _name; c >= 0; c--)
            if (_view.Text(row, c).Trim().Length > 0 && !SpansHeader(row, c))
                return c;
        return -1;
    }

    private bool IsTotalByLabel(int row) => Enumerable.Range(0, _name).Any(c => _view.Vocabulary.Columns.IsTotal(_view.Text(row, c)) && !SpansHeader(row, c));

    private FundingLine Line(int row) => new()
    {
        Name = Part().Replace(ChineseText.Name(NameAt(row)).TrimEnd('：', ':'), ""),
        InitialBudget = MoneyAt(row, "initialBudget"),
        Budget = MoneyAt(row, "budget"),
        Received = MoneyAt(row, "received"),
        Spent = MoneyAt(row, "spent"),
        ExecutionRate = Value(row, "executionRate") is { } rate ? Amounts.Rate(rate) : null,
        FullMark = Value(row, "fullMark") is { } mark ? Amounts.Whole(mark) : null,
        Score = Value(row, "score") is { } score ? Amounts.Whole(score) : null,
    };

    private string? Value(int row, string field) => _columns.TryGetValue(field, out var column) ? _view.Value(row, column) : null;

    private decimal? MoneyAt(int row, string field) => Value(row, field) is { } text && Amounts.Whole(text) is { } value && Math.Abs(value) <= decimal.MaxValue / _factor ? value * _factor : null;

    [GeneratedRegex(@"(?<=单位[:：]|[（(]|金额)(人民币)?(亿|万|千)?元")]
    private static partial Regex UnitNote();

    [GeneratedRegex(@"[（(](\d+(?:\.\d+)?)分[）)]")]
    private static partial Regex WeightNote();

    [GeneratedRegex(@"^(其中|其 中)\s*[:：]?\s*|^\d{1,2}[.、]\s*")]
    private static partial Regex Part();

    [GeneratedRegex(@"^(19|20)\d{2}年?度?$")]
    private static partial Regex Year();
}
