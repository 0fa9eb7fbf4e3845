using System.Buffers.Binary;
using System.Globalization;

namespace PerfEval.Parsing.Ingestion.Journals;

/// <summary>A path's id or the first half of a content's SHA-256: 128 bits, as many as rule out chance.</summary>
internal readonly record struct Key128(ulong High, ulong Low)
{
    public const int Size = 16;

    /// <summary>The first 32 of some hexadecimal digits.</summary>
    public static Key128 Parse(string hex) => new(Digits(hex.AsSpan(0, 16)), Digits(hex.AsSpan(16, 16)));

    public static Key128 Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(8), Low);
        return bytes;
    }

    public override string ToString() => $"{High:x16}{Low:x16}";

    private static ulong Digits(ReadOnlySpan<char> digits) => ulong.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
