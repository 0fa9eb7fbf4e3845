using System.Globalization;

namespace PerfEval.Parsing.Writing.Pdf.Layout;

/// <summary>
/// Where printed lines end: between ideographs, behind spaces, never within a word or a figure; no closing mark begins a line and no opening one ends it
/// (避头尾; GB/T 15834—2011, 5.1; Unicode Annex 14).
/// </summary>
internal static class LineBreaker
{
    private const string NeverFirst = "，。、；：？！）》〉」』】〕］｝…—～”’·,.;:?!)]}%％‰℃°";
    private const string NeverLast = "（《〈「『【〔［｛“‘￥¥$([{";
    private const double Rounding = 0.01;

    /// <summary>The lines of a text, each as its first character and the one behind its last.</summary>
    /// <param name="text">The text, without soft breaks.</param>
    /// <param name="first">The width of the first line, in units of the font size.</param>
    /// <param name="others">The width of the others.</param>
    public static List<(int Start, int End)> Break(ReadOnlySpan<ShapedCharacter> text, double first, double others)
    {
        var lines = new List<(int, int)>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + LineLength(text[start..], lines.Count == 0 ? first : others);
            lines.Add((start, end));
            start = end;
        }

        return lines;
    }

    /// <summary>The width of the widest piece that no line may end in.</summary>
    public static double WidestPiece(ReadOnlySpan<ShapedCharacter> text)
    {
        var (widest, width) = (0.0, 0.0);
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && MayEnd(text[i - 1].Character, text[i].Character))
                width = 0;
            width += text[i].IsSpace ? 0 : text[i].Width;
            widest = Math.Max(widest, width);
        }

        return widest;
    }

    private static int LineLength(ReadOnlySpan<ShapedCharacter> text, double room)
    {
        var (width, last) = (0.0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (i > 0 && MayEnd(text[i - 1].Character, text[i].Character))
                last = i;
            width += text[i].Width;
            // One space may hang over the edge, where nobody sees it.
            if (width <= room + Rounding || (text[i].IsSpace && i > 0 && !text[i - 1].IsSpace))
                continue;
            return last > 0 ? last : Forced(text, i);
        }

        return text.Length;
    }

    // A word that is longer than the line ends where the line does, but never within a letter and its marks.
    private static int Forced(ReadOnlySpan<ShapedCharacter> text, int at)
    {
        at = Math.Max(1, at);
        if (at == text.Length)
            return at;
        var end = at;
        while (end > 1 && IsMark(text[end].Character))
            end--;
        if (end > 1 || !IsMark(text[end].Character))
            return end;
        while (at < text.Length && IsMark(text[at].Character))
            at++;
        return at;
    }

    /// <summary>Whether a line may end between two characters.</summary>
    public static bool MayEnd(int before, int after)
    {
        if (IsMark(after) || before == 0x200D || NeverFirst.Contains((char)Math.Min(after, char.MaxValue), StringComparison.Ordinal) && after <= char.MaxValue)
            return false;
        if (before is ' ' or '\t')
            return after != ' ' || before == ' ';
        if (after is ' ' || NeverLast.Contains((char)Math.Min(before, char.MaxValue), StringComparison.Ordinal) && before <= char.MaxValue)
            return false;
        return !IsWordPart(before) || !IsWordPart(after) || before == '-';
    }

    private static bool IsMark(int c) =>
        c >= 0x300 && (c is 0x200D or >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF or >= 0x1F3FB and <= 0x1F3FF
            || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark);

    /// <summary>Whether a character is set as wide as an ideograph.</summary>
    public static bool IsWide(int c) => c >= 0x2E80 || NeverFirst.IndexOf((char)c, StringComparison.Ordinal) is >= 0 and < 22 || c is '“' or '‘';

    private static bool IsWordPart(int c) => c < 0x2E80 && c is not (' ' or '\t') && !(c is >= 0x2010 and <= 0x206F) && !(c is >= 0x2190 and <= 0x2BFF);
}
