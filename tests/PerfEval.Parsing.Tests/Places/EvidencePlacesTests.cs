using CsCheck;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Tests.Support.Places;
using PerfEval.Parsing.Tests.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Places;

/// <summary>What evidence says of a value's place is true: in the document as read, and in the file opened by other means.</summary>
public sealed class EvidencePlacesTests(FontFiles fonts) : IClassFixture<FontFiles>
{
    public static TheoryData<string> Shipped { get; } = [.. EvidenceDocuments.Shipped];

    public static TheoryData<string> Formats { get; } = [.. EvidenceDocuments.Formats];

    public static TheoryData<string> Written { get; } = ["docx", "pdf", "txt", "html", "md"];

    [Theory]
    [MemberData(nameof(Shipped))]
    public void AValueStandsWhereItsEvidenceSays(string document) => AssertNone(Faults(Repository.At(document)));

    [Theory]
    [MemberData(nameof(Formats))]
    public void AValueOfAnyDocumentAtHandStandsWhereItsEvidenceSays(string format) => AssertNone(EvidenceDocuments.Named(format).SelectMany(Faults));

    [Theory]
    [MemberData(nameof(Written))]
    public void AValueOfAWrittenReportStandsWhereItsEvidenceSays(string format) => ReportGen.Report.Sample(report =>
    {
        using var file = new MemoryStream();
        (format == "pdf" ? fonts.Writer : ReportWriters.For(format)).Write(report, file);
        var result = ReportParser.Default.Parse(file.ToArray());
        AssertNone(PlaceFaults.InDocument(result).Concat(PlaceFaults.InFile(file.ToArray(), result)).Concat(PlaceFaults.OfBlocks(file.ToArray(), result)).Concat(Strays(file.ToArray(), result)));
    }, iter: format == "pdf" ? 20 : 60);

    private static void AssertNone(IEnumerable<string> faults)
    {
        var found = faults.ToList();
        Assert.True(found.Count == 0, $"{found.Count} faults:\n{string.Join('\n', found.Take(40))}");
    }

    private static IEnumerable<string> Faults(string path) => EvidenceDocuments.Parse(path) is not var (bytes, result)
        ? []
        : PlaceFaults.InDocument(result).Concat(PlaceFaults.InFile(bytes, result)).Concat(PlaceFaults.OfBlocks(bytes, result)).Concat(Strays(bytes, result)).Select(fault => $"{Path.GetFileName(Path.GetDirectoryName(path))}/{Path.GetFileName(path)} {fault}");

    /// <summary>Of a text file, every character's line and offset are known, not only those of values.</summary>
    private static IEnumerable<string> Strays(byte[] bytes, ParseResult result) => result.Report.Source.Format != "txt"
        ? []
        : result.Document!.Blocks.Where(b => b is not (PageBreak or Figure)).SelectMany(new TextSource(bytes, result.Report.Source.Encoding).Strays).Take(20);
}
