using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>Finds the part that holds a document's text: by relationship, else by content type, else by name.</summary>
internal static class DocxMainPart
{
    private const string Usual = "word/document.xml";

    /// <summary>The part's name.</summary>
    /// <exception cref="UnreadableDocumentException">There is none.</exception>
    internal static string Of(OfficePackage package, ReadContext context)
    {
        var relationships = OfficeRelationships.Read(package, "");
        if (relationships.FirstOfType("officeDocument") is { } target)
        {
            if (package.Contains(target))
                return target;
            context.Log.Add(DiagnosticCode.PartMissing, $"The package names {target} as its document, which is not there.");
        }

        return ByContentType(package) is { } typed && package.Contains(typed) ? typed : ByName(package);
    }

    private static string? ByContentType(OfficePackage package)
    {
        using var xml = package.OpenXml("[Content_Types].xml", isOptional: true);
        if (xml is null || !xml.ReadRoot())
            return null;
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name == "Override" && xml.Attribute("ContentType") is { } type && type.EndsWith(".main+xml", StringComparison.OrdinalIgnoreCase)
                && (type.Contains("wordprocessingml", StringComparison.OrdinalIgnoreCase) || type.Contains("ms-word", StringComparison.OrdinalIgnoreCase)))
                return xml.Attribute("PartName")?.TrimStart('/');
        }

        return null;
    }

    private static string ByName(OfficePackage package)
    {
        if (package.Contains(Usual))
            return Usual;
        var best = default(string);
        foreach (var name in package.PartNames)
            if (name.StartsWith("word/document", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
                && (best is null || string.CompareOrdinal(name, best) < 0))
                best = name;
        return best ?? throw (package.IsSalvaged
            ? new UnreadableDocumentException(
                UnreadableReason.Truncated, "The archive is damaged and its text part is lost. Fetch the file again from its source.")
            : new UnreadableDocumentException(
                UnreadableReason.UnknownFormat, "The archive holds no Word document. Check what kind of file it is."));
    }
}
