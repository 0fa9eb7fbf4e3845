using System.Text;
using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.Peers.Goals;

namespace PerfEval.Parsing.Peers;

/// <summary>All documents that are measured on, as files for other tools.</summary>
internal static class DocumentSet
{
    private const int ArchiveFiles = 300;

    /// <summary>Writes them; what needs a font that is not installed is named and left out.</summary>
    public static void Write(string directory)
    {
        foreach (var (name, pages) in new[] { ("small", BenchmarkLength.Small), ("medium", BenchmarkLength.Medium), ("large", BenchmarkLength.Large), ("huge", BenchmarkLength.Huge) })
        {
            var paper = new InventedPaper(pages, 1);
            var folder = Directory.CreateDirectory(Path.Join(directory, name)).FullName;
            File.WriteAllBytes(Path.Join(folder, "report.docx"), PaperDocx.Of(paper));
            File.WriteAllBytes(Path.Join(folder, "report.html"), PaperHtml.Of(paper));
            File.WriteAllText(Path.Join(folder, "report.txt"), PaperText.Of(paper), new UTF8Encoding(false));
            File.WriteAllText(Path.Join(folder, "report.gb18030.txt"), PaperText.Of(paper), Encoding.GetEncoding("GB18030"));
            foreach (var (fonts, pdf) in PdfGoals.Files(paper))
                if (pdf is null)
                    Console.Error.WriteLine($"{name}, {fonts}: skipped, no such font is installed");
                else
                    File.WriteAllBytes(Path.Join(folder, $"{fonts}.pdf"), pdf);
        }

        var adversarial = Directory.CreateDirectory(Path.Join(directory, "adversarial")).FullName;
        File.WriteAllBytes(Path.Join(adversarial, "numbered-lines.txt"), AdversarialFiles.NumberedLines(100_000));
        File.WriteAllBytes(Path.Join(adversarial, "one-line.txt"), AdversarialFiles.OneLine(10_000_000));
        File.WriteAllBytes(Path.Join(adversarial, "long-table.docx"), PaperDocx.Of(AdversarialFiles.LongTable(10_000)));
        File.WriteAllBytes(Path.Join(adversarial, "long-table.html"), PaperHtml.Of(AdversarialFiles.LongTable(10_000)));
        var archive = Directory.CreateDirectory(Path.Join(directory, "archive")).FullName;
        foreach (var file in MixedArchive.Files(ArchiveFiles))
            File.WriteAllBytes(Path.Join(archive, file.Name), file.Bytes.Span);
    }
}
