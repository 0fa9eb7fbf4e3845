using System.Text;
using PerfEval.Parsing;
using PerfEval.Parsing.Ingestion;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.ScriptedWorker;
using PerfEval.Parsing.Ingestion.Workers;

// "supervise": a supervisor whose two workers never finish, to be killed. Anything else: a worker.
return args is ["supervise", .. var command] ? await Supervise(command) : IngestionWorker.Run(Parser, () => new ScriptedExpander());

static ReportParser Parser(ReportParserOptions options) => new(options with { Readers = [new ScriptedReader(), .. options.Readers], Extractors = [new ScriptedExtractor()] });

static async Task<int> Supervise(string[] command)
{
    await using var workers = new ProcessWorkers(IngestionOptions.Default with { Workers = 2, WorkerCommand = command });
    var spinning = Enumerable.Range(0, 2)
        .Select(i => workers.ParseAsync(new DocumentWork($"{i}", "spin.txt", new HeldContent(Encoding.UTF8.GetBytes("SCRIPT: spin\n"))) { BeforeAttempt = _ => Console.WriteLine("begun") }, default))
        .ToList();
    await Task.WhenAll(spinning);
    return 0;
}
