using System.Text.RegularExpressions;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Tests.Support.Places;
using PerfEval.Parsing.Tests.Support.Rereading;
using Xunit;

namespace PerfEval.Parsing.Tests.Places;

/// <summary>Every value that a report gives has evidence, and can be read again from its evidence alone.</summary>
public sealed partial class EveryValueIsProvedTests
{
    public static TheoryData<string> Shipped { get; } = [.. EvidenceDocuments.Shipped];

    public static TheoryData<string> Formats { get; } = [.. EvidenceDocuments.Formats];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void EveryValueHasEvidence(string document) => AssertNone(Unproved(Repository.At(document)));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void EveryValueCanBeReadAgainFromItsEvidence(string document) => AssertNone(Misread(Repository.At(document)));

    [Theory]
    [MemberData(nameof(Formats))]
    public void EveryValueOfAnyDocumentAtHandHasEvidence(string format) => AssertNone(EvidenceDocuments.Named(format).SelectMany(Unproved));

    [Theory]
    [MemberData(nameof(Formats))]
    public void EveryValueOfAnyDocumentAtHandCanBeReadAgain(string format) => AssertNone(EvidenceDocuments.Named(format).SelectMany(Misread));

    [Fact]
    public void ValuesWithoutEvidenceAreNoticed()
    {
        var report = ReportParser.Default.ParseFile(Repository.At("samples/reports/road-maintenance-2023.txt")).Report;

        Assert.Equal(["/title", "/score/value"], SaidValues.Unproved(report with { Evidence = [.. report.Evidence.Where(e => e.Pointer is not ("/title" or "/score/value"))] }));
        Assert.Contains("/sections/0/blocks/0/text", SaidValues.Unproved(report with { Evidence = [] }));
    }

    private static IEnumerable<string> Unproved(string path) => EvidenceDocuments.Parse(path) is not var (_, result)
        ? []
        : result.Reports.SelectMany(SaidValues.Unproved).Select(pointer => $"{Name(path)} {pointer}");

    private static IEnumerable<string> Misread(string path) => EvidenceDocuments.Parse(path) is not var (_, result)
        ? []
        : from report in result.Reports
          from entry in report.Evidence
          let fault = HeadFactsRereading.Fault(report, entry) ?? BodyFactsRereading.Fault(report, entry, result.Document!)
          where fault is not null
          select $"{Name(path)} {entry.Pointer}: {fault}";

    private static string Name(string path) => $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)}";

    /// <summary>Many faults are mostly few kinds: how often each occurs, then the first of them.</summary>
    private static void AssertNone(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        var kinds = found.CountBy(fault => Numbers().Replace(fault.Split(' ')[1].TrimEnd(':'), "/*")).OrderByDescending(kind => kind.Value).Select(kind => $"{kind.Value} × {kind.Key}");
        Assert.True(found.Count == 0, $"{found.Count} faults:\n{string.Join('\n', kinds)}\n{string.Join('\n', found.Take(40))}");
    }

    [GeneratedRegex(@"/\d+")]
    private static partial Regex Numbers();
}
