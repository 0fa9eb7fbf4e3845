using System.Buffers.Binary;
using PerfEval.Parsing.Reading.Archives;

namespace PerfEval.Parsing.Ingestion.Inputs.Zips;

/// <summary>The extra fields of a zip header (APPNOTE 4.5).</summary>
internal static class ZipExtra
{
    private const int Zip64 = 0x0001;
    private const int UnicodePath = 0x7075;

    /// <summary>The name in UTF-8, if it was made for the name that stands in the header: a program that renames may leave the old one behind.</summary>
    public static byte[]? UnicodeName(ReadOnlySpan<byte> extra, ReadOnlySpan<byte> rawName)
    {
        var field = Find(extra, UnicodePath);
        return field.Length > 5 && field[0] == 1 && BinaryPrimitives.ReadUInt32LittleEndian(field[1..]) == Crc32.Append(0, rawName) ? field[5..].ToArray() : null;
    }

    /// <summary>The 64-bit values, in this order, of those that are all ones in the header itself.</summary>
    public static void Read64(ReadOnlySpan<byte> extra, ref long length, ref long compressed, ref long offset)
    {
        var field = Find(extra, Zip64);
        Take64(ref field, ref length);
        Take64(ref field, ref compressed);
        Take64(ref field, ref offset);
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> extra, int id)
    {
        while (extra.Length >= 4)
        {
            var size = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == id)
                return extra.Slice(4, size);
            extra = extra[(4 + size)..];
        }

        return [];
    }

    private static void Take64(ref ReadOnlySpan<byte> field, ref long value)
    {
        if (value != uint.MaxValue || field.Length < 8)
            return;
        value = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[8..];
    }
}
