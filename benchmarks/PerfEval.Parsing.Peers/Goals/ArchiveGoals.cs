using System.Diagnostics;
using PerfEval.Parsing.Peers.Measuring;

namespace PerfEval.Parsing.Peers.Goals;

/// <summary>An archive on two cores beside one, by the clock.</summary>
internal static class ArchiveGoals
{
    private const string Group = "Archive of 300 mixed files, warm, by the clock";
    private const string Work = "300 mixed files on 2 cores beside 1";
    private const int ArchiveFiles = 300;

    public static void Measure(Run run)
    {
        if (Environment.ProcessorCount < 2)
        {
            run.Findings.Skipped(Work, "≥ 1.8×", "one core");
            return;
        }

        var paths = Directory.GetFiles(run.SaveArchive("archive", ArchiveFiles)).Order(StringComparer.Ordinal).ToList();
        var (one, two) = (new List<double>(), new List<double>());
        // The first pair warms up.
        for (var round = 0; round <= run.Pace.LongRounds; round++)
            foreach (var (jobs, seconds) in new[] { (1, one), (2, two) })
                if (Seconds(paths, jobs) is var spent && round > 0)
                    seconds.Add(spent);
        var (first, second) = (Median.Of(one), Median.Of(two));
        run.Findings.Figure(Group, "1 core", $"{paths.Count / first:0} files a second");
        run.Findings.Figure(Group, "2 cores", $"{paths.Count / second:0} files a second");
        run.Findings.Goal(Work, "≥ 1.8×", $"{first / second:0.00}×", first / second >= 1.8);
    }

    private static double Seconds(List<string> paths, int jobs)
    {
        var start = Stopwatch.GetTimestamp();
        ChildWork.ParseAsync(paths, jobs).GetAwaiter().GetResult();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
