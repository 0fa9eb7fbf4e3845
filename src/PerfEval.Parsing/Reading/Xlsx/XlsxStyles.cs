using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Xlsx;

/// <summary>How cells show their numbers: each style's number format.</summary>
internal sealed class XlsxStyles
{
    private readonly Dictionary<int, NumberFormat> _custom = [];
    private readonly List<NumberFormat> _styles = [];

    private XlsxStyles()
    {
    }

    internal static XlsxStyles Read(OfficePackage package, string? part)
    {
        var result = new XlsxStyles();
        using var xml = part is null ? null : package.OpenXml(part, isOptional: true);
        if (xml is null || !xml.ReadRoot())
            return result;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name == "numFmts")
                result.ReadFormats(xml);
            else if (xml.Name == "cellXfs")
                result.ReadStyles(xml);
        }

        return result;
    }

    /// <summary>The number format of a style; the general one where there is no such style.</summary>
    internal NumberFormat FormatOf(int? style) => style is >= 0 and var index && index < _styles.Count ? _styles[index] : NumberFormat.General;

    private void ReadFormats(OfficeXml xml)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
            if (xml.Number("numFmtId") is { } id && xml.Attribute("formatCode") is { } code)
                _custom[id] = NumberFormat.Parse(code);
    }

    private void ReadStyles(OfficeXml xml)
    {
        for (var depth = xml.Enter(); xml.NextChild(depth);)
            if (xml.Name == "xf")
                _styles.Add(xml.Number("numFmtId") is { } id ? _custom.TryGetValue(id, out var custom) ? custom : NumberFormat.BuiltIn(id) : NumberFormat.General);
    }
}
