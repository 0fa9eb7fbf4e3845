using System.Text;
using AngleSharp.Dom;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>What stands in an element of a declared page: white space counts as it stands, as the page's style says.</summary>
internal static class DeclaredText
{
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal) { "a", "b", "em", "font", "i", "mark", "small", "span", "strong", "sub", "sup", "u" };

    /// <summary>The text of an element; <see langword="null"/> where it holds more than text.</summary>
    public static string? Of(IElement element)
    {
        var text = new StringBuilder();
        return Append(element, text) ? Normal(text.ToString()) : null;
    }

    /// <summary>The elements in an element; <see langword="null"/> where text stands beside them.</summary>
    public static List<IElement>? Elements(IElement parent)
    {
        var elements = new List<IElement>();
        foreach (var node in parent.ChildNodes)
            if (node is IElement element)
                elements.Add(element);
            else if (node is IText text && !string.IsNullOrWhiteSpace(text.Data))
                return null;
        return elements;
    }

    // How deep elements nest is bounded before the page is parsed.
    private static bool Append(IElement element, StringBuilder text)
    {
        foreach (var node in element.ChildNodes)
            switch (node)
            {
                case IText data:
                    text.Append(data.Data);
                    break;
                case IElement { LocalName: "br" }:
                    text.Append('\n');
                    break;
                case IElement inner when !Inline.Contains(inner.LocalName) || !Append(inner, text):
                    return false;
            }

        return true;
    }

    // Written text is in this form already; what an editor changed is brought into it.
    private static string Normal(string text)
    {
        if (text.Contains('\n', StringComparison.Ordinal))
            text = string.Join('\n', text.Split('\n').Select(line => line.Trim())).Trim('\n');
        return NormalText.Compose(text.Replace('\u00A0', ' ').Trim());
    }
}
