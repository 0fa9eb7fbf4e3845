using System.Globalization;
using System.Text;
using PerfEval.Parsing.BenchmarkDocuments.Pdf;

namespace PerfEval.Parsing.BenchmarkDocuments;

/// <summary>Reports as an archive holds them: several formats, mostly Word, from a form of two pages to a report of thirty. None is damaged and no two are the same.</summary>
public static class MixedArchive
{
    private static readonly string[] Formats = ["docx", "pdf", "docx", "html", "docx", "pdf", "docx", "txt", "pdf", "html"];
    private static readonly int[] Lengths = [3, 8, 5, 12, 3, 20, 6, 15, 4, 30, 10];

    /// <summary>The files.</summary>
    /// <param name="count">How many.</param>
    /// <returns>Names and bytes; the same for the same number, and the first ones the same for a greater.</returns>
    public static IEnumerable<BenchmarkFile> Files(int count)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Enumerable.Range(0, count).Select(i =>
        {
            var format = Formats[i % Formats.Length];
            // The two cycles have no common divisor: every format comes in every length.
            var paper = new InventedPaper(Lengths[i % Lengths.Length], i + 1);
            return new BenchmarkFile(string.Create(CultureInfo.InvariantCulture, $"报告{i:D5}.{format}"), Bytes(paper, format, i / Formats.Length));
        });
    }

    private static byte[] Bytes(InventedPaper paper, string format, int round) => format switch
    {
        "docx" => PaperDocx.Of(paper),
        "pdf" => PaperPdf.Of(paper, (PaperFonts)(round % 3)),
        "html" => PaperHtml.Of(paper),
        _ => (round % 2 == 0 ? Encoding.UTF8 : Encoding.GetEncoding("GB18030")).GetBytes(PaperText.Of(paper)),
    };
}
