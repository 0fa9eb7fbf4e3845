using System.Text;
using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.BenchmarkDocuments.Pdf;

namespace PerfEval.Parsing.Benchmarks;

/// <summary>The documents that are measured on.</summary>
internal static class Documents
{
    /// <summary>A report of that length in that format.</summary>
    public static byte[] Of(string format, int pages)
    {
        var paper = new InventedPaper(pages, 1);
        return format switch
        {
            "docx" => PaperDocx.Of(paper),
            "html" => PaperHtml.Of(paper),
            "pdf" => PaperPdf.Of(paper, PaperFonts.Identity),
            "txt" => Encoding.UTF8.GetBytes(PaperText.Of(paper)),
            _ => throw new ArgumentException($"There are no documents in the format {format}.", nameof(format)),
        };
    }
}
