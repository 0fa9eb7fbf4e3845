using System.Text;

namespace PerfEval.Parsing.Writing.Html;

/// <summary>Text as HTML.</summary>
internal static class HtmlMarkup
{
    /// <summary>Appends text so that it stands in an element exactly as it is; soft breaks become <c>br</c> elements.</summary>
    public static StringBuilder AppendText(this StringBuilder html, string text)
    {
        foreach (var c in text)
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '\n' => html.Append("<br>"),
                _ => html.Append(c),
            };
        return html;
    }
}
