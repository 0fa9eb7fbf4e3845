using System.Buffers;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.TextTables;

/// <summary>What a column of a form holds, as far as that tells which cells may stand in it.</summary>
internal enum FormColumn
{
    Level1,
    Level2,
    Level3,
    Value,
    Points,
    Rate,
    Money,
    Note,
    Reason,
    Short,
    LongText,
    RowLabel,
}

/// <summary>The printed words of evaluation forms: column heads, labels of single values and labels of blocks.</summary>
internal static partial class FormWords
{
    /// <summary>No head, label or block's label is longer.</summary>
    public const int LongestHead = 30;

    private const int LongestLabel = 24;

    /// <summary>A cell without any of these has no note in brackets.</summary>
    private static readonly SearchValues<char> Openings = SearchValues.Create("（(【[");

    /// <summary>Column heads, without brackets and spaces.</summary>
    private static readonly Dictionary<FormColumn, string[]> Heads = new()
    {
        [FormColumn.Level1] = ["一级指标"],
        [FormColumn.Level2] = ["二级指标"],
        [FormColumn.Level3] = ["三级指标", "四级指标", "三级指标名称", "指标名称", "指标内容", "具体指标", "绩效指标名称"],
        [FormColumn.Value] =
        [
            "指标值", "年度指标值", "年初目标值", "年初指标值", "目标值", "年度目标值", "预期指标值", "预期值", "计划值", "计划指标值", "标杆值", "绩效目标值", "年度绩效指标值",
            "实际完成值", "全年实际完成值", "全年实际值", "全年完成值", "年度完成值", "年度实际值", "完成值", "实际值", "业绩值", "实际完成数", "实际完成指标值", "自评完成值", "指标完成值", "全年实际完成情况值",
        ],
        [FormColumn.Points] = ["分值", "权重", "满分", "标准分", "指标分值", "分值权重", "权重分值", "指标权重", "得分", "自评得分", "评价得分", "自评分", "评分", "实际得分", "考核得分", "评分结果", "得分系数"],
        [FormColumn.Rate] = ["执行率", "预算执行率", "资金执行率", "到位率", "资金到位率", "得分率", "完成率"],
        [FormColumn.Money] =
        [
            "年初预算数", "全年预算数", "全年执行数", "预算数", "执行数", "年初预算", "年度预算数", "年度执行数", "调整预算", "调整后预算", "调整后预算数", "调整预算数", "决算数", "实际支出", "实际支出数", "实际到位",
            "实际到位资金", "到位资金", "预算安排", "下达资金", "资金总额", "结转结余", "结余", "计划投资额", "预算执行数", "预算金额", "支出金额", "计划安排资金", "实际使用情况",
        ],
        [FormColumn.Note] = ["评分标准", "评价标准", "评价要点", "指标解释", "指标说明", "评分依据", "评分细则", "计算公式", "数据来源", "佐证材料", "评分规则", "评价内容"],
        [FormColumn.Reason] = ["备注", "原因", "原因分析", "情况说明", "扣分说明", "扣分依据", "存在问题和改进措施"],
        [FormColumn.Short] = ["指标性质", "指标类型", "计算符号", "度量单位", "计量单位", "是否核心指标"],
        [FormColumn.LongText] =
        [
            "预期目标", "年初设定目标", "总体目标", "年初目标", "年初绩效目标", "项目年度目标", "实际完成情况", "全年实际完成情况", "目标实际完成情况", "年度总体目标完成情况综述", "年度目标完成情况", "年度总体目标完成情况",
            "目标完成情况", "总体目标完成情况综述", "任务名称", "主要完成情况", "完成情况", "主要内容",
        ],
    };

