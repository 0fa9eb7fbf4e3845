using System.Buffers.Binary;

namespace PerfEval.Parsing.Ingestion.Workers.Frames;

/// <summary>Reads frames. Whatever is no frame is an error; nothing is ever searched for the next one.</summary>
internal sealed class FrameReader(Stream input)
{
    private readonly byte[] _header = new byte[FrameWriter.HeaderLength];
    private byte[] _payload = new byte[4096];

    /// <summary>Reads the next frame.</summary>
    /// <param name="type">What it says.</param>
    /// <param name="payload">Its payload, good until the next call.</param>
    /// <returns>False where the stream ends, be it within a frame: why it ended is told by the process, not by the stream.</returns>
    /// <exception cref="InvalidDataException">What came is no frame.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public bool TryRead(out FrameType type, out ReadOnlyMemory<byte> payload)
    {
        type = default;
        payload = default;
        if (!Fill(_header, _header.Length))
            return false;
        if (BinaryPrimitives.ReadUInt32LittleEndian(_header) != FrameWriter.Magic)
            throw new InvalidDataException("Something that is no frame came.");
        type = (FrameType)_header[4];
        var length = BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(5));
        if (!Enum.IsDefined(type) || length > FrameWriter.MaxPayload)
            throw new InvalidDataException("A frame of unknown type or impossible length came.");
        if (_payload.Length < length)
            _payload = new byte[length];
        if (!Fill(_payload, (int)length))
            return false;
        payload = _payload.AsMemory(0, (int)length);
        if (FrameChecksum.Of(type, payload.Span) != BinaryPrimitives.ReadUInt32LittleEndian(_header.AsSpan(9)))
            throw new InvalidDataException("A frame came damaged.");
        return true;
    }

    private bool Fill(byte[] buffer, int length)
    {
        for (var filled = 0; filled < length;)
        {
            var read = input.Read(buffer, filled, length - filled);
            if (read == 0)
                return false;
            filled += read;
        }

        return true;
    }
}
