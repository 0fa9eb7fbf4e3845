using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>Looks through a drawing, old or new, for text and pictures. Lines and empty shapes are decoration.</summary>
internal sealed class DocxDrawings(OfficeXml xml, DocxBody body, DocxParagraphs paragraphs)
{
    /// <summary>Reads the current drawing's text into the flow; tells whether there is a picture in it.</summary>
    internal bool Read(DocxFlow flow)
    {
        var found = default(Found);
        ReadChildren(flow, ref found);
        return found is { HasPicture: true, HasEquation: false };
    }

    private void ReadChildren(DocxFlow flow, ref Found found)
    {
        var depth = xml.Enter();
        while (xml.NextChild(depth))
            ReadChild(flow, ref found);
    }

    private void ReadChild(DocxFlow flow, ref Found found)
    {
        switch (xml.Namespace, xml.Name)
        {
            case (OfficeNamespace.Word, "txbxContent"):
                body.ReadTextBox(flow);
                break;
            case (OfficeNamespace.Vml, "textpath"):
                if (xml.Attribute("string") is { Length: > 0 } line)
                    paragraphs.AddLine(line, flow);
                break;
            case (OfficeNamespace.Drawing, "p"):
                ReadDrawingParagraph(flow);
                break;
            case (OfficeNamespace.Vml, "imagedata") or (OfficeNamespace.Drawing, "blip") or (OfficeNamespace.Other, "chart" or "relIds"):
                found.HasPicture = true;
                break;
            case (OfficeNamespace.Other, "OLEObject"):
                // A formula of the old editor is a picture in the middle of a line, not a figure.
                found.HasEquation |= xml.Attribute("ProgID")?.StartsWith("Equation", StringComparison.Ordinal) == true;
                found.HasPicture = true;
                break;
            case (OfficeNamespace.Compatibility, "AlternateContent"):
                found = ReadAlternatives(flow, found);
                break;
            default:
                ReadChildren(flow, ref found);
                break;
        }
    }

    private Found ReadAlternatives(DocxFlow flow, Found found)
    {
        paragraphs.ReadAlternatives(() => ReadChildren(flow, ref found), null);
        return found;
    }

    /// <summary>Shapes of a drawing canvas hold text of their own kind.</summary>
    private void ReadDrawingParagraph(DocxFlow flow)
    {
        var text = new System.Text.StringBuilder();
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name is not ("r" or "fld"))
                continue;
            var run = xml.Enter();
            while (xml.NextChild(run))
            {
                var inner = xml.Name == "t" ? xml.Enter() : -1;
                while (xml.NextText(inner))
                    text.Append(xml.Value());
            }
        }

        paragraphs.AddLine(text.ToString(), flow);
    }

    private struct Found
    {
        internal bool HasPicture;
        internal bool HasEquation;
    }
}
