using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;
using PerfEval.Parsing.Writing.Docx;
using PerfEval.Parsing.Writing.Html;
using PerfEval.Parsing.Writing.Markdown;
using PerfEval.Parsing.Writing.Pdf;
using PerfEval.Parsing.Writing.PlainText;

namespace PerfEval.Parsing;

/// <summary>The writers that ship with the library, by format, and the one-line way to use them.</summary>
public static class ReportWriters
{
    private static readonly IReportWriter[] Writers =
    [
        new JsonReportWriter(), new DocxReportWriter(), new PdfReportWriter(), new HtmlReportWriter(), new MarkdownReportWriter(), new TextReportWriter(),
        new XlsxReportWriter(), new CsvReportWriter(),
    ];

    /// <summary>The formats that can be written (<c>docx</c>, <c>pdf</c> …); each is also the extension of its files.</summary>
    public static IReadOnlyList<string> Formats { get; } = [.. Writers.Select(w => w.Format)];

    /// <summary>The writer of a format, with its default options.</summary>
    /// <param name="format">One of <see cref="Formats"/>, in upper or lower case, with or without a leading dot.</param>
    /// <returns>The writer; it may be used by many threads at once.</returns>
    /// <exception cref="ArgumentException">There is no such format.</exception>
    public static IReportWriter For(string format)
    {
        ArgumentException.ThrowIfNullOrEmpty(format);
        var name = format.TrimStart('.');
        return Writers.FirstOrDefault(w => w.Format.Equals(name, StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"There is no writer for “{format}”. Formats: {string.Join(", ", Formats)}.", nameof(format));
    }

    /// <summary>Writes a report to a file in the format that its extension names. An existing file is replaced; nothing is left behind where writing fails.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file's path.</param>
    /// <exception cref="ArgumentException">The extension names no format.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save(this PerformanceReport report, string path)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentException.ThrowIfNullOrEmpty(path);
        report.Save(path, For(Path.GetExtension(path) is { Length: > 1 } extension ? extension : throw new ArgumentException($"“{path}” has no extension that names a format. Formats: {string.Join(", ", Formats)}.", nameof(path))));
    }

    /// <summary>Writes a report to a file with a given writer, as for options other than the defaults. An existing file is replaced.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">The file's path.</param>
    /// <param name="writer">The writer.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be written.</exception>
    public static void Save(this PerformanceReport report, string path, IReportWriter writer)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(writer);
        // The report is complete in memory before a file is touched.
        using var buffer = new MemoryStream();
        writer.Write(report, buffer);
        using var file = File.Create(path);
        file.Write(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
