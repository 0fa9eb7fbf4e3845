using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Tests.Samples;

public sealed class SampleReportsTests
{
    [Fact]
    public void TheCommittedDocumentIsTheOneThatTheGeneratorMakes()
    {
        var committed = Path.Join(SampleReports.Folder, SampleReports.DocxName);
        var made = SampleReports.Docx();
        if (File.Exists(committed) && Parts(File.ReadAllBytes(committed)).SequenceEqual(Parts(made)))
            return;

        var received = Path.ChangeExtension(committed, ".received.docx");
        File.WriteAllBytes(received, made);
        Assert.Fail($"The sample differs from what SampleReports makes. If the change is meant: mv '{received}' '{committed}'");
    }

    [Fact]
    public void TheDocumentIsValidOpenXml()
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(SampleReports.Docx()), isEditable: false);

        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(package).Select(error => error.Description));
    }

    /// <summary>The parts' texts; the archive itself carries the time of its making.</summary>
    private static List<string> Parts(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. package.MainDocumentPart!.Parts.Select(part => part.OpenXmlPart).Append(package.MainDocumentPart)
            .OrderBy(part => part.Uri.ToString(), StringComparer.Ordinal)
            .Select(part => part.RootElement!.OuterXml)];
    }
}
