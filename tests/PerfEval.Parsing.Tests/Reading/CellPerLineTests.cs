using PerfEval.Parsing.Documents;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class CellPerLineTests
{
    private static readonly string[] Head = ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"];

    /// <summary>Rows as they were, before blank and merged cells vanished.</summary>
    private static readonly string[][] Rows =
    [
        ["产出指标（50分）", "数量指标", "改造道路长度", "≥3公里", "3.2公里", "10", "10", ""],
        ["", "", "培训人次", "120", "118", "5", "4.9", "报名人数不足"],
        ["", "质量指标", "验收合格率", "100%", "100%", "10", "10", ""],
        ["", "成本指标", "总成本", "≤41万元", "40.18万元", "10", "10", "无"],
        ["效益指标（30分）", "社会效益指标", "群众出行条件", "明显改善", "较明显", "15", "12", "部分路段尚未完工，下一步加快进度"],
        ["满意度指标（10分）", "服务对象满意度指标", "群众满意度", "≥90%", "94.7%", "10", "10", ""],
    ];

    [Fact]
    public void AFormWithoutItsBlanksIsLaidIntoRows()
    {
        string[] form =
        [
            "项目支出绩效自评表", "（2021年度）", "项目名称", "道路改造项目", "主管部门", "某县交通局", "实施单位", "某镇人民政府",
            "项目资金（万元）", "年初预算数", "全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）", "得分",
            "年度资金总额", "36.8", "41", "40.18", "10", "98%", "9.8", "其中：当年财政拨款", "36.8", "41", "40.18", "—", "98%", "—", "其他资金", "—", "—", "—", "—", "—", "—",
            "年度总体目标", "预期目标", "实际完成情况", "完成道路改造3公里以上，改善群众出行条件。", "完成道路改造3.2公里，群众出行条件有所改善。",
            .. Head, .. Rows.SelectMany(row => row).Where(cell => cell.Length > 0), "总分", "100", "96.7", "填报人：甲    联系电话：0871-1234567    日期：2022年3月",
        ];

        var document = TextReading.Text(string.Join('\n', form));
        var lines = document.Lines();

        Assert.Equal(["项目支出绩效自评表", "（2021年度）", "| 项目名称 | 道路改造项目 |", "| 主管部门 | 某县交通局 |", "| 实施单位 | 某镇人民政府 |"], lines[..5]);
        Assert.Equal("| 项目资金（万元） |  | 年初预算数 | 全年预算数（A） | 全年执行数（B） | 分值 | 执行率（B/A） | 得分 |", lines[5]);
        Assert.Equal("|  | 其中：当年财政拨款 | 36.8 | 41 | 40.18 | — | 98% | — |", lines[7]);
        Assert.Equal("| 年度总体目标 | 预期目标 | 实际完成情况 |", lines[9]);
        Assert.Equal("| " + string.Join(" | ", Head) + " |", lines[11]);
        Assert.Equal(Rows.Select(row => "|  | " + string.Join(" | ", row) + " |"), lines[12..18]);
        Assert.Equal("|  | 总分 |  |  |  |  | 100 | 96.7 |  |", lines[18]);
        Assert.StartsWith("填报人：甲", lines[19], StringComparison.Ordinal);
    }

    [Fact]
    public void BlankLinesThatSurvivedKeepTheRowsExact()
    {
        var form = Head[1..].Concat(Rows.SelectMany(row => row)).Append("填报人：甲  电话：乙");

        Assert.Equal(Rows.Select(row => "| " + string.Join(" | ", row) + " |"), TextReading.Text(string.Join('\n', form)).Lines()[1..7]);
    }

    [Fact]
    public void BlankLinesBetweenAllCellsPartNothing()
    {
        var form = Head[1..].Concat(Rows.SelectMany(row => row).Where(cell => cell.Length > 0));

        Assert.Equal(Rows.Select(row => "| " + string.Join(" | ", row) + " |"), TextReading.Text(string.Join("\n\n", form)).Lines()[1..7]);
    }

    [Fact]
    public void WeightsBeforeTheValuesAreNotShifted()
    {
        string[] form = ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "全年实际值", "得分", "未完成原因及拟采取的改进措施", "产出指标", "数量指标", "★茶园面积", "10", "≥620亩", "635亩", "10", "便道", "5", "3.2公里", "3.05公里", "4.5", "占用林地未获批准", "质量指标", "成活率", "5", "≥90%", "86%", "4"];

        Assert.Equal(
            ["| 产出指标 | 数量指标 | ★茶园面积 | 10 | ≥620亩 | 635亩 | 10 |  |", "|  |  | 便道 | 5 | 3.2公里 | 3.05公里 | 4.5 | 占用林地未获批准 |", "|  | 质量指标 | 成活率 | 5 | ≥90% | 86% | 4 |  |"],
            TextReading.Text(string.Join('\n', form)).Lines()[1..]);
    }

    [Fact]
    public void WeightsBesideEveryLevelGoWithTheirNames()
    {
        string[] form = ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "评价要点", "得分", "项目决策", "20", "项目目标", "4", "目标内容", "4", "目标是否明确、细化、量化", "3", "决策过程", "8", "决策依据", "3", "是否符合发展规划", "3", "决策程序", "5", "是否经集体研究", "5", "合计", "100", "100", "100", "83.75"];

        Assert.Equal(
            ["| 项目决策 | 20 | 项目目标 | 4 | 目标内容 | 4 | 目标是否明确、细化、量化 | 3 |", "|  |  | 决策过程 | 8 | 决策依据 | 3 | 是否符合发展规划 | 3 |", "|  |  |  |  | 决策程序 | 5 | 是否经集体研究 | 5 |", "| 合计 | 100 |  | 100 |  | 100 |  | 83.75 |"],
            TextReading.Text(string.Join('\n', form)).Lines()[1..]);
    }

    [Fact]
    public void AHeadOverTheNamesOfFundsIsToldFromOneOverAmounts()
    {
        string[] form =
        [
            "预算执行情况（10分）", "年度预算数（万元）", "年初预算", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "总额", "36.8", "41", "40.18", "98%", "10", "9.8", "其中：财政资金", "36.8", "41", "40.18", "98%",
            "绩效指标（90分）", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分", "产出指标", "数量指标", "养护里程", "≥", "90", "公里", "95", "10", "10", "效益指标", "社会效益指标", "出行条件", "定性", "优", "优", "15", "15",
        ];

        var lines = TextReading.Text(string.Join('\n', form)).Lines();

        Assert.Equal("|  | 总额 | 36.8 | 41 | 40.18 | 98% | 10 | 9.8 |", lines[1]);
        Assert.Equal("|  | 其中：财政资金 | 36.8 | 41 | 40.18 | 98% |  |  |", lines[2]);
        Assert.Equal("|  | 产出指标 | 数量指标 | 养护里程 | ≥ | 90 | 公里 | 95 | 10 | 10 |", lines[4]);
        Assert.Equal("|  | 效益指标 | 社会效益指标 | 出行条件 | 定性 | 优 |  | 优 | 15 | 15 |", lines[5]);
    }

    [Fact]
    public void TheTextAfterTheFormIsLeftAlone()
    {
        var lines = TextReading.Text(string.Join('\n', [.. Head[1..], .. Rows.SelectMany(row => row).Where(cell => cell.Length > 0), "注：1.标注★的为必填指标。", "二、存在的问题", "资金支付进度前慢后快，第四季度支出占全年支出的46%。"])).Lines();

        Assert.Equal(["注：1.标注★的为必填指标。", "二、存在的问题", "资金支付进度前慢后快，第四季度支出占全年支出的46%。"], lines[^3..]);
        Assert.Equal(7, lines.Count(line => line.StartsWith('|')));
    }

    [Fact]
    public void FiguresInRhythmAreATable() =>
        Assert.Equal(
            ["见下表。", "| 支出类别 | 预算数 | 决算数 | 执行率 |", "| 基本支出 | 1,186.23 | 1,270.21 | 99.65% |", "| 项目支出 | 2,100.22 | 4,431.97 | 95.52% |", "| 合计 | 3,286.45 | 5,702.18 | 96.41% |", "其余用于水利工程。"],
            TextReading.Text("见下表。\n支出类别\n预算数\n决算数\n执行率\n基本支出\n1,186.23\n1,270.21\n99.65%\n项目支出\n2,100.22\n4,431.97\n95.52%\n合计\n3,286.45\n5,702.18\n96.41%\n其余用于水利工程。").Lines());

    [Theory]
    [InlineData("一级指标、二级指标和三级指标共同构成指标体系。\n一级指标\n包括产出和效益。\n")]
    [InlineData("项目名称\n道路改造项目\n主管部门\n某县交通局\n2021年3月\n")]
    [InlineData("（一）绩效目标\n预期目标\n实际完成情况\n均已完成。\n")]
    public void WordsOfTheFormInProseMakeNoTable(string text) => Assert.DoesNotContain(TextReading.Text(text).Blocks, block => block is Table);
}
