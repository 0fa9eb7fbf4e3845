using System.Globalization;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Reading.Markdown;

/// <summary>Any Markdown as blocks: headings with their levels, paragraphs, list items with their signs, tables.</summary>
internal static class OrdinaryMarkdown
{
    /// <summary>The blocks in order; the closing line and lines that stand for figures are none.</summary>
    public static List<Block> Read(IReadOnlyList<MarkdownNode> nodes, ReadContext context)
    {
        var tables = new MarkdownTable(context.Limits);
        var blocks = new List<Block>();
        foreach (var node in context.Watch.Over(nodes))
            if (Block(node, tables) is { } block && blocks.Count < context.Limits.MaxBlocks)
                blocks.Add(block);
        if (tables.ReachedLimit is { } limit)
            context.Log.Reached(limit, limit == nameof(ParseLimits.MaxColumns) ? context.Limits.MaxColumns : context.Limits.MaxCells, "The tables are larger than", "spans and rows beyond were cut");
        return blocks;
    }

    private static Block? Block(MarkdownNode node, MarkdownTable tables)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"line {node.Line}");
        switch (node.Kind)
        {
            case MarkdownKind.Break:
                return null;
            case MarkdownKind.PipeTable:
                return Table(tables.Pipes(node.Text, MarkdownInline.Loose, out _), path);
            case MarkdownKind.HtmlTable:
                return Table(tables.Html(node.Text, out _), path);
            case MarkdownKind.Code:
                return node.Text.Trim() is { Length: > 0 } code ? new Paragraph { Text = MarkdownInline.Lines(code), Path = path } : null;
            default:
                return Paragraph(node, path);
        }
    }

    private static Block? Paragraph(MarkdownNode node, string path)
    {
        var markup = node.Text.TrimEnd();
        var text = MarkdownInline.Loose(markup);
        if (text.Length == 0 || markup == ClosingLines.Markdown)
            return null;
        if (text == FormatVocabulary.Default.Figure)
            return new Figure { Path = path };
        var lead = Lead(markup);
        var isBold = lead == text.Length || node.Kind == MarkdownKind.Heading;
        return new Paragraph
        {
            Text = text,
            Path = path,
            Label = node.Label is "-" or "+" or "*" ? "●" : node.Label,
            BoldLead = isBold ? 0 : lead,
            Style = new TextStyle { Bold = isBold, OutlineLevel = node.Level > 0 ? node.Level : null },
        };
    }

    private static int Lead(string markup)
    {
        var end = markup.StartsWith("**", StringComparison.Ordinal) ? markup.IndexOf("**", 2, StringComparison.Ordinal) : -1;
        return end < 0 ? 0 : MarkdownInline.Loose(markup[2..end]).Length;
    }

    private static Table? Table(List<TableRow> rows, string path) => rows.Exists(row => row.Cells.Any(cell => cell.Text.Length > 0)) ? new Table(rows) { Path = path } : null;
}
