using System.Globalization;
using System.Xml.Linq;
using PerfEval.Parsing.Documents;
using Xunit;
using static PerfEval.Parsing.Tests.Writing.DocxWriting;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>How tables stand in a written Word document.</summary>
public sealed class DocxTableLayoutTests
{
    private const string LongText = "主要原因是项目招标时间较晚，设备到货推迟，部分工程至年底尚未完工，资金因而未能按进度支付，下一步将加快施工并完善验收手续。";

    [Fact]
    public void MergedCellsSpanTheGrid()
    {
        var rows = Document(Table(["2x1 项目资金", "1x2 金额"], ["预算", "支出"])).Descendants(W + "tr").Select(r => r.Elements(W + "tc").ToList()).ToList();

        Assert.Equal("restart", rows[0][0].Descendants(W + "vMerge").Single().Val());
        Assert.Equal("2", rows[0][1].Descendants(W + "gridSpan").Single().Val());
        Assert.Equal([3, 1], [rows[1].Count, rows[1][0].Descendants(W + "vMerge").Count()]);
        Assert.Equal("", rows[1][0].Value);
    }

    [Fact]
    public void ATableIsAsWideAsTheText()
    {
        var table = Document(Table(["一级指标", "得分"], ["产出", "40"])).Element(W + "tbl")!;

        Assert.Equal(11906 - 1588 - 1474, table.Descendants(W + "gridCol").Sum(Width));
        Assert.Equal("8844", table.Descendants(W + "tblW").Single().Val("w"));
        Assert.Equal("fixed", table.Descendants(W + "tblLayout").Single().Val("type"));
    }

    [Fact]
    public void ColumnsAreAsWideAsTheirContentAsks()
    {
        var widths = Document(Table(["指标", "分值", "偏差原因分析及改进措施"], ["项目按期完成率", "10", LongText], ["资金支付及时率", "5", LongText]))
            .Descendants(W + "gridCol").Select(Width).ToList();

        Assert.True(widths[2] > 2 * widths[0], string.Join(' ', widths));
        Assert.True(widths[0] > widths[1], string.Join(' ', widths));
        // Never less than two characters and the margins.
        Assert.True(widths[1] >= 4 * 105 + 170, string.Join(' ', widths));
    }

    [Fact]
    public void TheHeadRepeatsOnEveryPageDownToWhereItsCellsEnd()
    {
        var rows = Document(Table(["2x1 名称", "2x1 单位", "1x2 金额"], ["预算", "支出"], ["甲", "局", "1", "2"], ["乙", "局", "3", "4"])).Descendants(W + "tr").ToList();

        Assert.Equal([true, true, false, false], rows.Select(r => r.Descendants(W + "tblHeader").Any()));
    }

    [Fact]
    public void AFormsFirstRowIsNoHead() =>
        Assert.Empty(Document(Table(["项目名称", "农村饮水安全工程"], ["主管部门", "水务局"], ["得分", "95"])).Descendants(W + "tblHeader"));

    [Fact]
    public void OnlyLongRowsBreakOverPages()
    {
        var rows = Document(Table(["名称", "说明"], ["甲", string.Concat(Enumerable.Repeat(LongText, 20))], ["乙", "无"])).Descendants(W + "tr");

        Assert.Equal([true, false, true], rows.Select(r => r.Descendants(W + "cantSplit").Any()));
    }

    [Fact]
    public void ShortCellsAreCentredAndSentencesAreNot()
    {
        var cells = Document(Table(["95.5", LongText], ["甲", "乙"])).Descendants(W + "tc").Select(c => c.Descendants(W + "jc").FirstOrDefault().Val());

        Assert.Equal(["center", null, "center", "center"], cells);
    }

    [Fact]
    public void ATableThatDoesNotFitStandsOnTurnedPagesWithItsCaptionAndHeading()
    {
        var wide = Enumerable.Range(1, 16).Select(i => $"指标名称{i}").ToArray();
        var prose = Enumerable.Repeat(Body(LongText), 10);
        var body = Document([.. prose, Heading(1, "附件"), P(DeclaredPart.Caption, "表1 指标体系"), Table(wide, wide), .. prose]);
        var sections = body.Descendants(W + "sectPr").Select(s => s.Element(W + "pgSz").Val("orient")).ToList();
        var turned = body.Elements().SkipWhile(e => !e.Descendants(W + "sectPr").Any()).Skip(1).TakeWhile(e => !e.Descendants(W + "sectPr").Any());

        Assert.Equal([null, "landscape", null], sections);
        Assert.Equal(["附件", "表1 指标体系"], turned.Where(e => e.Name == W + "p").Select(e => e.Value));
        Assert.Equal(16838 - 2098 - 1984, body.Descendants(W + "gridCol").Sum(Width));
    }

    [Fact]
    public void TheCaptionStaysWithItsTable()
    {
        var docx = Bytes(P(DeclaredPart.Caption, "表1 资金情况"), Table(["预算", "支出"], ["1", "2"]));

        Assert.NotNull(Style(docx, "ReportCaption").Descendants(W + "keepNext").Single());
        Assert.Equal("center", Style(docx, "ReportCaption").Descendants(W + "jc").Single().Val());
    }

    [Fact]
    public void TablesHaveBorders() =>
        Assert.Equal(6, Style(Bytes(Table(["甲", "乙"])), "ReportTable").Descendants(W + "tblBorders").Elements().Count(b => b.Val() == "single"));

    private static int Width(XElement column) => int.Parse(column.Val("w")!, CultureInfo.InvariantCulture);
}
