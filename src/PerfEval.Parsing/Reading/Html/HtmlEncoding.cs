using System.Text;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading.Encodings;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>Decides a page's encoding: byte order mark, then what the page declares where its bytes bear it out, then the bytes alone.</summary>
internal static partial class HtmlEncoding
{
    private const int DeclarationWithin = 8192;

    public static DecodedText Decode(ReadOnlySpan<byte> bytes, DiagnosticLog log) => Mojibake.Undo(Choose(bytes)).Report(log);

    private static DecodedText Choose(ReadOnlySpan<byte> bytes)
    {
        var detected = EncodingDetector.Choose(bytes);
        if (EncodingDetector.ByteOrderMark(bytes, out _) is not null || Declared(bytes) is not { } declared)
            return detected;
        if (declared.Name == detected.Encoding)
            // The page says itself what the bytes left open.
            return detected with { Rival = null };
        // Pages are converted without their declaration being changed: where the bytes speak for another encoding, they are right.
        if (declared.DecodeStrict(bytes) is { } text && Plausibility(text) > 0.8 * Plausibility(detected.Text))
            return new DecodedText(text, declared.Name);
        return detected with { Rival = declared.Name };
    }

    private static double Plausibility(string text) => TextSample.Of(text.AsSpan(0, Math.Min(text.Length, 64 * 1024))).Plausibility;

    private static ChineseEncodings? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationWithin)]);
        return Charset().Match(head) is { Success: true } match ? ChineseEncodings.Declared(match.Groups[1].Value) : null;
    }

    [GeneratedRegex("""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Charset();
}
