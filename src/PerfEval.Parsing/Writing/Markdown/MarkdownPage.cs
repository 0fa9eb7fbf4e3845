using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Writing.Markdown;

/// <summary>
/// Blocks as Markdown. The conventions: the title is the heading of level 1; the cover is a block quote; a bold line is the caption of the table
/// below it; an italic line stands for a figure; breaks (***) part the body from the signature, from the supplement, which begins with a heading,
/// and from the closing line.
/// </summary>
internal sealed class MarkdownPage
{
    private const string Break = "***";

    private readonly IReadOnlyList<Block> _blocks;
    private readonly StringBuilder _page = new();
    private DeclaredPart _part = DeclaredPart.Content;
    private bool _quoted;

    private MarkdownPage(IReadOnlyList<Block> blocks) => _blocks = blocks;

    /// <summary>The text of the file.</summary>
    /// <param name="blocks">Blocks that all are declared.</param>
    public static string Print(IReadOnlyList<Block> blocks) => new MarkdownPage(blocks).Print();

    private string Print()
    {
        for (var i = 0; i < _blocks.Count; i++)
        {
            Enter(_blocks[i].Declared);
            Add(Markup(_blocks[i]), IsCover(i));
        }

        Add(Break, quoted: false);
        Add($"*{FormatVocabulary.Default.Markdown}*", quoted: false);
        // A reader takes this character at the start of a file for the mark of the encoding.
        return _page[0] == '\uFEFF' ? "\uFEFF" + _page : _page.ToString();
    }

    private void Enter(DeclaredPart part)
    {
        if (part is not (DeclaredPart.Signature or DeclaredPart.Supplement))
            part = DeclaredPart.Content;
        if (part != _part)
            Add(Break, quoted: false);
        _part = part;
    }

    private void Add(string markup, bool quoted)
    {
        // Blocks of one quotation are parted by a line of it.
        if (_page.Length > 0)
            _page.Append(quoted && _quoted ? ">\n" : "\n");
        _quoted = quoted;
        if (quoted)
            markup = "> " + markup.Replace("\n", "\n> ", StringComparison.Ordinal);
        _page.Append(markup).Append('\n');
    }

    private bool IsCover(int block) =>
        _blocks[block].Declared == DeclaredPart.Cover
        || (_blocks[block].Declared == DeclaredPart.Caption && block + 1 < _blocks.Count && _blocks[block + 1] is Table { Declared: DeclaredPart.Cover });

    private static string Markup(Block block) => block switch
    {
        Table table => MarkdownTables.Print(table),
        Figure => $"*{FormatVocabulary.Default.Figure}*",
        Paragraph { Declared: DeclaredPart.Title } title => "# " + MarkdownText.OneLine(title.Text),
        Paragraph { Declared: DeclaredPart.Heading } heading => new string('#', (heading.Style.OutlineLevel ?? 1) + 1) + " " + MarkdownText.OneLine(heading.Text),
        Paragraph { Declared: DeclaredPart.Supplement, Style.OutlineLevel: 1 } heading => "## " + MarkdownText.OneLine(heading.Text),
        Paragraph { Declared: DeclaredPart.Caption } or Paragraph { Declared: DeclaredPart.Supplement, Style.OutlineLevel: 2 } => $"**{MarkdownText.OneLine(block.Text)}**",
        _ => MarkdownText.Lines(block.Text),
    };
}
