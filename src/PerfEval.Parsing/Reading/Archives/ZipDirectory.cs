using System.Buffers.Binary;
using System.Text;

namespace PerfEval.Parsing.Reading.Archives;

/// <summary>One entry of a zip archive.</summary>
/// <param name="Name">The name with forward slashes and none in front.</param>
/// <param name="Method">0 stored, 8 deflated; nothing else occurs in documents.</param>
/// <param name="Flags">Bit 0: encrypted. Bit 3: sizes follow the data.</param>
/// <param name="Crc">The checksum; <see langword="null"/> where the archive does not say.</param>
/// <param name="CompressedLength">The stored bytes.</param>
/// <param name="Length">The inflated bytes; -1 where the archive does not say.</param>
/// <param name="HeaderOffset">Where the entry's own header stands.</param>
internal sealed record ZipEntry(string Name, int Method, int Flags, uint? Crc, long CompressedLength, long Length, long HeaderOffset)
{
    internal bool IsEncrypted => (Flags & 1) != 0;
}

/// <summary>
/// The names and places of a zip archive's entries. Only the directory is read, nothing is inflated: cheap enough to tell formats apart by it.
/// </summary>
internal sealed class ZipDirectory
{
    private const uint EntrySignature = 0x02014B50;
    private const uint EndSignature = 0x06054B50;
    private const uint End64Signature = 0x06064B50;
    private const uint Locator64Signature = 0x07064B50;
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int Locator64Length = 20;
    private const int End64Length = 56;
    private const int MaxComment = 0xFFFF;

    internal ZipDirectory(IReadOnlyList<ZipEntry> entries, bool isCut) => (Entries, IsCut) = (entries, isCut);

    /// <summary>The entries in the directory's order.</summary>
    internal IReadOnlyList<ZipEntry> Entries { get; }

    /// <summary>Whether there are more entries than were allowed.</summary>
    internal bool IsCut { get; }

    /// <summary>Reads the directory at the end of an archive.</summary>
    /// <returns><see langword="null"/> where there is none, or a damaged one.</returns>
    internal static ZipDirectory? TryRead(ReadOnlyMemory<byte> archive, int maxEntries)
    {
        var bytes = archive.Span;
        var stop = Math.Max(0, bytes.Length - EndLength - MaxComment);
        for (var at = bytes.Length - EndLength; at >= stop; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]) != EndSignature)
                continue;
            // The signature may also stand in a comment or in data: only a directory that reads through is believed.
            if (ReadAt(bytes, at, maxEntries) is { } directory)
                return directory;
        }

        return null;
    }

    /// <summary>An entry's name in one form, as names in relationships are written.</summary>
    internal static string DecodeName(ReadOnlySpan<byte> name)
    {
        var text = Encoding.UTF8.GetString(name);
        if (text.Contains('\uFFFD'))
            text = Encoding.Latin1.GetString(name);
        return text.Replace('\\', '/').TrimStart('/');
    }

    private static ZipDirectory? ReadAt(ReadOnlySpan<byte> bytes, int end, int maxEntries)
    {
        long count = BinaryPrimitives.ReadUInt16LittleEndian(bytes[(end + 10)..]);
        long size = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 12)..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(end + 16)..]);
        long directoryEnd = end;
        if (Find64(bytes, end) is { } end64)
        {
            count = (long)BinaryPrimitives.ReadUInt64LittleEndian(bytes[(end64 + 32)..]);
            size = (long)BinaryPrimitives.ReadUInt64LittleEndian(bytes[(end64 + 40)..]);
            offset = (long)BinaryPrimitives.ReadUInt64LittleEndian(bytes[(end64 + 48)..]);
            directoryEnd = end64;
        }

        // Bytes put before the archive (a mail's head, a stub) shift all offsets alike.
        var shift = directoryEnd - size - offset;
        if (count < 0 || size < 0 || offset < 0 || shift < 0 || shift > bytes.Length)
            return null;
        return ReadEntries(bytes, offset + shift, directoryEnd, count, shift, maxEntries);
    }

    private static int? Find64(ReadOnlySpan<byte> bytes, int end)
    {
        var locator = end - Locator64Length;
        if (locator < 0 || BinaryPrimitives.ReadUInt32LittleEndian(bytes[locator..]) != Locator64Signature)
            return null;
        var at = BinaryPrimitives.ReadUInt64LittleEndian(bytes[(locator + 8)..]);
        if (at > (ulong)Math.Max(0, locator - End64Length) || BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) != End64Signature)
            return null;
        return (int)at;
    }

    private static ZipDirectory? ReadEntries(ReadOnlySpan<byte> bytes, long start, long end, long count, long shift, int maxEntries)
    {
        var entries = new List<ZipEntry>((int)Math.Min(count, 64));
        var at = start;
        for (long i = 0; i < count; i++)
        {
            if (entries.Count == maxEntries)
                return new ZipDirectory(entries, isCut: true);
            if (at + EntryLength > end)
                return null;
            var head = bytes[(int)at..];
            if (BinaryPrimitives.ReadUInt32LittleEndian(head) != EntrySignature)
                return null;
            int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(head[28..]);
            int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(head[30..]);
            int commentLength = BinaryPrimitives.ReadUInt16LittleEndian(head[32..]);
            var next = at + EntryLength + nameLength + extraLength + commentLength;
            if (next > end)
                return null;
            entries.Add(ReadEntry(head, nameLength, extraLength, shift));
            at = next;
        }

        // A count that is too small would lose entries unseen.
        if (at + 4 <= end && BinaryPrimitives.ReadUInt32LittleEndian(bytes[(int)at..]) == EntrySignature)
            return null;
        return new ZipDirectory(entries, isCut: false);
    }

    private static ZipEntry ReadEntry(ReadOnlySpan<byte> head, int nameLength, int extraLength, long shift)
    {
        long compressed = BinaryPrimitives.ReadUInt32LittleEndian(head[20..]);
        long length = BinaryPrimitives.ReadUInt32LittleEndian(head[24..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(head[42..]);
        Read64(head.Slice(EntryLength + nameLength, extraLength), ref length, ref compressed, ref offset);
        return new ZipEntry(
            DecodeName(head.Slice(EntryLength, nameLength)),
            BinaryPrimitives.ReadUInt16LittleEndian(head[10..]),
            BinaryPrimitives.ReadUInt16LittleEndian(head[8..]),
            BinaryPrimitives.ReadUInt32LittleEndian(head[16..]),
            compressed,
            length,
            offset + shift);
    }

    /// <summary>The extra field 1 holds, in this order, those of the three values that are all ones in the entry itself (APPNOTE 4.5.3).</summary>
    private static void Read64(ReadOnlySpan<byte> extra, ref long length, ref long compressed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var size = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            var field = extra.Slice(4, size);
            extra = extra[(4 + size)..];
            if (id != 1)
                continue;
            Take64(ref field, ref length);
            Take64(ref field, ref compressed);
            Take64(ref field, ref offset);
        }
    }

    private static void Take64(ref ReadOnlySpan<byte> field, ref long value)
    {
        if (value != uint.MaxValue || field.Length < 8)
            return;
        value = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[8..];
    }
}
