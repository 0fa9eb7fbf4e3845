using PerfEval.Parsing.Peers.Measuring;

namespace PerfEval.Parsing.Peers.Goals;

/// <summary>Ingestion with worker processes, journal and database beside parsing the same files in one process. Both are whole processes with their start.</summary>
internal static class IngestionGoals
{
    private const string Group = "Ingestion beside parsing in one process, whole processes";

    public static void Measure(Run run)
    {
        var directory = run.SaveArchive("ingested", run.Pace.IngestedFiles);
        var jobs = Environment.ProcessorCount.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var parse = new List<ProcessCost>();
        var ingest = new List<ProcessCost>();
        var byCommand = new List<ProcessCost>();
        for (var round = 0; round < run.Pace.LongRounds; round++)
        {
            var output = Directory.CreateDirectory(run.PathOf($"out{round}")).FullName;
            parse.Add(OutsideProgram.Self("child", "parse").Run(directory, jobs));
            ingest.Add(OutsideProgram.Self("child", "ingest").Run(directory, jobs, Path.Join(output, "library.duckdb")));
            if (run.Cli is { } cli)
                byCommand.Add(cli.Run("ingest", directory, "-o", Path.Join(output, "command.duckdb")));
        }

        Figure(run, "parsing, in one process", parse);
        Compare(run, "the library's pipeline", ingest, parse);
        if (byCommand.Count > 0)
            Compare(run, "perfeval ingest", byCommand, parse);
    }

    private static void Compare(Run run, string name, List<ProcessCost> ingest, List<ProcessCost> parse)
    {
        Figure(run, name, ingest);
        var wall = Wall(ingest) / Wall(parse);
        run.Findings.Goal($"{run.Pace.IngestedFiles:N0} files: {name}, isolation + journal + DuckDB, beside parsing in one process", "≤ 1.25×", $"{wall:0.00}× by the clock, {Cpu(ingest) / Cpu(parse):0.00}× of CPU", wall <= 1.25);
    }

    private static void Figure(Run run, string name, List<ProcessCost> costs) => run.Findings.Figure(Group, name, $"{Wall(costs):0.0} s by the clock, {Cpu(costs):0.0} s of CPU");

    private static double Wall(List<ProcessCost> costs) => Median.Of(costs.Select(cost => cost.Wall.TotalSeconds));

    private static double Cpu(List<ProcessCost> costs) => Median.Of(costs.Select(cost => cost.Cpu.TotalSeconds));
}
