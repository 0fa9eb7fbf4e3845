using System.Globalization;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Samples;

/// <summary>The sample pack and its sample document, which is read wrongly without it.</summary>
public sealed class OwnWordsTests
{
    private static readonly string Pack = Repository.At("samples/vocabulary/lanchuan-2024.json");
    private static readonly string Document = Repository.At("samples/vocabulary/rural-bus-2024.html");

    [Fact]
    public void TheSampleProgramPrintsBothReadings()
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };

        OwnWords.Program.Compare(Pack, Document, output);

        Assert.Equal(
            """
            Without a pack:
              project ?, unit 松岭县交通运输局, grade ? (?)
              budget ? yuan, 0 indicators, 0 problems, 0 recommendations
            With 澜川州2024年度绩效考评用语:
              project 乡村客运补贴, unit 松岭县客运服务中心, grade 二档 (Good)
              budget 1200000 yuan, 3 indicators, 2 problems, 2 recommendations

            """,
            output.ToString());
    }

    [Fact]
    public void ThePackMakesTheSampleWholeDownToItsCells()
    {
        var report = new ReportParser(new ReportParserOptions { Vocabulary = [VocabularyPack.Load(Pack)] }).ParseFile(Document).Report;

        Assert.Equal("松岭县交通运输局", report.CompetentDepartment);
        Assert.Equal(1_140_000m, report.Funding?.Spent);
        Assert.Equal(new Score(87.5m, 100m), report.Score);
        Assert.Equal(["开通乡村客运线路", "建制村通客车率", "乘客满意度"], report.Indicators.Select(i => i.Level3));
        Assert.Equal("≥24条 25条 50 50", $"{report.Indicators[0].Target} {report.Indicators[0].Actual} {report.Indicators[0].FullMark} {report.Indicators[0].Score}");
        Assert.Null(report.Indicators[2].Actual);
        Assert.Equal("松岭县乡村客运补贴明白纸", Assert.Single(report.Citations).Title);
        Assert.Equal(["冬季停班较多", "乘客意见收集不够"], report.Problems.Select(p => p.Heading));
        Assert.Equal([SectionKind.Basics, SectionKind.Conclusion, SectionKind.Experiences, SectionKind.Problems, SectionKind.Recommendations],
            report.Sections.Where(s => s.Level == 1).SelectMany(s => s.Kinds).Where(k => k != SectionKind.Overview));
    }
}
