using System.Buffers.Binary;

namespace PerfEval.Parsing.Reading.Archives;

/// <summary>Finds the entries of an archive whose directory is missing or damaged by the header that stands before each entry's data.</summary>
internal static class ZipSalvage
{
    internal const int HeaderLength = 30;
    private const int SizesFollow = 8;
    private const int MaxNameLength = 512;
    private static ReadOnlySpan<byte> Signature => [0x50, 0x4B, 0x03, 0x04];
    private static ReadOnlySpan<byte> DirectorySignature => [0x50, 0x4B, 0x01, 0x02];

    internal static ZipDirectory Scan(ReadOnlyMemory<byte> archive, int maxEntries)
    {
        var bytes = archive.Span;
        var entries = new List<ZipEntry>();
        var at = Next(bytes, 0);
        while (at >= 0)
        {
            if (entries.Count == maxEntries)
                return new ZipDirectory(entries, isCut: true);
            var entry = TryReadEntry(bytes, at);
            if (entry is not null)
                entries.Add(entry);
            // A length that is right leads past the data; a wrong one only costs a longer search.
            var skip = entry is { CompressedLength: > 0 } && entry.HeaderOffset + HeaderLength + entry.CompressedLength < bytes.Length
                && (entry.Flags & SizesFollow) == 0
                ? HeaderLength + entry.CompressedLength
                : 4;
            at = Next(bytes, (int)(at + skip));
        }

        return new ZipDirectory(entries, isCut: false);
    }

    /// <summary>Where an entry's data begins; -1 where no header stands at the place that the directory names.</summary>
    internal static long DataOffset(ReadOnlySpan<byte> bytes, long header)
    {
        if (header < 0 || header + HeaderLength > bytes.Length || !bytes.Slice((int)header, 4).SequenceEqual(Signature))
            return -1;
        var head = bytes[(int)header..];
        var data = header + HeaderLength + BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
        return data <= bytes.Length ? data : -1;
    }

    /// <summary>The name in the header that stands before an entry's data; <see langword="null"/> where none stands there.</summary>
    internal static string? NameAt(ReadOnlySpan<byte> bytes, long header)
    {
        if (DataOffset(bytes, header) < 0)
            return null;
        var head = bytes[(int)header..];
        return ZipDirectory.DecodeName(head.Slice(HeaderLength, BinaryPrimitives.ReadUInt16LittleEndian(head[26..])));
    }

    private static int Next(ReadOnlySpan<byte> bytes, int from)
    {
        var found = bytes[from..].IndexOf(Signature);
        return found < 0 ? -1 : from + found;
    }

    private static ZipEntry? TryReadEntry(ReadOnlySpan<byte> bytes, int at)
    {
        var data = DataOffset(bytes, at);
        var head = bytes[at..];
        if (data < 0)
            return null;
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(head[26..]);
        if (nameLength is 0 or > MaxNameLength)
            return null;
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(head[6..]);
        var sizesFollow = (flags & SizesFollow) != 0;
        return new ZipEntry(
            ZipDirectory.DecodeName(head.Slice(HeaderLength, nameLength)),
            BinaryPrimitives.ReadUInt16LittleEndian(head[8..]),
            flags,
            sizesFollow ? null : BinaryPrimitives.ReadUInt32LittleEndian(head[14..]),
            sizesFollow ? LengthToNext(bytes, (int)data) : BinaryPrimitives.ReadUInt32LittleEndian(head[18..]),
            sizesFollow ? -1 : BinaryPrimitives.ReadUInt32LittleEndian(head[22..]),
            at);
    }

    private static long LengthToNext(ReadOnlySpan<byte> bytes, int data)
    {
        var rest = bytes[data..];
        var next = rest.IndexOf(Signature);
        if (next >= 0)
            return next;
        var directory = rest.IndexOf(DirectorySignature);
        return directory >= 0 ? directory : rest.Length;
    }
}
