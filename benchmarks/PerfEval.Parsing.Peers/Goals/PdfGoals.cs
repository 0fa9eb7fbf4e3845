using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.BenchmarkDocuments.Pdf;
using PerfEval.Parsing.Peers.Floors;
using PerfEval.Parsing.Peers.Measuring;

namespace PerfEval.Parsing.Peers.Goals;

/// <summary>PDFs with all kinds of fonts beside the floor and PdfPig.</summary>
internal static class PdfGoals
{
    private const string Group = "PDF, warm, one thread, a page";
    private const string SimpleFonts = "simple fonts";

    /// <summary>The medium report with each kind of font; those that need an installed font only where there is one.</summary>
    public static IEnumerable<(string Name, byte[]? Pdf)> Files(InventedPaper paper)
    {
        yield return (SimpleFonts, PaperPdf.Of(paper, PaperFonts.Simple));
        yield return ("Type 0 Identity-H, no outlines", PaperPdf.Of(paper, PaperFonts.Identity));
        yield return ("STSong-Light, not embedded", PaperPdf.Of(paper, PaperFonts.Song));
        var report = Run.Parse(PaperDocx.Of(paper)).Report;
        yield return ("Type 0, CFF embedded, tagged", EmbeddedPdf.Of(report, EmbeddedOutlines.Cff));
        yield return ("Type 0, TrueType embedded, tagged", EmbeddedPdf.Of(report, EmbeddedOutlines.TrueType));
    }

    public static void Measure(Run run)
    {
        var costs = new List<(string Name, double Ours, double Floor, double Letters, double Kilobytes)>();
        foreach (var (name, pdf) in Files(new InventedPaper(BenchmarkLength.Medium, 1)))
            if (pdf is null)
                run.Findings.Figure(Group, name, $"skipped: no such font is installed");
            else
                costs.Add(Cost(run, name, pdf));
        run.Findings.AtMost("pdf → typed report, beside PdfPig page.Letters", 0.6, "×", [.. costs.Select(c => (c.Name, c.Ours / c.Letters))]);
        run.Findings.AtMost("pdf → typed report, beside inflate + tokenise", 4, "×", [.. costs.Select(c => (c.Name, c.Ours / c.Floor))]);
        run.Findings.AtMost("pdf → typed report, allocated a page", 120, " KB", [.. costs.Select(c => (c.Name, c.Kilobytes))]);
        run.Findings.AtMost("other fonts beside simple ones, a page", 1.5, "×", [.. costs.Skip(1).Select(c => (c.Name, c.Ours / costs[0].Ours))]);
    }

    private static (string Name, double Ours, double Floor, double Letters, double Kilobytes) Cost(Run run, string name, byte[] pdf)
    {
        var streams = new ContentStreams(pdf);
        var timings = run.Contest.Run(
            new Contender("typed report", () => Run.Parse(pdf)),
            new Contender("inflate + tokenise", () => streams.InflateAndTokenise()),
            new Contender("PdfPig page.Letters", () => PdfLetters.Count(pdf)));
        run.Findings.Timings(Group, $"{name} ({streams.Pages} pages)", timings, streams.Pages);
        return (name, timings[0].Milliseconds / streams.Pages, timings[1].Milliseconds / streams.Pages, timings[2].Milliseconds / streams.Pages, timings[0].Kilobytes / streams.Pages);
    }
}
