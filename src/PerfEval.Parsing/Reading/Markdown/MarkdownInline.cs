using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Markdown;

/// <summary>The text that Markdown shows for a stretch of markup.</summary>
internal static partial class MarkdownInline
{
    private const int LongestEntity = 32;

    /// <summary>The text as it was written; <see langword="null"/> where the markup holds signs that a written report has not.</summary>
    public static string? Exact(string markup) => Unescape(markup, keepsBreaks: false) is { } text ? Lines(text) : null;

    /// <summary>The text of any markup: emphasis, links and tags are dropped, lines are joined.</summary>
    public static string Loose(string markup)
    {
        markup = Tag().Replace(Link().Replace(markup, "$1"), tag => tag.Value.StartsWith("<br", StringComparison.OrdinalIgnoreCase) ? "\\\n" : "");
        return Lines(NormalText.Clean(Unescape(Emphasis().Replace(markup, "$1$2"), keepsBreaks: true)!));
    }

    /// <summary>Lines without white space at their ends; written text is in this form already.</summary>
    public static string Lines(string text) =>
        NormalText.Compose(string.Join('\n', text.Replace('\u00A0', ' ').Split('\n').Select(line => line.Trim())).Trim('\n'));

    private static string? Unescape(string markup, bool keepsBreaks)
    {
        var text = new StringBuilder(markup.Length);
        for (var i = 0; i < markup.Length; i++)
        {
            var c = markup[i];
            var next = i + 1 < markup.Length ? markup[i + 1] : '\0';
            if (c == '\\' && (next == '\n' || char.IsAscii(next) && (char.IsPunctuation(next) || char.IsSymbol(next))))
            {
                text.Append(next);
                i++;
            }
            else if (c == '<' && BreakTag().Match(markup, i) is { Success: true } tag)
            {
                text.Append('\n');
                i += tag.Length - 1;
            }
            else if (c == '&')
                i += Entity(markup, i, text) - 1;
            else if (c == '\n' && !EndsInSpaces(text))
            {
                if (!keepsBreaks)
                    return null;
                Join(text, next);
            }
            else if (c is '<' or '*' or '`' && !keepsBreaks)
                return null;
            else
                text.Append(c);
        }

        return text.ToString();
    }

    /// <summary>Takes in a character reference, or the sign alone; returns the length of what was taken.</summary>
    private static int Entity(string markup, int at, StringBuilder text)
    {
        var end = markup.AsSpan(at, Math.Min(LongestEntity, markup.Length - at)).IndexOf(';');
        var shown = end < 0 ? "" : WebUtility.HtmlDecode(markup.Substring(at, end + 1));
        if (end < 0 || shown.Length > 2)
        {
            text.Append('&');
            return 1;
        }

        text.Append(shown);
        return end + 1;
    }

    private static bool EndsInSpaces(StringBuilder text) => text.Length > 2 && text[^1] == ' ' && text[^2] == ' ';

    // A line that Markdown merely wraps goes on with a space, which Chinese does not write.
    private static void Join(StringBuilder text, char next)
    {
        if (text.Length > 0 && !NormalText.IsWide(text[^1]) && !NormalText.IsWide(next))
            text.Append(' ');
    }

    [GeneratedRegex(@"\G<br ?/?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex BreakTag();

    [GeneratedRegex(@"</?[a-zA-Z][^<>]{0,200}>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<!\\)!?\[([^\[\]]*)\]\([^()\s]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<!\\)\*{2}(?=\S)([^*]+)(?<=\S)\*{2}|(?<!\\)\*(?=\S)([^*]+)(?<=\S)\*|(?<!\\)`+")]
    private static partial Regex Emphasis();
}
