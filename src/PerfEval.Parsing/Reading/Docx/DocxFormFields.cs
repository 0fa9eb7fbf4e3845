using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>Old form fields print something that is no text in the file: a box, or the chosen entry of a list.</summary>
internal static class DocxFormFields
{
    /// <summary>What the field that begins with the current element prints; <see langword="null"/> where it is an ordinary one.</summary>
    internal static string? Read(OfficeXml xml)
    {
        string? shown = null;
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name != "ffData")
                continue;
            var data = xml.Enter();
            while (xml.NextChild(data))
            {
                if (xml.Name == "checkBox")
                    shown = ReadBox(xml);
                else if (xml.Name == "ddList")
                    shown = ReadList(xml);
            }
        }

        return shown;
    }

    private static string ReadBox(OfficeXml xml)
    {
        bool? initial = null, isChecked = null;
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name == "default")
                initial = xml.Flag();
            else if (xml.Name == "checked")
                isChecked = xml.Flag();
        }

        return isChecked ?? initial ?? false ? "☑" : "☐";
    }

    private static string? ReadList(OfficeXml xml)
    {
        int? initial = null, chosen = null;
        var entries = new List<string>();
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name == "default")
                initial = xml.Number();
            else if (xml.Name == "result")
                chosen = xml.Number();
            else if (xml.Name == "listEntry")
                entries.Add(xml.Val() ?? "");
        }

        var index = chosen ?? initial ?? 0;
        return index >= 0 && index < entries.Count ? entries[index] : null;
    }
}
