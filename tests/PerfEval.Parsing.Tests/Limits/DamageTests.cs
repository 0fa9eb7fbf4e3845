using PerfEval.Parsing.Diagnostics;
using Xunit;

namespace PerfEval.Parsing.Tests.Limits;

/// <summary>No damage passes for a complete document: each damaged file gives the same as the whole one, or says that something is missing.</summary>
public sealed class DamageTests
{
    [Fact]
    public void DamagedWordFilesAreNeverComplete() => AssertNoticed(GoodDocuments.Docx, DamagedFiles.OfZip(GoodDocuments.Docx, 10, 20));

    [Fact]
    public void DamagedWorkbooksAreNeverComplete() => AssertNoticed(GoodDocuments.Xlsx, DamagedFiles.OfZip(GoodDocuments.Xlsx, 16, 20));

    [Fact]
    public void PartsThatEndTooEarlyAreNeverComplete()
    {
        AssertNoticed(GoodDocuments.Docx, DamagedFiles.OfParts(GoodDocuments.Docx, 12));
        AssertNoticed(GoodDocuments.Xlsx, DamagedFiles.OfParts(GoodDocuments.Xlsx, 10));
    }

    [Fact]
    public void PdfsWithDamagedStreamsAreNeverComplete()
    {
        AssertNoticed(GoodDocuments.Pdf, DamagedFiles.OfPdf(GoodDocuments.Pdf, 30, 8));
        AssertNoticed(GoodDocuments.PdfWithXrefStream, DamagedFiles.OfPdf(GoodDocuments.PdfWithXrefStream, 30, 8));
    }

    private static void AssertNoticed(byte[] whole, IEnumerable<DamagedFile> damaged)
    {
        var expected = GoodDocuments.Dump(ReportParser.Default.Parse(whole).Document);
        var cases = damaged.ToList();

        Assert.InRange(cases.Count, 50, 2000);
        Assert.Empty(cases.Where(c => !IsNoticed(c.Bytes, expected)).Select(c => c.Fault));
    }

    private static bool IsNoticed(byte[] bytes, string expected)
    {
        try
        {
            var result = ReportParser.Default.Parse(bytes);
            return result.Status != ParseStatus.Complete || GoodDocuments.Dump(result.Document) == expected;
        }
        catch (UnreadableDocumentException e)
        {
            return e.Reason != UnreadableReason.InternalError;
        }
    }
}
