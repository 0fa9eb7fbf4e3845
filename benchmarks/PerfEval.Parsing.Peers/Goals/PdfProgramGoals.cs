using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.BenchmarkDocuments.Pdf;
using PerfEval.Parsing.Peers.Floors;
using PerfEval.Parsing.Peers.Measuring;

namespace PerfEval.Parsing.Peers.Goals;

/// <summary>
/// PDFs beside programs that are started anew for every file. Of many medium files they pay their start each time, of one long file once: both are given,
/// and a goal is met if it is met on both.
/// </summary>
internal static class PdfProgramGoals
{
    private const string Group = "PDF, beside whole processes, a page";
    private const int OneLongFile = 1;

    public static void Measure(Run run)
    {
        (OutsideProgram? Program, string Name, double Bound)[] programs =
        [
            (OutsideProgram.Find("mutool", "draw", "-F", "txt"), "mutool draw -F txt", 0.7),
            (OutsideProgram.Find("pdftotext"), "pdftotext", 0.2),
        ];
        var ratios = programs.ToDictionary(p => p.Name, _ => new List<(string, double)>());
        foreach (var (name, files) in Sets(run))
        {
            var pages = files.Sum(file => PdfLetters.Pages(file.Bytes));
            var ours = run.Contest.Run("typed report", () => files.ForEach(file => Run.Parse(file.Bytes))).Milliseconds / pages;
            run.Findings.Figure(Group, $"{name}, typed report, warm", $"{ours:0.000} ms");
            foreach (var (program, programName, _) in programs.Where(p => p.Program is not null))
            {
                var theirs = Median.Of(Enumerable.Range(0, run.Pace.LongRounds).Select(_ => files.Sum(file => Cost(program!, file.Path).TotalMilliseconds))) / pages;
                run.Findings.Figure(Group, $"{name}, {programName}", $"{theirs:0.000} ms");
                ratios[programName].Add((name, ours / theirs));
            }
        }

        foreach (var (program, name, bound) in programs)
            if (program is null)
                run.Findings.Skipped($"pdf → typed report, a page, beside {name}", $"≤ {bound}×", "not installed");
            else
                run.Findings.AtMost($"pdf → typed report, a page, beside {name} (CPU of whole processes)", bound, "×", ratios[name]);
    }

    private static TimeSpan Cost(OutsideProgram program, string path) => program.Name == "pdftotext" ? program.Run(path, "-").Cpu : program.Run(path).Cpu;

    private static IEnumerable<(string Name, List<(string Path, byte[] Bytes)> Files)> Sets(Run run)
    {
        foreach (var (kind, make) in Kinds())
            foreach (var (count, pages) in new[] { (run.Pace.Files, BenchmarkLength.Medium), (OneLongFile, BenchmarkLength.Large) })
            {
                var files = new List<(string Path, byte[] Bytes)>();
                for (var i = 0; i < count; i++)
                    if (make(new InventedPaper(pages, i + 1)) is { } pdf)
                        files.Add((run.Save(new BenchmarkFile($"{kind}-{pages}-{i}.pdf", pdf)), pdf));
                if (files.Count > 0)
                    yield return ($"{kind}, {(count == OneLongFile ? "one long file" : $"{count} files")}", files);
            }
    }

    private static IEnumerable<(string Kind, Func<InventedPaper, byte[]?> Make)> Kinds() =>
    [
        ("simple fonts", paper => PaperPdf.Of(paper, PaperFonts.Simple)),
        ("embedded TrueType", paper => EmbeddedPdf.Of(Run.Parse(PaperDocx.Of(paper)).Report, EmbeddedOutlines.TrueType)),
    ];
}
