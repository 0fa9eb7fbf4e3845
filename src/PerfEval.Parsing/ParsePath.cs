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

/// <summary>The whole path of a document: read, structured, extracted, checked. Behind the doors of <see cref="ReportParser"/>, and immutable like it.</summary>
internal sealed class ParsePath
{
    private readonly ParseLimits _limits;
    private readonly DocumentReaders _readers;
    private readonly string[] _passwords;
    private readonly OutlineBuilder _outline;
    private readonly ReportExtractor _extractor;

    /// <summary>The path with checked options.</summary>
    public ParsePath(ReportParserOptions options)
    {
        _limits = options.Limits;
        _readers = new DocumentReaders(options.Readers);
        _passwords = [.. options.Passwords];
        _outline = new OutlineBuilder(ReportVocabulary.Of(options.Vocabulary));
        _extractor = new ReportExtractor(options.Extractors);
    }

    /// <summary>Bytes to reports; the format is told as soon as it is found.</summary>
    public ParseResult Parse(ReadOnlyMemory<byte> bytes, string? name, ref Reading.DocumentFormat format, ParseProgress progress, CancellationToken cancellationToken)
    {
        var watch = new ParseWatch(progress, _limits.MaxDuration, cancellationToken);
        watch.Step();
        FileSize.Check(bytes.Length, _limits);
        var log = new DiagnosticLog(_limits.MaxDiagnostics);
        if (ReportJsonSignature.Matches(bytes.Span))
        {
            format = Reading.DocumentFormat.Json;
            return ReadBack(bytes.Span, name, log, watch);
        }

        var document = _readers.Read(bytes, name, new ReadContext(_limits, log, cancellationToken) { Passwords = _passwords, Watch = watch }, out format);
        return Understand(document, Source(bytes.Span, name, format, document), log, watch);
    }

    /// <summary>Decoded text to reports.</summary>
    public ParseResult ParseText(string text, string? name, CancellationToken cancellationToken)
    {
        var log = new DiagnosticLog(_limits.MaxDiagnostics);
        var context = new ReadContext(_limits, log, cancellationToken);
        var document = PlainTextReader.ReadText(text, context);
        return Understand(document, new ReportSource { Path = name, Format = "txt" }, log, context.Watch);
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
            reports = [.. outlines.Select((outline, i) => _extractor.Extract(outline, log, watch, outlines.Count == 1 ? null : i + 1))];
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
        return new ParseResult(log.HasErrors ? ParseStatus.Partial : ParseStatus.Complete, [.. reports.Select(r => r.Report)], log.Items) { Name = source.Path, Document = document, Extracted = reports };
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
    private static ParseResult ReadBack(ReadOnlySpan<byte> json, string? name, DiagnosticLog log, ParseWatch watch)
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
        return new ParseResult(log.HasErrors ? ParseStatus.Partial : ParseStatus.Complete, [.. entries.OfType<PerformanceReport>()], log.Items) { Name = name };
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
}
