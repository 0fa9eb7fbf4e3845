using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>Reads a formula as one line: fractions with a stroke, groups in their brackets.</summary>
internal sealed class DocxMath(OfficeXml xml, DocxRuns runs)
{
    /// <summary>Reads the current element of a formula.</summary>
    internal void Read(ParagraphDraft draft, DocxFlow flow)
    {
        if (xml.Namespace == OfficeNamespace.Word)
        {
            if (xml.Name is "ins" or "moveTo")
                ReadChildren(draft, flow);
            else if (xml.Name == "r")
                runs.Read(draft, flow);
            return;
        }

        switch (xml.Name)
        {
            case "t":
                var depth = xml.Enter();
                while (xml.NextText(depth))
                    runs.AppendText(draft, flow, xml.Value());
                break;
            case "d":
                ReadGroup(draft, flow);
                break;
            case "den":
                runs.AppendText(draft, flow, "/");
                ReadChildren(draft, flow);
                break;
            default:
                ReadChildren(draft, flow);
                break;
        }
    }

    private void ReadChildren(ParagraphDraft draft, DocxFlow flow)
    {
        var depth = xml.Enter();
        while (xml.NextChild(depth))
            Read(draft, flow);
    }

    private void ReadGroup(ParagraphDraft draft, DocxFlow flow)
    {
        var (open, separator, close) = ("(", "|", ")");
        var isFirst = true;
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name == "dPr")
            {
                var properties = xml.Enter();
                while (xml.NextChild(properties))
                {
                    if (xml.Name == "begChr")
                        open = xml.Val() ?? "";
                    else if (xml.Name == "sepChr")
                        separator = xml.Val() ?? "";
                    else if (xml.Name == "endChr")
                        close = xml.Val() ?? "";
                }
            }
            else if (xml.Name == "e")
            {
                runs.AppendText(draft, flow, isFirst ? open : separator);
                isFirst = false;
                ReadChildren(draft, flow);
            }
        }

        if (!isFirst)
            runs.AppendText(draft, flow, close);
    }
}
