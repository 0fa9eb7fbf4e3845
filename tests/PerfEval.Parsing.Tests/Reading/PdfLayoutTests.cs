using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Tests.Support;
using Xunit;

using static PerfEval.Parsing.Tests.Reading.PdfReading;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>Layouts that no line or cell alone explains: half-ruled tables, struck text, printed web pages, marks of notes.</summary>
public sealed class PdfLayoutTests
{
    [Fact]
    public void LevelLinesAloneRuleATable()
    {
        var fixture = PdfFixture.Of(p =>
        {
            p.Set(780, Prose(60));
            // The third line is short: what is on its left is merged.
            p.Line(90, 640, 505, 640).Line(90, 616, 505, 616).Line(200, 592, 505, 592).Line(90, 568, 505, 568).Line(90, 544, 505, 544).Line(90, 520, 505, 520);
            Row(p, 624, "一级指标", "二级指标", "得分");
            p.Text(100, 588, 12, "产出");
            Row(p, 600, "", "数量指标", "9");
            Row(p, 576, "", "质量指标", "8.5");
            Row(p, 552, "效益", "社会效益", "10");
            p.Text(100, 528, 12, "合计（不含预算执行率得分十分）").Text(400, 528, 12, "27.5");
        });

        Assert.Equal(["一级指标|二级指标|得分", "产出[2x1]|数量指标|9", "质量指标|8.5", "效益|社会效益|10", "合计（不含预算执行率得分十分）[1x2]|27.5"], fixture.Table().Rows());
    }

    [Fact]
    public void ABodyWithoutLinesHasItsRowsBesideTheScoresAndItsGroupsInTheMiddle()
    {
        var fixture = PdfFixture.Of(p =>
        {
            p.Line(90, 700, 505, 700).Line(90, 676, 505, 676).Line(90, 540, 505, 540);
            p.Text(100, 684, 12, "一级指标").Text(200, 684, 12, "三级指标").Text(350, 684, 12, "得分").Text(420, 684, 12, "原因");
            // Rows of 24 points; the second one has two lines and 48.
            p.Text(200, 660, 12, "新建水厂").Text(350, 660, 12, "9");
            p.Text(200, 631, 12, "改造饮水工").Text(200, 617, 12, "程管网").Text(350, 624, 12, "8.5").Text(420, 624, 12, "设备到货晚");
            p.Text(200, 588, 12, "按期完工率").Text(350, 588, 12, "7");
            p.Text(200, 552, 12, "群众满意度").Text(350, 552, 12, "10");
            p.Text(100, 624, 12, "产出指标").Text(100, 552, 12, "满意度");
        });

        Assert.Equal(
            ["一级指标|三级指标|得分|原因", "产出指标[3x1]|新建水厂|9|", "改造饮水工程管网|8.5|设备到货晚", "按期完工率|7|", "满意度|群众满意度|10|"],
            fixture.Table().Rows());
    }

    [Fact]
    public void AHeadInTheMiddleOfItsColumnsBelongsToTheTable() =>
        Assert.Equal(["支出类别|年初预算数|决算数", "基本支出|6,310.20|6,482.15", "项目支出|12,332.10|14,494.18", "合计|18,642.30|20,976.33"], PdfFixture.Of(p =>
        {
            p.Set(780, Prose(60));
            p.Text(110, 640, 12, "支出类别").Text(230, 640, 12, "年初预算数").Text(375, 640, 12, "决算数");
            foreach (var (row, i) in new[] { ("基本支出", "6,310.20", "6,482.15"), ("项目支出", "12,332.10", "14,494.18"), ("合计", "18,642.30", "20,976.33") }.Select((r, i) => (r, i)))
                p.Text(94, 620 - 20 * i, 12, row.Item1).Text(320 - 6 * row.Item2.Length, 620 - 20 * i, 12, row.Item2).Text(450 - 6 * row.Item3.Length, 620 - 20 * i, 12, row.Item3);
        }).Table().Rows());

    [Fact]
    public void LabelsAndTheirValuesAreNoColumnsOfProse()
    {
        var labels = new[] { "项目名称：", "项目单位：", "主管部门：", "委托单位：", "评价机构：", "报告日期：" };
        var fixture = PdfFixture.Of(p =>
        {
            for (var i = 0; i < labels.Length; i++)
                p.Text(100, 600 - 30 * i, 12, labels[i]).Text(220, 600 - 30 * i, 12, $"南屏县第{i + 1}个单位的名称");
        });

        Assert.All(labels.Select((label, i) => (label, i)), x => Assert.StartsWith(x.label + "\t南屏县第" + (x.i + 1), fixture.Texts()[x.i], StringComparison.Ordinal));
    }

    [Fact]
    public void ARowWhoseBorderIsOnTheNextPageBelongsToTheTable()
    {
        double[] columns = [90, 200, 350, 505];
        var fixture = PdfFixture.Of(
            p =>
            {
                p.Set(780, Prose(60));
                // The head alone stands at the page's end, and the page's end closes no border.
                p.Line(90, 80, 505, 80);
                foreach (var x in columns)
                    p.Line(x, 40, x, 80);
                p.Text(96, 64, 10.5, "一级指标名").Text(206, 64, 10.5, "二级指标名").Text(356, 64, 10.5, "得分");
            },
            p => p.Table(columns, 800, 24, ["产出|数量|9", "产出|质量|8"]));

        Assert.Equal(["一级指标名|二级指标名|得分", "产出|数量|9", "产出|质量|8"], fixture.Table().Rows());
    }

