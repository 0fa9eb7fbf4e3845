using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Support.Places;

/// <summary>A file opened once more, by other means than the library's readers, to see whether what evidence names stands there.</summary>
internal abstract class SourceFile : IDisposable
{
    /// <summary>Opens a file; <see langword="null"/> for formats of which evidence says no more than a line.</summary>
    public static SourceFile? Open(byte[] bytes, ParseResult result) => result.Report.Source.Format switch
    {
        "txt" => new TextSource(bytes, result.Report.Source.Encoding),
        "docx" => new DocxSource(bytes),
        "html" => new HtmlSource(bytes, result.Report.Source.Encoding),
        "xlsx" => new XlsxSource(bytes),
        "pdf" => new PdfSource(bytes, result.Document!),
        _ => null,
    };

    /// <summary>What is wrong with a place; <see langword="null"/> where its text stands there.</summary>
    public abstract string? Fault(Place place);

    public void Dispose() => Close();

    /// <summary>Closes the file.</summary>
    protected virtual void Close()
    {
    }

    /// <summary>The characters that are seen, composed, without white space.</summary>
    protected static string Seen(string text) =>
        string.Concat(text.Normalize().Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && c is not ('\u00AD' or '\u180E' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2069') or '\uFEFF')));

    protected static string Shortened(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
