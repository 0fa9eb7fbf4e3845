using PerfEval.Parsing.Documents;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class TextTableTests
{
    [Fact]
    public void LinesWithTabsAreRowsAndEveryCellStays()
    {
        var lines = TextReading.Text("表1\n一级\t二级\t分值\t原因\n产出\t数量\t10\t\n\t质量\t20\t\n\t\t30\t迟\n合计\t\t60\t\n说明文字。").Lines();

        Assert.Equal(["表1", "| 一级 | 二级 | 分值 | 原因 |", "| 产出 | 数量 | 10 |  |", "|  | 质量 | 20 |  |", "|  |  | 30 | 迟 |", "| 合计 |  | 60 |  |", "说明文字。"], lines);
    }

    [Fact]
    public void ASingleLineWithTabsIsAParagraph() => Assert.Equal(["填报人：甲\t日期：乙"], TextReading.Text("填报人：甲\t日期：乙\n").Lines());

    [Fact]
    public void ATabThatIndentsIsNoTable()
    {
        var document = TextReading.Text("\t根据通知要求，现将情况报告如下。\n\t项目已完成。\n");

        Assert.Equal(["根据通知要求，现将情况报告如下。", "项目已完成。"], document.Lines());
        Assert.True(((Paragraph)document.Blocks[0]).Indented);
    }

    [Fact]
    public void ARowMayHaveFewerTabs() => Assert.Equal(["| 总 | 表 | 格 |", "| 甲 | 乙 |", "| 丙 | 丁 | 戊 |"], TextReading.Text("总\t表\t格\n甲\t乙\n丙\t丁\t戊").Lines());

    [Fact]
    public void ABlankLinePartsTables() => Assert.Equal(2, TextReading.Text("a\tb\nc\td\n\ne\tf\ng\th").Blocks.Count);

    [Fact]
    public void ACellBrokenOverLinesIsJoinedWhereTheColumnsSaySo()
    {
        var lines = TextReading.Text("指标\t目标\t完成\t得分\n数量\t第一行\n第二行\t好\t5\n质量\t高\t高\t6\n").Lines();

        Assert.Equal(4, lines.Length);
        var broken = TextReading.Text("指标\t目标\t完成\t得分\n数量\t第一行\n第二行\n第三行\t好\t5\n质量\t高\t高\t6\n").Lines();
        Assert.Equal("| 数量 | 第一行\\n第二行\\n第三行 | 好 | 5 |", broken[1]);
    }

    [Fact]
    public void AQuotedCellMayHoldLineBreaks() =>
        Assert.Equal(["| 甲 | 第一行\\n第二行 |", "| 乙 | 丙 |"], TextReading.Text("甲\t\"第一行\n第二行\"\n乙\t丙\n").Lines());

    [Fact]
    public void BoxDrawingIsATable()
    {
        const string text = "┌──┬──┐\n│指标│分值│\n├──┼──┤\n│产出│10  │\n│指标│    │\n├──┼──┤\n│效益│20  │\n└──┴──┘\n正文。";

        Assert.Equal(["| 指标 | 分值 |", "| 产出指标 | 10 |", "| 效益 | 20 |", "正文。"], TextReading.Text(text).Lines());
    }

    [Fact]
    public void PlusAndMinusDrawTablesToo() =>
        Assert.Equal(["| a | b |", "| c | d |"], TextReading.Text("+---+---+\n| a | b |\n+---+---+\n| c | d |\n+---+---+").Lines());

    [Fact]
    public void MarkdownTablesHaveAHeaderRow()
    {
        var table = Assert.IsType<Table>(Assert.Single(TextReading.Text("| 指标 | 分值 |\n|---|:---:|\n| 产出 | 10 |\n| 效益 |  |").Blocks));

        Assert.Equal([true, false, false], table.Rows.Select(row => row.IsHeader));
        Assert.Equal(["效益", ""], table.Rows[2].Cells.Select(cell => cell.Text));
    }

    [Fact]
    public void ARulerLineIsNoTable() => Assert.Equal(["标题", "----------", "正文"], TextReading.Text("标题\n----------\n正文").Lines());

    [Fact]
    public void ALineOfATabAloneBeforeFiguresIsNoName() => Assert.Equal(["名称甲乙", "12", "34", "项目完成"], TextReading.Text("名称甲乙\n\t\n12\n34\n项目完成").Lines());
}
