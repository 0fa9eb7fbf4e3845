using System.Text;
using PerfEval.Parsing.Reading.Encodings;

namespace PerfEval.Parsing.Reading.Pdf.Files;

/// <summary>Text strings outside of page content (ISO 32000-1, 7.9.2.2): UTF-16 or UTF-8 by their mark, else bytes of a code page.</summary>
internal static class PdfText
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return ChineseEncodings.Utf16BigEndian.Decode(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return ChineseEncodings.Utf16.Decode(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return ChineseEncodings.Utf8.Decode(bytes[3..]);
        if (!bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF))
            return Encoding.ASCII.GetString(bytes);
        // Chinese writers put GBK bytes where the standard wants Latin text.
        return ChineseEncodings.Gb18030.DecodeStrict(bytes) ?? Encoding.Latin1.GetString(bytes);
    }
}
