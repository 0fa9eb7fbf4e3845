using System.Buffers.Binary;

namespace PerfEval.Parsing.Ingestion.Inputs.Zips;

/// <summary>The directory at the end of a zip archive (APPNOTE 4.3.12 to 4.3.16), also of one with more than 65,535 members or 4 GiB.</summary>
internal sealed class ZipCentral(ZipBytes bytes, int maxMembers, CancellationToken cancel)
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocatorLength = 20;
    private const int End64Length = 56;
    private const int MaxComment = 0xFFFF;

    // A comment may hold what looks like an end; whoever fills one with thousands of them is not followed.
    private const int MaxCandidates = 16;

    private readonly List<ZipItem> _items = [];

    private static ReadOnlySpan<byte> EndSignature => "PK\x05\x06"u8;

    /// <summary>Reads it; <see langword="null"/> where there is none, or a damaged one.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public ZipIndex? TryRead()
    {
        var tailStart = Math.Max(0, bytes.Length - EndLength - MaxComment);
        var tail = bytes.At(tailStart, EndLength + MaxComment).ToArray().AsSpan();
        var searched = tail.Length;
        for (var candidates = 0; candidates < MaxCandidates; candidates++)
        {
            searched = tail[..searched].LastIndexOf(EndSignature);
            if (searched < 0)
                return null;
            if (IsEnd(tail[searched..], isLast: candidates == 0) && TryRead(tail[searched..], tailStart + searched) is { } index)
                return index;
        }

        return null;
    }

    /// <summary>An earlier one than the last counts only if all behind it is its comment: otherwise two archives stand one behind the other.</summary>
    private static bool IsEnd(ReadOnlySpan<byte> end, bool isLast) =>
        end.Length >= EndLength && (isLast || EndLength + BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) == end.Length);

    private ZipIndex? TryRead(ReadOnlySpan<byte> end, long endPlace)
    {
        long size = BinaryPrimitives.ReadUInt32LittleEndian(end[12..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
        long disk = BinaryPrimitives.ReadUInt16LittleEndian(end[4..]);
        var directoryEnd = endPlace;
        if (Find64(endPlace) is { } place)
        {
            var end64 = bytes.At(place, End64Length);
            disk = BinaryPrimitives.ReadUInt32LittleEndian(end64[16..]);
            size = BinaryPrimitives.ReadInt64LittleEndian(end64[40..]);
            offset = BinaryPrimitives.ReadInt64LittleEndian(end64[48..]);
            directoryEnd = place;
        }

        // Bytes put before the archive (a program that unpacks itself) shift all places alike.
        if (size < 0 || offset < 0 || size > directoryEnd || offset > directoryEnd - size)
            return disk is > 0 and < ushort.MaxValue ? ZipIndex.Split : null;
        var shift = directoryEnd - size - offset;
        if (disk is > 0 and < ushort.MaxValue)
            return ZipIndex.Split;
        // What begins like an archive too is one, whose members this directory does not name.
        return shift > 0 && bytes.At(0, ZipLocalScan.Signature.Length).SequenceEqual(ZipLocalScan.Signature) ? null : ReadItems(offset + shift, directoryEnd, shift);
    }

    private long? Find64(long endPlace)
    {
        var locator = bytes.At(endPlace - LocatorLength, LocatorLength);
        if (locator.Length < LocatorLength || !locator.StartsWith("PK\x06\x07"u8))
            return null;
        var named = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        foreach (var place in new[] { named, endPlace - LocatorLength - End64Length })
            if (bytes.At(place, End64Length) is { Length: End64Length } end64 && end64.StartsWith("PK\x06\x06"u8) && place < endPlace)
                return place;
        return null;
    }

    /// <summary>Reads to the directory's end, whatever number of members it claims: old programs count to 65,535 and begin again.</summary>
    private ZipIndex? ReadItems(long place, long end, long shift)
    {
        _items.Clear();
        while (place < end && !bytes.At(place, 4).SequenceEqual("PK\x05\x05"u8))
        {
            cancel.ThrowIfCancellationRequested();
            var head = bytes.At(place, EntryLength);
            if (place + EntryLength > end || !head.StartsWith("PK\x01\x02"u8))
                return null;
            int name = BinaryPrimitives.ReadUInt16LittleEndian(head[28..]), extra = BinaryPrimitives.ReadUInt16LittleEndian(head[30..]);
            var next = place + EntryLength + name + extra + BinaryPrimitives.ReadUInt16LittleEndian(head[32..]);
            if (next > end)
                return null;
            var item = ReadItem(bytes.At(place, EntryLength + name + extra), name, shift);
            if (!item.IsDirectory && _items.Count == maxMembers)
                return new ZipIndex(_items) { IsCut = true };
            if (!item.IsDirectory)
                _items.Add(item);
            place = next;
        }

        return new ZipIndex(_items);
    }

    private static ZipItem ReadItem(ReadOnlySpan<byte> head, int nameLength, long shift)
    {
        long compressed = BinaryPrimitives.ReadUInt32LittleEndian(head[20..]);
        long length = BinaryPrimitives.ReadUInt32LittleEndian(head[24..]);
        long offset = BinaryPrimitives.ReadUInt32LittleEndian(head[42..]);
        var name = head.Slice(EntryLength, nameLength);
        var extra = head[(EntryLength + nameLength)..];
        ZipExtra.Read64(extra, ref length, ref compressed, ref offset);
        return new ZipItem
        {
            RawName = name.ToArray(),
            UnicodeName = ZipExtra.UnicodeName(extra, name),
            Host = head[5],
            Flags = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]),
            Method = BinaryPrimitives.ReadUInt16LittleEndian(head[10..]),
            Time = BinaryPrimitives.ReadUInt32LittleEndian(head[12..]),
            Crc = BinaryPrimitives.ReadUInt32LittleEndian(head[16..]),
            CompressedLength = Math.Max(0, compressed),
            Length = Math.Max(0, length),
            Attributes = BinaryPrimitives.ReadUInt32LittleEndian(head[38..]),
            HeaderOffset = unchecked(offset + shift),
        };
    }
}
