using System.Globalization;
using System.Text;
using PerfEval.Parsing.Reading.Encodings;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>Names between bytes, which identify, and text, which people read.</summary>
internal static class RawNames
{
    private const byte Separator = (byte)'/';

    /// <summary>A path to read: each name as UTF-8, else GB18030, else its bytes; nothing in it can steer a terminal.</summary>
    public static string ToDisplay(ReadOnlySpan<byte> path)
    {
        var text = new StringBuilder();
        while (true)
        {
            var end = path.IndexOf(Separator);
            Append(text, end < 0 ? path : path[..end]);
            if (end < 0)
                return text.ToString();
            text.Append('/');
            path = path[(end + 1)..];
        }
    }

    /// <summary>Text with what would not show, or would show in another order, as its number.</summary>
    public static string Escape(string text)
    {
        if (!text.Any(NeedsEscape))
            return text;
        var escaped = new StringBuilder();
        foreach (var c in text)
            Append(escaped, c);
        return escaped.ToString();
    }

    /// <summary>A name's bytes as UTF-8; halves of pairs, which Windows allows, as if they were characters, so that different names have different bytes.</summary>
    public static byte[] ToBytes(string name)
    {
        var bytes = new List<byte>(name.Length);
        Span<byte> buffer = stackalloc byte[4];
        for (var i = 0; i < name.Length; i++)
        {
            if (!Rune.TryGetRuneAt(name, i, out var rune))
            {
                bytes.AddRange([(byte)(0xE0 | (name[i] >> 12)), (byte)(0x80 | ((name[i] >> 6) & 0x3F)), (byte)(0x80 | (name[i] & 0x3F))]);
                continue;
            }

            bytes.AddRange(buffer[..rune.EncodeToUtf8(buffer)]);
            i += rune.Utf16SequenceLength - 1;
        }

        return [.. bytes];
    }

    private static void Append(StringBuilder text, ReadOnlySpan<byte> name)
    {
        var decoded = ChineseEncodings.Utf8.DecodeStrict(name) ?? ChineseEncodings.Gb18030.DecodeStrict(name);
        if (decoded is not null)
            text.Append(Escape(decoded));
        else
            foreach (var b in name)
                if (b is >= 0x20 and < 0x7F)
                    text.Append((char)b);
                else
                    text.Append(CultureInfo.InvariantCulture, $"\\x{b:X2}");
    }

    private static void Append(StringBuilder text, char c)
    {
        if (!NeedsEscape(c))
            text.Append(c);
        else if (c < 0x100)
            text.Append(CultureInfo.InvariantCulture, $"\\x{(int)c:X2}");
        else
            text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}");
    }

    // Controls, and the marks by which text runs backwards: a name must not look like another one.
    private static bool NeedsEscape(char c) =>
        char.IsControl(c) || c is '\u061C' or '\u200E' or '\u200F' or '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\uFEFF';
}
