using System.Buffers.Binary;

namespace PerfEval.Parsing.Ingestion.Workers.Frames;

/// <summary>Writes frames: magic, type, length and checksum, then the payload; each in one write, by any thread.</summary>
internal sealed class FrameWriter(Stream output)
{
    /// <summary>The most bytes of a payload.</summary>
    public const int MaxPayload = 1 << 20;

    public const int HeaderLength = 13;

    public const uint Magic = 0x31574550;

    private readonly Lock _gate = new();
    private byte[] _buffer = new byte[4096];

    /// <exception cref="IOException">The other end is gone.</exception>
    public void Write(FrameType type, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > MaxPayload)
            throw new ArgumentOutOfRangeException(nameof(payload), "A payload of this length is sent in chunks.");
        lock (_gate)
        {
            var length = HeaderLength + payload.Length;
            if (_buffer.Length < length)
                _buffer = new byte[Math.Max(length, Math.Min(2 * _buffer.Length, HeaderLength + MaxPayload))];
            BinaryPrimitives.WriteUInt32LittleEndian(_buffer, Magic);
            _buffer[4] = (byte)type;
            BinaryPrimitives.WriteUInt32LittleEndian(_buffer.AsSpan(5), (uint)payload.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(_buffer.AsSpan(9), FrameChecksum.Of(type, payload));
            payload.CopyTo(_buffer.AsSpan(HeaderLength));
            output.Write(_buffer, 0, length);
            output.Flush();
        }
    }

    /// <summary>Writes a payload that a message builds.</summary>
    /// <exception cref="IOException">The other end is gone.</exception>
    public void Write(FrameType type, Action<BinaryWriter> message)
    {
        using var payload = new MemoryStream();
        using (var writer = new BinaryWriter(payload, System.Text.Encoding.UTF8, leaveOpen: true))
            message(writer);
        Write(type, payload.GetBuffer().AsSpan(0, (int)payload.Length));
    }

    /// <summary>Writes bytes as chunks.</summary>
    /// <exception cref="IOException">The other end is gone.</exception>
    public void WriteChunks(ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length > MaxPayload; bytes = bytes[MaxPayload..])
            Write(FrameType.Chunk, bytes[..MaxPayload]);
        if (bytes.Length > 0)
            Write(FrameType.Chunk, bytes);
    }

    /// <summary>Writes what a stream gives as chunks.</summary>
    /// <returns>How many bytes.</returns>
    /// <exception cref="IOException">The other end is gone, or the stream cannot be read.</exception>
    public long WriteChunks(Stream bytes)
    {
        var chunk = new byte[MaxPayload / 4];
        long sent = 0;
        for (int read; (read = bytes.Read(chunk)) > 0; sent += read)
            Write(FrameType.Chunk, chunk.AsSpan(0, read));
        return sent;
    }
}
