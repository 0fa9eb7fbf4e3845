using System.Globalization;
using System.Text;
using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.BenchmarkDocuments.Pdf;
using PerfEval.Parsing.Peers.Floors;
using PerfEval.Parsing.Peers.Measuring;

namespace PerfEval.Parsing.Peers.Goals;

/// <summary>What a page costs in reports of 20 to 400 pages.</summary>
internal static class GrowthGoals
{
    private const string Group = "Growth, warm, one thread, a page";
    private static readonly int[] Lengths = [20, 50, 100, 200, 400];

    public static void Measure(Run run)
    {
        Measure(run, "docx", PaperDocx.Of, (paper, _) => paper.Pages);
        Measure(run, "pdf", paper => PaperPdf.Of(paper, PaperFonts.Simple), (_, pdf) => PdfLetters.Pages(pdf));
        Measure(run, "html", PaperHtml.Of, (paper, _) => paper.Pages);
        Measure(run, "txt", paper => Encoding.UTF8.GetBytes(PaperText.Of(paper)), (paper, _) => paper.Pages);
    }

    private static void Measure(Run run, string format, Func<InventedPaper, byte[]> make, Func<InventedPaper, byte[], int> pages)
    {
        var papers = Lengths.Select(length => new InventedPaper(length, 1)).Select(paper => (Bytes: make(paper), Paper: paper)).ToList();
        var timings = run.Contest.Run([.. papers.Select(paper => new Contender(format, () => Run.Parse(paper.Bytes)))]);
        var costs = papers.Zip(timings, (paper, timing) => timing.Milliseconds / pages(paper.Paper, paper.Bytes)).ToList();
        foreach (var (length, cost) in Lengths.Zip(costs))
            run.Findings.Figure(Group, $"{format}, {length} pages", $"{cost:0.000} ms");
        var changes = costs.Skip(1).Select(cost => (cost / costs[0] - 1) * 100).ToList();
        run.Findings.Goal(
            $"{format}: CPU a page at {string.Join(", ", Lengths.Skip(1))} pages beside {Lengths[0].ToString(CultureInfo.InvariantCulture)}", "within ±15 %",
            $"{string.Join(", ", changes.Select(change => change.ToString("+0;−0;0", CultureInfo.InvariantCulture)))} %", changes.All(change => Math.Abs(change) <= 15));
    }
}
