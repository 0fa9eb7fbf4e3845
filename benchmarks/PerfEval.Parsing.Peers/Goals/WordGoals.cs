using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.Peers.Floors;
using PerfEval.Parsing.Peers.Measuring;

namespace PerfEval.Parsing.Peers.Goals;

/// <summary>Word files beside the floor and the Open XML SDK.</summary>
internal static class WordGoals
{
    private const string Group = "Word, warm, one thread";
    private const int ArchiveFiles = 300;

    public static void Measure(Run run)
    {
        var ratios = new List<(string, double)>();
        var kilobytes = new List<(string, double)>();
        foreach (var (name, pages) in new[] { ("small", BenchmarkLength.Small), ("medium", BenchmarkLength.Medium), ("large", BenchmarkLength.Large) })
        {
            var paper = new InventedPaper(pages, 1);
            var plain = PaperDocx.Of(paper);
            Compare(run, name, plain, pages, ratios, kilobytes);
            if (pages == BenchmarkLength.Medium)
                Compare(run, $"{name} by our writer", Written(plain), pages, ratios, kilobytes);
        }

        run.Findings.AtMost("docx → typed report, beside zip + XmlReader → text", 1.5, "×", ratios);
        run.Findings.AtMost("docx → typed report, allocated a page", 30, " KB", kilobytes);
        Mixed(run);
    }

    private static void Compare(Run run, string name, byte[] docx, int pages, List<(string, double)> ratios, List<(string, double)> kilobytes)
    {
        var timings = run.Contest.Run(
            new Contender("typed report", () => Run.Parse(docx)),
            new Contender("zip + XmlReader → text", () => DocxText.ByXmlReader(docx)),
            new Contender("Open XML SDK, elements → text", () => DocxText.ByOpenXml(docx)));
        run.Findings.Timings(Group, name, timings);
        ratios.Add((name, timings[0].Milliseconds / timings[1].Milliseconds));
        kilobytes.Add((name, timings[0].Kilobytes / pages));
    }

    private static byte[] Written(byte[] docx)
    {
        using var output = new MemoryStream();
        ReportWriters.For("docx").Write(Run.Parse(docx).Report, output);
        return output.ToArray();
    }

    private static void Mixed(Run run)
    {
        var files = MixedArchive.Files(ArchiveFiles).ToList();
        var docx = files.Where(file => file.Name.EndsWith(".docx", StringComparison.Ordinal)).ToList();
        var timings = run.Contest.Run(new Contender("all", () => ParseAll(files)), new Contender("docx", () => ParseAll(docx)));
        var (all, word) = (files.Count / timings[0].Milliseconds * 1000, docx.Count / timings[1].Milliseconds * 1000);
        run.Findings.Goal("mixed documents a second and core", "≥ 400", $"docx, pdf, html, txt of 3 to 30 pages: {all:0}; the docx among them: {word:0}", all >= 400);
    }

    private static void ParseAll(List<BenchmarkFile> files)
    {
        foreach (var file in files)
            Run.Parse(file.Bytes);
    }
}
