using System.Buffers;
using System.Text;

namespace PerfEval.Parsing.Documents;

/// <summary>Character classes and white space as Chinese documents use them.</summary>
internal static class ChineseText
{
    /// <summary>Whether the character is a Han ideograph.</summary>
    public static bool IsHan(char c) => c is (>= '\u4E00' and <= '\u9FFF') or (>= '\u3400' and <= '\u4DBF') or '〇' or (>= '\uF900' and <= '\uFAFF');

    /// <summary>Whether the character is set in the width of an ideograph.</summary>
    public static bool IsWide(char c) => IsHan(c) || c is (>= '\u3000' and <= '\u303F') or (>= '\uFF00' and <= '\uFFEF') or '“' or '”' or '‘' or '’' or '—' or '…';

    /// <summary>Whether the character is white space, the ideographic and the no-break space included.</summary>
    public static bool IsSpace(char c) =>
        // Nearly every character asked about stands behind the last of the usual ones.
        c > '\u3000' ? c == '\uFEFF' : char.IsWhiteSpace(c) || c == '\u200B';

    /// <summary>Whether there is white space in the text.</summary>
    public static bool HasSpace(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (IsSpace(c))
                return true;
        return false;
    }

    /// <summary>Whether the character is never seen: controls but tab and line feed, zero-width and direction marks, soft hyphens.</summary>
    public static bool IsInvisible(char c) => Invisible.Contains(c);

    /// <summary>All such characters.</summary>
    public static string InvisibleCharacters { get; } = string.Concat(
        Range('\0', '\u0008'), Range('\u000B', '\u001F'), Range('\u007F', '\u009F'), "\u00AD\u180E", Range('\u200B', '\u200F'), Range('\u202A', '\u202E'), Range('\u2060', '\u2069'), "\uFEFF");

    private static readonly SearchValues<char> Invisible = SearchValues.Create(InvisibleCharacters);

    /// <summary>The characters from the first to the last.</summary>
    public static string Range(char first, char last) => string.Create(last - first + 1, first, static (span, first) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = (char)(first + i);
    });

    /// <summary>The text without any white space.</summary>
    public static string Squeeze(string text)
    {
        var i = 0;
        while (i < text.Length && !IsSpace(text[i]))
            i++;
        if (i == text.Length)
            return text;
        var result = text.Length <= 256 ? stackalloc char[256] : new char[text.Length];
        text.AsSpan(0, i).CopyTo(result);
        var length = i;
        for (; i < text.Length; i++)
            if (!IsSpace(text[i]))
                result[length++] = text[i];
        return new string(result[..length]);
    }

    /// <summary>The text trimmed, with no white space next to a wide character and single spaces elsewhere: the normal form of names and titles.</summary>
    public static string Name(string text)
    {
        if (!HasSpace(text))
            return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsSpace(text[i]))
            {
                result.Append(text[i]);
                continue;
            }

            var next = i;
            while (next < text.Length && IsSpace(text[next]))
                next++;
            if (result.Length > 0 && next < text.Length && !IsWide(result[^1]) && !IsWide(text[next]))
                result.Append(' ');
            i = next - 1;
        }

        return result.ToString();
    }

    /// <summary>The character as ASCII where it is a full-width form of an ASCII character.</summary>
    public static char Narrow(char c) => c is >= '！' and <= '～' ? (char)(c - 0xFEE0) : c == '\u3000' ? ' ' : c;

    /// <summary>The text with full-width forms narrowed, for reading numbers; of the same length.</summary>
    public static string Narrow(string text)
    {
        // No other characters change, and there are few others of these blocks.
        if (!text.AsSpan().ContainsAnyInRange('！', '～') && !text.Contains('\u3000'))
            return text;
        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
                span[i] = Narrow(source[i]);
        });
    }
}
