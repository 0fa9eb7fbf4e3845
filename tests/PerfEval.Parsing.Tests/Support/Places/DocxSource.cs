using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Support.Places;

/// <summary>A Word file, opened with the Open XML SDK.</summary>
internal sealed class DocxSource : SourceFile
{
    private readonly WordprocessingDocument _file;
    private readonly Dictionary<string, List<XElement>> _parts = new(StringComparer.Ordinal);

    public DocxSource(byte[] bytes) => _file = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);

    protected override void Close() => _file.Dispose();

    public override string? Fault(Place place)
    {
        if (place.Path?.Split('#') is not [var part, var number])
            return $"The path {place.Path} names no element.";
        var elements = Elements(part);
        var index = int.Parse(number, CultureInfo.InvariantCulture) - 1;
        if (index < 0 || index >= elements.Count)
            return $"The part has no element {number}.";
        var element = elements[index];
        if (place.Row is not null && element.Name.LocalName != "tbl")
            return "A row of what is no table.";
        var text = place.Row is { } row ? CellText(element, row, place.Column!.Value) : element.Name.LocalName == "tbl" ? TextOf(element) : Joined(element);
        if (text is null)
            return $"The table has no cell in row {place.Row}, column {place.Column}.";
        return Holds(Seen(text), place.Text) ? null : $"There stands “{Shortened(text)}”.";
    }

    private List<XElement> Elements(string name)
    {
        if (_parts.TryGetValue(name, out var elements))
            return elements;
        var part = _file.GetAllParts().Single(p => p.Uri.OriginalString == "/" + name);
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        return _parts[name] = [.. XDocument.Load(stream, LoadOptions.PreserveWhitespace).Descendants().Where(e => IsWord(e, "p") || IsWord(e, "tbl"))];
    }

    /// <summary>A text holds a place's: whole, or for several cells or paragraphs line by line. Automatic numbers are not stored, so a line may lack its beginning.</summary>
    private static bool Holds(string stored, string text) =>
        stored.Contains(Seen(text), StringComparison.Ordinal)
        || text.Split('\n', '\t').All(line => Seen(line) is var seen && (stored.Contains(seen, StringComparison.Ordinal) || Enumerable.Range(1, Math.Min(8, Math.Max(0, seen.Length - 1))).Any(n => stored.Contains(seen[n..], StringComparison.Ordinal))));

    /// <summary>A paragraph whose end was deleted goes on in the next.</summary>
    private static string Joined(XElement paragraph)
    {
        var text = TextOf(paragraph);
        for (var next = paragraph; next is not null && IsMarkDeleted(next); text += next is null ? "" : TextOf(next))
            next = next.ElementsAfterSelf().FirstOrDefault(e => IsWord(e, "p"));
        return text;
    }

    private static bool IsMarkDeleted(XElement paragraph) => Child(Child(paragraph, "pPr"), "rPr") is { } format && (Child(format, "del") ?? Child(format, "moveFrom")) is not null;

    private static string? CellText(XElement table, int row, int column)
    {
        var rows = Below(table, "tr").Where(r => Child(r, "trPr") is not { } format || (Child(format, "del") is null && Child(format, "hidden") is null)).Where(r => Below(r, "tc").Any()).ToList();
        if (row > rows.Count)
            return null;
        var at = 1 + Number(Child(Child(rows[row - 1], "trPr"), "gridBefore"), 0);
        foreach (var cell in Below(rows[row - 1], "tc"))
        {
            if (at == column)
                return TextOf(cell);
            at += Number(Child(Child(cell, "tcPr"), "gridSpan"), 1);
        }

        return null;
    }

    /// <summary>The rows of a table or the cells of a row, those in controls too, not those of tables inside.</summary>
    private static IEnumerable<XElement> Below(XElement element, string name) =>
        element.Elements().SelectMany(e => IsWord(e, name) ? [e] : e.Name.LocalName is "sdt" or "sdtContent" or "customXml" or "ins" or "smartTag" or "moveTo" ? Below(e, name) : []);

    private static string TextOf(XElement element)
    {
        var text = new StringBuilder();
        foreach (var e in element.Descendants().Where(e => !IsHidden(e)))
            text.Append(e.Name.LocalName switch
            {
                "t" => e.Value,
                "noBreakHyphen" => "-",
                "sym" => ((char)ushort.Parse(Attribute(e, "char")!, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
                _ => "",
            });
        return text.ToString();
    }

    private static bool IsHidden(XElement text) => Child(Child(text.Parent, "rPr"), "vanish") is { } hidden && Attribute(hidden, "val") is null or "1" or "true" or "on";

    private static int Number(XElement? element, int otherwise) => element is null ? otherwise : int.Parse(Attribute(element, "val")!, CultureInfo.InvariantCulture);

    private static string? Attribute(XElement element, string name) => element.Attributes().FirstOrDefault(a => a.Name.LocalName == name)?.Value;

    private static XElement? Child(XElement? element, string name) => element?.Elements().FirstOrDefault(e => IsWord(e, name));

    private static bool IsWord(XElement element, string name) =>
        element.Name.LocalName == name && element.Name.NamespaceName is "http://schemas.openxmlformats.org/wordprocessingml/2006/main" or "http://purl.oclc.org/ooxml/wordprocessingml/main";
}
