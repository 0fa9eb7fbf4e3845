using PerfEval.Parsing.Documents;
using Xunit;

namespace PerfEval.Parsing.Tests.Documents;

public sealed class TableTests
{
    [Fact]
    public void MergedCellsFillTheGridAtEveryPlaceTheyCover()
    {
        var table = new Table(
        [
            new TableRow([new TableCell("产出", RowSpan: 2), new TableCell("数量", ColumnSpan: 2)]),
            new TableRow([new TableCell("a"), new TableCell("b")]),
        ]);

        var grid = table.ToGrid();

        Assert.Equal(["产出", "数量", "数量"], grid[0].Select(c => c!.Text));
        Assert.Equal(["产出", "a", "b"], grid[1].Select(c => c!.Text));
    }

    [Fact]
    public void ARowSpanStopsAtTheLastRow()
    {
        var table = new Table([new TableRow([new TableCell("x", RowSpan: 9), new TableCell("y")])]);

        Assert.Single(table.ToGrid());
    }

    [Fact]
    public void EachCellKnowsWhereItStandsInTheTablesText()
    {
        var table = new Table([new TableRow([new TableCell("ab"), new TableCell("c")]), new TableRow([new TableCell("d")])]);

        foreach (var cell in table.Rows.SelectMany(r => r.Cells))
            Assert.Equal(cell.Text, table.Text.Substring(cell.Start, cell.Text.Length));
    }
}
