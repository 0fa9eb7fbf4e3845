using System.Text;
using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Xlsx;

/// <summary>The texts that cells refer to by number.</summary>
internal static class XlsxSharedStrings
{
    internal static IReadOnlyList<string> Read(OfficePackage package, string? part, ReadContext context)
    {
        var strings = new List<string>();
        using var xml = part is null ? null : package.OpenXml(part, isOptional: true);
        if (xml is null || !xml.ReadRoot())
            return strings;
        var text = new StringBuilder();
        long characters = 0;
        for (var depth = xml.Enter(); xml.NextChild(depth);)
        {
            if (xml.Name != "si")
                continue;
            strings.Add(XlsxText.Read(xml, text));
            characters += strings[^1].Length;
            if (characters <= context.Limits.MaxCharacters)
                continue;
            context.Log.Reached(nameof(ParseLimits.MaxCharacters), context.Limits.MaxCharacters, "The shared texts are longer than");
            break;
        }

        return strings;
    }
}
