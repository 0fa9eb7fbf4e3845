using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Files;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf.Tagged;

/// <summary>
/// Reads the structure tree of a document that a report was written to. Anything else in the tree than such a document has ends the reading: it is
/// then an ordinary document. No element is read twice, so that cycles end too.
/// </summary>
internal sealed class TaggedTree
{
    /// <summary>Document, table, row, cell, line.</summary>
    private const int Deepest = 5;

    private readonly PdfObjects _objects;
    private readonly ReadContext _context;
    private readonly HashSet<(long, int)> _visited = [];
    private readonly HashSet<(int, int)> _content = [];
    private long _elements;

    private TaggedTree(PdfObjects objects, ReadContext context) => (_objects, _context) = (objects, context);

    /// <summary>The elements of the blocks; <see langword="null"/> where the document is not such a one.</summary>
    /// <param name="catalog">The document's catalogue.</param>
    /// <param name="objects">Its objects.</param>
    /// <param name="context">The limits and the cancellation of this parse.</param>
    /// <param name="claimed">The marked content that belongs to elements, by the page's key and the content's id.</param>
    public static List<TaggedElement>? Read(DictionaryToken catalog, PdfObjects objects, ReadContext context, out IReadOnlySet<(int Page, int Content)> claimed)
    {
        var tree = new TaggedTree(objects, context);
        claimed = tree._content;
        if (!objects.TryGet<DictionaryToken>(catalog, "StructTreeRoot", out var root) || !root.Data.TryGetValue("K", out var kids))
            return null;
        if (objects.TryGet<ArrayToken>(kids, out var array))
            kids = array.Length == 1 ? array[0] : null;
        var document = kids is null ? null : tree.Element(kids, 0);
        return document is { Type: "Document", Content.Count: 0 } ? document.Children : null;
    }

    private TaggedElement? Element(IToken token, int depth)
    {
        _context.Step();
        if (++_elements > (long)_context.Limits.MaxBlocks + _context.Limits.MaxCells || depth >= Deepest || (token is IndirectReferenceToken reference && !_visited.Add((reference.Data.ObjectNumber, reference.Data.Generation)))
            || !_objects.TryGet<DictionaryToken>(token, out var dictionary) || _objects.Name(dictionary, "S") is not { } type || !Fits(type, depth))
            return null;
        int? page = null;
        if (dictionary.Data.TryGetValue("Pg", out var on) && (page = Key(on)) is null)
            return null;
        var element = Spans(new TaggedElement(type, page), dictionary);
        if (!dictionary.Data.TryGetValue("K", out var kids))
            return element;
        if (!_objects.TryGet<ArrayToken>(kids, out var array))
            return Add(element, kids, depth) ? element : null;
        foreach (var kid in array.Data)
            if (!Add(element, kid, depth))
                return null;
        return element;
    }

    // Told at once, so that another document's tree costs one look.
    private static bool Fits(string type, int depth) => depth switch
    {
        0 => type == "Document",
        1 => StructureTypes.Read(type) is not null,
        _ => type is "TR" or "TD" or "TH" or StructureTypes.HeaderRow or StructureTypes.SoftLine,
    };

    private bool Add(TaggedElement element, IToken kid, int depth)
    {
        if (_objects.TryGet<NumericToken>(kid, out var id))
            return AddContent(element, element.PageKey, id.Int);
        if (kid is not IndirectReferenceToken && kid is DictionaryToken content && _objects.Name(content, "Type") == "MCR")
            return _objects.Number(content, "MCID") is { } number && AddContent(element, content.Data.TryGetValue("Pg", out var on) ? Key(on) : element.PageKey, (int)number);
        if (Element(kid, depth + 1) is not { } child || element.Content.Count > 0)
            return false;
        element.Children.Add(child);
        return true;
    }

    private bool AddContent(TaggedElement element, int? page, int id)
    {
        if (page is not { } key || element.Children.Count > 0 || !_content.Add((key, id)) || _content.Count > _context.Limits.MaxCharacters)
            return false;
        element.Content.Add((key, id));
        return true;
    }

    private int? Key(IToken page) => _objects.TryGet<DictionaryToken>(page, out var dictionary) && _objects.Number(dictionary, "StructParents") is { } key ? (int)key : null;

    private TaggedElement Spans(TaggedElement element, DictionaryToken dictionary) =>
        _objects.TryGet<DictionaryToken>(dictionary, "A", out var attributes)
            ? element with { RowSpan = Span(attributes, "RowSpan"), ColumnSpan = Span(attributes, "ColSpan") }
            : element;

    private int Span(DictionaryToken attributes, string name) => (int)Math.Clamp(_objects.Number(attributes, name) ?? 1, 1, int.MaxValue);
}
