using System.Text;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Composing;

/// <summary>
/// The normal form of text that is written: what the contract of the model asks for, and what every format can hold. Text that a parse gave is
/// in this form already; other text is brought into it, since readers would do so.
/// </summary>
internal static class ComposedText
{
    /// <summary>NFC, lines without white space at their ends, no blank lines at the ends, nothing that is never seen (controls, zero-width characters, soft hyphens).</summary>
    public static string Normal(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (!NeedsWork(text))
            return text;
        var lines = Kept(text).Split('\n');
        for (var i = 0; i < lines.Length; i++)
            lines[i] = lines[i].Trim();
        return string.Join('\n', lines).Trim('\n').Normalize(NormalizationForm.FormC);
    }

    /// <summary>As <see cref="Normal"/>, on one line.</summary>
    public static string Line(string? text) => Normal(text).Replace('\n', ' ');

    private static bool NeedsWork(string text)
    {
        if (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]))
            return true;
        foreach (var c in text)
            if (c < ' ' || c is (>= '\u007F' and <= '\u00A0') or '\u00AD' || c > '\u0300' && (c < '\u2E80' || char.IsSurrogate(c) || c >= '\uFB00'))
                return true;
        return false;
    }

    private static string Kept(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                kept.Append(c).Append(text[++i]);
            else if (!(ChineseText.IsInvisible(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF'))
                kept.Append(c == '\u00A0' ? ' ' : c);
            // Every kind of line end is one; that of Windows is two characters.
            else if (c is '\v' or '\f' or '\u0085' or '\u2028' or '\u2029' || (c == '\r' && (i + 1 == text.Length || text[i + 1] != '\n')))
                kept.Append('\n');
        }

        return kept.ToString();
    }
}
