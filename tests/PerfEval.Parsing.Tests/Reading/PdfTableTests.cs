using PerfEval.Parsing.Tests.Support;
using Xunit;

using static PerfEval.Parsing.Tests.Reading.PdfReading;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class PdfTableTests
{
    private static readonly double[] Three = [90, 200, 350, 505];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RuledTablesAreRead(bool withBars)
    {
        var table = PdfFixture.Of(p => p.Set(p.Table(Three, 600, 24, ["指标|分值|得分", "数量|10|9", "质量||8.5"], withBars).Set(760, Prose(60)) - 300, Prose(60, 1))).Table();

        Assert.Equal(["指标|分值|得分", "数量|10|9", "质量||8.5"], table.Rows());
        Assert.Equal((1, false), (table.Page, table.Rows[0].IsHeader));
        Assert.Equal([1, 1, 1], table.Rows.Select(r => r.Page));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void MergedCellsKeepTheirSpans(bool withBars) =>
        Assert.Equal(
            ["一级[2x1]|考核[1x2]", "分值|得分", "产出[2x1]|10|9", "成本[1x2]", "合计[1x3]"],
            PdfFixture.Of(p => p.Table(Three, 700, 24, ["一级|考核|<", "^|分值|得分", "产出|10|9", "^|成本|<", "合计|<|<"], withBars)).Table().Rows());

    [Fact]
    public void ACellMayCoverABlockOfPlaces() =>
        Assert.Equal(["甲|乙[2x2]", "丙", "丁|戊|己"], PdfFixture.Of(p => p.Table(Three, 700, 24, ["甲|乙|<", "丙|^|<", "丁|戊|己"])).Table().Rows());

    [Fact]
    public void TheLinesOfACellAreJoinedWhereTheyAreFull()
    {
        // A column of 110 points holds ten characters of ten points and the padding.
        var table = PdfFixture.Of(p => p.Table([90, 200, 350], 700, 60, ["年度饮水工程巩固提升|名称", "完成全部村饮水工程的\n建设和验收|数量"])).Table();

        Assert.Equal("完成全部村饮水工程的建设和验收", table.Rows[1].Cells[0].Text);
    }

    [Fact]
    public void ALineThatIsNotFullEndsAParagraphOfTheCell() =>
        Assert.Equal("目标一：新建水厂\n目标二：维修管网", PdfFixture.Of(p => p.Table([90, 300, 400], 700, 60, ["目标一：新建水厂\n目标二：维修管网|完成"])).Table().Rows[0].Cells[0].Text);

    [Fact]
    public void LettersOneBelowTheOtherAreAWordSetUpright() =>
        Assert.Equal("产出指标", PdfFixture.Of(p => p.Table([90, 110, 300], 700, 60, ["产\n出\n指\n标|数量"])).Table().Rows[0].Cells[0].Text);

    [Fact]
    public void TextTurnedInACellIsRead()
    {
        var fixture = new PdfFixture();
        fixture.Page(p => p.Table([90, 120, 300, 505], 700, 80, ["|数量指标|12", "|质量指标|13"]).Raw($"BT /F1 10 Tf 0 1 -1 0 110 630 Tm <{fixture.Codes("产出指标")}> Tj ET"));

        Assert.Equal(["产出指标|数量指标|12", "|质量指标|13"], fixture.Table().Rows());
    }

    [Fact]
    public void ATableInACellIsNested()
    {
        var table = PdfFixture.Of(p => p.Table([90, 200, 505], 700, 100, ["资金|", "其他|无"]).Table([220, 300, 400], 680, 24, ["预算|执行", "20|19"])).Table();

        var nested = Assert.Single(table.Rows[0].Cells[1].Nested);
        Assert.Equal(["预算|执行", "20|19"], nested.Rows());
        Assert.Equal("预算\t执行\n20\t19", table.Rows[0].Cells[1].Text);
        Assert.Equal(["其他", "无"], table.Rows[1].Cells.Select(c => c.Text));
    }

    [Fact]
    public void AlignedColumnsWithoutLinesAreATable() =>
        Assert.Equal(["指标|分值|得分", "数量指标|10|9", "质量指标|20|18.5"], PdfFixture.Of(p =>
        {
            p.Set(760, Prose(60));
            foreach (var (row, i) in new[] { "指标|分值|得分", "数量指标|10|9", "质量指标|20|18.5" }.Select((r, i) => (r.Split('|'), i)))
                p.Text(100, 640 - 20 * i, 12, row[0]).Text(250, 640 - 20 * i, 12, row[1]).Text(400, 640 - 20 * i, 12, row[2]);
        }).Table().Rows());

    [Fact]
    public void TwoRowsInTwoColumnsAreNoTableWithoutLines() =>
        Assert.Empty(PdfFixture.Of(p => p.Text(100, 640, 12, "单位：甲局").Text(350, 640, 12, "日期：三月").Text(100, 620, 12, "电话：无").Text(350, 620, 12, "地址：略")).Tables());

    [Fact]
    public void AFrameAroundTextIsNoTable() =>
        Assert.Equal([Prose(40)], PdfFixture.Of(p => p.Raw("80 690 440 90 re S").Set(760, Prose(40))).Texts());

    [Fact]
    public void ATableOverTwoPagesIsOneAndItsHeadIsDropped()
    {
        var table = Pages(2).Table();

        Assert.Equal(["序号|内容|得分", .. Enumerable.Range(1, 20).Select(i => $"{i}|事项{i}|{i}.5")], table.Rows());
        Assert.Equal([true, false, false], table.Rows.Take(3).Select(r => r.IsHeader));
        Assert.Equal([.. Enumerable.Repeat<int?>(1, 11), .. Enumerable.Repeat<int?>(2, 10)], table.Rows.Select(r => r.Page));
    }

    [Fact]
    public void ATableOverFourPagesIsOne()
    {
        var table = Pages(4).Table();

        Assert.Equal(41, table.Rows.Count);
        Assert.Equal("40|事项40|40.5", table.Rows()[40]);
        Assert.Equal([.. Enumerable.Repeat<int?>(1, 11), .. Enumerable.Repeat<int?>(2, 10), .. Enumerable.Repeat<int?>(3, 10), .. Enumerable.Repeat<int?>(4, 10)], table.Rows.Select(r => r.Page));
        Assert.Equal(1, table.Rows.Count(r => r.IsHeader));
    }

    [Fact]
    public void ARowThatThePageEndBreaksIsOneRow()
    {
        var fixture = PdfFixture.Of(
            p => p.Table(Three, 760, 60, [.. Enumerable.Range(1, 10).Select(i => $"{i}|事项{i}|{i}"), "11|完成管护工作制度建设工作方案|11"]),
            p => p.Table(Three, 760, 60, ["|并建立台账|", "12|事项12|12", "13|事项13|13"]));

        var table = fixture.Table();
        Assert.Equal(13, table.Rows.Count);
        Assert.Equal(["11|完成管护工作制度建设工作方案并建立台账|11", "12|事项12|12"], table.Rows().Skip(10).Take(2));
    }

    [Fact]
    public void AMergedCellGoesOnOnTheNextPage()
    {
        var fixture = PdfFixture.Of(
            p => p.Table(Three, 760, 60, ["一级|二级|得分", "产出|数量|1", "^|质量|2", "^|时效|3", "^|成本|4", "^|甲|5", "效益|乙|6", "^|丙|7", "^|丁|8", "^|戊|9", "^|己|10"]),
            p => p.Table(Three, 760, 60, ["一级|二级|得分", "|庚|11", "^|辛|12", "满意|壬|13", "^|癸|14"]));

        Assert.Equal(
            ["一级|二级|得分", "产出[5x1]|数量|1", "质量|2", "时效|3", "成本|4", "甲|5", "效益[7x1]|乙|6", "丙|7", "丁|8", "戊|9", "己|10", "庚|11", "辛|12", "满意[2x1]|壬|13", "癸|14"],
            fixture.Table().Rows());
    }

    [Fact]
    public void AMergedCellGoesOnOverPageAfterPage()
    {
        var pages = Enumerable.Range(0, 5).Select(n => (Action<PdfCanvas>)(p =>
            p.Table(Three, 760, 60, ["一级|二级|得分", $"{(n == 0 ? "产出" : "")}|事项{n * 10 + 1}|{n * 10 + 1}", .. Enumerable.Range(n * 10 + 2, 9).Select(i => $"^|事项{i}|{i}")])));

        Assert.Equal(["一级|二级|得分", "产出[50x1]|事项1|1", .. Enumerable.Range(2, 49).Select(i => $"事项{i}|{i}")], PdfFixture.Of([.. pages]).Table().Rows());
    }

    [Fact]
    public void TablesOfOtherColumnsAreNotPutTogether() =>
        Assert.Equal([11, 2], PdfFixture.Of(
            p => p.Table(Three, 760, 60, [.. Enumerable.Range(1, 11).Select(i => $"{i}|事项{i}|{i}")]),
            p => p.Table([90, 140, 260, 420, 505], 760, 60, ["资金|预算|执行|比率", "财政|20|19|95%"])).Tables().Select(t => t.Rows.Count));

    [Fact]
    public void TextBetweenPartsTables() =>
        Assert.Equal([11, 2], PdfFixture.Of(
            p => p.Table(Three, 760, 60, [.. Enumerable.Range(1, 11).Select(i => $"{i}|事项{i}|{i}")]),
            p => p.Bold(94, 760, 12, "二、资金使用情况").Table(Three, 740, 60, ["资金|预算|执行", "财政|20|19"])).Tables().Select(t => t.Rows.Count));

    [Fact]
    public void ATableThatEndsHighOnItsPageDoesNotGoOn() =>
        Assert.Equal([3, 3], PdfFixture.Of(
            p => p.Table(Three, 760, 24, ["指标|分值|得分", "数量|10|9", "质量|10|8"]),
            p => p.Table(Three, 760, 24, ["资金|预算|执行", "财政|20|19", "自筹|1|1"])).Tables().Select(t => t.Rows.Count));

    [Fact]
    public void FortyIndicatorsOverFourPagesAreForty()
    {
        var report = ReportParser.Default.Parse(IndicatorForm().ToArray()).Report;

        Assert.Equal(40, report.Indicators.Count);
        Assert.Equal(Enumerable.Range(1, 40).Select(i => $"完成事项{i}"), report.Indicators.Select(i => i.Level3));
        Assert.Equal(Enumerable.Range(1, 40).Select(i => i <= 24 ? "产出指标" : "效益指标"), report.Indicators.Select(i => i.Level1));
        Assert.Equal(Enumerable.Range(1, 40).Select(LevelTwo), report.Indicators.Select(i => i.Level2));
        Assert.Equal(Enumerable.Range(1, 40).Select(i => (decimal?)i), report.Indicators.Select(i => i.Score - 0.5m));
        Assert.All(report.Indicators, i => Assert.Equal(("≥95%", "96%", 50m), (i.Target, i.Actual, i.FullMark)));
    }

    private static string LevelTwo(int row) => row switch { <= 12 => "数量指标", <= 24 => "质量指标", <= 32 => "经济效益", _ => "社会效益" };

    /// <summary>A form of 40 indicators on four landscape pages whose groups go on over the pages' ends.</summary>
    private static PdfFixture IndicatorForm()
    {
        var fixture = new PdfFixture();
        for (var page = 0; page < 4; page++)
        {
            var first = page * 10 + 1;
            var rows = new List<string> { "一级指标|二级指标|三级指标|指标值|实际完成值|分值|得分" };
            for (var i = first; i < first + 10; i++)
            {
                // A group that goes on from the page before begins the page with an empty cell.
                var one = i is 1 or 25 ? (i == 1 ? "产出指标" : "效益指标") : i == first ? "" : "^";
                var two = i is 1 or 13 or 25 or 33 ? LevelTwo(i) : i == first ? "" : "^";
                rows.Add($"{one}|{two}|完成事项{i}|≥95%|96%|50|{i}.5");
            }

            fixture.Page(p =>
            {
                p.MediaBox = "0 0 842 595";
                if (first == 1)
                    p.Centred(560, 18, "2023年度项目支出绩效自评表", width: 842);
                p.Table([60, 140, 230, 400, 500, 600, 690, 780], 530, 42, [.. rows]);
            });
        }

        return fixture;
    }

    /// <summary>A table with ten rows and a head on each page.</summary>
    private static PdfFixture Pages(int count) => PdfFixture.Of(
        [.. Enumerable.Range(0, count).Select(n => (Action<PdfCanvas>)(p => p.Table(Three, 760, 60, ["序号|内容|得分", .. Enumerable.Range(n * 10 + 1, 10).Select(i => $"{i}|事项{i}|{i}.5")])))]);
}
