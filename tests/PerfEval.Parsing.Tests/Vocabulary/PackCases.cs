using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Vocabulary;

/// <summary>A word of one kind, a text that has it, and what the text gives with the pack and without.</summary>
/// <param name="Pack">The pack's parts.</param>
/// <param name="Text">The report: text, or a page where it has tables.</param>
/// <param name="Told">What is looked at.</param>
/// <param name="Without">What it is by the library's own words.</param>
/// <param name="With">What it is with the pack.</param>
internal sealed record PackCase(string Pack, string Text, Func<ParseResult, string?> Told, string? Without, string? With);

/// <summary>One case for each kind of word that a pack may hold. The words are invented.</summary>
internal static class PackCases
{
    private const string Title = "松岭县乡村客运补贴项目支出绩效评价报告\n\n一、项目概况\n全县开通乡村客运线路二十四条，由县客运服务中心按月考核班次。\n\n";

    private const string Indicators = "<tr><td>一级指标</td><td>二级指标</td><td>三级指标</td><td>年度指标值</td><td>实际完成值</td><td>分值</td><td>得分</td></tr>";

    private const string Row = "<tr><td>产出指标</td><td>数量指标</td><td>开通线路</td><td>24条</td><td>25条</td><td>50</td><td>48</td></tr>";

    private const string SecondRow = "<tr><td>效益指标</td><td>社会效益</td><td>通客车率</td><td>100%</td><td>未涉及</td><td>50</td><td>40</td></tr>";

