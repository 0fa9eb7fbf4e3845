using System.Collections.Frozen;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>
/// The characters that stand for the pictures of symbol fonts. Such fonts are addressed by a byte, alone or in the private-use block U+F000,
/// and only their pictures mean anything: a ticked box must not be read as R.
/// </summary>
internal static class DocxSymbols
{
    private static readonly FrozenDictionary<char, string> Wingdings = Map(
        "\u004A☺ \u006C● \u006D❍ \u006E■ \u006F□ \u0070❐ \u0071❑ \u0072❒ \u0073⬧ \u0074⧫ \u0075◆ \u0076❖ \u0077◆ \u009F• \u00A0▪ \u00A1○ \u00A2○ \u00A3○ "
        + "\u00A4◉ \u00A5◎ \u00A7▪ \u00A8□ \u00AA✦ \u00AB★ \u00D8➢ \u00DF← \u00E0→ \u00E1↑ \u00E2↓ \u00E8➔ \u00EF⇦ \u00F0⇨ \u00FB✗ \u00FC√ \u00FD☒ \u00FE☑ \u0052☑ "
        + "\u0080⓪ \u0081① \u0082② \u0083③ \u0084④ \u0085⑤ \u0086⑥ \u0087⑦ \u0088⑧ \u0089⑨ \u008A⑩ "
        + "\u008B⓿ \u008C❶ \u008D❷ \u008E❸ \u008F❹ \u0090❺ \u0091❻ \u0092❼ \u0093❽ \u0094❾ \u0095❿");

    private static readonly FrozenDictionary<char, string> Wingdings2 = Map(
        "\u004F✗ \u0050√ \u0051☒ \u0052☑ \u0053☒ \u0054☒ \u0055⊗ \u0056⊗ \u0096• \u0097● \u0098● \u0099◉ \u009A◎ \u009E⦿ \u00A0▪ \u00A1■ \u00A2■ \u00A3□ \u00A4□ "
        + "\u006A① \u006B② \u006C③ \u006D④ \u006E⑤ \u006F⑥ \u0070⑦ \u0071⑧ \u0072⑨ \u0073⑩ \u0075❶ \u0076❷ \u0077❸ \u0078❹ \u0079❺ \u007A❻");

    private static readonly FrozenDictionary<char, string> Symbol = Map(
        "\u00B7● \u00A8♦ \u00A3≤ \u00B3≥ \u00B1± \u00B4× \u00B8÷ \u00B9≠ \u00BA≡ \u00BB≈ \u00A5∞ \u00D6√ \u00AE→ \u00DE⇒ \u00B0° \u00B2″ \u00A2′ \u00D7⋅ \u00E5∑ \u00C5⊕ "
        + "\u0044Δ \u0053Σ \u0057Ω \u0061α \u0062β \u0063χ \u0064δ \u0065ε \u0067γ \u0068η \u0071θ \u006Cλ \u006Dμ \u0070π \u0072ρ \u0073σ \u0074τ \u0066φ \u0077ω");

    private static readonly FrozenDictionary<char, string> Webdings = Map("\u0061√ \u0063□ \u0067■ \u006E● \u0072✗ \u003D✗");

    /// <summary>Whether a font's letters are pictures.</summary>
    internal static bool IsSymbolFont(string? font) => TableOf(font) is not null;

    /// <summary>The character of a symbol font's picture; the given one where it is not known.</summary>
    /// <param name="font">The font; where unknown, a private-use character is taken for one of Wingdings, as nearly all are.</param>
    /// <param name="code">The byte, alone or in the private-use block.</param>
    internal static char Translate(string? font, char code)
    {
        var isPrivate = code is >= '\uF020' and <= '\uF0FF';
        var index = isPrivate ? (char)(code - '\uF000') : code;
        var table = TableOf(font);
        if (table is null && !isPrivate)
            return code;
        if (table is null)
            table = index == '\u00B7' ? Symbol : Wingdings;
        return table.TryGetValue(index, out var text) ? text[0] : code;
    }

    private static FrozenDictionary<char, string>? TableOf(string? font)
    {
        if (font is null || font.Length < 6 || font[0] is not ('W' or 'w' or 'S' or 's'))
            return null;
        if (font.Equals("Wingdings", StringComparison.OrdinalIgnoreCase))
            return Wingdings;
        if (font.Equals("Wingdings 2", StringComparison.OrdinalIgnoreCase))
            return Wingdings2;
        if (font.Equals("Symbol", StringComparison.OrdinalIgnoreCase))
            return Symbol;
        return font.Equals("Webdings", StringComparison.OrdinalIgnoreCase) ? Webdings : null;
    }

    private static FrozenDictionary<char, string> Map(string pairs)
    {
        var map = new Dictionary<char, string>();
        foreach (var pair in pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            map.Add(pair[0], pair[1..]);
        return map.ToFrozenDictionary();
    }
}
