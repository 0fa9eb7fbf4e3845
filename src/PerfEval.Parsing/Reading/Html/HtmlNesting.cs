using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>
/// Keeps hostile nesting away from the HTML parser, whose time grows with the square of the depth: opening tags beyond the limit are
/// taken out of the markup, with as many closing tags. Text is never lost.
/// </summary>
internal static partial class HtmlNesting
{
    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    private static readonly HashSet<string> NotNesting = new(StringComparer.OrdinalIgnoreCase)
    {
        // Empty elements.
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "basefont", "frame", "keygen",
        // Elements that end where the next of their kind begins, closed or not.
        "p", "li", "td", "th", "tr", "dt", "dd", "option", "optgroup", "tbody", "thead", "tfoot", "colgroup", "caption", "html", "head", "body",
    };

    public static string Limit(string html, ReadContext context)
    {
        if (!TooDeep(html, context))
            return html;
        context.Log.Reached(nameof(ParseLimits.MaxHtmlDepth), context.Limits.MaxHtmlDepth, "Elements are nested deeper than", "the tags beyond were ignored, their text was kept");
        return Flatten(html, context);
    }

    private static bool TooDeep(string html, ReadContext context)
    {
        var depth = 0;
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            context.Step();
            depth = Math.Max(0, depth + Step(html.AsSpan(tag.Index, tag.Length)));
            if (depth > context.Limits.MaxHtmlDepth)
                return true;
        }

        return false;
    }

    private static string Flatten(string html, ReadContext context)
    {
        var kept = new StringBuilder(html.Length);
        var depth = 0;
        var copied = 0;
        var deepest = context.Limits.MaxHtmlDepth;
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            context.Step();
            var step = Step(html.AsSpan(tag.Index, tag.Length));
            if ((step > 0 && depth >= deepest) || (step < 0 && depth > deepest))
            {
                kept.Append(html, copied, tag.Index - copied);
                copied = tag.Index + tag.Length;
            }

            depth = Math.Max(0, depth + step);
        }

        return kept.Append(html, copied, html.Length - copied).ToString();
    }

    private static int Step(ReadOnlySpan<char> tag)
    {
        var closing = tag.Length > 1 && tag[1] == '/';
        var name = tag[(closing ? 2 : 1)..];
        var end = name.IndexOfAny(NameEnds);
        name = end < 0 ? name : name[..end];
        if (NotNesting.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name))
            return 0;
        return closing ? -1 : 1;
    }

    [GeneratedRegex("</?[a-zA-Z][^<>]*>?")]
    private static partial Regex Tag();
}
