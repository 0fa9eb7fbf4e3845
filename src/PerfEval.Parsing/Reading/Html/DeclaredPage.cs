using System.Globalization;
using System.Text.Unicode;
using AngleSharp.Dom;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Encodings;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>
/// Reads a page whose article says by its elements what each part of the report is, as every page does that this library writes. An article with
/// anything else in it, or beyond the limits, declares nothing and is read as any other page.
/// </summary>
internal sealed class DeclaredPage
{
    private readonly ReadContext _context;
    private readonly List<Block> _blocks = [];
    private readonly ElementPaths _paths;
    private long _cellBudget;
    private long _characters;

    private DeclaredPage(ReadContext context, ElementPaths paths) => (_context, _paths, _cellBudget) = (context, paths, context.Limits.MaxCells);

    private static ReadOnlySpan<byte> ArticleTag => "<article class=\"performance-report\""u8;

    /// <summary>The text of a page that holds such an article: it is UTF-8, so nothing need be guessed from its wording. Otherwise <see langword="null"/>.</summary>
    public static DecodedText? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOf(ArticleTag) < 0 || !Utf8.IsValid(bytes))
            return null;
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        return new DecodedText(System.Text.Encoding.UTF8.GetString(bytes), ChineseEncodings.Utf8.Name);
    }

    /// <summary>The page's article; <see langword="null"/> where there is none or more than one.</summary>
    public static IElement? Article(IElement body)
    {
        var articles = body.GetElementsByClassName("performance-report");
        return articles.Length == 1 && articles[0].LocalName == "article" ? articles[0] : null;
    }

    /// <summary>The article's blocks, each declared; <see langword="null"/> where it holds anything that is not.</summary>
    public static List<Block>? Read(IElement article, ReadContext context, ElementPaths paths)
    {
        var page = new DeclaredPage(context, paths);
        return page.ReadPart(article, DeclaredPart.Content) && page._blocks.Count > 0 ? page._blocks : null;
    }

    private bool ReadPart(IElement part, DeclaredPart declared)
    {
        var children = DeclaredText.Elements(part);
        if (children is null)
            return false;
        foreach (var child in children)
        {
            _context.Step();
            if (!(declared == DeclaredPart.Content ? ReadBody(child) : ReadBlock(child, declared)))
                return false;
        }

        return true;
    }

    private bool ReadBody(IElement element)
    {
        switch (element.LocalName)
        {
            case "header":
                return ReadPart(element, DeclaredPart.Title);
            case "nav" when element.ClassList.Contains("contents"):
                return true;
            case "section":
                return Section(element.ClassName) is { } part && ReadPart(element, part);
            case ['h', >= '2' and <= '6'] name:
                var level = int.TryParse(element.GetAttribute("aria-level"), NumberStyles.None, CultureInfo.InvariantCulture, out var stated) ? stated : name[1] - '0';
                return level is >= 2 and <= 10 && AddParagraph(element, DeclaredPart.Heading, level - 1);
            default:
                return ReadBlock(element, DeclaredPart.Content);
        }
    }

    private static DeclaredPart? Section(string? name) => name switch
    {
        "cover" => DeclaredPart.Cover,
        "signature" => DeclaredPart.Signature,
        "supplement" => DeclaredPart.Supplement,
        _ => null,
    };

    private bool ReadBlock(IElement element, DeclaredPart declared) => (element.LocalName, declared) switch
    {
        ("h1", DeclaredPart.Title) => AddParagraph(element, DeclaredPart.Title),
        (_, DeclaredPart.Title) => false,
        ("h2" or "h3", DeclaredPart.Supplement) => AddParagraph(element, declared, element.LocalName[1] - '1'),
        ("p", _) => AddParagraph(element, element.ClassList.Contains("caption") ? DeclaredPart.Caption : declared),
        ("figure", _) when element.ClassList.Contains("omitted") => Add(new Figure { Declared = declared, Path = _paths.Of(element) }),
        ("div", _) when element.ClassList.Contains("table") => DeclaredText.Elements(element) is [var table] && ReadTable(table, declared),
        _ => ReadTable(element, declared),
    };

    private bool AddParagraph(IElement element, DeclaredPart declared, int? level = null)
    {
        if (DeclaredText.Of(element) is not { } text)
            return false;
        // An empty paragraph is what editors leave behind.
        return text.Length == 0 || Add(new Paragraph
        {
            Text = text,
            Declared = declared,
            Path = _paths.Of(element),
            Style = level is null ? TextStyle.Unknown : new TextStyle { OutlineLevel = level, StyleName = element.LocalName },
        });
    }

    private bool ReadTable(IElement element, DeclaredPart declared)
    {
        if (element.LocalName != "table" || DeclaredTable.Read(element, _context.Limits.MaxColumns, ref _cellBudget) is not var (caption, rows))
            return false;
        if (caption is not null && !AddParagraph(caption, declared == DeclaredPart.Supplement ? declared : DeclaredPart.Caption, declared == DeclaredPart.Supplement ? 2 : null))
            return false;
        return rows.Count == 0 || Add(new Table(rows) { Declared = declared, Path = _paths.Of(element) });
    }

    private bool Add(Block block)
    {
        _characters += block.Text.Length;
        if (_blocks.Count >= _context.Limits.MaxBlocks || _characters > _context.Limits.MaxCharacters)
            return false;
        _blocks.Add(block);
        return true;
    }
}
