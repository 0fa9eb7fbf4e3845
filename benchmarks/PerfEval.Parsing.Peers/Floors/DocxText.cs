using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PerfEval.Parsing.Peers.Floors;

/// <summary>The text of a Word file and nothing else.</summary>
internal static class DocxText
{
    /// <summary>The floor that the goals name: the zip's entry through an XmlReader, the text of every run, a line for every paragraph.</summary>
    public static string ByXmlReader(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx, writable: false), ZipArchiveMode.Read);
        using var part = zip.GetEntry("word/document.xml")!.Open();
        using var reader = XmlReader.Create(part);
        var text = new StringBuilder();
        var isText = false;
        while (reader.Read())
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    isText = reader.LocalName == "t" && !reader.IsEmptyElement;
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace when isText:
                    text.Append(reader.Value);
                    break;
                case XmlNodeType.EndElement:
                    isText = false;
                    if (reader.LocalName == "p")
                        text.Append('\n');
                    break;
            }

        return text.ToString();
    }

    /// <summary>The same through the elements of the Open XML SDK.</summary>
    public static string ByOpenXml(byte[] docx)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(docx, writable: false), isEditable: false);
        var text = new StringBuilder();
        foreach (var paragraph in document.MainDocumentPart!.Document!.Descendants<Paragraph>())
            text.Append(paragraph.InnerText).Append('\n');
        return text.ToString();
    }
}
