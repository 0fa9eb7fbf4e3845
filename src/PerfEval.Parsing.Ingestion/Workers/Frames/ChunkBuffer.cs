namespace PerfEval.Parsing.Ingestion.Workers.Frames;

/// <summary>Bytes that were announced and arrive in chunks.</summary>
internal sealed class ChunkBuffer
{
    private readonly byte[] _bytes;
    private int _filled;

    /// <param name="length">The bytes announced.</param>
    /// <param name="limit">The most bytes allowed.</param>
    /// <exception cref="InvalidDataException">More is announced than is allowed.</exception>
    public ChunkBuffer(long length, long limit)
    {
        if (length < 0 || length > Math.Min(limit, Array.MaxLength))
            throw new InvalidDataException("A message of impossible length was announced.");
        _bytes = GC.AllocateUninitializedArray<byte>((int)length);
    }

    public bool IsFull => _filled == _bytes.Length;

    /// <summary>The bytes, once it is full.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <exception cref="InvalidDataException">More arrives than was announced.</exception>
    public void Add(ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length > _bytes.Length - _filled)
            throw new InvalidDataException("A message is longer than was announced.");
        chunk.CopyTo(_bytes.AsSpan(_filled));
        _filled += chunk.Length;
    }
}
