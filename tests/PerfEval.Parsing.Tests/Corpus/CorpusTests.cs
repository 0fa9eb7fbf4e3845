using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Corpus;

/// <summary>Each document beside this file against its approved facts and outline. The documents are our own; their units and figures are invented.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Documents() => [.. Names()];

    private static IEnumerable<string> Names() =>
        Directory.EnumerateFiles(Repository.At("tests/PerfEval.Parsing.Tests/Corpus"))
            .Where(f => Path.GetExtension(f) is ".docx" or ".html" or ".pdf" || (f.EndsWith(".txt", StringComparison.Ordinal) && !f.EndsWith(".verified.txt", StringComparison.Ordinal) && !f.EndsWith(".received.txt", StringComparison.Ordinal)))
            .Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Documents))]
    public void TheDocumentGivesItsApprovedFactsAndOutline(string document) => Approved.Verify(Summary(Parse(document)), document);

    [Fact]
    public void TheSameBytesGiveTheSameBytesOnManyThreads()
    {
        var documents = Names().ToList();
        var alone = documents.Select(d => Json(Parse(d))).ToList();

        var together = documents.AsParallel().AsOrdered().Select(d => Json(Parse(d))).ToList();

        Assert.Equal(alone, together);
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void EvidenceStandsWhereItSaysItStands(string document)
    {
        foreach (var report in Parse(document).Reports)
        {
            Assert.NotEmpty(report.Evidence);
            Assert.All(report.Evidence, e => Assert.Equal(e.Evidence.Length, e.Evidence.Text.Length));
            Assert.All(report.Evidence, e => Assert.InRange(e.Evidence.Confidence, 0, 1));
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void TheJsonOfAReportIsReadBackAsTheSameReport(string document)
    {
        foreach (var report in Parse(document).Reports)
            Assert.Equal(report, JsonReportWriter.Read(new JsonReportWriter().Write(report)));
    }

    private static ParseResult Parse(string document) =>
        ReportParser.Default.Parse(File.ReadAllBytes(Repository.At("tests/PerfEval.Parsing.Tests/Corpus/" + document)), document);

    private static string Json(ParseResult result) => string.Join('\n', result.Reports.Select(r => new JsonReportWriter(indented: false).Write(r)));

    private static string Summary(ParseResult result) => string.Join("\n\n", result.Reports.Select(report =>
        OutlineTextWriter.Write(report) + "\n" + new JsonReportWriter().Write(report with { Source = new(), Sections = [], Evidence = [] })));
}
