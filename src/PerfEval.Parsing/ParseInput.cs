using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;

namespace PerfEval.Parsing;

/// <summary>Brings what is to be parsed into memory, within the limit of a file's size.</summary>
internal static class ParseInput
{
    private const int ChunkBytes = 81920;

    /// <summary>A file's bytes.</summary>
    /// <exception cref="UnreadableDocumentException">The file cannot be read, or is too large.</exception>
    public static ReadOnlyMemory<byte> ReadFile(string path, ParseLimits limits)
    {
        try
        {
            FileSize.CheckMost(new FileInfo(path).Length, limits);
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotRead(e);
        }
    }

    /// <summary>A file's bytes, without holding a thread meanwhile.</summary>
    /// <exception cref="UnreadableDocumentException">The file cannot be read, or is too large.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadFileAsync(string path, ParseLimits limits, CancellationToken cancellationToken)
    {
        try
        {
            FileSize.CheckMost(new FileInfo(path).Length, limits);
            return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw CannotRead(e);
        }
    }

    /// <summary>A stream's bytes from its position to its end.</summary>
    /// <exception cref="UnreadableDocumentException">There are too many.</exception>
    public static ReadOnlyMemory<byte> Read(Stream stream, ParseLimits limits, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Append(buffer, chunk.AsSpan(0, read), limits);
        }

        return Written(buffer);
    }

    /// <summary>A stream's bytes from its position to its end, without holding a thread meanwhile.</summary>
    /// <exception cref="UnreadableDocumentException">There are too many.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(Stream stream, ParseLimits limits, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream();
        var chunk = new byte[ChunkBytes];
        for (int read; (read = await stream.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0;)
            Append(buffer, chunk.AsSpan(0, read), limits);
        return Written(buffer);
    }

    private static void Append(MemoryStream buffer, ReadOnlySpan<byte> chunk, ParseLimits limits)
    {
        FileSize.CheckMost(buffer.Length + chunk.Length, limits);
        buffer.Write(chunk);
    }

    private static ReadOnlyMemory<byte> Written(MemoryStream buffer) => buffer.GetBuffer().AsMemory(0, (int)buffer.Length);

    private static UnreadableDocumentException CannotRead(Exception e) => new(UnreadableReason.ReadError, $"The file cannot be read: {e.Message}", e);
}