    [Fact]
    public void StruckTextIsLeftOutAndLeavesNoGap()
    {
        var (document, log) = PdfFixture.Of(p => p.Text(94, 700, 12, "项目资金一百万元已全部到位。").Line(142, 704, 190, 704)).Read();

        Assert.Equal("项目资金已全部到位。", document.Blocks[0].Text);
        Assert.Contains(DiagnosticCode.StruckTextLeftOut, log.Codes());
        Assert.False(log.HasErrors);
    }

    [Fact]
    public void ABorderThroughATextStrikesNothing() =>
        Assert.Equal(["项目资金一百万元已全部到位。"], PdfFixture.Of(p => p.Text(94, 700, 12, "项目资金一百万元已全部到位。").Line(60, 704, 400, 704)).Texts());

    [Fact]
    public void AnUnderlinedTextStays() =>
        Assert.Equal(["项目资金一百万元已全部到位。"], PdfFixture.Of(p => p.Text(94, 700, 12, "项目资金一百万元已全部到位。").Line(142, 698, 190, 698)).Texts());

    [Fact]
    public void TheMarkOfANoteIsNoTextAndAPowerIs()
    {
        var fixture = PdfFixture.Of(p => p
            .Text(94, 700, 12, "收回问卷405份").Text(94 + PdfCanvas.Width("收回问卷405份", 12), 704, 7, "1").Text(94 + PdfCanvas.Width("收回问卷405份", 12) + 3.5, 700, 12, "，面积30m").Text(94 + PdfCanvas.Width("收回问卷405份，面积30m", 12) + 3.5, 704, 7, "2").Text(94 + PdfCanvas.Width("收回问卷405份，面积30m", 12) + 7, 700, 12, "。")
            .Text(94, 640, 12, Prose(34)).Line(94, 120, 238, 120).Text(94, 105, 9, "1 问卷由评价组发放。"));

        Assert.Equal("收回问卷405份，面积30m2。", fixture.Texts()[0]);
        Assert.Equal(["1 问卷由评价组发放。"], fixture.Texts(BlockRole.Note));
    }

    [Fact]
    public void ContentsWithoutLeadersAreToldByTheHeadingsTheyName()
    {
        var fixture = PdfFixture.Of(
            p => p.Lines(94, 760, 12, 20, "目录", "一、项目概况1", "二、评价结论1", "三、存在问题2"),
            p => p.Bold(94, 760, 12, "一、项目概况").Set(740, Prose(80)),
            p => p.Bold(94, 760, 12, "二、评价结论").Bold(94, 740, 12, "三、存在问题"));

        Assert.Equal(["目录", "一、项目概况1", "二、评价结论1", "三、存在问题2"], fixture.Texts(BlockRole.TableOfContents));
        Assert.Equal(["一、项目概况", Prose(80), "二、评价结论", "三、存在问题"], fixture.Texts());
    }

    [Fact]
    public void TheFrameOfAPrintedWebPageIsNotTheReports()
    {
        var document = PdfFixture.Of(p =>
        {
            p.Text(40, 800, 12, "首页 > 政务公开 > 财政资金").Text(40, 780, 12, "索引号：0032310/2024-0003").Centred(740, 18, "2023年度项目支出绩效自评报告");
            p.Set(700, Prose(100));
            p.Text(40, 200, 12, "分享到：微信 微博").Text(40, 180, 12, "某某局2023年部门预算公开").Text(40, 160, 12, "版权所有：南屏县人民政府");
        }).Read().Document;

        Assert.Equal(["2023年度项目支出绩效自评报告", Prose(100)], document.Blocks.Where(b => b.Role == BlockRole.Body).Select(b => b.Text));
        Assert.Contains(document.Metadata, m => m is { Key: "索引号", Value: "0032310/2024-0003" });
    }

    [Fact]
    public void AHeadRowThatThePageEndBreaksIsOneRow()
    {
        double[] columns = [90, 124, 158, 192, 226];
        var fixture = PdfFixture.Of(
            p => p.Table(columns, 760, 60, [.. Enumerable.Repeat("甲|1|2|3", 10), "年度|一级|二级|三级"]),
            p => p.Table(columns, 760, 60, ["任务|指标|指标|指标", "乙|4|5|6"]));

        Assert.Equal(["甲|1|2|3", "年度任务|一级指标|二级指标|三级指标", "乙|4|5|6"], fixture.Table().Rows().Skip(9));
    }

    [Fact]
    public void TwoRowsOfShortValuesAreNotOne()
    {
        double[] columns = [90, 124, 158, 192, 226];
        var fixture = PdfFixture.Of(
            p => p.Table(columns, 760, 60, [.. Enumerable.Repeat("甲乙|10|20|30", 10), "丙丁|11|21|31"]),
            p => p.Table(columns, 760, 60, ["戊己|12|22|32", "庚辛|13|23|33"]));

        Assert.Equal(["丙丁|11|21|31", "戊己|12|22|32", "庚辛|13|23|33"], fixture.Table().Rows().Skip(10));
    }

    private static void Row(PdfCanvas canvas, double y, string one, string two, string three)
    {
        if (one.Length > 0)
            canvas.Text(100, y, 12, one);
        canvas.Text(210, y, 12, two).Text(400, y, 12, three);
    }
}
