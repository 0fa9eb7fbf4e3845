using System.IO.Compression;
using PerfEval.Parsing.Diagnostics;

namespace PerfEval.Parsing.Reading.Archives;

/// <summary>
/// The inflated bytes of one entry. The runtime's inflater ends silently on truncated data and knows no limits, so this stream counts, sums and
/// compares. What is wrong does not throw: the stream ends, and <see cref="Fault"/> says why.
/// </summary>
internal sealed class ZipPartStream : Stream
{
    internal const int HeadLength = 1024;
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

    /// <summary>The fault in words; empty where it is a limit.</summary>
    internal string FaultMessage { get; private set; } = "";

    /// <summary>The limit of <see cref="ParseLimits"/> that ended the stream, if one did.</summary>
    internal (string Name, long Value, string What)? Limit { get; private set; }

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
            return EndAt(nameof(ParseLimits.MaxInflatedBytes), _budget.Limits.MaxInflatedBytes, "and the parts before it inflate to more bytes than");
        if (_count > _budget.Limits.MaxPartBytes)
            return EndAt(nameof(ParseLimits.MaxPartBytes), _budget.Limits.MaxPartBytes, "inflates to more bytes than");
        if (_count > RatioFree && _count / _budget.Limits.MaxRatio > _entry.CompressedLength)
            return EndAt(nameof(ParseLimits.MaxRatio), _budget.Limits.MaxRatio, "inflates to more times its stored size than");
        return read;
    }

    private int EndAt(string limit, long value, string what)
    {
        Limit = (limit, value, what);
        return End(DiagnosticCode.LimitReached, "");
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

    private int End(DiagnosticCode code, string message)
    {
        (Fault, FaultMessage, _ended) = (code, message, true);
        return 0;
    }
}

/// <summary>How many bytes all parts of one archive may still inflate to.</summary>
internal sealed class ZipBudget(ParseLimits limits)
{
    private long _left = limits.MaxInflatedBytes;

    internal ParseLimits Limits => limits;

    /// <summary>What is left.</summary>
    internal long Left => _left;

    internal bool Take(int bytes) => (_left -= bytes) >= 0;
}
