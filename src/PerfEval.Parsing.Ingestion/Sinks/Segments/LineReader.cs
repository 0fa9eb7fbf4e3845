namespace PerfEval.Parsing.Ingestion.Sinks.Segments;

/// <summary>Reads a file line by line as bytes, and says where each begins.</summary>
internal sealed class LineReader(Stream stream)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private long _next;

    /// <summary>The line, without its end; valid until the next.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Where it begins in the file.</summary>
    public long Offset { get; private set; }

    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidDataException">The last line has no end.</exception>
    public bool Read()
    {
        var searched = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOf((byte)'\n');
            if (at >= 0)
            {
                Take(searched + at);
                return true;
            }

            searched = _end - _start;
            if (Fill())
                continue;
            return searched == 0 ? false : throw new InvalidDataException("The last line has no end.");
        }
    }

    private void Take(int length)
    {
        Line = _buffer.AsMemory(_start, length);
        Offset = _next;
        _next += length + 1;
        _start += length + 1;
    }

    private bool Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, checked(_buffer.Length * 2));
        var read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }
}
