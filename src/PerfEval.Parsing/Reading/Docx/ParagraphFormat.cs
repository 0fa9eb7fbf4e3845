using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>What one set of paragraph properties says; what it leaves unsaid comes from the set below it.</summary>
internal struct ParagraphFormat
{
    internal string? Style;
    internal int? NumberId;
    internal int? NumberLevel;

    /// <summary>The outline level, 0-based; 9 says that there is none.</summary>
    internal int? OutlineLevel;

    internal TextAlignment? Alignment;
    internal bool? PageBreakBefore;
    internal bool? FirstLineIndented;
    internal bool? LeftIndented;

    /// <summary>The paragraph mark itself is deleted or moved away: the paragraph runs on into the next one.</summary>
    internal bool IsMarkDeleted;

    /// <summary>The paragraph mark itself is hidden.</summary>
    internal bool IsMarkHidden;

    /// <summary>Lays a set above this one.</summary>
    internal void Apply(in ParagraphFormat above)
    {
        NumberId = above.NumberId ?? NumberId;
        NumberLevel = above.NumberLevel ?? NumberLevel;
        OutlineLevel = above.OutlineLevel ?? OutlineLevel;
        Alignment = above.Alignment ?? Alignment;
        PageBreakBefore = above.PageBreakBefore ?? PageBreakBefore;
        FirstLineIndented = above.FirstLineIndented ?? FirstLineIndented;
        LeftIndented = above.LeftIndented ?? LeftIndented;
    }

    /// <summary>Reads the children of the current <c>w:pPr</c>; a section that ends with the paragraph is handed to the given action.</summary>
    internal static ParagraphFormat Read(OfficeXml xml, Action? readSection)
    {
        var format = default(ParagraphFormat);
        var depth = xml.Enter();
        while (xml.NextChild(depth))
            if (xml.IsWord)
                format.ReadProperty(xml, readSection);
        return format;
    }

    private void ReadProperty(OfficeXml xml, Action? readSection)
    {
        switch (xml.Name)
        {
            case "pStyle":
                Style = xml.Val();
                break;
            case "numPr":
                ReadNumbering(xml);
                break;
            case "outlineLvl":
                OutlineLevel = xml.Number();
                break;
            case "jc":
                Alignment = ToAlignment(xml.Val());
                break;
            case "pageBreakBefore":
                PageBreakBefore = xml.Flag();
                break;
            case "ind":
                ReadIndentation(xml);
                break;
            case "rPr":
                ReadMark(xml);
                break;
            case "sectPr":
                readSection?.Invoke();
                break;
        }
    }

    private void ReadNumbering(OfficeXml xml)
    {
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name == "numId")
                NumberId = xml.Number();
            else if (xml.Name == "ilvl")
                NumberLevel = xml.Number();
        }
    }

    /// <summary>Widths in characters win over widths in twips, and a hanging first line over an indented one.</summary>
    private void ReadIndentation(OfficeXml xml)
    {
        var first = xml.Number("firstLineChars") ?? xml.Number("firstLine");
        if ((xml.Number("hangingChars") ?? xml.Number("hanging")) > 0)
            first = 0;
        if (first is not null)
            FirstLineIndented = first > 0;
        var left = xml.Number("leftChars") ?? xml.Number("startChars") ?? xml.Number("left") ?? xml.Number("start");
        if (left is not null)
            LeftIndented = left > 0;
    }

    private void ReadMark(OfficeXml xml)
    {
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (!xml.IsWord)
                continue;
            if (xml.Name is "del" or "moveFrom")
                IsMarkDeleted = true;
            else if (xml.Name == "vanish")
                IsMarkHidden = xml.Flag();
        }
    }

    private static TextAlignment? ToAlignment(string? value) => value switch
    {
        "left" or "start" => TextAlignment.Left,
        "center" => TextAlignment.Center,
        "right" or "end" => TextAlignment.Right,
        "both" or "distribute" => TextAlignment.Justify,
        _ => null,
    };
}
