using System.Globalization;

namespace PerfEval.Parsing.Writing.Pdf.Tags;

/// <summary>An element of the document's structure (ISO 32000-1, 14.7.2): its type, its attributes, and its children or content in order.</summary>
internal sealed class StructureElement(string type)
{
    private readonly List<StructureElement> _children = [];
    private readonly List<(int Page, int Content)> _content = [];

    public string Type => type;

    /// <summary>The element's entries besides type, parent and children: its attributes, or words for what cannot be read.</summary>
    public string Entries { get; init; } = "";

    /// <summary>The page on which the element begins, 0-based; <see langword="null"/> where its content says it, or nobody.</summary>
    public int? Page { get; set; }

    public IReadOnlyList<StructureElement> Children => _children;

    /// <summary>The marked content that belongs to the element, by page (0-based) and id.</summary>
    public IReadOnlyList<(int Page, int Content)> Content => _content;

    public StructureElement Add(StructureElement child)
    {
        _children.Add(child);
        return child;
    }

    public void AddContent(int page, int content) => _content.Add((page, content));

    /// <summary>A table cell's attributes.</summary>
    public static string CellAttributes(int rowSpan, int columnSpan, bool isHeader)
    {
        var attributes = (rowSpan == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" /RowSpan {rowSpan}"))
            + (columnSpan == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" /ColSpan {columnSpan}")) + (isHeader ? " /Scope /Column" : "");
        return attributes.Length == 0 ? "" : $"/A << /O /Table{attributes} >>";
    }
}
