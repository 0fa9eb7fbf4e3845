using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.Peers.Floors;
using PerfEval.Parsing.Peers.Measuring;

namespace PerfEval.Parsing.Peers.Goals;

/// <summary>Word files beside the floor, the Open XML SDK and pandoc, which is started anew for every file.</summary>
internal static class WordGoals
{
    private const string Group = "Word, warm, one thread";
    private const string BesidePandoc = "docx → typed report, warm, beside pandoc (CPU of whole processes)";
    private const double PandocBound = 0.03;
    private const int ArchiveFiles = 300;

    private sealed record Ratios(List<(string, double)> Floor, List<(string, double)> Elements, List<(string, double)> Pandoc, List<(string, double)> Kilobytes);

    public static void Measure(Run run)
    {
        var beside = new Ratios([], [], [], []);
        var pandoc = OutsideProgram.Find("pandoc", "-t", "plain");
        foreach (var (name, pages) in new[] { ("small", BenchmarkLength.Small), ("medium", BenchmarkLength.Medium), ("large", BenchmarkLength.Large) })
        {
            var paper = new InventedPaper(pages, 1);
            var plain = PaperDocx.Of(paper);
            Compare(run, name, plain, pages, pandoc, beside);
            if (pages == BenchmarkLength.Medium)
                Compare(run, $"{name} by our writer", Written(plain), pages, pandoc, beside);
        }

        run.Findings.AtMost("docx → typed report, beside zip + XmlReader → text", 1.5, "×", beside.Floor);
        run.Findings.AtMost("docx → typed report, beside the Open XML SDK's elements → text (0.2× is five times as fast)", 0.2, "×", beside.Elements);
        if (pandoc is null)
            run.Findings.Skipped(BesidePandoc, $"≤ {PandocBound}×", "not installed");
        else
            run.Findings.AtMost(BesidePandoc, PandocBound, "×", beside.Pandoc);
        run.Findings.AtMost("docx → typed report, allocated a page", 30, " KB", beside.Kilobytes);
        Mixed(run);
    }

    private static void Compare(Run run, string name, byte[] docx, int pages, OutsideProgram? pandoc, Ratios beside)
    {
        var timings = run.Contest.Run(
            new Contender("typed report", () => Run.Parse(docx)),
            new Contender("zip + XmlReader → text", () => DocxText.ByXmlReader(docx)),
            new Contender("Open XML SDK, elements → text", () => DocxText.ByOpenXml(docx)));
        run.Findings.Timings(Group, name, timings);
        beside.Floor.Add((name, timings[0].Milliseconds / timings[1].Milliseconds));
        beside.Elements.Add((name, timings[0].Milliseconds / timings[2].Milliseconds));
        beside.Kilobytes.Add((name, timings[0].Kilobytes / pages));
        if (pandoc is null)
            return;
        var path = run.Save(new BenchmarkFile($"word-{name}.docx", docx));
        var process = Median.Of(Enumerable.Range(0, run.Pace.LongRounds).Select(_ => pandoc.Run(path).Cpu.TotalMilliseconds));
        run.Findings.Figure(Group, $"{name}, pandoc -t plain, a process of its own", $"{process:0.0} ms");
        beside.Pandoc.Add((name, timings[0].Milliseconds / process));
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
