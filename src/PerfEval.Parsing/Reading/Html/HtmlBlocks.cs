using System.Globalization;
using AngleSharp.Dom;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>Walks a part of a page and gives its blocks. The walk keeps its own stack: how deep a page nests is for its author to choose.</summary>
internal sealed class HtmlBlocks
{
    private static readonly HashSet<string> BlockElements = new(StringComparer.Ordinal)
    {
        "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
        "legend", "li", "listing", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
    };

    /// <summary>Elements that are one paragraph; in all others a line break parts paragraphs.</summary>
    private static readonly HashSet<string> ParagraphElements = new(StringComparer.Ordinal) { "p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "caption", "figcaption", "td", "th" };

    private readonly ReadContext _context;
    private readonly ElementPaths _paths;
    private readonly IElement? _leftOut;
    private readonly bool _keepFurniture;
    private readonly HtmlParagraph _paragraph = new();
    private readonly Stack<HtmlStyle> _styles = new();
    private readonly Stack<List<Block>> _sinks = new();
    private readonly Stack<HtmlTable> _tables = new();
    private readonly Stack<HtmlList> _lists = new();
    private long _cellBudget;
    private long _characters;
    private int _count;
    private int _visited;
    private string? _label;
    private bool _full;
    private IElement? _image;

    private HtmlBlocks(ReadContext context, ElementPaths paths, IElement? leftOut, bool keepFurniture)
    {
        (_context, _paths) = (context, paths);
        _leftOut = leftOut;
        _keepFurniture = keepFurniture;
        _cellBudget = context.Limits.MaxCells;
        _sinks.Push([]);
        _styles.Push(default);
    }

    /// <summary>The blocks of an element.</summary>
    /// <param name="root">The element.</param>
    /// <param name="context">The limits and the cancellation.</param>
    /// <param name="paths">The names of the page's elements.</param>
    /// <param name="leftOut">An element inside that is passed over.</param>
    /// <param name="keepFurniture">Whether elements named as furniture are read too.</param>
    public static List<Block> Of(IElement root, ReadContext context, ElementPaths paths, IElement? leftOut = null, bool keepFurniture = false)
    {
        var blocks = new HtmlBlocks(context, paths, leftOut, keepFurniture);
        blocks.Walk(root);
        return blocks._sinks.Peek();
    }

    private void Walk(IElement root)
    {
        // A node's next sibling costs a search among all its siblings, so the walk keeps its place in every list of children.
        var open = new Stack<(INode Node, int Child)>();
        open.Push((root, -1));
        while (open.TryPop(out var place))
        {
            _context.Step();
            _full |= (++_visited & 0xFF) == 0 && _context.IsTimeUp();
            var (node, child) = place;
            if (child < 0)
                child = Enter(node) ? 0 : int.MaxValue;
            if (_full || child >= node.ChildNodes.Length)
            {
                Leave(node);
                continue;
            }

            open.Push((node, child + 1));
            open.Push((node.ChildNodes[child], -1));
        }
    }

    /// <summary>Takes a node in; false where nothing in it is wanted. Whatever happens, <see cref="Leave"/> follows.</summary>
    private bool Enter(INode node)
    {
        if (node is IText text)
        {
            _paragraph.Append(text.Data, _styles.Peek());
            return false;
        }

        if (node is not IElement element || IsLeftOut(element))
            return false;
        var name = element.LocalName;
        if (BlockElements.Contains(name))
            Flush(element.ParentElement ?? element);
        _styles.Push(_styles.Peek().Inside(element));
        Open(element, name);
        return true;
    }

    private void Open(IElement element, string name)
    {
        switch (name)
        {
            case "br":
                _paragraph.Break();
                break;
            case "img" when IsFigure(element):
                (_image, _paragraph.HasImage) = (element, true);
                break;
            case "ol" or "ul" or "menu" or "dir":
                _lists.Push(new HtmlList(element));
                break;
            case "li" when _lists.Count > 0:
                _label = _lists.Peek().Next(element);
                break;
            case "table":
                _tables.Push(new HtmlTable { Path = _paths.Of(element) });
                break;
            case "tr" when _tables.Count > 0:
                _tables.Peek().AddRow(element);
                break;
            case "td" or "th" when _tables.Count > 0:
                _sinks.Push([]);
                break;
        }
    }

    private void Leave(INode node)
    {
        if (node is not IElement element || IsLeftOut(element))
            return;
        var name = element.LocalName;
        if (BlockElements.Contains(name))
            Flush(element);
        _styles.Pop();
        switch (name)
        {
            case "ol" or "ul" or "menu" or "dir":
                _lists.Pop();
                _label = null;
                break;
            case "td" or "th" when _tables.Count > 0:
                _tables.Peek().AddCell(element, _sinks.Pop());
                break;
            case "table":
                foreach (var block in _tables.Pop().Finish(_context, ref _cellBudget))
                    _sinks.Peek().Add(block);
                break;
        }
    }

    private bool IsLeftOut(IElement element) =>
        ReferenceEquals(element, _leftOut) || HtmlFurniture.IsOmitted(element) || (!_keepFurniture && HtmlFurniture.IsNamed(element) && !HtmlFurniture.IsArticle(element));

    /// <summary>Ends the paragraph that is open in an element.</summary>
    private void Flush(IElement element)
    {
        if (_paragraph.IsEmpty)
            return;
        var name = element.LocalName;
        var image = _paragraph.HasImage;
        var paragraphs = _paragraph.Take(!ParagraphElements.Contains(name));
        foreach (var paragraph in paragraphs)
            Add(Styled(paragraph, element));
        if (paragraphs.Count == 0 && image)
            Add(new Figure { Path = _paths.Of(_image!) });
    }

    private Paragraph Styled(Paragraph paragraph, IElement element)
    {
        var name = element.LocalName;
        var style = paragraph.Style;
        if (name is ['h', >= '1' and <= '6'])
            style = style with { OutlineLevel = name[1] - '0', StyleName = name };
        paragraph = paragraph with { Style = style, Label = _label, Path = _paths.Of(element) };
        _label = null;
        return paragraph;
    }

    private void Add(Block block)
    {
        _characters += block.Text.Length;
        if (_full)
            return;
        if (_count++ >= _context.Limits.MaxBlocks)
            Stop(nameof(ParseLimits.MaxBlocks), _context.Limits.MaxBlocks, "The page has more blocks than");
        else if (_characters > _context.Limits.MaxCharacters)
            Stop(nameof(ParseLimits.MaxCharacters), _context.Limits.MaxCharacters, "The page has more characters than");
        else
            _sinks.Peek().Add(block);
    }

    private void Stop(string limit, int value, string what)
    {
        _full = true;
        _context.Log.Reached(limit, value, what);
    }

    /// <summary>Icons and counters are pictures too, but small ones; a size that is not given says nothing.</summary>
    private static bool IsFigure(IElement image)
    {
        var source = image.GetAttribute("src") ?? "";
        if (source.Contains("icon", StringComparison.OrdinalIgnoreCase) || source.EndsWith(".gif", StringComparison.OrdinalIgnoreCase) || source.Contains("fileType", StringComparison.OrdinalIgnoreCase))
            return false;
        return !IsSmall(image.GetAttribute("width")) && !IsSmall(image.GetAttribute("height"));
    }

    private static bool IsSmall(string? size) => int.TryParse(size?.Replace("px", "", StringComparison.OrdinalIgnoreCase), NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) && pixels <= 40;
}
