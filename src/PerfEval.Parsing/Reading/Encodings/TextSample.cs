namespace PerfEval.Parsing.Reading.Encodings;

/// <summary>What a stretch of text is made of: enough to tell a right decoding from a wrong one.</summary>
/// <param name="Length">All characters.</param>
/// <param name="NonAscii">The characters beyond ASCII.</param>
/// <param name="Common">Those of them that are common in Chinese administrative text.</param>
/// <param name="Han">Those of them that are Chinese characters of the basic block.</param>
/// <param name="Latin">Those of them that a single-byte decoding of Chinese bytes gives (U+0080–U+00FF and the marks of Windows-1252).</param>
/// <param name="Broken">Characters that no text contains: controls, U+FFFD, private use, lone surrogates.</param>
internal readonly record struct TextSample(int Length, int NonAscii, int Common, int Han, int Latin, int Broken)
{
    /// <summary>The share of common characters beyond ASCII; 1 for plain ASCII.</summary>
    public double CommonShare => NonAscii == 0 ? 1 : (double)Common / NonAscii;

    /// <summary>The share of characters that no text contains.</summary>
    public double BrokenShare => Length == 0 ? 0 : (double)Broken / Length;

    /// <summary>How likely the text is what was meant, from 0 to 1.</summary>
    public double Plausibility => Math.Max(0, CommonShare - 4 * BrokenShare);

    /// <summary>Counts the characters of a text.</summary>
    public static TextSample Of(ReadOnlySpan<char> text)
    {
        int nonAscii = 0, common = 0, han = 0, latin = 0, broken = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c < 0x80)
            {
                broken += c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\v' or '\0') || c == 0x7F ? 1 : 0;
                continue;
            }

            nonAscii++;
            if (CommonHan.Contains(c))
                common++;
            if (c is >= '\u4E00' and <= '\u9FFF')
                han++;
            else if (Windows1252.Contains(c))
                latin++;
            if (IsBroken(text, i))
                broken++;
        }

        return new TextSample(text.Length, nonAscii, common, han, latin, broken);
    }

    private static bool IsBroken(ReadOnlySpan<char> text, int i)
    {
        var c = text[i];
        if (c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or (>= '\u0080' and <= '\u009F'))
            return true;
        if (char.IsHighSurrogate(c))
            return i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1]);
        return char.IsLowSurrogate(c) && (i == 0 || !char.IsHighSurrogate(text[i - 1]));
    }
}
