using System.Buffers.Binary;

namespace PerfEval.Parsing.Writing.Pdf.Fonts;

/// <summary>A list of byte strings in a CFF font (Adobe Technical Note 5176, section 5), read where it stands.</summary>
internal sealed class CffIndex
{
    private readonly FontBytes _bytes;
    private readonly int _offsets;
    private readonly int _size;
    private readonly long _data;

    public CffIndex(FontBytes cff, long at)
    {
        _bytes = cff;
        var start = (int)Math.Clamp(at, 0, cff.Length);
        Count = cff.U16(start);
        (_offsets, _size) = (start + 3, Count == 0 ? 0 : cff.U8(start + 2));
        if (_size > 4)
            throw FontBytes.Damaged();
        _data = _offsets + (long)_size * (Count + 1) - 1;
        End = Count == 0 ? start + 2 : _data + Offset(Count);
    }

    public int Count { get; }

    /// <summary>Where the list ends.</summary>
    public long End { get; }

    public FontBytes this[int i] => i >= 0 && i < Count ? _bytes.Slice(_data + Offset(i), Offset(i + 1) - Offset(i)) : throw FontBytes.Damaged();

    /// <summary>A list of strings as it stands in a font.</summary>
    public static byte[] Write(IReadOnlyList<byte[]> items)
    {
        if (items.Count == 0)
            return [0, 0];
        var list = new byte[3 + 4 * (items.Count + 1) + items.Sum(i => i.Length)];
        BinaryPrimitives.WriteUInt16BigEndian(list, (ushort)items.Count);
        list[2] = 4;
        var (entry, at) = (3, 3 + 4 * (items.Count + 1));
        var data = at - 1;
        foreach (var item in items)
        {
            BinaryPrimitives.WriteUInt32BigEndian(list.AsSpan(entry), (uint)(at - data));
            item.CopyTo(list, at);
            (entry, at) = (entry + 4, at + item.Length);
        }

        BinaryPrimitives.WriteUInt32BigEndian(list.AsSpan(entry), (uint)(at - data));
        return list;
    }

    private long Offset(int i)
    {
        long offset = 0;
        for (var k = 0; k < _size; k++)
            offset = offset << 8 | _bytes.U8((int)Math.Min(int.MaxValue, _offsets + (long)i * _size + k));
        return offset;
    }
}

/// <summary>A dictionary in a CFF font (Technical Note 5176, section 4): operators with their operands as they stand.</summary>
internal sealed class CffDict
{
    /// <summary>The first byte of the operators of two bytes.</summary>
    private const int Escape = 12;

    private readonly List<(int Operator, byte[] Operands)> _entries = [];

    public CffDict(FontBytes bytes)
    {
        var start = 0;
        for (var at = 0; at < bytes.Length;)
        {
            var first = bytes.U8(at);
            if (first <= 21)
            {
                var two = first == Escape;
                _entries.Add((two ? Escape << 8 | bytes.U8(at + 1) : first, bytes.Slice(start, at - start).Span.ToArray()));
                start = at += two ? 2 : 1;
            }
            else
            {
                at += LengthOf(bytes, at);
            }
        }
    }

    /// <summary>The operands of an operator as they stand; <see langword="null"/> where it is missing.</summary>
    public byte[]? this[int name] => _entries.Find(e => e.Operator == name).Operands;

    /// <summary>The whole numbers of an operator; empty where it is missing.</summary>
    public List<int> Numbers(int name)
    {
        var numbers = new List<int>();
        if (this[name] is { } operands)
            for (var (bytes, at) = (new FontBytes(operands), 0); at < operands.Length; at += LengthOf(bytes, at))
                numbers.Add(Number(bytes, at));
        return numbers;
    }

    /// <summary>The dictionary's bytes without one operator.</summary>
    public byte[] Without(int name) => [.. _entries.Where(e => e.Operator != name).SelectMany(e => Entry(e.Operator, e.Operands))];

    /// <summary>An operator behind its operands.</summary>
    public static byte[] Entry(int name, byte[] operands) => name > 0xFF ? [.. operands, (byte)(name >> 8), (byte)name] : [.. operands, (byte)name];

    /// <summary>An operator behind whole numbers, each in five bytes, so that the length does not depend on them.</summary>
    public static byte[] Entry(int name, params ReadOnlySpan<int> numbers)
    {
        var operands = new byte[5 * numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            operands[5 * i] = 29;
            BinaryPrimitives.WriteInt32BigEndian(operands.AsSpan(5 * i + 1), numbers[i]);
        }

        return Entry(name, operands);
    }

    private static int LengthOf(FontBytes bytes, int at)
    {
        switch (bytes.U8(at))
        {
            case 28:
                return 3;
            case 29:
                return 5;
            case 30:
                var length = 2;
                while ((bytes.U8(at + length - 1) & 0xF) != 0xF)
                    length++;
                return length;
            case >= 247 and <= 254:
                return 2;
            default:
                return 1;
        }
    }

    private static int Number(FontBytes bytes, int at) => bytes.U8(at) switch
    {
        28 => bytes.I16(at + 1),
        29 => (int)bytes.U32(at + 1),
        >= 32 and <= 246 and var small => small - 139,
        >= 247 and <= 250 and var positive => (positive - 247) * 256 + bytes.U8(at + 1) + 108,
        >= 251 and <= 254 and var negative => -(negative - 251) * 256 - bytes.U8(at + 1) - 108,
        _ => 0,
    };
}
