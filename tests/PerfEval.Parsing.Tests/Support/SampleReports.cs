using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>
/// Makes the sample report in samples/reports from SampleReport.txt, as a Word document with everything that office software puts into one:
/// linked styles, automatic numbering, a contents field, merged cells, a footnote, running heads. Units and figures are invented.
/// </summary>
internal static class SampleReports
{
    public const string DocxName = "rural-water-2023.docx";

    /// <summary>The repository's samples/reports.</summary>
    public static string Folder { get; } = Repository.At("samples/reports");

    /// <summary>Makes the document.</summary>
    public static byte[] Docx()
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = new Styles(SampleReportParts.Styles);
            main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = new Numbering(SampleReportParts.Numbering);
            main.AddNewPart<HeaderPart>("rId3").Header = new Header(SampleReportParts.Header);
            main.AddNewPart<FooterPart>("rId4").Footer = new Footer(SampleReportParts.Footer);
            var notes = new Footnotes(SampleReportParts.Footnotes);
            main.AddNewPart<FootnotesPart>("rId5").Footnotes = notes;
            var body = new SampleReportBody(notes).Build(Repository.Read("tests/PerfEval.Parsing.Tests/Support/SampleReport.txt").TrimEnd().Split('\n'));
            main.Document = new Document(body);
        }

        return stream.ToArray();
    }
}
