using System.Globalization;
using System.Text;

namespace PerfEval.Parsing.Reading.OfficeParts;

/// <summary>References to characters in plain XML: those that every XML knows, and numbers.</summary>
internal static class PlainReference
{
    private const int MostDigits = 7;

    /// <summary>Reads the reference that begins a text. Gives its length; 0 where it is not one of those known here.</summary>
    internal static int Read(ReadOnlySpan<byte> text, out Rune character)
    {
        if (text.StartsWith("&#"u8))
            return ReadNumber(text, out character);
        var (length, named) = text.StartsWith("&amp;"u8) ? (5, '&')
            : text.StartsWith("&lt;"u8) ? (4, '<')
            : text.StartsWith("&gt;"u8) ? (4, '>')
            : text.StartsWith("&quot;"u8) ? (6, '"')
            : text.StartsWith("&apos;"u8) ? (6, '\'')
            : (0, '\0');
        character = new Rune(named);
        return length;
    }

    /// <summary>Copies a text with characters in place of its references, all of which are known. Gives the number of characters written.</summary>
    internal static int Decode(ReadOnlySpan<byte> text, Span<char> target)
    {
        var written = 0;
        while (true)
        {
            var at = text.IndexOf((byte)'&');
            written += Encoding.UTF8.GetChars(at < 0 ? text : text[..at], target[written..]);
            if (at < 0)
                return written;
            var length = Read(text[at..], out var character);
            written += character.EncodeToUtf16(target[written..]);
            text = text[(at + length)..];
        }
    }

    private static int ReadNumber(ReadOnlySpan<byte> text, out Rune character)
    {
        character = default;
        var isHexadecimal = text[2] == 'x';
        var digits = text[(isHexadecimal ? 3 : 2)..];
        var count = digits[..Math.Min(digits.Length, MostDigits + 1)].IndexOf((byte)';');
        var style = isHexadecimal ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        if (count < 1 || !int.TryParse(digits[..count], style, CultureInfo.InvariantCulture, out var value) || !Rune.TryCreate(value, out character))
            return 0;
        var isCharacter = value is '\t' or '\n' or '\r' or >= ' ' and not (0xFFFE or 0xFFFF);
        return isCharacter ? text.Length - digits.Length + count + 1 : 0;
    }
}
