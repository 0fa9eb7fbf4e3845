using System.Net;
using System.Text;

namespace PerfEval.Parsing.BenchmarkDocuments;

/// <summary>A report as the page of a web site, without any of this library's own marks.</summary>
public static class PaperHtml
{
    /// <summary>The page.</summary>
    /// <param name="paper">The report.</param>
    /// <returns>UTF-8.</returns>
    public static byte[] Of(InventedPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>绩效评价</title></head><body>\n");
        foreach (var block in paper.Blocks)
            switch (block)
            {
                case PaperHeading heading:
                    html.Append("<h").Append(heading.Level + 1).Append('>').Append(WebUtility.HtmlEncode(heading.Text)).Append("</h").Append(heading.Level + 1).Append(">\n");
                    break;
                case PaperParagraph paragraph:
                    html.Append("<p style=\"text-indent:2em;line-height:28pt\">").Append(WebUtility.HtmlEncode(paragraph.Text)).Append("</p>\n");
                    break;
                case PaperTable table:
                    html.Append("<table border=\"1\">\n");
                    foreach (var row in table.Rows)
                        html.Append("<tr><td>").AppendJoin("</td><td>", row.Select(WebUtility.HtmlEncode)).Append("</td></tr>\n");
                    html.Append("</table>\n");
                    break;
            }

        return Encoding.UTF8.GetBytes(html.Append("</body></html>\n").ToString());
    }
}
