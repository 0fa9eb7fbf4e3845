using System.Text;

namespace PerfEval.Parsing.Reading.OfficeParts;

/// <summary>The namespaces that are told apart. Each stands for its transitional and its strict form.</summary>
internal enum OfficeNamespace
{
    Other,
    Word,
    Drawing,
    Math,
    Vml,
    Compatibility,
}

/// <summary>The names of the namespaces that are told apart.</summary>
internal static class OfficeNamespaces
{
    internal const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    internal const string WordStrict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    internal const string Drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
    internal const string DrawingStrict = "http://purl.oclc.org/ooxml/drawingml/main";
    internal const string Math = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    internal const string MathStrict = "http://purl.oclc.org/ooxml/officeDocument/math";
    internal const string Vml = "urn:schemas-microsoft-com:vml";
    internal const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    private static readonly (string Name, OfficeNamespace Namespace)[] Known =
    [
        (Word, OfficeNamespace.Word), (WordStrict, OfficeNamespace.Word), (Drawing, OfficeNamespace.Drawing), (DrawingStrict, OfficeNamespace.Drawing),
        (Math, OfficeNamespace.Math), (MathStrict, OfficeNamespace.Math), (Vml, OfficeNamespace.Vml), (Compatibility, OfficeNamespace.Compatibility),
    ];

    /// <summary>The namespace of a name in UTF-8.</summary>
    internal static OfficeNamespace Of(ReadOnlySpan<byte> name)
    {
        foreach (var (known, space) in Known)
            if (Ascii.Equals(name, known))
                return space;
        return OfficeNamespace.Other;
    }
}
