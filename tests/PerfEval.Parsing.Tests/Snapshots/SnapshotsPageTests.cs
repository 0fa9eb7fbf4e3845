using System.Text.RegularExpressions;
using PerfEval.Parsing.Snapshots;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Tests.Snapshots;

public sealed partial class SnapshotsPageTests
{
    public static TheoryData<string> Pages { get; } = ["docs/snapshots.md", "docs/snapshots.zh-CN.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheLinesShownArePrintedInTheirOrder(string page)
    {
        var report = ReportParser.Default.ParseFile(Repository.At("samples/reports/rural-water-2023.docx")).Report;
        var printed = report.ToSnapshot().Split('\n').AsEnumerable();

        Assert.Contains("ParseFile(\"samples/reports/rural-water-2023.docx\").Report;", new DocsPage(page).Block("csharp"), StringComparison.Ordinal);
        foreach (var line in new DocsPage(page).Block("text").Split('\n'))
        {
            printed = printed.SkipWhile(other => other != line);
            Assert.True(printed.Any(), line);
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryOptionAndOnlyOptionsAreListed(string page) => Assert.Equal(
        typeof(SnapshotOptions).GetProperties().Select(option => option.Name).Where(name => name != nameof(SnapshotOptions.Default)).Order(),
        OptionRow().Matches(Repository.Read(page)).Select(row => row.Groups[1].Value).Order());

    [Fact]
    public void TheOneLinerForSnapshooterIsTheOneOfTheSample() => Assert.Contains(
        "report.ToSnapshot().MatchSnapshot(", Repository.Read("samples/SnapshotTests/SampleReportsTests.cs"), StringComparison.Ordinal);

    [GeneratedRegex(@"^\| `([A-Z]\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex OptionRow();
}
