using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing.Pdf.Fonts;
using PerfEval.Parsing.Writing.Pdf.Layout;

namespace PerfEval.Parsing.Writing.Pdf;

/// <summary>
/// Writes a report as a tagged PDF on A4 pages (ISO 32000-1, 14.8; layout after GB/T 9704—2012): with the fonts' used glyphs in it, text that can be
/// selected and searched, bookmarks, and a structure that says what each line and cell is. Reading it again gives the report. Characters that no font has
/// are printed as the font's sign for them and stay in the text. The fonts are read once a writer.
/// </summary>
public sealed class PdfReportWriter : IReportWriter
{
    private readonly FontLibrary _library;

    /// <summary>A writer.</summary>
    /// <param name="options">How to write; the defaults if left out.</param>
    /// <exception cref="ArgumentException">An option has an impossible value.</exception>
    public PdfReportWriter(PdfWriterOptions? options = null)
    {
        options ??= PdfWriterOptions.Default;
        ArgumentOutOfRangeException.ThrowIfNegative(options.FontIndex, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.FallbackFontIndex, nameof(options));
        _library = new FontLibrary(options);
    }

    /// <inheritdoc/>
    public string Format => "pdf";

    /// <inheritdoc/>
    /// <exception cref="Diagnostics.UnwritableReportException">There is no font, or it cannot be used.</exception>
    public void Write(PerformanceReport report, Stream output)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(output);
        Write(Compose(report).Blocks, report.Title, output);
    }

    /// <summary>The characters of a report that no font has, each once: what is printed as the font's sign for a missing character.</summary>
    /// <param name="report">The report.</param>
    /// <returns>The characters in the order of their code points; empty where all can be shown.</returns>
    /// <exception cref="Diagnostics.UnwritableReportException">There is no font, or it cannot be used.</exception>
    public string MissingCharacters(PerformanceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var fonts = new DocumentFonts(_library.Faces());
        foreach (var rune in Compose(report).Blocks.SelectMany(block => block.Text.EnumerateRunes()))
            if (rune.Value is not ('\n' or '\t'))
                _ = fonts[rune.Value];
        return string.Concat(fonts.Missing.Select(char.ConvertFromUtf32));
    }

    /// <summary>Writes declared blocks.</summary>
    internal void Write(IReadOnlyList<Block> blocks, string? title, Stream output)
    {
        try
        {
            var fonts = new DocumentFonts(_library.Faces());
            new PrintedDocument(new ReportPrinter(blocks, fonts), fonts).Write(title ?? "", output);
        }
        catch (InvalidDataException e)
        {
            throw FontLibrary.Unreadable(e);
        }
    }

    // A heading's depth is part of its type's name, so every depth can be told.
    private static SourceDocument Compose(PerformanceReport report) => ReportComposer.Compose(report, int.MaxValue);
}
