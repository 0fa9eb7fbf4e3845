using System.IO.Compression;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading.Archives;

/// <summary>
/// The inflated bytes of one entry. The runtime's inflater ends silently on truncated data and knows no limits, so this stream counts, sums and
/// compares. What is wrong does not throw: the stream ends, and <see cref="Fault"/> says why.
/// </summary>
internal sealed class ZipPartStream : Stream
{
    private const int HeadLength = 1024;
    private const long RatioFree = 64L << 20;

    private readonly Stream _source;
    private readonly ZipEntry _entry;
    private readonly ZipBudget _budget;
    private readonly byte[] _head = new byte[HeadLength];
    private readonly int _headLength;
    private int _headRead;
    private long _count;
    private uint _crc;
    private bool _ended;

    internal ZipPartStream(Stream stored, ZipEntry entry, ZipBudget budget)
    {
        _source = entry.Method == 0 ? stored : new DeflateStream(stored, CompressionMode.Decompress);
        _entry = entry;
        _budget = budget;
        while (_headLength < HeadLength && Fill(_head.AsSpan(_headLength)) is var read and > 0)
            _headLength += read;
    }

    /// <summary>What was found wrong so far; <see langword="null"/> where nothing was.</summary>
    internal DiagnosticCode? Fault { get; private set; }

    /// <summary>The fault in words.</summary>
    internal string FaultMessage { get; private set; } = "";

    /// <summary>The limit that ended it; <see langword="null"/> where none did.</summary>
    internal ZipLimit? Limit { get; private set; }

    /// <summary>The first bytes of the part, whether read already or not.</summary>
    internal ReadOnlySpan<byte> Head => _head.AsSpan(0, _headLength);

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (_headRead == _headLength)
            return Fill(buffer);
        var count = Math.Min(buffer.Length, _headLength - _headRead);
        _head.AsSpan(_headRead, count).CopyTo(buffer);
        _headRead += count;
        return count;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _source.Dispose();
        base.Dispose(disposing);
    }

    private int Fill(Span<byte> buffer)
    {
        if (_ended)
            return 0;
        int read;
        try
        {
            read = _source.Read(buffer);
        }
        catch (InvalidDataException)
        {
            return End(DiagnosticCode.CrcMismatch, "its compressed data is damaged; what stands after the damage is missing");
        }

        if (read == 0)
            return EndOfData();
        _count += read;
        _crc = Crc32.Append(_crc, buffer[..read]);
        if (!_budget.Take(read))
            return End(ZipLimit.ArchiveBytes, "it inflates to more bytes than allowed");
        if (_count > _budget.MaxPartBytes)
            return End(ZipLimit.PartBytes, "it inflates to more bytes than allowed");
        if (_count > RatioFree && _count / _budget.MaxRatio > _entry.CompressedLength)
            return End(ZipLimit.Ratio, "it inflates to more times its stored size than allowed");
        return read;
    }

    private int EndOfData()
    {
        if (_entry.Length >= 0 && _count != _entry.Length)
            return End(DiagnosticCode.LengthMismatch, $"the archive says {_entry.Length} bytes, the part has {_count}");
        if (_entry.Crc is { } crc && crc != _crc)
            return End(DiagnosticCode.CrcMismatch, "its checksum does not fit its content");
        _ended = true;
        return 0;
    }

    private int End(ZipLimit limit, string message)
    {
        Limit = limit;
        return End(DiagnosticCode.LimitReached, message);
    }

    private int End(DiagnosticCode code, string message)
    {
        (Fault, FaultMessage, _ended) = (code, message, true);
        return 0;
    }
}

/// <summary>A limit of inflating.</summary>
internal enum ZipLimit
{
    /// <summary>The bytes of all parts together.</summary>
    ArchiveBytes,

    /// <summary>The bytes of one part.</summary>
    PartBytes,

    /// <summary>The ratio of inflated to stored bytes.</summary>
    Ratio,
}

/// <summary>How many bytes all parts of one archive may still inflate to.</summary>
internal sealed class ZipBudget(ParseLimits limits)
{
    private long _left = limits.MaxInflatedBytes;

    internal long MaxPartBytes { get; } = limits.MaxPartBytes;

    internal int MaxRatio { get; } = limits.MaxRatio;

    internal bool Take(int bytes) => (_left -= bytes) >= 0;
}
