using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;
using Xunit;

using static PerfEval.Parsing.Tests.Reading.DocxReading;
using static PerfEval.Parsing.Tests.Support.DocxFixture;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class DocxTablesTests
{
    private const string Restart = "<w:vMerge w:val=\"restart\"/>";
    private const string Continue = "<w:vMerge/>";

    [Fact]
    public void MergedCellsStandOnceWithTheirSpans()
    {
        var rows = Table($"<w:tbl>{Row(Cell("产出", Restart), Cell("数量", Span(2)))}{Row(Cell("", Continue), Cell("a"), Cell("b"))}"
            + $"{Row(Cell("", Continue), Cell("c"), Cell("d"))}</w:tbl>").Rows;

        Assert.Equal([("产出", 3, 1), ("数量", 1, 2)], rows[0].Cells.Select(c => (c.Text, c.RowSpan, c.ColumnSpan)));
        Assert.Equal(["a", "b"], rows[1].Cells.Select(c => c.Text));
        Assert.Equal(["c", "d"], rows[2].Cells.Select(c => c.Text));
    }

    [Fact]
    public void AContinuedCellThatFitsNoneAboveStandsForItself()
    {
        var rows = Table($"<w:tbl>{Row(Cell("宽", Restart + Span(2)))}{Row(Cell("窄", Continue), Cell("b"))}{Row(Cell("头", Continue))}</w:tbl>").Rows;

        Assert.Equal(["宽", "窄", "b"], rows.Take(2).SelectMany(r => r.Cells).Select(c => c.Text));
        Assert.All(rows[0].Cells, c => Assert.Equal(1, c.RowSpan));
        Assert.Equal(2, rows[1].Cells[0].RowSpan);
    }

    [Fact]
    public void ACellDoesNotContinueAcrossARowThatLacksIt() =>
        Assert.Equal([1, 1, 1], Table($"<w:tbl>{Row(Cell("a", Restart))}{Row(Cell("b"))}{Row(Cell("", Continue))}</w:tbl>").Rows.SelectMany(r => r.Cells).Select(c => c.RowSpan));

    [Fact]
    public void CellsMergedTheOldWayWiden() =>
        Assert.Equal([("a", 3), ("b", 1)], Table($"<w:tbl>{Row(Cell("a", "<w:hMerge w:val=\"restart\"/>"), Cell("", "<w:hMerge/>"), Cell("", "<w:hMerge w:val=\"continue\"/>"), Cell("b"))}</w:tbl>")
            .Rows[0].Cells.Select(c => (c.Text, c.ColumnSpan)));

    [Fact]
    public void SkippedColumnsAreEmptyCells() =>
        Assert.Equal([("", 2), ("a", 1), ("", 1)], Table($"<w:tbl><w:tr><w:trPr><w:gridBefore w:val=\"2\"/><w:gridAfter w:val=\"1\"/></w:trPr>{Cell("a")}</w:tr></w:tbl>")
            .Rows[0].Cells.Select(c => (c.Text, c.ColumnSpan)));

    [Fact]
    public void HeaderRowsAreMarkedAndDeletedRowsLeftOut()
    {
        var rows = Table($"<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{Cell("头")}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{Cell("删")}</w:tr>{Row(Cell("体"))}</w:tbl>").Rows;

        Assert.Equal([("头", true), ("体", false)], rows.Select(r => (r.Cells[0].Text, r.IsHeader)));
    }

    [Fact]
    public void ParagraphsControlsAndTextBoxesOfACellAreItsLines()
    {
        var box = $"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{P("框")}</w:txbxContent></v:textbox></w:pict></w:r>{R("锚")}</w:p>";
        var text = Table($"<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc>{P(" 一 ")}<w:p/><w:sdt><w:sdtContent>{P("二")}</w:sdtContent></w:sdt>{box}</w:tc>"
            + "</w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>").Rows[0].Cells[0].Text;

        Assert.Equal("一\n二\n框\n锚", text);
    }

    [Fact]
    public void TablesInCellsAreKeptAndReadAsText()
    {
        var cell = Table($"<w:tbl><w:tr><w:tc>{P("外")}<w:tbl>{Row(Cell("a"), Cell("b"))}</w:tbl>{P("末")}</w:tc></w:tr></w:tbl>").Rows[0].Cells[0];

        Assert.Equal("外\na\tb\n末", cell.Text);
        Assert.Equal(2, Assert.Single(cell.Nested).Rows[0].Cells.Count);
    }

    [Fact]
    public void SpansAreClampedToTheLimitOfColumns()
    {
        var (document, log) = Read(Of($"<w:tbl>{Row(Cell("a", Span(99999)), Cell("b"))}</w:tbl>").ToArray(), new ParseLimits { MaxColumns = 5 });

        Assert.Equal(5, ((PerfEval.Parsing.Documents.Table)document.Blocks[0]).Rows[0].Cells.Single().ColumnSpan);
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.LimitReached);
    }

    [Theory]
    [InlineData(5, 4)]
    [InlineData(4, 3)]
    public void TheLimitOfCellsIsObeyed(int limit, int expected)
    {
        var (document, log) = Read(Of($"<w:tbl>{Row(Cell("a"), Cell("b"))}{Row(Cell("c"), Cell("d", Span(2)))}</w:tbl>").ToArray(), new ParseLimits { MaxCells = limit });

        Assert.Equal(expected, ((PerfEval.Parsing.Documents.Table)document.Blocks.Single()).Rows.Sum(r => r.Cells.Count));
        Assert.Equal(expected < 4, log.Items.Any(d => d.Code == DiagnosticCode.LimitReached));
    }

    [Fact]
    public void LongTablesAreReadWhole()
    {
        var rows = string.Concat(Enumerable.Range(0, 10_000).Select(i => Row(Cell("", i == 0 ? Restart : Continue), Cell("x"))));

        var table = Table($"<w:tbl>{rows}</w:tbl>");

        Assert.Equal(10_000, table.Rows.Count);
        Assert.Equal(10_000, table.Rows[0].Cells[0].RowSpan);
    }

    [Fact]
    public void ATableWithoutRowsIsNoBlock() => Assert.Equal(["a"], Of("<w:tbl><w:tblPr/></w:tbl>" + P("a")).Texts());

    private static string Span(int columns) => $"<w:gridSpan w:val=\"{columns}\"/>";
}
