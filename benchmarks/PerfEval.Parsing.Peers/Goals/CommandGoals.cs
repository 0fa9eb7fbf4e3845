using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.Peers.Measuring;

namespace PerfEval.Parsing.Peers.Goals;

/// <summary>The command line, cold: a process for one file, beside others of its kind.</summary>
internal static class CommandGoals
{
    private const string Group = "Command line, whole processes, CPU";
    private const double VersionBound = 10;

    public static void Measure(Run run)
    {
        if (run.Cli is not { } cli)
        {
            run.Findings.Skipped("perfeval, whole process", "", "no program was named (--cli)");
            return;
        }

        Compare(run, cli, "small", BenchmarkLength.Small, 0.15);
        Compare(run, cli, "medium", BenchmarkLength.Medium, 0.06);
        var version = Costs(run, [() => cli.Run("--version")])[0];
        run.Findings.AtMost("perfeval --version, whole process", VersionBound, " ms", ("", version));
    }

    private static void Compare(Run run, OutsideProgram cli, string name, int pages, double bound)
    {
        var file = run.Save(new BenchmarkFile($"{name}.docx", PaperDocx.Of(new InventedPaper(pages, 1))));
        var contenders = new List<(string Name, Func<ProcessCost> Work)> { ("perfeval parse", () => cli.Run("parse", file)) };
        if (OutsideProgram.Find("pandoc", "-t", "plain") is { } pandoc)
            contenders.Add(("pandoc -t plain", () => pandoc.Run(file)));
        if (OutsideProgram.Find("docx2txt") is { } docx2txt)
            contenders.Add(("docx2txt", () => docx2txt.Run(file, "-")));
        var costs = Costs(run, [.. contenders.Select(contender => contender.Work)]);
        foreach (var (contender, cost) in contenders.Zip(costs))
            run.Findings.Figure(Group, $"{name} docx, {contender.Name}", $"{cost:0.0} ms");
        var work = $"perfeval parse, {name} docx, beside pandoc (whole processes)";
        if (contenders.FindIndex(contender => contender.Name.StartsWith("pandoc", StringComparison.Ordinal)) is var other and > 0)
            run.Findings.AtMost(work, bound, "×", ("", costs[0] / costs[other]));
        else
            run.Findings.Skipped(work, $"≤ {bound}×", "not installed");
    }

    private static List<double> Costs(Run run, IReadOnlyList<Func<ProcessCost>> contenders)
    {
        var spent = contenders.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < run.Pace.Rounds; round++)
            for (var i = 0; i < contenders.Count; i++)
                spent[i].Add(contenders[i]().Cpu.TotalMilliseconds);
        return [.. spent.Select(Median.Of)];
    }
}
