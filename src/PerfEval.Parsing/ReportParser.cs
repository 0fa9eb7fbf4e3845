using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.PlainText;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;
using PerfEval.Parsing.Writing;
using PerfEval.Parsing.Writing.Json;

namespace PerfEval.Parsing;

/// <summary>
/// Reads reports. START HERE: the whole path is <see cref="Parse(ReadOnlyMemory{byte}, string?, CancellationToken)"/>. A parser is immutable
/// and may be used by many threads at once.
/// </summary>
/// <remarks>
/// <see cref="ParseLimits"/> bounds what a document may cost, and every file ends in a result or in <see cref="UnreadableDocumentException"/> as far as managed code
/// can see to it. Within one process nobody can stop the libraries below from exhausting the stack, which ends the process, or from computing for ever: the
/// XML, HTML and PDF libraries are guarded against the known ways to make them, not against unknown ones. Where files come from strangers or by the hundred
/// thousand, parse in worker processes: that is what PerfEval.Parsing.Ingestion is for.
/// </remarks>
public sealed class ReportParser
{
    private readonly ParseLimits _limits;
    private readonly DocumentReaders _readers;
    private readonly string[] _passwords;
    private readonly OutlineBuilder _outline;
    private readonly ReportExtractor _extractor;

    /// <summary>A parser.</summary>
    /// <param name="options">How to parse; the defaults if left out.</param>
    /// <exception cref="ArgumentException">An option has an impossible value.</exception>
    public ReportParser(ReportParserOptions? options = null)
    {
        options ??= ReportParserOptions.Default;
        options.Limits.Validate();
        _limits = options.Limits;
        _readers = new DocumentReaders(options.Readers);
        _passwords = [.. options.Passwords];
        _outline = new OutlineBuilder(ReportVocabulary.Default);
        _extractor = new ReportExtractor([.. options.Extractors]);
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
            if (length > _limits.MaxFileBytes)
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
            if (buffer.Length > _limits.MaxFileBytes)
                throw TooLarge(buffer.Length);
        }

