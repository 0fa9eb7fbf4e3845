using System.Runtime.InteropServices;

namespace PerfEval.Parsing.Ingestion.Inputs;

/// <summary>The bytes of one document, from wherever they come: held in memory, an open file, a temporary copy. What was hashed is what is read.</summary>
internal abstract class DocumentContent : IDisposable
{
    /// <summary>How many bytes.</summary>
    public abstract long Length { get; }

    /// <summary>How many of them are held in memory.</summary>
    public virtual long HeldBytes => 0;

    /// <summary>Whether it still is what was hashed. Asked after it was read the last time: a file may be written to meanwhile.</summary>
    public virtual bool IsUnchanged => true;

    /// <summary>Where another process of this machine can open the very same bytes; <see langword="null"/> where it cannot.</summary>
    public virtual string? SharedPath => null;

    /// <summary>Opens it for reading from the beginning; it may be opened again, also by several at once.</summary>
    public abstract Stream Open();

    public virtual void Dispose()
    {
    }
}

/// <summary>Bytes in memory.</summary>
internal sealed class HeldContent(ReadOnlyMemory<byte> bytes) : DocumentContent
{
    public ReadOnlyMemory<byte> Bytes => bytes;

    public override long Length => bytes.Length;

    public override long HeldBytes => bytes.Length;

    public override Stream Open() => MemoryMarshal.TryGetArray(bytes, out var segment)
        ? new MemoryStream(segment.Array!, segment.Offset, segment.Count, writable: false)
        : new MemoryStream(bytes.ToArray(), writable: false);
}
