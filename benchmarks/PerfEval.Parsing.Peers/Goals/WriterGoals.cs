using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Peers.Measuring;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Peers.Goals;

/// <summary>What writing a report of 20 pages costs.</summary>
internal static class WriterGoals
{
    private const string Group = "Writers, a report of 20 pages, warm, one thread";

    public static void Measure(Run run)
    {
        var report = Run.Parse(PaperDocx.Of(new InventedPaper(BenchmarkLength.Medium, 1))).Report;
        var json = new JsonReportWriter(indented: false);
        var docx = ReportWriters.For("docx");
        using var file = new MemoryStream();
        docx.Write(report, file);
        var written = file.ToArray();
        var timings = run.Contest.Run(
            new Contender("json", () => json.Write(report, Stream.Null)),
            new Contender("docx", () => Write(docx, report)),
            new Contender("reading that docx", () => Run.Parse(written)));
        run.Findings.AtMost("json, 20 pages", 0.5, " ms", ("", timings[0].Milliseconds));
        run.Findings.AtMost("writing docx beside reading it, 20 pages", 1.5, "×", ("", timings[1].Milliseconds / timings[2].Milliseconds));
        run.Findings.Timings(Group, "report", timings);
        foreach (var format in ReportWriters.Formats.Except(["json", "docx"]))
            if (TryMeasure(run, ReportWriters.For(format), report) is { } timing)
                run.Findings.Timings(Group, "report", [timing]);
            else
                run.Findings.Figure(Group, $"report, {format}", $"skipped: no font is installed");
    }

    private static Timing? TryMeasure(Run run, IReportWriter writer, Model.PerformanceReport report)
    {
        try
        {
            return run.Contest.Run(writer.Format, () => Write(writer, report));
        }
        catch (UnwritableReportException e) when (e.Reason == UnwritableReason.FontMissing)
        {
            return null;
        }
    }

    private static void Write(IReportWriter writer, Model.PerformanceReport report)
    {
        using var output = new MemoryStream();
        writer.Write(report, output);
    }
}
