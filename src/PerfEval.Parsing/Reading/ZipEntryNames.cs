using System.Buffers.Binary;

namespace PerfEval.Parsing.Reading;

/// <summary>
/// The entry names of a zip file, from its central directory and, where that is missing or damaged, from the local headers. Nothing is
/// inflated and nothing is trusted: the names serve only to tell the kind.
/// </summary>
internal ref struct ZipEntryNames
{
    /// <summary>A directory of more entries than this is no office document.</summary>
    private const int MaxEntries = 20_000;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly bool _central;
    private int _position;
    private int _count;

    public ZipEntryNames(ReadOnlySpan<byte> bytes)
    {
        _bytes = bytes;
        _position = FindDirectory(bytes);
        _central = _position >= 0;
        _position = Math.Max(0, _position);
    }

    public ReadOnlySpan<byte> Current { get; private set; }

    public readonly ZipEntryNames GetEnumerator() => this;

    public bool MoveNext()
    {
        if (_count++ > MaxEntries)
            return false;
        return _central ? MoveCentral() : MoveLocal();
    }

    private bool MoveCentral()
    {
        if (_position + 46 > _bytes.Length || !_bytes[_position..].StartsWith("PK\x01\x02"u8))
            return false;
        var header = _bytes[_position..];
        int name = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        int extra = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
        int comment = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
        Current = header.Slice(46, Math.Min(name, header.Length - 46));
        _position = (int)Math.Min(_bytes.Length, (long)_position + 46 + name + extra + comment);
        return true;
    }

    private bool MoveLocal()
    {
        var next = _bytes[_position..].IndexOf("PK\x03\x04"u8);
        if (next < 0 || _position + next + 30 > _bytes.Length)
            return false;
        var header = _bytes[(_position + next)..];
        int name = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        Current = header.Slice(30, Math.Min(name, header.Length - 30));
        _position += next + 30;
        return true;
    }

    private static int FindDirectory(ReadOnlySpan<byte> bytes)
    {
        var tail = Math.Max(0, bytes.Length - 22 - ushort.MaxValue);
        var end = bytes[tail..].LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || tail + end + 22 > bytes.Length)
            return -1;
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(tail + end + 16)..]);
        return offset + 46L <= bytes.Length && bytes[(int)offset..].StartsWith("PK\x01\x02"u8) ? (int)offset : -1;
    }
}
