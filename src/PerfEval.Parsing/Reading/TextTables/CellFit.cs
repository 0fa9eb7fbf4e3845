using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>How badly a cell fits a column, and how badly a column can be missed: the costs by which cells are laid into rows.</summary>
internal partial struct CellFit
{
    private const double Never = 20;
    private const double Unlikely = 6;

    private static readonly HashSet<string> FirstLevel = new(StringComparer.Ordinal)
    {
        "产出", "效益", "满意度", "成本", "决策", "过程", "投入", "效果", "管理", "绩效", "资金管理", "预算执行", "履职效能", "管理效率", "社会效应", "履职成效", "履职效果", "预算管理", "资产管理", "运行成本", "服务对象满意度", "项目投入",
    };

    private static readonly HashSet<string> SecondLevel = new(StringComparer.Ordinal)
    {
        "数量", "质量", "时效", "成本", "经济效益", "社会效益", "生态效益", "环境效益", "可持续影响", "可持续发展", "服务对象满意度", "社会公众满意度", "满意度", "项目立项", "绩效目标", "资金投入", "资金落实", "资金管理", "组织实施", "业务管理", "财务管理",
        "产出数量", "产出质量", "产出时效", "产出成本", "项目产出", "项目效益", "实施效益", "目标设定", "预算配置", "预算执行", "预算管理", "资产管理", "职责履行", "履职效益", "经济成本", "社会成本", "生态环境成本", "经济成本指标",
    };

    private readonly string _cell;
    private readonly bool _isNumber, _isBlank, _isNever;
    private (bool IsFirst, bool IsSecond)? _levels;

    /// <summary>What is to be known of a cell whatever its column.</summary>
    public CellFit(string cell)
    {
        _cell = cell;
        _isNumber = IsNumber(cell);
        _isBlank = cell is "—" or "-" or "/" or "——" or "–" or "*" or "＊" or "\\";
        _isNever = IsSpacedLine(cell) || cell.StartsWith("注：", StringComparison.Ordinal) || cell.StartsWith("注:", StringComparison.Ordinal);
    }

    /// <summary>The cost of the cell in a column.</summary>
    public double Cost(FormColumn column)
    {
        var (cell, number, blank) = (_cell, _isNumber, _isBlank);
        if (_isNever)
            return Never;
        if (column is FormColumn.Value or FormColumn.Note or FormColumn.Reason && IsGroup(cell))
            return Unlikely;
        return column switch
        {
            FormColumn.Level1 or FormColumn.Level2 or FormColumn.Level3 => number || blank ? Never : Level(column),
            FormColumn.RowLabel => number || blank || cell.Length > 40 ? Never : 0,
            FormColumn.Points => number && Points().IsMatch(cell) ? 0 : blank ? 0.5 : number ? 4 : Never,
            FormColumn.Rate => cell.EndsWith('%') || cell.EndsWith('％') ? 0 : blank || number ? 1 : Never,
            FormColumn.Money => blank ? 0 : !number ? Never : cell.EndsWith('%') ? Unlikely : 0,
            FormColumn.Value => blank ? 1 : number ? (Points().IsMatch(cell) ? 1.5 : 0) : HasValue().IsMatch(cell) ? (cell.Length > 30 ? 3 : 0) : cell.Length > 30 ? 4 : 1,
            FormColumn.Note => number ? 12 : cell.Length >= 8 ? 0 : 2,
            FormColumn.Reason => blank || cell is "无" or "暂无" ? 0 : number ? 12 : cell.Length >= 8 ? 0 : 2.5,
            FormColumn.Short => cell.Length <= 5 && !number ? 0 : 8,
            _ => number ? 8 : cell.Length >= 4 ? 0 : 1,
        };
    }

    /// <summary>The cost of leaving a column blank in a row.</summary>
    public static double Skip(FormColumn column) => column switch
    {
        // Merged cells stand once for many rows.
        FormColumn.Level1 or FormColumn.Level2 => 0.5,
        FormColumn.Reason => 0.3,
        FormColumn.Level3 or FormColumn.RowLabel => 8,
        FormColumn.Value => 5,
        // An amount is missing less often than a weight or a score.
        FormColumn.Money => 4,
        FormColumn.Rate => 2,
        FormColumn.Points => 3,
        FormColumn.Short => 2,
        _ => 5,
    };

