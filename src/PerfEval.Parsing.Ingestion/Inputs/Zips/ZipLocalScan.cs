using System.Buffers.Binary;

namespace PerfEval.Parsing.Ingestion.Inputs.Zips;

/// <summary>Finds the members of an archive without a directory by the header that stands before each one's data.</summary>
internal sealed class ZipLocalScan(ZipBytes bytes, int maxMembers, CancellationToken cancel)
{
    internal const int HeaderLength = 30;
    private const int SizesFollow = 8;
    private const int MaxNameLength = 4096;
    private readonly List<ZipItem> _items = [];

    internal static ReadOnlySpan<byte> Signature => "PK\x03\x04"u8;

    /// <exception cref="IOException">The disk failed.</exception>
    public ZipIndex Read()
    {
        var place = bytes.Find(Signature, [], 0, cancel);
        while (place >= 0)
        {
            var next = place + Signature.Length;
            if (TryRead(place, ref next) is { IsDirectory: false } item)
            {
                if (_items.Count == maxMembers)
                    return new ZipIndex(_items) { IsCut = true };
                _items.Add(item);
            }

            place = bytes.Find(Signature, [], next, cancel);
        }

        return new ZipIndex(_items);
    }

    private ZipItem? TryRead(long place, ref long next)
    {
        var fixedPart = bytes.At(place, HeaderLength);
        if (fixedPart.Length < HeaderLength)
            return null;
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(fixedPart[26..]), extraLength = BinaryPrimitives.ReadUInt16LittleEndian(fixedPart[28..]);
        var head = bytes.At(place, HeaderLength + nameLength + extraLength);
        if (nameLength is 0 or > MaxNameLength || head.Length < HeaderLength + nameLength + extraLength)
            return null;
        var item = ReadItem(head, nameLength, place);
        var data = place + head.Length;
        if ((item.Flags & SizesFollow) != 0 && item.CompressedLength == 0)
            item = WithSizesBehind(item, data);
        // A length that is right leads past the data; a wrong one must not lead past other members.
        next = data + item.CompressedLength <= bytes.Length ? data + item.CompressedLength : data;
        return item;
    }

    private static ZipItem ReadItem(ReadOnlySpan<byte> head, int nameLength, long place)
    {
        var name = head.Slice(HeaderLength, nameLength);
        var extra = head[(HeaderLength + nameLength)..];
        var flags = BinaryPrimitives.ReadUInt16LittleEndian(head[6..]);
        long compressed = BinaryPrimitives.ReadUInt32LittleEndian(head[18..]), length = BinaryPrimitives.ReadUInt32LittleEndian(head[22..]), offset = 0;
        ZipExtra.Read64(extra, ref length, ref compressed, ref offset);
        var isUnknown = (flags & SizesFollow) != 0 && compressed == 0;
        return new ZipItem
        {
            RawName = name.ToArray(),
            UnicodeName = ZipExtra.UnicodeName(extra, name),
            Flags = flags,
            Method = BinaryPrimitives.ReadUInt16LittleEndian(head[8..]),
            Time = BinaryPrimitives.ReadUInt32LittleEndian(head[10..]),
            Crc = isUnknown ? null : BinaryPrimitives.ReadUInt32LittleEndian(head[14..]),
            CompressedLength = Math.Max(0, compressed),
            Length = isUnknown ? -1 : Math.Max(0, length),
            HeaderOffset = place,
        };
    }

    /// <summary>The data ends where the next header begins; right before it stand the sizes, which fit or are not believed.</summary>
    private ZipItem WithSizesBehind(ZipItem item, long data)
    {
        var end = bytes.Find(Signature, "PK\x01\x02"u8, data, cancel);
        var region = (end < 0 ? bytes.Length : end) - data;
        var tail = bytes.At(data + Math.Max(0, region - 24), (int)Math.Min(24, region)).ToArray().AsSpan();
        if (tail.Length == 24 && tail.StartsWith("PK\x07\x08"u8) && BinaryPrimitives.ReadInt64LittleEndian(tail[8..]) == region - 24)
            return Sized(item, tail[4..], region - 24, BinaryPrimitives.ReadInt64LittleEndian(tail[16..]));
        if (tail.Length >= 16 && tail[^16..].StartsWith("PK\x07\x08"u8) && BinaryPrimitives.ReadUInt32LittleEndian(tail[^8..]) == region - 16)
            return Sized(item, tail[^12..], region - 16, BinaryPrimitives.ReadUInt32LittleEndian(tail[^4..]));
        if (tail.Length >= 12 && BinaryPrimitives.ReadUInt32LittleEndian(tail[^8..]) == region - 12)
            return Sized(item, tail[^12..], region - 12, BinaryPrimitives.ReadUInt32LittleEndian(tail[^4..]));
        return item with { CompressedLength = region };
    }

    private static ZipItem Sized(ZipItem item, ReadOnlySpan<byte> crc, long compressed, long length) =>
        item with { Crc = BinaryPrimitives.ReadUInt32LittleEndian(crc), CompressedLength = compressed, Length = length };
}