        return Parse(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), name, cancellationToken);
    }

    /// <summary>Parses bytes. Reports in this library's own JSON are read back as they were written, their source included.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">A name for the source; its extension is only compared with the content.</param>
    /// <param name="cancellationToken">Stops the parse.</param>
    /// <returns>The reports in the bytes.</returns>
    /// <exception cref="UnreadableDocumentException">No document can be had from the bytes.</exception>
    /// <exception cref="OperationCanceledException">The parse was cancelled.</exception>
    public ParseResult Parse(ReadOnlyMemory<byte> bytes, string? name = null, CancellationToken cancellationToken = default) =>
        Parse(bytes, name, new ParseProgress(), cancellationToken);

    /// <summary>The same under the eyes of a watcher.</summary>
    internal ParseResult Parse(ReadOnlyMemory<byte> bytes, string? name, ParseProgress progress, CancellationToken cancellationToken)
    {
        var watch = new ParseWatch(progress, _limits.MaxDuration, cancellationToken);
        watch.Step();
        FileSize.Check(bytes.Length, _limits);
        var log = new DiagnosticLog(_limits.MaxDiagnostics);
        if (ReportJsonSignature.Matches(bytes.Span))
            return ReadBack(bytes.Span, log, watch);
        var document = _readers.Read(bytes, name, new ReadContext(_limits, log, cancellationToken) { Passwords = _passwords, Watch = watch }, out var format);
        return Understand(document, Source(bytes.Span, name, format, document), log, watch);
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
        var log = new DiagnosticLog(_limits.MaxDiagnostics);
        var context = new ReadContext(_limits, log, cancellationToken);
        var document = PlainTextReader.ReadText(text, context);
        var source = new ReportSource { Path = name, Format = "txt" };
        return Understand(document, source, log, context.Watch);
    }

    /// <summary>Blocks to outlines, outlines to reports.</summary>
    private ParseResult Understand(SourceDocument document, ReportSource source, DiagnosticLog log, ParseWatch watch)
    {
        if (!document.Blocks.Any(b => b.Text.Length > 0))
            throw log.Limit is not null ? LimitPassed.Before("any text", log)
                : new UnreadableDocumentException(UnreadableReason.NoText, "The document holds no text. If it shows pictures of pages, run optical character recognition first.");
        List<ExtractedReport> reports;
        try
        {
            var outlines = _outline.Build(document, log, watch);
            reports = [.. outlines.Select(outline => _extractor.Extract(outline, log, watch))];
            reports = [.. reports.Select((report, i) => Checked(report, outlines[i], outlines.Count == 1 ? null : i + 1, log, watch))];
        }
        catch (OutOfTimeException e)
        {
            throw e.ToUnreadable();
        }
        catch (Exception e) when (e is not (OperationCanceledException or UnreadableDocumentException or OutOfMemoryException))
        {
            throw new UnreadableDocumentException(UnreadableReason.InternalError, $"The report could not be understood: {e.GetType().Name}. Please report the file's kind to the library's developers.", e);
        }

        for (var i = 0; i < reports.Count; i++)
            reports[i] = reports[i] with
            {
                Report = reports[i].Report with
                {
                    Source = reports.Count == 1 ? source : source with { Part = i + 1, Parts = reports.Count },
                    Diagnostics = ReportDiagnostics.Of(document, log.Items.Where(d => d.Part is null || d.Part == i + 1)),
                },
            };
        return new ParseResult(log.HasErrors ? ParseStatus.Partial : ParseStatus.Complete, [.. reports.Select(r => r.Report)], log.Items) { Document = document, Extracted = reports };
    }

    /// <summary>What a report says is set against itself; the findings go to the log, and what agrees is surer.</summary>
    private static ExtractedReport Checked(ExtractedReport extracted, ReportOutline outline, int? part, DiagnosticLog log, ParseWatch watch)
    {
        var notes = ReportChecker.Check(extracted, outline, watch);
        foreach (var finding in notes.Findings)
            log.Add(finding with { Part = part });
        return ConfidenceScale.Apply(extracted, outline.Document, notes, log);
    }

    /// <summary>Reports that were written as JSON before; they say themselves which file they come from and what was odd in it.</summary>
    private static ParseResult ReadBack(ReadOnlySpan<byte> json, DiagnosticLog log, ParseWatch watch)
    {
        List<PerformanceReport?> entries;
        try
        {
            entries = JsonReportReader.ReadAll(json, watch);
        }
        catch (OutOfTimeException e)
        {
            throw e.ToUnreadable();
        }
        catch (OtherVersionException e)
        {
            throw new UnreadableDocumentException(UnreadableReason.UnsupportedFormat, e.Message, e);
        }
        catch (JsonException e)
        {
            throw new UnreadableDocumentException(UnreadableReason.Corrupt, $"The JSON of a report is damaged: {e.Message}", e);
        }

        for (var i = 0; i < entries.Count; i++)
            if (entries[i] is null)
                log.Add(DiagnosticCode.ReportMissing, string.Create(CultureInfo.InvariantCulture, $"Entry {i + 1} of the list is an error, not a report; it was passed over."));
        return new ParseResult(log.HasErrors ? ParseStatus.Partial : ParseStatus.Complete, [.. entries.OfType<PerformanceReport>()], log.Items);
    }

    private static ReportSource Source(ReadOnlySpan<byte> bytes, string? name, Reading.DocumentFormat format, SourceDocument document) => new()
    {
        Path = name,
        Format = format.ToString().ToLowerInvariant(),
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
        Length = bytes.Length,
        Pages = document.Pages,
        Encoding = document.Encoding,
        Method = document.IsRecognised ? ReadingMethod.Ocr : ReadingMethod.Text,
        Metadata = [.. document.Metadata.Select(m => new SourceMetadata(m.Key, m.Value))],
    };

    private UnreadableDocumentException TooLarge(long length) => new(
        UnreadableReason.TooLarge,
        $"The file has {length} bytes or more; the limit is {_limits.MaxFileBytes} ({nameof(ParseLimits)}.{nameof(ParseLimits.MaxFileBytes)}).");
}
