using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>Tells HTML from other text by its beginning.</summary>
internal static partial class HtmlSignature
{
    private const int Beginning = 4096;

    /// <summary>Whether the text is HTML: it begins with a tag that only HTML has, or holds several common tags early.</summary>
    public static bool Matches(string text)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, Beginning));
        return head.Contains('<') && (Opening().IsMatch(head) || CommonTag().Count(head) >= 3 && ClosingTag().IsMatch(text.AsSpan(0, Math.Min(text.Length, 8 * Beginning))));
    }

    // Comments and an XML declaration may stand before the first tag.
    [GeneratedRegex(@"^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)*<(?:!doctype\s+html|html|head|body|meta|title|script|style|div|table|p)[\s>]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"<(?:html|head|body|meta|title|div|table|tbody|tr|td|p|span|br|a|h[1-6]|strong|b|font|center|ul|ol|li)(?:\s[^<>]*)?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CommonTag();

    [GeneratedRegex(@"</(?:html|head|body|div|table|tr|td|p|span|h[1-6]|strong|b|center|li)\s*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ClosingTag();
}
