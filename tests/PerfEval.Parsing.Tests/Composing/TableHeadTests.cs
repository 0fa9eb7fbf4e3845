using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Documents;
using Xunit;

namespace PerfEval.Parsing.Tests.Composing;

public sealed class TableHeadTests
{
    [Fact]
    public void ShortNamesOverEachColumnAreTheHead() =>
        Assert.Equal(1, TableHead.Rows(Table(Row("资金来源", "预算", "支出"), Row("县级", "80", "75"), Row("合计", "80", "75"))));

    [Fact]
    public void TheHeadEndsWhereItsMergedCellsEnd() => Assert.Equal(2, TableHead.Rows(Table(
        new TableRow([new TableCell("指标", 2), new TableCell("分值", 1, 2)]) with { IsHeader = true }, Row("权重", "得分"), Row("产出", "50", "48"), Row("效益", "30", "30"))));

    [Fact]
    public void TheFirstRowOfAFormIsNoHead() => Assert.Equal(0, TableHead.Rows(Table(
        new TableRow([new TableCell("主管部门"), new TableCell("某县水利局", 1, 2), new TableCell("实施单位")]), Row("项目资金", "年初预算", "全年执行", "得分"), Row("总额", "80", "75", "9"))));

    [Fact]
    public void FiguresAreNoHead() => Assert.Equal(0, TableHead.Rows(Table(Row("2022年", "2023年", "合计"), Row("1", "2", "3"), Row("4", "5", "6"))));

    [Fact]
    public void ATableIsNotAllHead() => Assert.Equal(0, TableHead.Rows(Table(Row("甲", "乙", "丙") with { IsHeader = true })));

    private static Table Table(params TableRow[] rows) => new(rows);

    private static TableRow Row(params string[] cells) => new([.. cells.Select(c => new TableCell(c))]);
}
