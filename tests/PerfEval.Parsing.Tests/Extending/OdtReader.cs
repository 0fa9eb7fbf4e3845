using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;

namespace PerfEval.Parsing.Tests.Extending;

// These tests know a library whose namespace is called so too.
using DocumentFormat = PerfEval.Parsing.Reading.DocumentFormat;

/// <summary>Reads the headings and paragraphs of OpenDocument text (.odt).</summary>
internal sealed class OdtReader : IDocumentReader
{
    private static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    public DocumentFormat Format => DocumentFormat.Odt;

    public SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadContext context)
    {
        var blocks = new List<Block>();
        foreach (var element in Content(bytes, context.Limits).Descendants().Where(e => e.Name == Text + "p" || e.Name == Text + "h"))
        {
            // Looks at cancellation and time.
            context.Step();
            if (blocks.Count == context.Limits.MaxBlocks)
            {
                context.Log.Add(DiagnosticCode.LimitReached, "The text has more blocks than ParseLimits.MaxBlocks allows; the rest was left out.");
                break;
            }

            if (element.Value.Trim() is { Length: > 0 } text)
                blocks.Add(new Paragraph { Text = text, Style = new TextStyle { OutlineLevel = (int?)element.Attribute(Text + "outline-level") } });
        }

        return new SourceDocument { Blocks = blocks };
    }

    private static XDocument Content(ReadOnlyMemory<byte> bytes, ParseLimits limits)
    {
        try
        {
            using var package = new ZipArchive(new MemoryStream(bytes.ToArray()));
            var content = package.GetEntry("content.xml") ?? throw new UnreadableDocumentException(UnreadableReason.Corrupt, "The file has no content.xml.");
            // Document types stay forbidden, and a bomb ends at the limit.
            using var xml = XmlReader.Create(content.Open(), new XmlReaderSettings { MaxCharactersInDocument = limits.MaxPartBytes });
            return XDocument.Load(xml);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            throw new UnreadableDocumentException(UnreadableReason.Corrupt, "The OpenDocument text is damaged.", e);
        }
    }
}
