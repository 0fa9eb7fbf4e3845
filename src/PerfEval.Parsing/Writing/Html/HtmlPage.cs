using System.Globalization;
using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Writing.Html;

/// <summary>Blocks as a web page. Its article's elements are the declaration: header, section, h2 to h6, p, figure, table with its caption.</summary>
internal sealed class HtmlPage
{
    /// <summary>The class of the article.</summary>
    public const string ArticleClass = "performance-report";

    /// <summary>A report with so many headings gets a table of contents, of its upper two levels.</summary>
    private const int HeadingsForContents = 10;
    private const int ContentsLevels = 2;

    private static readonly FormatVocabulary Words = FormatVocabulary.Default;
    private static readonly string StyleSheet = ReadStyleSheet();

    private readonly IReadOnlyList<Block> _blocks;
    private readonly StringBuilder _page = new();
    private string? _section;
    private bool _hasContents;
    private int _headings;
    private int _captions;

    private HtmlPage(IReadOnlyList<Block> blocks) => _blocks = blocks;

    /// <summary>The page.</summary>
    /// <param name="blocks">Blocks that all are declared.</param>
    public static string Print(IReadOnlyList<Block> blocks) => new HtmlPage(blocks).Print();

    private string Print()
    {
        PrintHead();
        _page.Append(CultureInfo.InvariantCulture, $"<body>\n<a class=\"skip\" href=\"#report\">{Words.Page("skip")}</a>\n<main>\n<article class=\"{ArticleClass}\" id=\"report\">\n");
        for (var i = 0; i < _blocks.Count; i++)
        {
            Enter(SectionOf(i));
            if (_section != "cover" && _blocks[i].Declared != DeclaredPart.Title)
                PrintContents();
            i += Print(_blocks[i], i + 1 < _blocks.Count ? _blocks[i + 1] as Table : null);
        }

        Enter(null);
        return _page.Append("</article>\n</main>\n</body>\n</html>\n").ToString();
    }

    // The title stands behind the style sheet: what begins a file must not be taken for another format's signature.
    private void PrintHead()
    {
        var title = _blocks.FirstOrDefault(b => b.Declared == DeclaredPart.Title)?.Text.Replace('\n', ' ') ?? Words.Page("title");
        _page.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n")
            .Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta name=\"color-scheme\" content=\"light dark\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<style>\n").Append(StyleSheet).Append("</style>\n<title>").AppendText(title).Append("</title>\n</head>\n");
    }

    /// <summary>Prints a block, and the table that follows where the block is its caption; returns how many blocks more than one were printed.</summary>
    private int Print(Block block, Table? next)
    {
        switch (block)
        {
            case Table table:
                PrintTable(table, null);
                break;
            case Figure:
                _page.Append("<figure class=\"omitted\">").Append(Words.Figure).Append("</figure>\n");
                break;
            case Paragraph paragraph when next is not null && IsCaption(paragraph):
                PrintTable(next, paragraph.Text);
                return 1;
            case Paragraph paragraph:
                PrintParagraph(paragraph);
                break;
        }

        return 0;
    }

    private void PrintParagraph(Paragraph paragraph)
    {
        switch (paragraph.Declared)
        {
            case DeclaredPart.Title:
                Element("h1", "", paragraph.Text);
                break;
            case DeclaredPart.Heading:
                PrintHeading(paragraph);
                break;
            case DeclaredPart.Caption:
                Element("p", " class=\"caption\"", paragraph.Text);
                break;
            default:
                Element(paragraph is { Declared: DeclaredPart.Supplement, Style.OutlineLevel: { } level } ? $"h{level + 1}" : "p", "", paragraph.Text);
                break;
        }
    }

    private void PrintHeading(Paragraph heading)
    {
        var level = (heading.Style.OutlineLevel ?? 1) + 1;
        var deeper = level > 6 ? string.Create(CultureInfo.InvariantCulture, $" aria-level=\"{level}\"") : "";
        Element(string.Create(CultureInfo.InvariantCulture, $"h{Math.Min(level, 6)}"), string.Create(CultureInfo.InvariantCulture, $" id=\"s{++_headings}\"{deeper}"), heading.Text);
    }

    private void PrintTable(Table table, string? caption)
    {
        var id = caption is null ? null : string.Create(CultureInfo.InvariantCulture, $"t{++_captions}");
        // A part that can be scrolled must be reachable with the keyboard, and say what it is.
        _page.Append("<div class=\"table\" role=\"group\" tabindex=\"0\" ")
            .Append(id is null ? $"aria-label=\"{Words.Page("table")}\"" : $"aria-labelledby=\"{id}\"").Append(">\n");
        HtmlTableMarkup.Print(_page, table, caption, id);
        _page.Append("</div>\n");
    }

    private void PrintContents()
    {
        if (_hasContents)
            return;
        _hasContents = true;
        var headings = _blocks.OfType<Paragraph>().Where(p => p.Declared == DeclaredPart.Heading).ToList();
        if (headings.Count < HeadingsForContents)
            return;
        _page.Append(CultureInfo.InvariantCulture, $"<nav class=\"contents\" aria-label=\"{Words.Page("contents")}\">\n<details>\n<summary>{Words.Page("contents")}</summary>\n<ol>\n");
        foreach (var (i, heading) in headings.Index().Where(h => h.Item.Style.OutlineLevel <= ContentsLevels))
            _page.Append(CultureInfo.InvariantCulture, $"<li class=\"l{heading.Style.OutlineLevel}\"><a href=\"#s{i + 1}\">").AppendText(heading.Text.Replace('\n', ' ')).Append("</a></li>\n");
        _page.Append("</ol>\n</details>\n</nav>\n");
    }

    private static bool IsCaption(Paragraph paragraph) => paragraph is { Declared: DeclaredPart.Caption } or { Declared: DeclaredPart.Supplement, Style.OutlineLevel: 2 };

    // A caption belongs where its table is.
    private string? SectionOf(int block) => _blocks[block].Declared switch
    {
        DeclaredPart.Title => "header",
        DeclaredPart.Cover => "cover",
        DeclaredPart.Signature => "signature",
        DeclaredPart.Supplement => "supplement",
        DeclaredPart.Caption when block + 1 < _blocks.Count && _blocks[block + 1] is Table => SectionOf(block + 1),
        _ => null,
    };

    private void Enter(string? section)
    {
        if (section == _section)
            return;
        if (_section is not null)
            _page.Append(_section == "header" ? "</header>\n" : "</section>\n");
        _section = section;
        if (section is not null)
            _page.Append(section == "header" ? "<header>\n" : $"<section class=\"{section}\" aria-label=\"{Words.Page(section)}\">\n");
    }

    private void Element(string name, string attributes, string text) =>
        _page.Append('<').Append(name).Append(attributes).Append('>').AppendText(text).Append("</").Append(name).Append(">\n");

    private static string ReadStyleSheet()
    {
        using var stream = typeof(HtmlPage).Assembly.GetManifestResourceStream("report.css") ?? throw new InvalidOperationException("The style sheet is not embedded.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }
}