    /// <summary>Whether a cell is a figure: an amount, a score, a share or a mark that none is due.</summary>
    public static bool IsFigure(string cell) => cell is "—" or "-" or "/" or "——" or "–" || IsNumber(cell);

    /// <summary>Whether a cell stands for rows that were never filled in (<c>……</c>).</summary>
    public static bool IsPlaceholder(string cell) => cell.Length <= 6 && cell.AsSpan().TrimStart("…．.·").IsEmpty;

    private double Level(FormColumn column)
    {
        if (_cell is [>= 'A' and <= 'F', ..] && Code().Match(_cell) is { Success: true } code)
            return code.Groups[1].Length == (int)column - (int)FormColumn.Level1 ? 0 : 8;
        var (first, second) = _levels ??= Levels(_cell);
        var length = _cell.Length > 14 ? 4 : 0;
        return column switch
        {
            FormColumn.Level1 => first ? (second ? 0.6 : 0) : second ? 3.5 : 3 + length,
            FormColumn.Level2 => second ? (first ? 0.3 : 0) : first ? 2.5 : 2 + length,
            _ => first || second ? (_cell.Contains("指标", StringComparison.Ordinal) ? 5 : 1) : _cell.Length > 45 ? 5 : 0,
        };
    }

    /// <summary>Whether the cell is called as indicators of the first and of the second level are.</summary>
    private static (bool IsFirst, bool IsSecond) Levels(string cell)
    {
        var name = FormWords.Bare(cell);
        if (name.EndsWith("指标", StringComparison.Ordinal))
            name = name[..^2];
        if (name.Length > 0 && (name[^1] == '分' || char.IsDigit(name[^1])))
            name = Weight().Replace(name, "");
        var short1 = name.StartsWith("项目", StringComparison.Ordinal) ? name[2..] : name;
        return (FirstLevel.Contains(name) || FirstLevel.Contains(short1), SecondLevel.Contains(name));
    }

    private static bool IsSpacedLine(string cell) => cell.AsSpan().ContainsAny(':', '：') && SpacedLine().IsMatch(cell);

    private static bool IsNumber(string cell) => cell.Length > 0 && (char.IsDigit(cell[0]) || cell[0] is '-' or '+' or '±' or '￥' or '¥') && Number().IsMatch(cell);

    /// <summary>Whether the cell is a usual name of a group of indicators, which no text column holds.</summary>
    private static bool IsGroup(string cell)
    {
        if (cell.Length > 16)
            return false;
        var name = FormWords.Bare(cell);
        name = name.EndsWith("指标", StringComparison.Ordinal) ? name[..^2] : name;
        return FirstLevel.Contains(name) || SecondLevel.Contains(name);
    }

    [GeneratedRegex(@"^[-+±￥¥]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:[%％]|万元|元|分)?$")]
    private static partial Regex Number();

    /// <summary>A weight or score: at most three digits before the point.</summary>
    [GeneratedRegex(@"^-?\d{1,3}(?:\.\d{1,3})?分?$")]
    private static partial Regex Points();

    [GeneratedRegex(@"[≥≤＞＜>=<≧≦＝%％]|\d|^(?:不|达|完成|良好|优|合格|有效|健全|明显|显著|基本|部分|较|充分|规范|合理|按|未|无|是|否|提|改善|及时)")]
    private static partial Regex HasValue();

    /// <summary>The codes of the Shanghai family: A project decision, A1 …, A11 ….</summary>
    [GeneratedRegex(@"^[A-F](\d{0,2})(?=[\u4e00-\u9fff])")]
    private static partial Regex Code();

    [GeneratedRegex(@"\d+(?:\.\d+)?分?$")]
    private static partial Regex Weight();

    /// <summary>A line of several labels with wide gaps (填报人：…    联系电话：…) is never a cell.</summary>
    [GeneratedRegex(@"[:：].*(?:\s{2,}|\u3000).*[:：]")]
    private static partial Regex SpacedLine();
}