    public static Dictionary<string, PackCase> All { get; } = new(StringComparer.Ordinal)
    {
        ["headings.sections"] = new(
            """ "headings":{"sections":[{"kind":"problems","phrases":["症结所在"]}]} """,
            Title + "二、症结所在\n1.冬季停班较多。四个高海拔村冬季道路结冰，全年停班四十一天。\n2.补贴拨付偏慢。二季度补贴到七月才拨付。\n",
            r => Count(r.Report.Problems), "0", "2"),
        ["headings.sections.under"] = new(
            """ "headings":{"sections":[{"kind":"problems","phrases":["症结所在"],"under":["conclusion"]}]} """,
            Title + "二、症结所在\n全年停班四十一天。\n三、评价结论\n（一）症结所在\n二季度补贴到七月才拨付。\n",
            r => string.Join(' ', Walk(r.Report.Sections).Where(s => s.Heading == "症结所在").Select(s => s.Kinds.Count)), "0 0", "0 1"),
        ["headings.joined"] = new(
            """ "headings":{"joined":[{"phrase":"亮点连同对策","kinds":["experiences","recommendations"]}]} """,
            Title + "二、亮点连同对策\n对客流较少的线路实行电话预约发车。\n",
            KindsOfLast, "", "Experiences Recommendations"),
        ["headings.none"] = new(""" "headings":{"none":["有关建议"]} """, Title + "二、有关建议\n对客流较少的线路实行电话预约发车。\n", KindsOfLast, "Recommendations", ""),
        ["headings.words"] = new(
            """ "headings":{"words":[{"kind":"fundingUse","words":["落地"]}]} """, Title + "二、资金到位及落地情况\n补贴按月发放。\n", KindsOfLast, "FundingReceived", "FundingReceived FundingUse"),
        ["headings.idle"] = new(
            """ "headings":{"idle":["症结梳理","来龙去脉"]} """, Title + "二、问题、症结梳理及来龙去脉\n补贴按月发放。\n", KindsOfLast, "", "Problems"),
        ["headings.cores"] = new(
            """ "headings":{"cores":[{"core":"短板","kind":"problems"}]} """, Title + "二、全县客运短板梳理清单\n补贴按月发放。\n", KindsOfLast, "", "Problems"),
        ["labels"] = new(
            """ "labels":{"evaluatedUnit":["用款主体"]} """, Table("<tr><td>项目名称</td><td>乡村客运补贴</td><td>用款主体</td><td>松岭县客运服务中心</td></tr>" + Indicators + Row + SecondRow),
            r => r.Report.EvaluatedUnit, null, "松岭县客运服务中心"),
        ["columns.indicator.heads"] = new(
            """ "columns":{"indicator":[{"field":"target","heads":["约定值"]}]} """, Table(Indicators.Replace("年度指标值", "约定值", StringComparison.Ordinal) + Row + SecondRow),
            r => r.Report.Indicators[0].Target, null, "24条"),
        ["columns.indicator.has"] = new(
            """ "columns":{"indicator":[{"field":"target","has":["约定"]}]} """, Table(Indicators.Replace("年度指标值", "双方约定数", StringComparison.Ordinal) + Row + SecondRow),
            r => r.Report.Indicators[0].Target, null, "24条"),
        ["columns.blank"] = new(""" "columns":{"blank":["未涉及"]} """, Table(Indicators + Row + SecondRow), r => r.Report.Indicators[1].Actual, "未涉及", null),
        ["columns.placeholders"] = new(
            """ "columns":{"placeholders":["待填一"]} """, Table(Indicators + Row + SecondRow.Replace("通客车率", "待填一", StringComparison.Ordinal)),
            r => Count(r.Report.Indicators), "2", "1"),
        ["columns.totals"] = new(
            """ "columns":{"totals":["汇总数"]} """, Table(Indicators + Row + SecondRow + "<tr><td>汇总数</td><td></td><td></td><td></td><td></td><td>100</td><td>88</td></tr>"),
            r => r.Report.Score?.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), null, "88"),
        ["columns.funding.heads"] = new(
            """ "columns":{"funding":[{"field":"spent","heads":["落地数"]}]} """,
            Table("<tr><td>项目名称</td><td colspan=\"3\">乡村客运补贴</td></tr><tr><td>资金来源</td><td>年初预算数</td><td>全年预算数</td><td>落地数</td></tr><tr><td>年度资金总额</td><td>120.00</td><td>118.00</td><td>114.00</td></tr>"),
            r => Yuan(r.Report.Funding?.Spent), null, "1140000"),
        ["columns.dimensionTable"] = new(
            """ "columns":{"dimensionTable":{"names":["板块"],"marks":["配比"],"scores":["所获"]}} """,
            Table("<tr><td>板块</td><td>配比</td><td>所获</td></tr><tr><td>决策</td><td>20</td><td>18</td></tr><tr><td>产出</td><td>80</td><td>70</td></tr>"),
            r => Count(r.Report.DimensionScores), "0", "2"),
        ["columns.objectives"] = new(
            """ "columns":{"objectives":{"expected":["愿景"],"actual":["兑现"]}} """,
            Table("<tr><td>愿景</td><td>兑现</td></tr><tr><td>开通线路二十四条。</td><td>开通线路二十五条。</td></tr>"),
            r => r.Report.Objectives?.Expected, null, "开通线路二十四条。"),
        ["columns.dimensions"] = new(
            """ "columns":{"dimensions":["线路布局","车辆配置"]} """, Title + "二、其他情况\n线路布局20分，得18分；车辆配置30分，得27分。\n", r => Count(r.Report.DimensionScores), "0", "2"),
        ["grades"] = new(
            """ "grades":{"levels":{"good":["二档"]}} """, Title + "二、评价结论\n本项目综合得分为87.5分，评价等级为“二档”。\n",
            r => $"{r.Report.Grade?.Raw} {r.Report.Grade?.Level}", " ", "二档 Good"),
        ["grades.scale"] = new(
            """ "grades":{"levels":{"excellent":["一档"],"good":["二档"],"fair":["三档"]}} """,
            Title + "二、评价标准\n90分（含）以上为一档，75分（含）-90分为二档，75分以下为三档。\n三、评价结论\n本项目综合得分为87.5分，评价等级为三档。\n",
            r => Count([.. r.Diagnostics.Where(d => d.Code == DiagnosticCode.GradeContradictsScore)]), "0", "1"),
        ["titles.endings"] = new(
            """ "titles":{"endings":["考评书"]} """, "松岭县交通运输局\n二〇二五年三月\n松岭县乡村客运补贴项目绩效考评书\n\n一、项目概况\n全县开通乡村客运线路二十四条，由县客运服务中心按月考核班次。\n",
            r => r.Report.Title, null, "松岭县乡村客运补贴项目绩效考评书"),
        ["titles.endings.project"] = new(
            """ "titles":{"endings":["考评书"],"subjects":["考评"]} """, "2024年度乡村客运补贴考评书\n\n一、项目概况\n全县开通乡村客运线路二十四条，由县客运服务中心按月考核班次。\n",
            r => r.Report.ProjectName, null, "乡村客运补贴"),
        ["titles.subjects"] = new(
            """ "titles":{"subjects":["考成"]} """, "松岭县乡村客运补贴项目考成报告\n\n一、项目概况\n全县开通乡村客运线路二十四条，由县客运服务中心按月考核班次。\n",
            r => r.Report.Title, null, "松岭县乡村客运补贴项目考成报告"),
        ["titles.carriers"] = new(
            """ "titles":{"carriers":["收支公告"]} """,
            "松岭县交通运输局2024年度收支公告\n\n一、部门职责\n负责全县道路运输管理，贯彻执行有关法律法规，组织实施公路养护和客运管理等工作，承担行业安全监管。\n\n" + Title,
            r => Count([.. r.Diagnostics.Where(d => d.Code == DiagnosticCode.CarrierTextLeftOut)]), "0", "1"),
        ["titles.furniture"] = new(""" "titles":{"furniture":["示范样式"]} """, "示范样式\n" + Title, r => r.Report.Title, "示范样式松岭县乡村客运补贴项目支出绩效评价报告", "松岭县乡村客运补贴项目支出绩效评价报告"),
        ["titles.contents"] = new(
            """ "titles":{"contents":["篇目"]} """, Title.Replace("\n\n一", "\n\n篇目\n一、项目概况\n二、存在的问题\n\n一", StringComparison.Ordinal) + "二、存在的问题\n补贴拨付偏慢。\n",
            r => Count([.. r.Report.Sections.Where(s => s.Level == 1)]), "4", "2"),
        ["citations.endings"] = new(""" "citations":{"endings":["明白纸"]} """, Title + "二、评价依据\n依据《松岭县乡村客运补贴明白纸》开展评价。\n", r => Count(r.Report.Citations), "0", "1"),
        ["citations.notDocuments"] = new(""" "citations":{"notDocuments":["催办通知"]} """, Title + "二、评价依据\n依据《补贴拨付催办通知》开展评价。\n", r => Count(r.Report.Citations), "1", "0"),
        ["citations.short"] = new(""" "citations":{"short":["补贴办法"]} """, Title + "二、评价依据\n依据《补贴办法》开展评价。\n", r => Count(r.Report.Citations), "1", "0"),
        ["money.fields"] = new(
            """ "money":{"fields":[{"field":"spent","words":["落袋"]}]} """, Title + "二、资金使用情况\n全年落袋114万元。\n", r => Yuan(r.Report.Funding?.Spent), null, "1140000"),
        ["money.excluded"] = new(""" "money":{"excluded":["兜底"]} """, Title + "二、资金使用情况\n全年兜底实际支出114万元。\n", r => Yuan(r.Report.Funding?.Spent), "1140000", null),
        ["money.lines"] = new(
            """ "money":{"lines":{"sources":["片区"],"nouns":["统筹金"]}} """, Title + "二、资金安排情况\n年初预算安排120万元，其中：片区统筹金80万元，县级财政资金40万元。\n",
            r => string.Join(' ', r.Report.Funding?.Lines.Select(l => l.Name) ?? []), "县级财政资金", "片区统筹金 县级财政资金"),
    };

    private static string Count<T>(IReadOnlyList<T> items) => items.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Yuan(decimal? value) => value?.ToString("0", System.Globalization.CultureInfo.InvariantCulture);

    private static string KindsOfLast(ParseResult result) => string.Join(' ', result.Report.Sections[^1].Kinds);

    private static IEnumerable<Section> Walk(IEnumerable<Section> sections) => sections.SelectMany(s => Walk(s.Children).Prepend(s));

    private static string Table(string rows) => $"<!DOCTYPE html><html><body><h1>松岭县乡村客运补贴项目支出绩效自评表</h1><table border=\"1\">{rows}</table></body></html>";
}
