using System.Globalization;
using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Writing.Pdf.Files;

namespace PerfEval.Parsing.Writing.Pdf.Tags;

/// <summary>Writes the structure tree, the map of its types to standard ones, and the way back from content to structure (ISO 32000-1, 14.7).</summary>
internal sealed class StructureTreeWriter(PdfObjectFile file, IReadOnlyList<int> pages)
{
    private readonly SortedSet<string> _types = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, int>[] _owners = [.. pages.Select(_ => new SortedDictionary<int, int>())];

    /// <summary>Writes the tree; its root's number.</summary>
    public int Write(StructureElement document)
    {
        var root = file.Reserve();
        var top = Write(document, root);
        var roles = string.Concat(_types.Where(t => t.StartsWith("Report", StringComparison.Ordinal)).Select(t => $" /{t} /{StructureTypes.StandardOf(t)}"));
        var owners = string.Concat(_owners.Index().Select(page =>
            $"{page.Index.ToString(CultureInfo.InvariantCulture)} [{string.Join(' ', page.Item.Values.Select(PdfSyntax.Reference))}] "));
        var parents = file.Add($"<< /Nums [{owners}] >>");
        file.Set(root, $"<< /Type /StructTreeRoot /K [{PdfSyntax.Reference(top)}] /RoleMap <<{roles} >> /ParentTree {PdfSyntax.Reference(parents)} /ParentTreeNextKey {pages.Count.ToString(CultureInfo.InvariantCulture)} >>");
        return root;
    }

    // Never deeper than document, table, row, cell, line.
    private int Write(StructureElement element, int parent)
    {
        var number = file.Reserve();
        _types.Add(element.Type);
        var kids = new StringBuilder();
        foreach (var child in element.Children)
            kids.Append(PdfSyntax.Reference(Write(child, number))).Append(' ');
        var own = element.Page ?? (element.Content.Count > 0 ? element.Content[0].Page : null);
        foreach (var (page, content) in element.Content)
        {
            _owners[page][content] = number;
            if (page == own)
                kids.Append(CultureInfo.InvariantCulture, $"{content} ");
            else
                kids.Append(CultureInfo.InvariantCulture, $"<< /Type /MCR /Pg {pages[page]} 0 R /MCID {content} >> ");
        }

        file.Set(number, $"<< /Type /StructElem /S /{element.Type} /P {PdfSyntax.Reference(parent)}{(own is { } on ? " /Pg " + PdfSyntax.Reference(pages[on]) : "")} {element.Entries} /K [{kids}] >>");
        return number;
    }
}
