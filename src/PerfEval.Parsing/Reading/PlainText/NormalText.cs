using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.PlainText;

/// <summary>The normal form of text that readers of text formats share: NFC, no invisible characters, no white space at the ends.</summary>
internal static class NormalText
{
    private static readonly SearchValues<char> Odd = SearchValues.Create("\u00A0" + ChineseText.InvisibleCharacters);

    // None is invisible, none is a combining mark or joins with one to another character, none has another normal form.
    private static readonly SearchValues<char> Plain = SearchValues.Create(string.Concat(
        "\t\n\r\f\v\u0085\u2028\u2029", ChineseText.Range(' ', '~'), ChineseText.Range('\u00A1', '\u00AC'), ChineseText.Range('\u00AE', '\u00BF'), "×÷",
        ChineseText.Range('\u2010', '\u2027'), ChineseText.Range('\u2030', '\u203B'), ChineseText.Range('\u2150', '\u217F'), ChineseText.Range('\u2190', '\u2193'),
        "℃№√≈≠≡≤≥≦≧", ChineseText.Range('\u2460', '\u24FF'), ChineseText.Range('\u2500', '\u25FF'), "★☆", ChineseText.Range('\u3000', '\u3029'),
        ChineseText.Range('\u3220', '\u33FF'), ChineseText.Range('\u3400', '\u4DBF'), ChineseText.Range('\u4E00', '\u9FFF'), ChineseText.Range('\uFF01', '\uFF5E'), "￥"));

    /// <summary>Removes what is invisible (controls, zero-width characters, soft hyphens), makes NBSP a space and composes characters.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().ContainsAny(Odd))
            text = RemoveOdd(text);
        return Compose(text);
    }

    /// <summary>Whether cleaning would leave the text as it is.</summary>
    public static bool IsClean(string text) => !text.AsSpan().ContainsAny(Odd) && IsComposed(text);

    /// <summary>The character as <see cref="Clean"/> leaves it before composing: a space for NBSP, <see langword="null"/> for what is invisible.</summary>
    public static char? Cleaned(char c) => c == '\u00A0' ? ' ' : Odd.Contains(c) ? null : c;

    /// <summary>Without white space at the ends; U+3000 and NBSP are white space.</summary>
    public static string Trim(string text) => text.Trim();

    /// <summary>Composes characters (NFC); text that cannot be composed stays as it is.</summary>
    public static string Compose(string text) => IsComposed(text) ? text : text.Normalize(NormalizationForm.FormC);

    /// <summary>Whether the character is written without spaces between words: Chinese characters, their punctuation, full-width forms.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsWide(char c) => c >= '\u00B7' && (c is >= '\u2E80' and <= '\uA4CF' || IsRareWide(c));

    private static bool IsRareWide(char c) =>
        c >= '\u1100' && (c is >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE4F'
            or >= '\uFF00' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6' || char.IsSurrogate(c))
        || c is '\u2014' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u2026' or '\u00B7' or (>= '\u2460' and <= '\u24FF') or (>= '\u2160' and <= '\u217F')
            or (>= '\u25A0' and <= '\u25FF') or '\u221A' or '\u2265' or '\u2264';

    /// <summary>Whether a text holds nothing but characters that stay as they are however they follow one another, and line ends. Most texts do.</summary>
    public static bool IsPlain(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Plain);

    private static bool IsComposed(string text)
    {
        try
        {
            return text.IsNormalized();
        }
        catch (ArgumentException)
        {
            // Lone surrogates cannot be normalised; such text stays as it is.
            return true;
        }
    }

    private static string RemoveOdd(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Cleaned(c) is { } seen)
                kept.Append(seen);
        }

        return kept.ToString();
    }
}
