using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading.Encodings;

/// <summary>
/// Decides a text file's encoding: byte order mark, UTF-16 without one, UTF-8, then GB18030 or Big5 by how common the decoded characters are.
/// What is plausible is measured on the file's beginning, what is valid on all of it.
/// </summary>
internal static class EncodingDetector
{
    /// <summary>Characters enough for any statistics; the candidates are many and decoding with replacements is slow.</summary>
    private const int SampleBytes = 32 * 1024;

    /// <summary>Two plausibilities closer than this do not decide.</summary>
    private const double CloseCall = 0.12;

    /// <summary>Decodes a text file and notes in the log what is odd.</summary>
    /// <exception cref="UnreadableDocumentException">The bytes are no text, or text that was misread beyond repair.</exception>
    public static DecodedText Decode(ReadOnlySpan<byte> bytes, DiagnosticLog log) => Mojibake.Undo(Choose(bytes)).Report(log);

    /// <summary>Decodes the file of a parse, unless that was done already to tell its format.</summary>
    /// <exception cref="UnreadableDocumentException">The bytes are no text, or text that was misread beyond repair.</exception>
    public static DecodedText Decode(ReadOnlyMemory<byte> bytes, ReadContext context) =>
        context.Sniffed is { } sniffed && sniffed.Bytes.Equals(bytes) ? Mojibake.Undo(sniffed.Text).Report(context.Log) : Decode(bytes.Span, context.Log);

    /// <summary>Decodes without judging whether the result is readable.</summary>
    internal static DecodedText Choose(ReadOnlySpan<byte> bytes)
    {
        if (ByteOrderMark(bytes, out var length) is { } marked)
            return Take(marked, bytes[length..]);
        var utf8 = Utf8.IsValid(bytes);
        if ((!utf8 || bytes.Contains((byte)0)) && Utf16(bytes) is { } wide && (utf8 || Score(wide, bytes) > Score(ChineseEncodings.Gb18030, bytes)))
            return Take(wide, bytes);
        return utf8 ? TakeUtf8(bytes) : DamagedUtf8(bytes) ?? DoubleByte(bytes);
    }

    internal static ChineseEncodings? ByteOrderMark(ReadOnlySpan<byte> bytes, out int length)
    {
        (var encoding, length) = bytes switch
        {
            [0xEF, 0xBB, 0xBF, ..] => (ChineseEncodings.Utf8, 3),
            [0xFF, 0xFE, 0, 0, ..] => (ChineseEncodings.Utf32, 4),
            [0, 0, 0xFE, 0xFF, ..] => (ChineseEncodings.Utf32BigEndian, 4),
            [0xFF, 0xFE, ..] => (ChineseEncodings.Utf16, 2),
            [0xFE, 0xFF, ..] => (ChineseEncodings.Utf16BigEndian, 2),
            [0x84, 0x31, 0x95, 0x33, ..] => (ChineseEncodings.Gb18030, 4),
            _ => (default(ChineseEncodings), 0),
        };
        return encoding;
    }

    internal static DecodedText Take(ChineseEncodings encoding, ReadOnlySpan<byte> bytes, string? rival = null)
    {
        if (encoding.DecodeStrict(bytes) is { } text)
            return new DecodedText(text, encoding.Name) { Rival = rival };
        text = encoding.Decode(bytes);
        return new DecodedText(text, encoding.Name) { Rival = rival, Damage = text.AsSpan().Count('\uFFFD') };
    }

