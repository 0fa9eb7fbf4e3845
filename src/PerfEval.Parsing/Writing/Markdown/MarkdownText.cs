using System.Text;

namespace PerfEval.Parsing.Writing.Markdown;

/// <summary>Text with everything escaped that Markdown would take for a sign, so that it is shown exactly as it is.</summary>
internal static class MarkdownText
{
    /// <summary>The text of a paragraph; its soft breaks are hard breaks of Markdown.</summary>
    public static string Lines(string text)
    {
        var markup = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (i == 0 || text[i - 1] == '\n')
                EscapeStart(text, ref i, markup);
            if (i == text.Length)
                break;
            // A blank line would end the paragraph.
            if (text[i] == '\n')
                markup.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "<br>" : "\\\n");
            else
                Escape(text, i, markup);
        }

        return markup.ToString();
    }

    /// <summary>Text on a single line, as in headings and cells; soft breaks are <c>br</c> elements.</summary>
    public static string OneLine(string text)
    {
        var markup = new StringBuilder(text.Length + 16);
        // Signs at the end of a heading would be taken for its closing.
        var tail = text.Length;
        while (tail > 0 && text[tail - 1] == '#')
            tail--;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
                markup.Append("<br>");
            else if (i >= tail)
                markup.Append("\\#");
            else
                Escape(text, i, markup);
        }

        return markup.ToString();
    }

    /// <summary>Escapes what only at the start of a line is a sign: of headings, lists, quotations, underlines.</summary>
    private static void EscapeStart(string text, ref int i, StringBuilder markup)
    {
        if (text[i] is '#' or '>' or '-' or '+' or '=' or ':')
        {
            markup.Append('\\').Append(text[i++]);
            return;
        }

        var digits = i;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
            digits++;
        if (digits == i || digits == text.Length || text[digits] is not ('.' or ')') || (digits + 1 < text.Length && text[digits + 1] is not (' ' or '\t' or '\n')))
            return;
        markup.Append(text, i, digits - i).Append('\\').Append(text[digits]);
        i = digits + 1;
    }

    private static void Escape(string text, int i, StringBuilder markup)
    {
        var isSign = text[i] switch
        {
            '\\' or '`' or '*' or '[' or '<' or '~' or '|' or '$' => true,
            // Within a word it is no sign, and addresses stay whole.
            '_' => i == 0 || i + 1 == text.Length || !char.IsLetterOrDigit(text[i - 1]) || !char.IsLetterOrDigit(text[i + 1]),
            '&' => i + 1 < text.Length && (text[i + 1] == '#' || char.IsAsciiLetter(text[i + 1])),
            _ => false,
        };
        if (isSign)
            markup.Append('\\');
        markup.Append(text[i]);
    }
}
