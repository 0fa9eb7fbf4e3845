using System.Globalization;
using System.Text;

namespace PerfEval.Parsing.Viewing;

/// <summary>Text of a document as HTML, so that whatever it says stays text and keeps its length.</summary>
internal static class ViewMarkup
{
    /// <summary>Appends text for an element or a quoted attribute: each UTF-16 unit of it is one in the page, line feeds too.</summary>
    public static StringBuilder AppendText(this StringBuilder html, string text)
    {
        foreach (var c in text)
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                // A parser would make line feeds of carriage returns, and drop nulls.
                '\r' => html.Append("&#13;"),
                '\0' => html.Append('\uFFFD'),
                _ => html.Append(c),
            };
        return html;
    }

    /// <summary>Appends an attribute with a text.</summary>
    public static StringBuilder AppendAttribute(this StringBuilder html, string name, string value) =>
        html.Append(' ').Append(name).Append("=\"").AppendText(value).Append('"');

    /// <summary>Appends an attribute with a number.</summary>
    public static StringBuilder AppendAttribute(this StringBuilder html, string name, int value) =>
        html.Append(CultureInfo.InvariantCulture, $" {name}=\"{value}\"");

    /// <summary>Appends an element with a text.</summary>
    public static StringBuilder AppendElement(this StringBuilder html, string name, string? styleClass, string text)
    {
        html.Append('<').Append(name);
        if (styleClass is not null)
            html.AppendAttribute("class", styleClass);
        return html.Append('>').AppendText(text).Append("</").Append(name).Append('>');
    }
}
