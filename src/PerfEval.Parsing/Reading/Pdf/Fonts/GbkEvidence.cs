using PerfEval.Parsing.Reading.Encodings;

namespace PerfEval.Parsing.Reading.Pdf.Fonts;

/// <summary>
/// Whether the codes of a simple font are bytes of GBK. Older Chinese programs print so: every character is two codes of half its width, and readers
/// that take them for Latin text show <c>¹ØÓÚ</c> for 关于.
/// </summary>
internal sealed class GbkEvidence
{
    /// <summary>How many characters are enough to judge by.</summary>
    private const int Enough = 4;

    private int _pairs;
    private int _common;
    private int _single;

    /// <summary>Whether pairs of codes are characters: most codes pair, and most pairs are characters that any text is made of.</summary>
    public bool Holds => _pairs >= Enough && _pairs * 2 >= _single && _common * 5 >= _pairs * 2;

    /// <summary>The character of two codes; <see langword="null"/> where they are none.</summary>
    public static string? Pair(int lead, int trail)
    {
        if (lead is < 0x81 or > 0xFE || trail is < 0x40 or 0x7F or > 0xFE)
            return null;
        return ChineseEncodings.Gb18030.DecodeStrict([(byte)lead, (byte)trail]) is { Length: 1 } text ? text : null;
    }

    /// <summary>Notes a pair of codes.</summary>
    public void See(string pair)
    {
        _pairs++;
        if (CommonHan.Contains(pair[0]))
            _common++;
    }

    /// <summary>Notes a code beyond ASCII that has no partner.</summary>
    public void SeeSingle() => _single++;
}
