using System.Globalization;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Files;
using PerfEval.Parsing.Reading.Pdf.Flow;
using PerfEval.Parsing.Reading.Pdf.Layout;
using PerfEval.Parsing.Reading.Pdf.Tagged;

namespace PerfEval.Parsing.Reading.Pdf;

/// <summary>
/// Reads PDF with a text layer: file to pages, pages to letters and lines, letters to tables and lines of text, and these over the pages to
/// blocks. Form fields and comments are read; running heads, page numbers, notes, contents and watermarks keep their roles. A page of pictures
/// only is said to be one, so that a scan is never an empty success.
/// </summary>
public sealed class PdfReader : IDocumentReader
{
    /// <summary>A page covered by a picture whose text has no more letters than this is a scan with a stamp or page number on it.</summary>
    private const int StampLetters = 20;

    /// <summary>The part of a page that the picture of a scan covers at least.</summary>
    private const double ScanShare = 0.5;

    /// <inheritdoc/>
    public DocumentFormat Format => DocumentFormat.Pdf;

    /// <inheritdoc/>
    public SourceDocument Read(ReadOnlyMemory<byte> bytes, ReadContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        FileSize.Check(bytes.Length, context.Limits);
        context.Step();

        using var file = PdfFile.Open(bytes, context);
        if (TaggedReading.Read(file, context) is { } declared)
            return declared;
        var pages = new PdfPages(file, context).Read();
        var scans = pages.Count(IsScan);
        NoteScans(pages, context.Log);
        var blocks = DocumentFlow.Blocks(pages, context, out var metadata);
        if (!blocks.Exists(b => b is { Role: BlockRole.Body, Text.Length: > 0 }) && !HasBody(pages))
            throw Nothing(scans, file.PageCount, context.Log);
        return new SourceDocument { Blocks = blocks, Pages = file.PageCount, IsRecognised = IsRecognised(pages), Metadata = metadata };
    }

    /// <summary>Where no block came of a page's text, the limits left it out, as the log says.</summary>
    private static bool HasBody(List<PageLayout> pages) => pages.Exists(p => p.Items.Exists(i => i.Table is not null || i.Line is { Role: BlockRole.Body }));

    private static void NoteScans(List<PageLayout> pages, DiagnosticLog log)
    {
        foreach (var page in pages.Where(IsScan))
            log.Add(DiagnosticCode.NoTextLayer, string.Create(CultureInfo.InvariantCulture, $"Page {page.Number} is a picture without a text layer: its text is missing. Run optical character recognition first."));
    }

    private static bool IsScan(PageLayout page)
    {
        if (page.Pictures.Count == 0 || page.Letters > StampLetters)
            return false;
        var area = (page.Box.Right - page.Box.Left) * (page.Box.Top - page.Box.Bottom);
        return page.Letters == 0 || page.Pictures.Sum(p => (p.Right - p.Left) * (p.Top - p.Bottom)) > ScanShare * area;
    }

    private static bool IsRecognised(List<PageLayout> pages) => pages.Sum(p => (long)p.InvisibleLetters) * 2 > pages.Sum(p => (long)p.Letters);

    private static UnreadableDocumentException Nothing(int scans, int pages, DiagnosticLog log)
    {
        if (scans > 0)
            return new UnreadableDocumentException(
                UnreadableReason.NoTextLayer, $"The document consists of pictures: {scans} of its {pages} pages have no text layer. Run optical character recognition first.");
        if (log.Items.Any(d => d.Code == DiagnosticCode.LimitReached))
            return LimitPassed.Before("any text", log);
        return log.HasErrors
            ? new UnreadableDocumentException(UnreadableReason.Corrupt, "The document's pages are damaged so that no text can be read. Fetch the file again from its source.")
            : new UnreadableDocumentException(UnreadableReason.NoText, "The document holds no text: its pages are empty.");
    }
}
