using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Tests.Support;
using Xunit;

using static PerfEval.Parsing.Tests.Reading.PdfReading;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class PdfPageTests
{
    [Fact]
    public void ARunningHeadIsKeptOnce()
    {
        var fixture = PdfFixture.Of([.. Enumerable.Range(0, 3).Select(n => (Action<PdfCanvas>)(p => p.Centred(800, 9, "甲县项目绩效评价报告").Set(740, Prose(100, n))))]);

        Assert.Equal(["甲县项目绩效评价报告"], fixture.Texts(BlockRole.Header));
        Assert.Equal(3, fixture.Texts().Count);
        Assert.DoesNotContain("甲县项目绩效评价报告", string.Concat(fixture.Texts()));
    }

    [Fact]
    public void ALineAtTheTopOfOnePageIsNoRunningHead() =>
        Assert.Equal(["甲县项目绩效评价报告", Prose(100), Prose(100, 1)], PdfFixture.Of(
            p => p.Centred(800, 9, "甲县项目绩效评价报告").Set(740, Prose(100)), p => p.Set(740, Prose(100, 1))).Texts());

    [Theory]
    [InlineData("— {0} —")]
    [InlineData("- {0} -")]
    [InlineData("第{0}页 共8页")]
    [InlineData("第 {0} 页")]
    [InlineData("{0}/8")]
    [InlineData("{0}")]
    public void PageNumbersAreFeet(string form)
    {
        string Number(int page) => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, page);
        var fixture = PdfFixture.Of(p => p.Centred(40, 9, Number(3)).Set(740, Prose(100)), p => p.Centred(40, 9, Number(4)).Set(740, Prose(100, 1)));

        Assert.Equal([Number(3)], fixture.Texts(BlockRole.Footer));
        Assert.Equal([Prose(100), Prose(100, 1)], fixture.Texts());
    }

    [Fact]
    public void ArtifactsAreHeadsAndFeet()
    {
        var fixture = PdfFixture.Of(p => p.Raw("/Artifact << /Type /Pagination >> BDC").Text(94, 800, 9, "甲县").Raw("EMC /Artifact BMC").Text(94, 40, 9, "内部资料").Raw("EMC").Set(740, Prose(100)));

        Assert.Equal(["甲县"], fixture.Texts(BlockRole.Header));
        Assert.Equal(["内部资料"], fixture.Texts(BlockRole.Footer));
        Assert.Equal([Prose(100)], fixture.Texts());
    }

    [Fact]
    public void SlantedTextIsAWatermark()
    {
        var fixture = new PdfFixture();
        fixture.Page(p => p.Raw($"BT /F1 50 Tf .7 .7 -.7 .7 150 300 Tm <{fixture.Codes("仅供参考")}> Tj ET").Set(740, Prose(300)));

        Assert.Equal(["仅供参考"], fixture.Texts(BlockRole.Watermark));
        Assert.Equal([Prose(300)], fixture.Texts());
    }

    [Fact]
    public void PaleLargeTextIsAWatermark()
    {
        var fixture = PdfFixture.Of(p => p.Raw("0.85 g").Text(150, 400, 50, "内部资料").Raw("0 g").Set(740, Prose(300)));

        Assert.Equal(["内部资料"], fixture.Texts(BlockRole.Watermark));
        Assert.Equal([Prose(300)], fixture.Texts());
    }

    [Fact]
    public void ContentsLinesAreTold()
    {
        var fixture = PdfFixture.Of(
            p => p.Centred(760, 18, "目录").Lines(94, 720, 12, 20, "一、项目概况……………………1", "二、评价结论……………………3", "三、存在问题......................5"),
            p => p.Bold(94, 760, 12, "一、项目概况").Set(740, Prose(80)));

        Assert.Equal(["目录", "一、项目概况……………………1", "二、评价结论……………………3", "三、存在问题......................5"], fixture.Texts(BlockRole.TableOfContents));
        Assert.Equal(["一、项目概况", Prose(80)], fixture.Texts());
    }

    [Fact]
    public void SmallLinesBelowAShortRuleAreNotes()
    {
        var fixture = PdfFixture.Of(p => p.Line(Left, 120, Left + 144, 120).Lines(Left, 105, 9, 12, "①数据来自甲县统计局。", "②见附件二。").Set(740, Prose(160)));

        Assert.Equal(["①数据来自甲县统计局。", "②见附件二。"], fixture.Texts(BlockRole.Note));
        Assert.Equal([Prose(160)], fixture.Texts());
    }

    [Fact]
    public void TheLeftColumnIsReadBeforeTheRightOne()
    {
        var (left, right) = (Prose(160), Prose(160, 1));
        var fixture = PdfFixture.Of(p =>
        {
            for (var i = 0; i < 10; i++)
                p.Text(80, 740 - i * 20, 12, left[(i * 16)..(i * 16 + 16)]).Text(320, 740 - i * 20, 12, right[(i * 16)..(i * 16 + 16)]);
        });

        Assert.Equal(left + right, string.Concat(fixture.Texts()));
    }

    [Fact]
    public void ALandscapePageIsReadInItsOwnWidth()
    {
        var text = Prose(120);
        var fixture = PdfFixture.Of(p =>
        {
            p.MediaBox = "0 0 842 595";
            p.Lines(80, 520, 12, 20, text[..56], text[56..112], text[112..]);
        });

        Assert.Equal([text], fixture.Texts());
    }

    [Fact]
    public void ATurnedPageIsReadAsItIsShown()
    {
        var text = Prose(120);
        var fixture = PdfFixture.Of(p =>
        {
            p.Entries = "/Rotate 90";
            p.Raw("q 0 1 -1 0 595 0 cm").Text(80, 560, 16, "附表").Lines(80, 520, 12, 20, text[..56], text[56..112], text[112..])
                .Table([80, 300, 500, 700], 420, 24, ["指标|分值|得分", "数量|10|9"]).Raw("Q");
        });

        Assert.Equal(["附表", text, "指标\t分值\t得分\n数量\t10\t9"], fixture.Texts());
        var line = fixture.Paragraphs()[0].Layout!.Lines.Single();
        // The line's baseline, 560 points above the lower edge of the turned page, is 35 points from the left of the page itself.
        Assert.Equal(1, line.Turn);
        Assert.Equal((80d, 112d), (line.Box.Bottom, line.Box.Top));
        Assert.InRange(35, line.Box.Left, line.Box.Right);
    }

    [Fact]
    public void ATurnedTableOnAnUprightPageIsATable()
    {
        var fixture = PdfFixture.Of(p => p.Centred(800, 12, "附件").Raw("q 0 1 -1 0 595 0 cm").Table([80, 300, 500, 700], 420, 24, ["指标|分值|得分", "数量|10|9"]).Raw("Q"));

        Assert.Equal(["指标|分值|得分", "数量|10|9"], fixture.Table().Rows());
        Assert.Equal(["附件"], fixture.Paragraphs().Select(p => p.Text));
    }

    [Fact]
    public void TextBeyondTheCropBoxIsNotPrinted() =>
        Assert.Equal(["看得见"], PdfFixture.Of(p =>
        {
            p.Entries = "/CropBox [0 100 595 842]";
            p.Text(94, 700, 12, "看得见").Text(94, 50, 12, "看不见");
        }).Texts());
}
