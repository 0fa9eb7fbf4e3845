namespace PerfEval.Parsing.Ingestion.Inputs.Zips;

/// <summary>Reads an archive here and there; archives may be longer than memory.</summary>
internal sealed class ZipBytes(Stream stream)
{
    private const int WindowBytes = 256 * 1024;
    private readonly byte[] _window = new byte[WindowBytes];
    private long _start;
    private int _count;

    public long Length { get; } = stream.Length;

    /// <summary>Some bytes from a place, fewer only at the end. Valid until the next call.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public ReadOnlySpan<byte> At(long place, int count)
    {
        if (place < 0 || place >= Length)
            return [];
        count = (int)Math.Min(count, Length - place);
        if (place < _start || place + count > _start + _count)
            Fill(place);
        var from = (int)(place - _start);
        return _window.AsSpan(from, Math.Min(count, _count - from));
    }

    /// <summary>The place of the first of two signatures from a place on; -1 for none.</summary>
    /// <exception cref="IOException">The disk failed.</exception>
    public long Find(ReadOnlySpan<byte> signature, ReadOnlySpan<byte> other, long from, CancellationToken cancel)
    {
        while (from + signature.Length <= Length)
        {
            cancel.ThrowIfCancellationRequested();
            var window = At(from, WindowBytes);
            if (window.Length < signature.Length)
                return -1;
            var found = window.IndexOf(signature);
            var alternative = other.IsEmpty ? -1 : (found < 0 ? window : window[..found]).IndexOf(other);
            if (alternative >= 0)
                return from + alternative;
            if (found >= 0)
                return from + found;
            from += window.Length - signature.Length + 1;
        }

        return -1;
    }

    /// <summary>A part of the archive as a stream. One at a time.</summary>
    public Stream Part(long start, long length) => new PartStream(stream, start, Math.Max(0, Math.Min(length, Length - start)));

    private void Fill(long place)
    {
        stream.Position = place;
        _start = place;
        _count = stream.ReadAtLeast(_window, _window.Length, throwOnEndOfStream: false);
    }

    private sealed class PartStream(Stream source, long start, long length) : Stream
    {
        private long _at;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => _at;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var count = (int)Math.Min(buffer.Length, length - _at);
            if (count <= 0)
                return 0;
            source.Position = start + _at;
            count = source.Read(buffer[..count]);
            _at += count;
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
