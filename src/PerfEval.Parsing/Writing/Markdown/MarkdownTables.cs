using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Writing.Html;

namespace PerfEval.Parsing.Writing.Markdown;

/// <summary>A table as Markdown where Markdown can say it, otherwise as HTML on lines of its own.</summary>
internal static class MarkdownTables
{
    /// <summary>The table's markup.</summary>
    public static string Print(Table table) => IsPlain(table) ? Pipes(table) : Html(table);

    // Markdown knows no merged cells, and all its rows are as long as the first.
    private static bool IsPlain(Table table) =>
        table.Rows[0].Cells.Any(cell => cell.Text.Length > 0)
        && table.Rows.All(row => row.Cells.Count == table.Rows[0].Cells.Count && row.Cells.All(cell => cell is { RowSpan: 1, ColumnSpan: 1 }));

    private static string Pipes(Table table)
    {
        var markup = new StringBuilder();
        for (var r = 0; r < table.Rows.Count; r++)
        {
            markup.Append(r == 0 ? "|" : "\n|");
            foreach (var cell in table.Rows[r].Cells)
                markup.Append(' ').Append(MarkdownText.OneLine(cell.Text)).Append(" |");
            if (r == 0)
                markup.Append("\n|").Insert(markup.Length, " --- |", table.Rows[0].Cells.Count);
        }

        return markup.ToString();
    }

    // A blank line would end the element; there is none, since breaks in cells are elements too.
    private static string Html(Table table)
    {
        var markup = new StringBuilder("<table>");
        foreach (var row in table.Rows)
        {
            markup.Append("\n<tr>");
            foreach (var cell in row.Cells)
            {
                markup.Append("<td");
                HtmlTableMarkup.AppendSpans(markup, cell);
                markup.Append('>').AppendText(cell.Text).Append("</td>");
            }

            markup.Append("</tr>");
        }

        return markup.Append("\n</table>").ToString();
    }
}
