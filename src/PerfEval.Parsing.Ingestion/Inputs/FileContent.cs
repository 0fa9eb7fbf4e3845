using PerfEval.Parsing.Ingestion.Inputs.Disks;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>An open file: whatever becomes of its name, these are its bytes.</summary>
internal sealed class FileContent(OpenedFile file, FileStamp stamp) : DocumentContent
{
    public override long Length => stamp.Length;

    public override bool IsUnchanged => file.Stamp() == stamp;

    public override string? SharedPath => file.SharedPath;

    public override Stream Open() => new PlacedStream(file, stamp.Length);

    public override void Dispose()
    {
        file.Dispose();
        base.Dispose();
    }
}

/// <summary>The bytes of an open file from a place of its own, so that several can read it at once. Closing it leaves the file open.</summary>
internal sealed class PlacedStream(OpenedFile file, long length) : Stream
{
    private long _at;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _at;
        set => _at = value >= 0 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var left = Math.Min(buffer.Length, length - _at);
        if (left <= 0)
            return 0;
        var count = file.Read(buffer[..(int)left], _at);
        _at += count;
        return count;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => _at + offset,
        _ => length + offset,
    };

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
