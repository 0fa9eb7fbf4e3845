using System.Runtime.CompilerServices;
using PerfEval.Parsing;
using PerfEval.Parsing.Snapshots;
using Snapshooter;
using Snapshooter.Xunit;
using Xunit;

namespace SnapshotTests;

/// <summary>A pipeline whose results are held by snapshots: what it reads from each report is what was approved.</summary>
public sealed class SampleReportsTests
{
    private static readonly string Reports = Path.Join(Folder(), "../reports");

    [Theory]
    [InlineData("rural-water-2023.docx")]
    [InlineData("rural-water-2023.pdf")]
    [InlineData("public-toilets-2023.html")]
    [InlineData("road-maintenance-2023.txt")]
    public void AReportSaysWhatItSaidBefore(string file)
    {
        var report = ReportParser.Default.ParseFile(Path.Join(Reports, file)).Report;

        report.ToSnapshot().MatchSnapshot(new SnapshotNameExtension(file));
    }

    [Fact]
    public void TheWordFileAndThePdfSayTheSame()
    {
        var options = new SnapshotOptions { Sections = SnapshotSections.None };
        var word = ReportParser.Default.ParseFile(Path.Join(Reports, "rural-water-2023.docx")).Report;
        var pdf = ReportParser.Default.ParseFile(Path.Join(Reports, "rural-water-2023.pdf")).Report;

        Assert.Equal(word.ToSnapshot(options), (pdf with { Source = word.Source }).ToSnapshot(options));
    }

    [Fact]
    public void AFileBesideTheTestIsEnough()
    {
        var result = ReportParser.Default.ParseFile(Path.Join(Reports, "road-maintenance-2023.txt"));

        ApprovedFile.Verify(result.ToSnapshot(new SnapshotOptions { Sections = SnapshotSections.Headings }), "road-maintenance-2023.approved.txt");
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
