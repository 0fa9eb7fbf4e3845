using System.Globalization;
using System.Text;
using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Writing.Html;

/// <summary>A table as HTML. A head is marked as such where the rows show that the first one is it, so that it repeats in print.</summary>
internal static class HtmlTableMarkup
{
    /// <summary>A cell with so much text gets a width in which it can be read on a phone.</summary>
    private const int LongText = 30;

    /// <summary>Prints a table element.</summary>
    public static void Print(StringBuilder page, Table table, string? caption, string? id)
    {
        page.Append("<table>\n");
        if (caption is not null)
            page.Append(CultureInfo.InvariantCulture, $"<caption id=\"{id}\">").AppendText(caption).Append("</caption>\n");
        var head = TableHead.Rows(table);
        if (head > 0)
            Group(page, "thead", table.Rows.Take(head), "th");
        if (head < table.Rows.Count)
            Group(page, "tbody", table.Rows.Skip(head), "td");
        page.Append("</table>\n");
    }

    private static void Group(StringBuilder page, string name, IEnumerable<TableRow> rows, string cellName)
    {
        page.Append('<').Append(name).Append(">\n");
        foreach (var row in rows)
        {
            page.Append("<tr>");
            foreach (var cell in row.Cells)
            {
                page.Append('<').Append(cellName).Append(cellName == "th" ? " scope=\"col\"" : cell is { Text.Length: >= LongText, ColumnSpan: 1 } ? " class=\"long\"" : "");
                AppendSpans(page, cell);
                page.Append('>').AppendText(cell.Text).Append("</").Append(cellName).Append('>');
            }

            page.Append("</tr>\n");
        }

        page.Append("</").Append(name).Append(">\n");
    }

    /// <summary>Appends the attributes of a merged cell.</summary>
    public static void AppendSpans(StringBuilder html, TableCell cell)
    {
        if (cell.RowSpan > 1)
            html.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
        if (cell.ColumnSpan > 1)
            html.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
    }
}
