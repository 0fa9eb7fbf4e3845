using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Reading;

namespace PerfEval.Parsing;

/// <summary>
/// Reads reports. START HERE: the whole path is <see cref="Parse(ReadOnlyMemory{byte}, string?, CancellationToken)"/>. A parser is immutable
/// and may be used by many threads at once.
/// </summary>
public sealed class ReportParser
{
    private readonly ReportParserOptions _options;

    /// <summary>A parser.</summary>
    /// <param name="options">How to parse; the defaults if left out.</param>
    /// <exception cref="ArgumentException">An option has an impossible value.</exception>
    public ReportParser(ReportParserOptions? options = null)
    {
        _options = options ?? ReportParserOptions.Default;
        _options.Limits.Validate();
    }

    /// <summary>A parser with the default options.</summary>
    public static ReportParser Default { get; } = new();

    /// <summary>Parses a file.</summary>
    /// <param name="path">The file's path; it becomes <see cref="ReportSource.Path"/>.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>The reports in the file.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="UnreadableDocumentException">No document can be had from the file.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public ParseResult ParseFile(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        cancellationToken.ThrowIfCancellationRequested();
        byte[] bytes;
        try
        {
            var length = new FileInfo(path).Length;
            if (length > _options.Limits.MaxFileBytes)
                throw TooLarge(length);
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnreadableDocumentException(UnreadableReason.ReadError, $"The file cannot be read: {e.Message}", e);
        }

        return Parse(bytes, path, cancellationToken);
    }

    /// <summary>Parses a stream from its position to its end.</summary>
    /// <param name="stream">The stream; it is read, not closed.</param>
    /// <param name="name">A name for the source; its extension is only compared with the content.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>The reports in the stream.</returns>
    /// <exception cref="ArgumentException"><paramref name="stream"/> is null or cannot be read.</exception>
    /// <exception cref="UnreadableDocumentException">No document can be had from the stream.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public ParseResult Parse(Stream stream, string? name = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read.", nameof(stream));
        using var buffer = new MemoryStream();
        var chunk = new byte[81920];
        for (int read; (read = stream.Read(chunk)) > 0;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            buffer.Write(chunk, 0, read);
            if (buffer.Length > _options.Limits.MaxFileBytes)
                throw TooLarge(buffer.Length);
        }

        return Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), name, cancellationToken);
    }

    /// <summary>Parses bytes.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">A name for the source; its extension is only compared with the content.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>The reports in the bytes.</returns>
    /// <exception cref="UnreadableDocumentException">No document can be had from the bytes.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public ParseResult Parse(ReadOnlyMemory<byte> bytes, string? name = null, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        throw new NotImplementedException();
    }

    /// <summary>Parses text that is already decoded, as from a .txt file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="name">A name for the source.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>The reports in the text.</returns>
    /// <exception cref="UnreadableDocumentException">The text is empty.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public ParseResult ParseText(string text, string? name = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(text);
        throw new NotImplementedException();
    }

    private UnreadableDocumentException TooLarge(long length) => new(
        UnreadableReason.TooLarge,
        $"The file has {length} bytes or more; the limit is {_options.Limits.MaxFileBytes} ({nameof(ParseLimits)}.{nameof(ParseLimits.MaxFileBytes)}).");
}
