using System.Text;
using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.BenchmarkDocuments.Pdf;
using PerfEval.Parsing.Model;
using Xunit;

namespace PerfEval.Parsing.Tests;

/// <summary>What is measured must be what it is taken for: one report in every format, the same on every machine, no page cheaper than another because less of it was understood.</summary>
public sealed class BenchmarkDocumentTests
{
    private const int IndicatorsOfAPage = 2;

    public static TheoryData<string> Kinds() => [.. Makers.Keys];

    private static readonly Dictionary<string, Func<InventedPaper, byte[]>> Makers = new()
    {
        ["docx"] = PaperDocx.Of,
        ["html"] = PaperHtml.Of,
        ["txt"] = paper => Encoding.UTF8.GetBytes(PaperText.Of(paper)),
        ["pdf, simple fonts"] = paper => PaperPdf.Of(paper, PaperFonts.Simple),
        ["pdf, Identity-H"] = paper => PaperPdf.Of(paper, PaperFonts.Identity),
        ["pdf, STSong-Light"] = paper => PaperPdf.Of(paper, PaperFonts.Song),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EveryFormatOfAReportIsReadInFull(string kind)
    {
        var report = Parse(kind, BenchmarkLength.Medium).Report;

        Assert.EndsWith("项目支出绩效评价报告", report.Title, StringComparison.Ordinal);
        Assert.Equal(88m, report.Score?.Value);
        Assert.Equal(GradeLevel.Good, report.Grade?.Level);
        Assert.NotNull(report.Funding?.Budget);
        Assert.Equal(BenchmarkLength.Medium * IndicatorsOfAPage, report.Indicators.Count);
        Assert.Equal(2, report.Problems.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void LongerReportsHaveMoreOfEverything(string kind)
    {
        var report = Parse(kind, 2 * BenchmarkLength.Medium).Report;

        Assert.Equal(2 * BenchmarkLength.Medium * IndicatorsOfAPage, report.Indicators.Count);
        Assert.Equal(2, report.Problems.Count);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void TheSameSeedGivesTheSameBytes(string kind) =>
        Assert.Equal(Makers[kind](new InventedPaper(BenchmarkLength.Small, 7)), Makers[kind](new InventedPaper(BenchmarkLength.Small, 7)));

    [Fact]
    public void NoFileOfTheArchiveIsDamagedAndNoTwoAreTheSame()
    {
        var files = MixedArchive.Files(30).ToList();

        Assert.All(files, file => Assert.NotNull(ReportParser.Default.Parse(file.Bytes).Report.Score));
        Assert.Equal(files.Count, files.Select(file => Convert.ToHexString(file.Bytes.Span)).Distinct().Count());
    }

    private static ParseResult Parse(string kind, int pages) => ReportParser.Default.Parse(Makers[kind](new InventedPaper(pages, 1)));
}
