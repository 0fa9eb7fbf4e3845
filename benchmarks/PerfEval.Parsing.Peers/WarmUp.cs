using System.Text;
using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.Peers.Goals;

namespace PerfEval.Parsing.Peers;

/// <summary>
/// Parses every kind of document before anything is measured. Much of the code is common to all formats: without this whoever is measured first pays for its compilation,
/// two or three times over.
/// </summary>
internal static class WarmUp
{
    public static void All(Run run)
    {
        var documents = new List<byte[]>();
        foreach (var pages in new[] { BenchmarkLength.Small, BenchmarkLength.Medium })
        {
            var paper = new InventedPaper(pages, 1);
            documents.AddRange([PaperDocx.Of(paper), PaperHtml.Of(paper), Encoding.UTF8.GetBytes(PaperText.Of(paper))]);
            documents.AddRange(PdfGoals.Files(paper).Select(file => file.Pdf).OfType<byte[]>());
        }

        // Twice, with a rest: the second tier is compiled in the background once the calls become fewer.
        for (var round = 0; round < 2; round++)
        {
            for (var call = 0; call < run.Pace.WarmCalls / 2; call++)
                foreach (var document in documents)
                    Run.Parse(document);
            Thread.Sleep(500);
        }
    }
}
