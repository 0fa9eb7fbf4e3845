using System.Globalization;
using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.BenchmarkDocuments.Pdf;
using PerfEval.Parsing.Peers.Measuring;

namespace PerfEval.Parsing.Peers.Goals;

/// <summary>The peak of the resident memory of a process that parses one long file, the runtime included.</summary>
internal static class MemoryGoals
{
    private static readonly OutsideProgram Child = OutsideProgram.Self("child", "peak");

    public static void Measure(Run run)
    {
        var paper = new InventedPaper(BenchmarkLength.Large, 1);
        run.Findings.AtMost("peak resident memory, 200 pages", 100, " MiB",
        [
            ("docx", Peak(run, new BenchmarkFile("long.docx", PaperDocx.Of(paper)))),
            ("pdf", Peak(run, new BenchmarkFile("long.pdf", PaperPdf.Of(paper, PaperFonts.Simple)))),
            ("html", Peak(run, new BenchmarkFile("long.html", PaperHtml.Of(paper)))),
        ]);
    }

    private static double Peak(Run run, BenchmarkFile file)
    {
        var path = run.Save(file);
        return Median.Of(Enumerable.Range(0, run.Pace.LongRounds).Select(_ => long.Parse(Child.Run(path).Output, CultureInfo.InvariantCulture) / (double)(1 << 20)));
    }
}
