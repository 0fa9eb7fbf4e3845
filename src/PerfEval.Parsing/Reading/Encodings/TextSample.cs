using System.Numerics;

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

    // What a character counts as: one look-up instead of a chain of comparisons, for every character of every text file.
    private const byte BeyondAscii = 1, IsCommon = 2, IsHan = 4, IsLatin = 8, IsNoText = 16, IsSurrogate = 32;

    // All counts of a stretch are kept in one number, twelve bits for each.
    private const int LaneBits = 12, Stretch = (1 << LaneBits) - 1;

    private static readonly byte[] Kinds = BuildKinds();

    private static readonly ulong[] Weights = BuildWeights();

    /// <summary>Counts the characters of a text.</summary>
    public static TextSample Of(ReadOnlySpan<char> text)
    {
        int nonAscii = 0, common = 0, han = 0, latin = 0, broken = 0;
        for (var start = 0; start < text.Length; start += Stretch)
        {
            var counts = Counts(text, start, Math.Min(text.Length, start + Stretch));
            nonAscii += Lane(counts, BeyondAscii);
            common += Lane(counts, IsCommon);
            han += Lane(counts, IsHan);
            latin += Lane(counts, IsLatin);
            broken += Lane(counts, IsNoText);
        }

        return new TextSample(text.Length, nonAscii, common, han, latin, broken);
    }

    private static ulong Counts(ReadOnlySpan<char> text, int start, int end)
    {
        var (kinds, weights, counts) = (Kinds, Weights, 0UL);
        for (var i = start; i < end; i++)
        {
            var kind = kinds[text[i]];
            counts += weights[kind];
            if (kind >= IsSurrogate && IsLone(text, i))
                counts += weights[IsNoText];
        }

        return counts;
    }

    private static int Lane(ulong counts, byte kind) => (int)(counts >> Shift(kind)) & Stretch;

    private static int Shift(byte kind) => BitOperations.TrailingZeroCount(kind) * LaneBits;

    private static bool IsLone(ReadOnlySpan<char> text, int i) => char.IsHighSurrogate(text[i])
        ? i + 1 >= text.Length || !char.IsLowSurrogate(text[i + 1])
        : i == 0 || !char.IsHighSurrogate(text[i - 1]);

    private static ulong[] BuildWeights()
    {
        var weights = new ulong[2 * IsSurrogate];
        for (var kinds = 0; kinds < weights.Length; kinds++)
            for (byte kind = BeyondAscii; kind <= IsNoText; kind <<= 1)
                weights[kinds] |= (kinds & kind) == 0 ? 0 : 1UL << Shift(kind);
        return weights;
    }

    private static byte[] BuildKinds()
    {
        var kinds = new byte[char.MaxValue + 1];
        Mark(IsNoText, '\u0001', '\u0008');
        Mark(IsNoText, '\u000E', '\u001F');
        Mark(IsNoText, '\u007F', '\u009F');
        Mark(IsNoText, '\uE000', '\uF8FF');
        Mark(IsNoText, '\uFFFD', '\uFFFD');
        Mark(BeyondAscii, '\u0080', '\uFFFF');
        Mark(IsHan, '\u4E00', '\u9FFF');
        Mark(IsSurrogate, '\uD800', '\uDFFF');
        Mark(IsLatin, '\u0080', '\u00FF');
        foreach (var c in Windows1252.Marks)
            if (Windows1252.Contains(c))
                kinds[c] |= IsLatin;
        foreach (var c in CommonHan.Characters)
            kinds[c] |= IsCommon;
        return kinds;

        void Mark(byte kind, char first, char last)
        {
            for (int c = first; c <= last; c++)
                kinds[c] |= kind;
        }
    }
}