    /// <summary>UTF-16 without a byte order mark: half of an ASCII character is zero, and in Chinese the wrong half gives rare characters.</summary>
    private static ChineseEncodings? Utf16(ReadOnlySpan<byte> bytes)
    {
        var sample = Sample(bytes)[..(Math.Min(SampleBytes, bytes.Length) & ~1)];
        if (sample.Length < 4)
            return null;
        // The units are counted as they stand: decoding would only replace those that count as damage already.
        var native = MemoryMarshal.Cast<byte, ushort>(sample);
        var reversed = new ushort[native.Length];
        BinaryPrimitives.ReverseEndianness(native, reversed);
        var little = MemoryMarshal.Cast<ushort, char>(BitConverter.IsLittleEndian ? native : reversed);
        var big = MemoryMarshal.Cast<ushort, char>(BitConverter.IsLittleEndian ? reversed : native);
        var (ofLittle, ofBig) = (TextSample.Of(little), TextSample.Of(big));
        var isBig = ofBig.Plausibility > ofLittle.Plausibility;
        var best = isBig ? ofBig : ofLittle;
        var zeros = (isBig ? big : little).Count('\0');
        // A zero that belongs to no character counts for nothing above, so it is looked at here.
        if (best.Plausibility < 0.3 || zeros * 20 >= best.Length)
            return null;
        return isBig ? ChineseEncodings.Utf16BigEndian : ChineseEncodings.Utf16;
    }

    private static DecodedText TakeUtf8(ReadOnlySpan<byte> bytes)
    {
        // GBK bytes can be valid UTF-8 by accident, but then they give no character beyond U+07FF (two bytes each).
        if (!bytes.ContainsAnyInRange((byte)0xE0, (byte)0xF4) && bytes.ContainsAnyInRange((byte)0x80, (byte)0xFF)
            && ChineseEncodings.Gb18030.DecodeStrict(bytes) is { } text && TextSample.Of(text) is { CommonShare: >= 0.6, Broken: 0 })
            return new DecodedText(text, ChineseEncodings.Gb18030.Name) { Rival = ChineseEncodings.Utf8.Name };
        return Take(ChineseEncodings.Utf8, bytes);
    }

    /// <summary>Text that is UTF-8 but for a few bytes: whole sequences beyond ASCII far outnumber the broken ones.</summary>
    private static DecodedText? DamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        if (!IsMostlyUtf8(Sample(bytes)) || !IsMostlyUtf8(bytes))
            return null;
        var text = ChineseEncodings.Utf8.Decode(bytes);
        return new DecodedText(text, ChineseEncodings.Utf8.Name) { Damage = text.AsSpan().Count('\uFFFD') };
    }

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (whole, damage) = (0, 0);
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is >= 0 and var start)
        {
            bytes = bytes[start..];
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var length);
            if (status != OperationStatus.Done || rune == Rune.ReplacementChar)
                damage++;
            else
                whole += rune.Value < 0x0800 ? 0 : rune.Utf16SequenceLength;
            bytes = bytes[length..];
            // No two bytes give more than one whole character: text in another encoding is known for it by its beginning.
            if (whole + bytes.Length / 2 <= 4 * damage)
                return false;
        }

        return whole > 4 * damage;
    }

    private static DecodedText DoubleByte(ReadOnlySpan<byte> bytes)
    {
        var gb = Score(ChineseEncodings.Gb18030, bytes);
        var big5 = Score(ChineseEncodings.Big5, bytes);
        var (best, other) = big5 > gb ? (ChineseEncodings.Big5, ChineseEncodings.Gb18030) : (ChineseEncodings.Gb18030, ChineseEncodings.Big5);
        if (Math.Abs(gb - big5) >= CloseCall)
            return Take(best, bytes);
        // Where the texts are about as likely, a byte that does not fit decides; where none does, the choice is noted.
        var fits = best.DecodeStrict(bytes) is not null;
        var otherFits = other.DecodeStrict(bytes) is not null;
        return fits == otherFits ? Take(best, bytes, other.Name) : Take(fits ? best : other, bytes);
    }

    private static double Score(ChineseEncodings encoding, ReadOnlySpan<byte> bytes) => TextSample.Of(encoding.Decode(Sample(bytes))).Plausibility;

    private static ReadOnlySpan<byte> Sample(ReadOnlySpan<byte> bytes) => bytes[..Math.Min(bytes.Length, SampleBytes)];
}
