using System.Xml;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading.OfficeParts;

/// <summary>How a part's XML is opened: nothing is resolved, and a document type declaration is passed over.</summary>
internal static class PartXml
{
    /// <summary>A reader of the part.</summary>
    /// <exception cref="XmlException">The part is in an encoding that is not known.</exception>
    public static XmlReader Open(Stream stream, ReadOnlySpan<byte> head, string part, NameTable names, DiagnosticLog log)
    {
        if (!HasDocumentType(head))
            return XmlReader.Create(stream, new XmlReaderSettings
            {
                NameTable = names,
                DtdProcessing = DtdProcessing.Ignore,
                XmlResolver = null,
                CheckCharacters = false,
                // Word itself prints no white space that xml:space does not protect.
                IgnoreWhitespace = true,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
            });

        log.Add(DiagnosticCode.DtdPresent, $"{part} has a document type declaration, which was not processed.");
        // Only this older reader passes over references to entities that nobody declared; the newer one gives the part up there.
        return new XmlTextReader(stream, names)
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            EntityHandling = EntityHandling.ExpandCharEntities,
            Normalization = true,
            WhitespaceHandling = WhitespaceHandling.Significant,
        };
    }

    /// <summary>Looks for a declaration in the first bytes, which may be UTF-16.</summary>
    internal static bool HasDocumentType(ReadOnlySpan<byte> head)
    {
        var matched = 0;
        var sought = "<!DOCTYPE"u8;
        foreach (var b in head)
        {
            if (b == 0)
                continue;
            matched = b == sought[matched] ? matched + 1 : b == sought[0] ? 1 : 0;
            if (matched == sought.Length)
                return true;
        }

        return false;
    }
}
