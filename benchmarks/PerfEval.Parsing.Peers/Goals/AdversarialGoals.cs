using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.Peers.Measuring;

namespace PerfEval.Parsing.Peers.Goals;

/// <summary>Files that tempt to quadratic work: twice the length may cost twice the time, and a little for caches that no longer hold it.</summary>
internal static class AdversarialGoals
{
    private const string Group = "Adversarial files, warm, one thread";
    private const double Linear = 2.4;

    public static void Measure(Run run)
    {
        Measure(run, "numbered lines", 50_000, AdversarialFiles.NumberedLines);
        Measure(run, "bytes in one line", 5_000_000, AdversarialFiles.OneLine);
        Measure(run, "rows in one table (docx)", 5_000, rows => PaperDocx.Of(AdversarialFiles.LongTable(rows)));
        Measure(run, "rows in one table (html)", 5_000, rows => PaperHtml.Of(AdversarialFiles.LongTable(rows)));
    }

    private static void Measure(Run run, string name, int length, Func<int, byte[]> make)
    {
        var (half, whole) = (make(length), make(2 * length));
        var timings = run.Contest.Run(
            new Contender("half", () => Try(half)),
            new Contender("whole", () => Try(whole)));
        run.Findings.Figure(Group, $"{length:N0} {name}", $"{timings[0].Milliseconds:0.0} ms");
        run.Findings.Figure(Group, $"{2 * length:N0} {name}", $"{timings[1].Milliseconds:0.0} ms, {Try(whole).Status}");
        run.Findings.AtMost($"{2 * length:N0} {name} beside half of them", Linear, "×", ("", timings[1].Milliseconds / timings[0].Milliseconds));
    }

    /// <summary>A refusal is a result too: it may not take long either.</summary>
    private static ParseResult Try(byte[] bytes)
    {
        _ = ReportParser.Default.TryParseBytes(bytes, out var result);
        return result;
    }
}
