using System.Globalization;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Reading.Markdown;

/// <summary>
/// Reads Markdown that keeps the conventions of written reports: the title is the heading of level 1; the cover is a block quote; a bold line is
/// the caption of the table below it; an italic line stands for a figure; breaks part the body from the signature, from the supplement, which
/// begins with a heading, and from the closing line. A text that breaks a convention declares nothing.
/// </summary>
internal sealed class DeclaredMarkdown
{
    private static readonly string FigureLine = $"*{FormatVocabulary.Default.Figure}*";

    private readonly MarkdownTable _tables;
    private readonly List<Block> _blocks = [];

    private DeclaredMarkdown(ReadContext context) => _tables = new MarkdownTable(context.Limits);

    /// <summary>The blocks, each declared; <see langword="null"/> where a convention is broken.</summary>
    public static List<Block>? Read(IReadOnlyList<MarkdownNode> nodes, ReadContext context)
    {
        if (nodes is not [.., { Kind: MarkdownKind.Break, IsQuoted: false }, { Kind: MarkdownKind.Paragraph, IsQuoted: false } closing] || closing.Text.TrimEnd() != ClosingLines.Markdown)
            return null;
        var text = new DeclaredMarkdown(context);
        var part = DeclaredPart.Content;
        for (var i = 0; i < nodes.Count - 2; i++)
        {
            context.Step();
            if (nodes[i] is { Kind: MarkdownKind.Break, IsQuoted: false })
            {
                var begun = nodes[i + 1].Kind == MarkdownKind.Heading ? DeclaredPart.Supplement : DeclaredPart.Signature;
                // Each part stands at most once, in this order.
                if (begun <= part)
                    return null;
                part = begun;
            }
            else if (text.Block(nodes[i], part) is { } block)
                text._blocks.Add(block);
            else
                return null;
        }

        return text._blocks.Count > 0 && text._tables.ReachedLimit is null ? text._blocks : null;
    }

    private Block? Block(MarkdownNode node, DeclaredPart part)
    {
        if (node.IsQuoted && part != DeclaredPart.Content)
            return null;
        var path = string.Create(CultureInfo.InvariantCulture, $"line {node.Line}");
        var declared = node.IsQuoted ? DeclaredPart.Cover : part;
        return node.Kind switch
        {
            MarkdownKind.Heading when !node.IsQuoted => Heading(node, part, path),
            MarkdownKind.Paragraph when node.Text.TrimEnd() == FigureLine => new Figure { Declared = declared, Path = path },
            MarkdownKind.Paragraph when node.Text.TrimEnd() is ['*', '*', .. var caption, '*', '*'] && part != DeclaredPart.Signature =>
                Paragraph(caption, part == DeclaredPart.Supplement ? part : DeclaredPart.Caption, path, part == DeclaredPart.Supplement ? 2 : null),
            MarkdownKind.Paragraph => Paragraph(node.Text, declared, path, null),
            MarkdownKind.PipeTable => Table(_tables.Pipes(node.Text, MarkdownInline.Exact, out var isExact), isExact, declared, path),
            MarkdownKind.HtmlTable => Table(_tables.Html(node.Text, out var isExact), isExact, declared, path),
            _ => null,
        };
    }

    private Paragraph? Heading(MarkdownNode node, DeclaredPart part, string path) => (part, node.Level) switch
    {
        (DeclaredPart.Content, 1) when _blocks.Count == 0 => Paragraph(node.Text, DeclaredPart.Title, path, null),
        (DeclaredPart.Content, > 1) => Paragraph(node.Text, DeclaredPart.Heading, path, node.Level - 1),
        (DeclaredPart.Supplement, 2) => Paragraph(node.Text, DeclaredPart.Supplement, path, 1),
        _ => null,
    };

    private static Paragraph? Paragraph(string markup, DeclaredPart declared, string path, int? level) => MarkdownInline.Exact(markup) is not { Length: > 0 } text ? null : new Paragraph
    {
        Text = text,
        Declared = declared,
        Path = path,
        Style = level is null ? TextStyle.Unknown : new TextStyle { OutlineLevel = level },
    };

    private static Table? Table(List<TableRow> rows, bool isExact, DeclaredPart declared, string path) => isExact ? new Table(rows) { Declared = declared, Path = path } : null;
}
