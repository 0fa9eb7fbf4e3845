namespace PerfEval.Parsing.Reading.Encodings;

/// <summary>The single-byte encoding through which Chinese bytes are most often misread; undefined bytes pass as controls, as browsers do it.</summary>
internal static class Windows1252
{
    /// <summary>What the bytes from 0x80 to 0x9F stand for.</summary>
    public const string Marks = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>Whether the character is one that a byte from 0x80 up can stand for. Marks that Chinese text uses too are left out.</summary>
    public static bool Contains(char c) =>
        c is >= '\u0080' and <= '\u00FF'
        || (c is not ('\u2026' or '\u2018' or '\u2019' or '\u201C' or '\u201D' or '\u2014' or '\u2030') && Marks.Contains(c, StringComparison.Ordinal));

    /// <summary>The bytes that were misread as this text, or <see langword="null"/> where a character has none.</summary>
    public static byte[]? GetBytes(ReadOnlySpan<char> text)
    {
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            var high = c <= '\u00FF' ? -1 : Marks.IndexOf(c, StringComparison.Ordinal);
            if (c > '\u00FF' && high < 0)
                return null;
            bytes[i] = high < 0 ? (byte)c : (byte)(0x80 + high);
        }

        return bytes;
    }
}
