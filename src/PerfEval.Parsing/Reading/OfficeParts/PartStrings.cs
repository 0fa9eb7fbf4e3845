using System.Text;

namespace PerfEval.Parsing.Reading.OfficeParts;

/// <summary>A short piece of a part's UTF-8 as a number: equal numbers are equal pieces, since no piece holds a zero.</summary>
internal readonly record struct ShortName(ulong Low, ulong High)
{
    /// <summary>How many bytes are short enough.</summary>
    internal const int Longest = 16;

    /// <summary>The number of the piece, or of the beginning of a longer one; sixteen bytes must follow its start.</summary>
    internal static ShortName At(ReadOnlySpan<byte> padded, int start, int length)
    {
        var bytes = padded.Slice(start, Longest);
        var (low, high) = (System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes), System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]));
        return length switch
        {
            0 => default,
            <= 8 => new(low & ulong.MaxValue >> (64 - 8 * length), 0),
            < Longest => new(low, high & ulong.MaxValue >> (128 - 8 * length)),
            _ => new(low, high),
        };
    }
}

/// <summary>
/// The strings of names and short values that the parts of a document repeat again and again. It never grows: of those that fall on one place the
/// last two are kept.
/// </summary>
internal sealed class PartStrings
{
    private const int Places = 128;
    private readonly (ShortName Name, string Text)[] _entries = new (ShortName, string)[2 * Places];

    /// <summary>The string of a piece.</summary>
    internal string Of(ReadOnlySpan<byte> piece, ShortName name)
    {
        if (piece.Length > ShortName.Longest)
            return Encoding.UTF8.GetString(piece);
        if (piece.IsEmpty)
            return "";
        var place = (int)((name.Low ^ name.High * 31) * 0x9E37_79B9_7F4A_7C15 >> 57) * 2;
        if (_entries[place].Name == name)
            return _entries[place].Text;
        if (_entries[place + 1].Name != name)
            _entries[place + 1] = (name, Encoding.UTF8.GetString(piece));
        // The one asked for last comes first.
        (_entries[place], _entries[place + 1]) = (_entries[place + 1], _entries[place]);
        return _entries[place].Text;
    }
}
