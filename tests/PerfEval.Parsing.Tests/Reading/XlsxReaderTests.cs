using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Xlsx;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class XlsxReaderTests : DocumentReaderContract
{
    protected override IDocumentReader Reader => new XlsxReader();

    protected override byte[] Sample() => XlsxFixture.Of(
        XlsxFixture.Rows(["项目支出绩效自评表", "", ""], ["（2023年度）"], ["项目名称", "农村饮水维修养护", ""], ["产出指标", "数量指标", "维修处数"], ["注：本表由单位填报。"])
        + XlsxFixture.Merges("A1:C1", "A2:C2", "B3:C3", "A5:C5")).WithSharedStrings("<t>未用</t>").ToArray();

    [Fact]
    public void LinesOverTheWholeWidthAboveAndBelowATableAreParagraphs()
    {
        var blocks = Read(Sample()).Document.Blocks;

        Assert.Equal(["项目支出绩效自评表", "（2023年度）", "注：本表由单位填报。"], blocks.OfType<Paragraph>().Select(p => p.Text));
        Assert.Equal(2, Assert.Single(blocks.OfType<Table>()).Rows.Count);
        Assert.Equal("xl/worksheets/sheet1.xml#A3", blocks[2].Path);
    }

    [Fact]
    public void MergedCellsStandOnceWithTheirSpansAndHideWhatTheyCover()
    {
        var table = Table(XlsxFixture.Rows(["一级", "二级", "三级"], ["产出", "数量", "甲"], ["看不见", "质量", "乙"]) + XlsxFixture.Merges("A2:A3"));

        Assert.Equal(["一级 二级 三级", "产出 数量 甲", "质量 乙"], table.Rows.Select(r => string.Join(' ', r.Cells.Select(c => c.Text))));
        Assert.Equal(2, table.Rows[1].Cells[0].RowSpan);
    }

    [Fact]
    public void ABlankRowUnderAMergedLabelStaysARow()
    {
        var table = Table(XlsxFixture.Data(
            XlsxFixture.Row(1, XlsxFixture.Text("A1", "年度目标"), XlsxFixture.Text("B1", "预期目标")),
            XlsxFixture.Row(3, XlsxFixture.Text("A3", "绩效指标"), XlsxFixture.Text("B3", "一级指标"))) + XlsxFixture.Merges("A1:A2"));

        Assert.Equal([2, 1, 2], table.Rows.Select(r => r.Cells.Count));
    }

    [Fact]
    public void BlankRowsPartTables()
    {
        var sheet = XlsxFixture.Rows(["甲", "1"], ["乙", "2"], [], ["丙", "3"], ["丁", "4"]);

        Assert.Equal(2, Read(XlsxFixture.Of(sheet).ToArray()).Document.Blocks.OfType<Table>().Count());
    }

    [Theory]
    [InlineData("97.05", "General", "97.05")]
    [InlineData("95.290000000000006", "General", "95.29")]
    [InlineData("0.30000000000000004", "General", "0.3")]
    [InlineData("1.5E3", "General", "1500")]
    [InlineData("0.9727", "10", "97.27%")]
    [InlineData("1", "9", "100%")]
    [InlineData("0.97271", "0.0%", "97.3%")]
    [InlineData("1286.5", "#,##0.00", "1286.5")]
    [InlineData("37", "0\"处\"", "37处")]
    [InlineData("44740", "14", "2022-06-28")]
    [InlineData("44740", "yyyy\"年\"m\"月\"d\"日\"", "2022年6月28日")]
    [InlineData("44740", "yyyy/m/d;@", "2022-06-28")]
    [InlineData("44713", "57", "2022年6月")]
    [InlineData("44740.5", "22", "2022-06-28 12:00")]
    [InlineData("0.75", "h:mm", "18:00")]
    [InlineData("12", "G/通用格式", "12")]
    [InlineData("12", "_ * #,##0_ ;_ * \\-#,##0_ ", "12")]
    public void NumbersAreShownAsStoredRatesAndDatesAsPrinted(string stored, string format, string shown) =>
        Assert.Equal(shown, Value(XlsxFixture.Number("B1", stored, style: 1), format));

    [Fact]
    public void AComputedNumberIsRoundedAsItIsPrinted()
    {
        Assert.Equal("9.73", Value(XlsxFixture.Number("B1", "9.7269338303", 1, "F6/E6*10"), "0.00"));
        Assert.Equal("9.7269338303", Value(XlsxFixture.Number("B1", "9.7269338303", 1), "0.00"));
    }

    [Fact]
    public void DaysCountFrom1904WhereTheWorkbookSaysSo()
    {
        var sheet = XlsxFixture.Data(XlsxFixture.Row(1, XlsxFixture.Text("A1", "日期"), XlsxFixture.Number("B1", "43278", 1)));

        Assert.Equal("2022-06-28", Only(XlsxFixture.Of(sheet).WithFormats("14").From1904()).Rows[0].Cells[1].Text);
    }

    [Theory]
    [InlineData("<c r=\"B1\" t=\"s\"><v>0</v></c>", "合格率")]
    [InlineData("<c r=\"B1\" t=\"s\"><v>7</v></c>", "")]
    [InlineData("<c r=\"B1\" t=\"str\"><f>A1</f><v>合格</v></c>", "合格")]
    [InlineData("<c r=\"B1\" t=\"e\"><v>#DIV/0!</v></c>", "#DIV/0!")]
    [InlineData("<c r=\"B1\" t=\"b\"><v>1</v></c>", "TRUE")]
    [InlineData("<c r=\"B1\" t=\"d\"><v>2022-06-28T00:00:00Z</v></c>", "2022-06-28")]
    [InlineData("<c r=\"B1\" t=\"inlineStr\"><is><r><t>甲</t></r><r><t>乙</t></r></is></c>", "甲乙")]
    [InlineData("<c r=\"B1\" t=\"inlineStr\"><is><t>一_x000D_\n  二_x005F_x0041_ </t></is></c>", "一\n二_x0041_")]
    public void EveryKindOfCellGivesItsText(string cell, string text)
    {
        var sheet = XlsxFixture.Data(XlsxFixture.Row(1, XlsxFixture.Text("A1", "甲"), cell, XlsxFixture.Text("C1", "丙")));
        var table = Only(XlsxFixture.Of(sheet).WithSharedStrings("<r><t>合格</t></r><r><t>率</t></r><rPh sb=\"0\" eb=\"1\"><t>ヘ</t></rPh>"));

        Assert.Equal(["甲", text, "丙"], table.Rows[0].Cells.Select(c => c.Text));
    }

    [Fact]
    public void WhatIsHiddenIsLeftOutAndNoted()
    {
        var sheet = "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/></cols>"
            + XlsxFixture.Data(
                XlsxFixture.Row(1, XlsxFixture.Text("A1", "甲"), XlsxFixture.Text("B1", "藏"), XlsxFixture.Text("C1", "丙")),
                "<row r=\"2\" hidden=\"1\">" + XlsxFixture.Text("A2", "合并") + XlsxFixture.Text("C2", "藏") + "</row>",
                XlsxFixture.Row(3, XlsxFixture.Text("C3", "丁")))
            + XlsxFixture.Merges("A2:A3");
        var (document, log) = Read(XlsxFixture.Of(sheet).WithSheet("密", XlsxFixture.Rows(["藏", "藏"]), "veryHidden").ToArray());

        Assert.Equal("甲\t丙\n合并\t丁", Assert.Single(document.Blocks.OfType<Table>()).Text);
        Assert.Equal(2, log.Items.Count(d => d.Code == DiagnosticCode.HiddenContentLeftOut));
        Assert.False(log.HasErrors);
    }

    [Fact]
    public void SheetsFollowOneAnotherAndBlankOnesGiveNothing()
    {
        var book = XlsxFixture.Of(XlsxFixture.Rows(["甲", "1"])).WithSheet("空", XlsxFixture.Data()).WithSheet("二", XlsxFixture.Rows(["乙", "2"]));

        Assert.Equal([typeof(Table), typeof(PageBreak), typeof(Table)], Read(book.ToArray()).Document.Blocks.Select(b => b.GetType()));
    }

    [Fact]
    public void CellsWithoutNamesFollowOneAnother()
    {
        var table = Table("<sheetData><row><c t=\"inlineStr\"><is><t>甲</t></is></c><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row></sheetData>");

        Assert.Equal("甲\t1\n2\t3", table.Text);
    }

    [Fact]
    public void SheetsAreFoundWhereTheWorkbookIsLost()
    {
        var (document, log) = Read(XlsxFixture.Of(XlsxFixture.Rows(["甲", "1"])).WithoutWorkbook().ToArray());

        Assert.Single(document.Blocks.OfType<Table>());
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.PartMissing);
    }

    [Fact]
    public void TextBeforeAFaultIsKept()
    {
        var (document, log) = Read(XlsxFixture.Of("<sheetData><row r=\"1\">" + XlsxFixture.Text("A1", "甲") + XlsxFixture.Text("B1", "乙") + "</row><row").ToArray());

        Assert.Equal("甲\t乙", Assert.Single(document.Blocks).Text);
        Assert.True(log.HasErrors);
    }

    [Fact]
    public void ABinaryWorkbookIsRefusedWithAdvice()
    {
        var book = new XlsxFixture().WithoutWorkbook().WithPart("xl/workbook.bin", "x").WithPart(
            "_rels/.rels", "<Relationships><Relationship Id=\"a\" Type=\"x/officeDocument\" Target=\"xl/workbook.bin\"/></Relationships>");

        Assert.Equal(UnreadableReason.UnsupportedFormat, Assert.Throws<UnreadableDocumentException>(() => Read(book.ToArray())).Reason);
    }

    [Fact]
    public void CellsAtTheFarEndsOfASheetCostNothing()
    {
        var sheet = XlsxFixture.Data(
            XlsxFixture.Row(1, XlsxFixture.Text("A1", "甲"), XlsxFixture.Text("XFD1", "乙")), XlsxFixture.Row(1048576, XlsxFixture.Text("A1048576", "丙"), XlsxFixture.Text("B1048576", "丁")))
            + XlsxFixture.Merges("A1048576:A1048576", "C1:XFC1048575", "A1:A1", "A1:A1");
        var (document, log) = Read(XlsxFixture.Of(sheet).ToArray());

        Assert.Contains("甲", document.Blocks[0].Text, StringComparison.Ordinal);
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.LimitReached);
    }

    [Fact]
    public void TheLimitOfCellsIsObeyed()
    {
        var bytes = XlsxFixture.Of(XlsxFixture.Rows([.. Enumerable.Range(0, 50).Select(i => new[] { "甲", "乙", "丙" })])).ToArray();
        var (document, log) = Read(bytes, new ParseLimits { MaxCells = 20 });

        Assert.InRange(document.Blocks.OfType<Table>().Sum(t => t.Rows.Sum(r => r.Cells.Count)), 1, 20);
        Assert.Contains(log.Items, d => d.Code == DiagnosticCode.LimitReached);
    }

    private string Value(string cell, string format)
    {
        var sheet = XlsxFixture.Data(XlsxFixture.Row(1, XlsxFixture.Text("A1", "甲"), cell));
        return Only(XlsxFixture.Of(sheet).WithFormats(format)).Rows[0].Cells[1].Text;
    }

    private Table Table(string sheet) => Only(XlsxFixture.Of(sheet));

    private Table Only(XlsxFixture book) => Assert.Single(Read(book.ToArray()).Document.Blocks.OfType<Table>());
}
