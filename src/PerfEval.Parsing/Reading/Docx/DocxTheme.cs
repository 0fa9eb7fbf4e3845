using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>The East Asian fonts of the document's theme, read when the first text asks for one.</summary>
internal sealed class DocxTheme(OfficePackage package, string? part)
{
    /// <summary>Stands in a style for the theme's font of body text.</summary>
    internal const string Minor = "+minor";

    /// <summary>Stands in a style for the theme's font of headings.</summary>
    internal const string Major = "+major";

    private bool _read;
    private string? _major;
    private string? _minor;

    /// <summary>The font's name, looked up where it stands for one of the theme's.</summary>
    internal string? Resolve(string? font)
    {
        if (font is null || !font.StartsWith('+'))
            return font;
        if (!_read)
            Read();
        return font == Major ? _major : _minor;
    }

    private void Read()
    {
        _read = true;
        using var xml = part is null ? null : package.OpenXml(part, isOptional: true);
        if (xml is null || !xml.ReadRoot())
            return;
        var root = xml.Enter();
        while (xml.NextChild(root))
        {
            if (xml.Name != "themeElements")
                continue;
            var elements = xml.Enter();
            while (xml.NextChild(elements))
                if (xml.Name == "fontScheme")
                    ReadScheme(xml);
        }
    }

    private void ReadScheme(OfficeXml xml)
    {
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name == "majorFont")
                _major = ReadFont(xml);
            else if (xml.Name == "minorFont")
                _minor = ReadFont(xml);
        }
    }

    private static string? ReadFont(OfficeXml xml)
    {
        string? eastAsian = null, simplified = null;
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name == "ea")
                eastAsian = xml.Attribute("typeface");
            else if (xml.Name == "font" && xml.Attribute("script") == "Hans")
                simplified = xml.Attribute("typeface");
        }

        return string.IsNullOrEmpty(eastAsian) ? simplified : eastAsian;
    }
}
