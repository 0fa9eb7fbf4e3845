using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Viewing;

/// <summary>The document as read: every block in order, none left out; what is not body text is dimmed.</summary>
internal static class DocumentPane
{
    private const double TitleSize = 18;

    /// <summary>Prints the blocks.</summary>
    public static void Print(StringBuilder html, SourceDocument document, ViewVocabulary words)
    {
        var markup = new BlockMarkup(html, words);
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            markup.TurnTo(document.Blocks[i].Page);
            switch (document.Blocks[i])
            {
                case Paragraph paragraph:
                    markup.Paragraph(i, paragraph, Look(paragraph));
                    break;
                case Table table:
                    markup.Table(i, 0, table, Role(table.Role) ?? "");
                    break;
                case Figure:
                    markup.Figure();
                    break;
                default:
                    html.Append("<hr>\n");
                    break;
            }
        }
    }

    private static string Look(Paragraph paragraph)
    {
        var style = paragraph.Style;
        string?[] classes =
        [
            Role(paragraph.Role),
            style.Alignment switch { TextAlignment.Center => "center", TextAlignment.Right => "right", _ => null },
            paragraph.Indented ? "indent" : null,
            style.Bold == true ? "bold" : null,
            style.OutlineLevel is not null ? "heading" : null,
            style.Size >= TitleSize ? "large" : null,
        ];
        return string.Join(' ', classes.OfType<string>());
    }

    private static string? Role(BlockRole role) => role switch
    {
        BlockRole.Header or BlockRole.Footer => "aside running",
        BlockRole.TableOfContents => "aside contents",
        BlockRole.Note => "aside note",
        BlockRole.Watermark => "aside watermark",
        _ => null,
    };
}
