using System.IO.Compression;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Tests.Reading;
using PerfEval.Parsing.Writing.Docx;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>What the tests of the .docx writer ask of a document.</summary>
internal static class DocxWriting
{
    internal static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    internal static Paragraph P(DeclaredPart part, string text, int? level = null) => new() { Declared = part, Text = text, Style = new TextStyle { OutlineLevel = level } };

    internal static Paragraph Body(string text) => P(DeclaredPart.Content, text);

    internal static Paragraph Heading(int level, string text) => P(DeclaredPart.Heading, text, level);

    /// <summary>A table of cells; <c>2x1 text</c> is a cell over two rows and one column.</summary>
    internal static Table Table(params string[][] rows) => new([.. rows.Select(r => new TableRow([.. r.Select(Cell)]))]) { Declared = DeclaredPart.Content };

    internal static byte[] Bytes(params IReadOnlyList<Block> blocks)
    {
        using var output = new MemoryStream();
        DocxReportWriter.Write(blocks, output);
        return output.ToArray();
    }

    internal static XElement Part(byte[] docx, string name)
    {
        using var zip = new ZipArchive(new MemoryStream(docx));
        using var stream = zip.GetEntry($"word/{name}.xml")!.Open();
        return XElement.Load(stream);
    }

    internal static XElement Document(params IReadOnlyList<Block> blocks) => Part(Bytes(blocks), "document").Element(W + "body")!;

    internal static string? Val(this XElement? element, string attribute = "val") => element?.Attribute(W + attribute)?.Value;

    internal static XElement Style(byte[] docx, string id) => Part(docx, "styles").Elements(W + "style").Single(s => s.Val("styleId") == id);

    internal static IReadOnlyList<string> Faults(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}")];
    }

    /// <summary>The document as it is read again, and the body's blocks in one line each.</summary>
    internal static (bool IsDeclared, IReadOnlyList<string> Blocks) ReadAgain(byte[] docx)
    {
        var (document, log) = DocxReading.Read(docx);
        return (document.IsDeclared && log.Items.Count == 0, [.. document.Blocks.Where(b => b.Role == BlockRole.Body).Select(Line)]);
    }

    internal static string Line(Block block) => block switch
    {
        Paragraph p => $"{p.Declared} {(p.Declared == DeclaredPart.Heading ? p.Style.OutlineLevel : null)} {p.Label}{p.Text}",
        Table t => $"{t.Declared} " + string.Join(" / ", t.Rows.Select(r => string.Join(" | ", r.Cells.Select(c => $"{c.RowSpan}x{c.ColumnSpan} {c.Text}")))),
        _ => $"{block.Declared} {block.GetType().Name}",
    };

    private static TableCell Cell(string text) => text.Length > 3 && text[1] == 'x' && text[3] == ' '
        ? new TableCell(text[4..], text[0] - '0', text[2] - '0') : new TableCell(text);
}
