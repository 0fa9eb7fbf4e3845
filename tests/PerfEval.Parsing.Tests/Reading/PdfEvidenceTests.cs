using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;

using static PerfEval.Parsing.Tests.Reading.PdfReading;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class PdfEvidenceTests
{
    private const string Title = "甲县农村饮水项目支出绩效评价报告";

    // Behind the indentation of two and 综合得分: four figures of half an em, without 分.
    private const double ScoreLeft = Left + 6 * Size;
    private const double ScoreRight = ScoreLeft + 2 * Size;

    [Fact]
    public void EvidenceCoversTheLettersOnThePage()
    {
        var report = ReportParser.Default.Parse(Report("", "").ToArray()).Report;

        Assert.Equal(Title, report.Title);
        AssertNear(Line(153.5, 441.5, 770, 18), Box(report, "/title", 1));
        Assert.Equal(89.5m, report.Score!.Value);
        Assert.Equal("89.5", Found(report, "/score/value").Text);
        AssertNear(Line(ScoreLeft, ScoreRight, 600, 12), Box(report, "/score/value", 2));
    }

    [Fact]
    public void EvidenceOnATurnedPageIsGivenInThePagesOwnCoordinates()
    {
        var report = ReportParser.Default.Parse(Report("/Rotate 90", "q 0 1 -1 0 842 0 cm").ToArray()).Report;

        Assert.Equal(Title, report.Title);
        // What is at (x, y) of the turned page is at (842 - y, x) of the page itself.
        AssertNear(Turned(Line(153.5, 441.5, 770, 18)), Box(report, "/title", 1));
        AssertNear(Turned(Line(ScoreLeft, ScoreRight, 600, 12)), Box(report, "/score/value", 2));
    }

    [Fact]
    public void EvidenceInATableIsThatOfItsCell()
    {
        var fixture = PdfFixture.Of(p => p.Centred(770, 18, "2023年度项目支出绩效自评表").Table(
            [60, 140, 220, 320, 400, 470, 510, 550], 700, 30, ["一级指标|二级指标|三级指标|指标值|实际完成值|分值|得分", "产出|数量|建设水厂|2座|2座|50|49.5", "^|质量|水质达标|100%|90%|50|40"]));
        var report = ReportParser.Default.Parse(fixture.ToArray()).Report;

        Assert.Equal(49.5m, report.Indicators[0].Score);
        var entry = Found(report, "/indicators/1/level3");
        Assert.Equal(1, entry.Page);
        var box = entry.Box!.Value;
        Assert.True(box.Bottom >= 610 && box.Top <= 640, $"{box} is not in the third row");
    }

    [Fact]
    public void AParagraphOverTwoPagesHasTheLettersOfEach()
    {
        var text = Prose(34 * Columns - 2);
        var fixture = PdfFixture.Of(p => p.Set(760, text[..(33 * Columns - 2)]), p => p.Text(Left, 760, 12, text[(33 * Columns - 2)..]));
        var layout = fixture.Paragraphs().Single().Layout!;

        AssertNear(Line(Left + 24, Left + 48, 760, 12), At(layout.Find(0, 2), 1));
        AssertNear(Line(Left + 12, Left + 36, 760, 12), At(layout.Find(33 * Columns - 1, 2), 2));
        Assert.Null(layout.Find(text.Length, 5));
    }

    [Fact]
    public void TwoParsesGiveTheSameJson()
    {
        var bytes = Report("", "").Packed().ToArray();
        var writer = new JsonReportWriter();

        var first = writer.Write(ReportParser.Default.Parse(bytes).Report);

        Assert.Equal(first, writer.Write(ReportParser.Default.Parse(bytes).Report));
        Assert.Contains("\"format\": \"pdf\"", first, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSourceSaysHowManyPagesItHas() =>
        Assert.Equal(("pdf", 2, ReadingMethod.Text), ReportParser.Default.Parse(Report("", "").ToArray()).Report.Source is var s ? (s.Format!, s.Pages!.Value, s.Method) : default);

    [Fact]
    public void CancellationPropagates() =>
        Assert.ThrowsAny<OperationCanceledException>(() => ReportParser.Default.Parse(Report("", "").ToArray(), null, new CancellationToken(canceled: true)));

    /// <summary>A report of two pages, its title on the first and its score on the second.</summary>
    private static PdfFixture Report(string entries, string frame)
    {
        var fixture = new PdfFixture();
        void Page(Action<PdfCanvas> draw) => fixture.Page(p =>
        {
            p.Entries = entries;
            p.MediaBox = "0 0 842 842";
            draw(p.Raw(frame));
        });
        Page(p => p.Text(153.5, 770, 18, Title).Bold(Left + 24, 720, 14, "一、项目基本情况").Set(690, Prose(32 * 30)));
        Page(p => p.Bold(Left + 24, 760, 14, "二、评价结论").Text(Left + 24, 600, 12, "综合得分89.5分，评价等级为良。").Set(560, Prose(200, 1)));
        return fixture;
    }

    private static Evidence Found(PerformanceReport report, string pointer) => report.Evidence.First(e => e.Pointer == pointer).Evidence;

    private static PageBox Box(PerformanceReport report, string pointer, int page)
    {
        var evidence = Found(report, pointer);
        Assert.Equal(page, evidence.Page);
        return evidence.Box!.Value;
    }

    private static PageBox At(PagePlace? place, int page)
    {
        Assert.Equal(page, place!.Value.Page);
        return place.Value.Box;
    }

    /// <summary>The place of letters on a baseline: ideographs reach a seventh of their size below it.</summary>
    private static PageBox Line(double left, double right, double baseline, double size) => new(left, baseline - size / 7, right, baseline + size * 6 / 7);

    private static PageBox Turned(PageBox box) => new(842 - box.Top, box.Left, 842 - box.Bottom, box.Right);

    private static void AssertNear(PageBox expected, PageBox actual)
    {
        const double Point = 1;
        Assert.Equal(expected.Left, actual.Left, Point);
        Assert.Equal(expected.Right, actual.Right, Point);
        Assert.Equal(expected.Bottom, actual.Bottom, Point);
        Assert.Equal(expected.Top, actual.Top, Point);
    }
}
