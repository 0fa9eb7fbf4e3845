using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Encodings;

namespace PerfEval.Parsing.Reading;

/// <summary>The readers that a parse may use: an ordered, frozen set from which the first that reads the content's format is taken.</summary>
public sealed class DocumentReaders
{
    private readonly IDocumentReader[] _readers;

    /// <summary>A set of readers.</summary>
    /// <param name="readers">The readers; of two for the same format the first is used.</param>
    public DocumentReaders(IEnumerable<IDocumentReader> readers)
    {
        ArgumentNullException.ThrowIfNull(readers);
        _readers = [.. readers];
        foreach (var reader in _readers)
            ArgumentNullException.ThrowIfNull(reader, nameof(readers));
    }

    /// <summary>Reads a document in whatever format its content is.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">The file's name, only to note where it says another format; may be null.</param>
    /// <param name="context">The limits, the log and the cancellation of this parse.</param>
    /// <param name="format">The format found, also where reading fails.</param>
    /// <returns>The blocks in reading order.</returns>
    /// <exception cref="UnreadableDocumentException">No document can be had from the bytes; the reason says why.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public SourceDocument Read(ReadOnlyMemory<byte> bytes, string? name, ReadContext context, out DocumentFormat format)
    {
        ArgumentNullException.ThrowIfNull(context);
        format = DocumentFormat.Unknown;
        context.Step();
        FileSize.Check(bytes.Length, context.Limits);

        format = FormatSniffer.Sniff(bytes.Span, out var text);
        FileNames.NoteMismatch(name, format, context.Log);
        if (text is not null)
            context = context with { Sniffed = new SniffedText(bytes, text) };
        return ReadGuarded(Choose(format), bytes, context);
    }

    // Without a reader of its own, comma-separated text is still text.
    private IDocumentReader Choose(DocumentFormat format) =>
        Find(format) ?? (format == DocumentFormat.Csv ? Find(DocumentFormat.Txt) : null) ?? throw UnreadFormats.Refuse(format);

    private IDocumentReader? Find(DocumentFormat format) => Array.Find(_readers, reader => reader.Format == format);

    private static SourceDocument ReadGuarded(IDocumentReader reader, ReadOnlyMemory<byte> bytes, ReadContext context)
    {
        try
        {
            return reader.Read(bytes, context);
        }
        catch (UnreadableDocumentException e) when (e.Reason == UnreadableReason.NoText && context.Log.Limit is not null)
        {
            throw LimitPassed.Before("any text", context.Log);
        }
        catch (OutOfTimeException e)
        {
            throw e.ToUnreadable();
        }
        // Whatever else a reader throws is a defect in it. The caller's batch must not stop for it, and it must not look like a bad file.
        catch (Exception defect) when (defect is not (UnreadableDocumentException or OperationCanceledException or OutOfMemoryException))
        {
            throw new UnreadableDocumentException(
                UnreadableReason.InternalError,
                $"The {reader.Format} reader failed on this content ({defect.GetType().Name}): a defect worth reporting.",
                defect);
        }
    }
}
