using System.Text.Unicode;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Encodings;

namespace PerfEval.Parsing.Reading.Markdown;

/// <summary>
/// Reads Markdown: CommonMark's headings, paragraphs, lists and breaks, GitHub's tables, and tables in HTML. A report that this library wrote, and
/// whose conventions nobody broke since, is read without loss.
/// </summary>
public sealed class MarkdownReader : IDocumentReader
{
    /// <inheritdoc/>
    public DocumentFormat Format => DocumentFormat.Md;

    /// <inheritdoc/>
    public SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        FileSize.Check(bytes.Length, context.Limits);
        context.Cancellation.ThrowIfCancellationRequested();
        var decoded = Decode(bytes.Span, context.Log);
        var isWhole = decoded.Text.Length <= context.Limits.MaxCharacters;
        if (!isWhole)
            context.Log.Reached(nameof(ParseLimits.MaxCharacters), context.Limits.MaxCharacters, "The text is longer than");
        var nodes = MarkdownParser.Parse(isWhole ? decoded.Text : decoded.Text[..context.Limits.MaxCharacters], context);
        if (DeclaredMarkdown.Read(nodes, context) is { } declared)
            return new SourceDocument { Blocks = declared, IsDeclared = true, Encoding = decoded.Encoding };
        var blocks = OrdinaryMarkdown.Read(nodes, context);
        if (blocks.Count == 0)
            throw new UnreadableDocumentException(UnreadableReason.NoText, "The file holds no text.");
        return new SourceDocument { Blocks = blocks, Encoding = decoded.Encoding };
    }

    // Written reports are UTF-8; what their words are like says nothing about that.
    private static DecodedText Decode(ReadOnlySpan<byte> bytes, DiagnosticLog log)
    {
        if (!Utf8.IsValid(bytes))
            return EncodingDetector.Decode(bytes, log);
        if (bytes.StartsWith("\uFEFF"u8))
            bytes = bytes[3..];
        return new DecodedText(System.Text.Encoding.UTF8.GetString(bytes), ChineseEncodings.Utf8.Name);
    }
}
