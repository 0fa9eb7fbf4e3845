using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Viewing;

/// <summary>
/// Blocks of a document as HTML. <c>data-b</c> is the block, <c>data-s</c> where an element's characters begin in the block's text; an element
/// with <c>data-s</c> holds text and nothing else, so that a place can be found in it by counting.
/// </summary>
internal sealed class BlockMarkup(StringBuilder html, ViewVocabulary words)
{
    /// <summary>A cell with so much text gets a width in which it can be read.</summary>
    private const int LongText = 24;

    private int? _page;

    /// <summary>Says that a new page begins, where one does.</summary>
    public void TurnTo(int? page, bool inside = false)
    {
        if (page is not { } number || number == _page)
            return;
        _page = number;
        var name = inside ? "span" : "p";
        html.AppendElement(name, "page", words.Page("pageMark", number));
        if (!inside)
            html.Append('\n');
    }

    /// <summary>A text holder: the characters of a block from a position on.</summary>
    public void Text(int start, string text) => html.Append("<span").AppendAttribute("data-s", start).Append('>').AppendText(text).Append("</span>");

    /// <summary>A paragraph whose text may go on over pages.</summary>
    public void Paragraph(int block, Paragraph paragraph, string styleClass)
    {
        Open(block, styleClass, paragraph.Style.OutlineLevel);
        if (paragraph.Label is { Length: > 0 } label)
            html.AppendElement("span", "label", label);
        var start = 0;
        foreach (var line in paragraph.Layout?.Lines ?? [])
        {
            if (line.Page == _page || line.Start >= paragraph.Text.Length)
                continue;
            Piece(paragraph, start, line.Start);
            TurnTo(line.Page, inside: true);
            start = line.Start;
        }

        Piece(paragraph, start, paragraph.Text.Length);
        html.Append("</p>\n");
    }

    /// <summary>A paragraph's begin tag.</summary>
    /// <param name="block">The block whose text it holds; <see langword="null"/> where none is known.</param>
    /// <param name="styleClass">How it looks.</param>
    /// <param name="level">Its rank among the headings, where it is one.</param>
    public void Open(int? block, string styleClass, int? level)
    {
        html.Append("<p");
        if (styleClass.Length > 0)
            html.AppendAttribute("class", styleClass);
        if (block is { } index)
            html.AppendAttribute("data-b", index);
        if (level is { } rank)
            html.Append(" role=\"heading\"").AppendAttribute("aria-level", rank + 1);
        html.Append('>');
    }

    /// <summary>A table.</summary>
    /// <param name="block">The block whose text it holds; <see langword="null"/> where none is known.</param>
    /// <param name="offset">Where the table's text begins in the block's text.</param>
    /// <param name="table">The table.</param>
    /// <param name="styleClass">How it looks.</param>
    public void Table(int? block, int offset, Table table, string styleClass)
    {
        html.Append("<div").AppendAttribute("class", ("table " + styleClass).TrimEnd()).Append(" role=\"group\" tabindex=\"0\"").AppendAttribute("aria-label", words.Page("table")).Append("><table");
        if (block is { } index)
            html.AppendAttribute("data-b", index);
        html.Append(">\n");
        for (var row = 0; row < table.Rows.Count; row++)
            Row(table.Rows[row], table.Rows.Count - row, offset);
        html.Append("</table></div>\n");
    }

    /// <summary>A picture's place.</summary>
    public void Figure() => html.AppendElement("p", "figure", words.Page("figure")).Append('\n');

    private void Row(TableRow row, int rowsLeft, int offset)
    {
        html.Append("<tr>");
        foreach (var cell in row.Cells)
        {
            var name = row.IsHeader ? "th" : "td";
            html.Append('<').Append(name);
            if (cell is { Text.Length: >= LongText, ColumnSpan: 1 })
                html.Append(" class=\"long\"");
            if (Math.Min(cell.RowSpan, rowsLeft) is > 1 and var rows)
                html.AppendAttribute("rowspan", rows);
            if (cell.ColumnSpan > 1)
                html.AppendAttribute("colspan", cell.ColumnSpan);
            html.Append('>');
            TurnTo(row.Page, inside: true);
            Text(offset + cell.Start, cell.Text);
            html.Append("</").Append(name).Append('>');
        }

        html.Append("</tr>\n");
    }

    // A bold lead is a holder of its own.
    private void Piece(Paragraph paragraph, int start, int end)
    {
        if (paragraph.BoldLead > start && paragraph.BoldLead <= paragraph.Text.Length)
        {
            var lead = Math.Min(paragraph.BoldLead, end);
            html.Append("<b>");
            Text(start, paragraph.Text[start..lead]);
            html.Append("</b>");
            start = lead;
        }

        if (start < end)
            Text(start, paragraph.Text[start..end]);
    }
}
