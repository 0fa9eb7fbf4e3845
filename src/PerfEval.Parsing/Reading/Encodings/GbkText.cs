using System.Text;

namespace PerfEval.Parsing.Reading.Encodings;

/// <summary>
/// Decodes GB18030 where it holds nothing but ASCII and whole characters of two bytes, as nearly all of it does: by a table, some ten times as fast as the
/// runtime's decoder, which made the table and takes the rest.
/// </summary>
internal static class GbkText
{
    private const int FirstLead = 0x81, LastLead = 0xFE, FirstTrail = 0x40, LastTrail = 0xFE, NoTrail = 0x7F;

    private const int Trails = LastTrail - FirstTrail + 1;

    // Built by the first text that needs it, not by every process.
    private static readonly Lazy<char[]> Characters = new(BuildCharacters);

    /// <summary>The text; <see langword="null"/> where other bytes stand in it.</summary>
    public static string? Decode(ReadOnlySpan<byte> bytes) =>
        Length(bytes) is >= 0 and var length ? string.Create(length, bytes, static (text, bytes) => Fill(text, bytes, Characters.Value)) : null;

    /// <summary>How many characters the bytes are; -1 where they are anything else.</summary>
    private static int Length(ReadOnlySpan<byte> bytes)
    {
        var pairs = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80)
                continue;
            if (++i == bytes.Length || bytes[i - 1] is < FirstLead or > LastLead || bytes[i] is < FirstTrail or NoTrail or > LastTrail)
                return -1;
            pairs++;
        }

        return bytes.Length - pairs;
    }

    private static void Fill(Span<char> text, ReadOnlySpan<byte> bytes, char[] characters)
    {
        var at = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var lead = bytes[at++];
            text[i] = lead < 0x80 ? (char)lead : characters[(lead - FirstLead) * Trails + bytes[at++] - FirstTrail];
        }
    }

    private static char[] BuildCharacters()
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var characters = new char[(LastLead - FirstLead + 1) * Trails];
        Span<byte> row = new byte[2 * Trails];
        for (var lead = FirstLead; lead <= LastLead; lead++)
        {
            for (var i = 0; i < Trails; i++)
                (row[2 * i], row[2 * i + 1]) = ((byte)lead, (byte)(i + FirstTrail == NoTrail ? FirstTrail : i + FirstTrail));
            Gb18030Edition2022.Apply(encoding.GetString(row)).CopyTo(characters.AsSpan((lead - FirstLead) * Trails));
        }

        return characters;
    }
}
