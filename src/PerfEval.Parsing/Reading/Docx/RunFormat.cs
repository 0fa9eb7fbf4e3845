using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>What one set of run properties says; what it leaves unsaid comes from the set below it.</summary>
internal struct RunFormat
{
    internal bool? Bold;
    internal bool? Hidden;

    /// <summary>The size in half points.</summary>
    internal int? HalfPoints;

    /// <summary>The East Asian font; <c>+minor</c> or <c>+major</c> where the theme names it.</summary>
    internal string? Font;

    /// <summary>The font of Latin letters, kept only for telling symbol fonts, in which letters are pictures.</summary>
    internal string? Latin;

    /// <summary>The character style.</summary>
    internal string? Style;

    /// <summary>Lays a set above this one, as within one chain of styles and for direct formatting.</summary>
    internal void Apply(in RunFormat above)
    {
        Bold = above.Bold ?? Bold;
        Hidden = above.Hidden ?? Hidden;
        HalfPoints = above.HalfPoints ?? HalfPoints;
        Font = above.Font ?? Font;
        Latin = above.Latin ?? Latin;
    }

    /// <summary>Lays a character style above: toggles that are on in both styles cancel each other (ECMA-376 17.7.3).</summary>
    internal void ApplyCharacterStyle(in RunFormat style)
    {
        var (bold, hidden) = (Bold, Hidden);
        Apply(style);
        if (style.Bold == true)
            Bold = bold != true;
        if (style.Hidden == true)
            Hidden = hidden != true;
    }

    /// <summary>Reads the children of the current <c>w:rPr</c>.</summary>
    internal static RunFormat Read(OfficeXml xml)
    {
        var format = default(RunFormat);
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (!xml.IsWord)
                continue;
            switch (xml.Name)
            {
                case "rStyle":
                    format.Style = xml.Val();
                    break;
                case "b":
                    format.Bold = xml.Flag();
                    break;
                case "vanish":
                    format.Hidden = xml.Flag();
                    break;
                case "sz":
                    format.HalfPoints = xml.Number();
                    break;
                case "rFonts":
                    format.ReadFonts(xml);
                    break;
            }
        }

        return format;
    }

    private void ReadFonts(OfficeXml xml)
    {
        Font = xml.Attribute("eastAsiaTheme") is { } theme
            ? theme.StartsWith("major", StringComparison.Ordinal) ? DocxTheme.Major : DocxTheme.Minor
            : xml.Attribute("eastAsia") is { Length: > 0 } font ? font : null;
        Latin = xml.Attribute("ascii") ?? xml.Attribute("hAnsi");
    }
}