    /// <summary>Labels after which a single value follows.</summary>
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "项目名称", "转移支付名称", "专项名称", "专项资金名称", "政策名称", "项目单位", "主管部门", "项目主管部门", "中央主管部门", "地方主管部门", "省级主管部门", "省级财政部门", "市级主管部门", "资金使用单位", "实施单位", "项目实施单位", "项目承担单位", "用款单位",
        "预算单位", "预算部门", "部门名称", "单位名称", "填报单位", "部门预算编码", "预算编码", "项目编码", "项目编号", "项目负责人", "项目负责人及电话", "负责人及电话", "联系人", "联系电话", "项目类别", "项目属性", "项目类型", "项目级次", "填报类型", "填报人",
        "填报日期", "项目起止时间", "起止时间", "实施期限", "项目期限", "评价年度", "预算年度", "自评等级", "评价等级", "自评等次", "自评总分", "自评结论", "评价结论", "存在问题", "改进措施", "偏差大或目标未完成原因分析", "改进措施及结果应用方案", "说明", "其他需要说明的问题",
    };

    /// <summary>Labels of blocks that have column heads of their own.</summary>
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "项目资金", "资金情况", "预算执行情况", "年度资金", "资金投入情况", "绩效指标", "年度绩效指标", "年度绩效目标", "绩效目标", "年度总体目标", "总体目标完成情况", "年度目标", "总体目标", "年度主要任务", "资金管理情况", "项目基本情况", "指标完成情况", "绩效指标完成情况",
    };

    private static readonly string[] Titles = ["自评表", "评价表", "申报表", "评分表", "自评报告", "评价报告"];

    private static readonly HashSet<string> Totals = new(StringComparer.Ordinal) { "合计", "总分", "小计", "总计", "得分合计", "分值合计", "自评总分", "金额合计", "总得分", "评价总分" };

    private static readonly Dictionary<string, FormColumn> ByHead = Heads.SelectMany(pair => pair.Value, (pair, word) => (pair.Key, word)).ToDictionary(x => x.word, x => x.Key, StringComparer.Ordinal);

    /// <summary>The column that a cell heads; <see langword="null"/> for a cell that is no head.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="bare">What <see cref="Bare"/> leaves of it; so too below.</param>
    public static FormColumn? Head(string cell, string bare)
    {
        if (cell.Length is 0 or > LongestHead)
            return null;
        if (ByHead.TryGetValue(bare, out var column))
            return column;
        // The heads of this column are as many as there are forms; all name the cause of a shortfall.
        return bare.Length is > 3 and <= 22 && (bare.EndsWith("原因", StringComparison.Ordinal) || bare.EndsWith("措施", StringComparison.Ordinal) || bare.EndsWith("原因分析", StringComparison.Ordinal)) && bare.Contains("原因", StringComparison.Ordinal) && !Labels.Contains(bare)
            ? FormColumn.Reason
            : null;
    }

    /// <summary>Whether the cell is a label after which a value follows.</summary>
    public static bool IsLabel(string cell, string bare) => cell.Length <= LongestLabel && Labels.Contains(bare);

    /// <summary>Whether the cell is the label of a block with column heads.</summary>
    public static bool IsBlock(string cell, string bare) => cell.Length <= LongestLabel && Blocks.Contains(bare);

    /// <summary>Whether the line is a form's title: the next form in the file begins.</summary>
    public static bool IsTitle(string cell)
    {
        if (cell.Length is < 5 or > 40)
            return false;
        foreach (var title in Titles)
            if (cell.EndsWith(title, StringComparison.Ordinal))
                return cell.AsSpan().IndexOfAny("，。；：") < 0;
        return false;
    }

    /// <summary>Whether the cell begins a row of totals.</summary>
    public static bool IsTotal(string cell) => cell.Length <= 16 && Totals.Contains(Bare(cell));

    /// <summary>The cell without brackets and what they hold, spaces and closing colon.</summary>
    public static string Bare(string cell) =>
        cell.AsSpan().ContainsAny(Openings) || cell is [.., '：' or ':'] or ['★' or '▲' or '*', ..] || ChineseText.HasSpace(cell) ? Extras().Replace(cell, "") : cell;

    [GeneratedRegex(@"[（(【\[][^（()）】\]]*[)）】\]]|\s+|[：:]$|^[★▲*]+")]
    private static partial Regex Extras();
}
