using PerfEval.Parsing;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Ingestion;
using PerfEval.Parsing.Ingestion.Sinks;

// The program is its own worker: extractors are code, and code cannot be sent to another process.
IReadOnlyList<IFactExtractor> extractors = [new ProjectFacts()];
if (args is ["worker"])
    return IngestionWorker.Run(options => new ReportParser(options with { Extractors = extractors }));

var options = IngestionOptions.Default with
{
    Parser = ReportParserOptions.Default with { Extractors = extractors },
    WorkerCommand = ["dotnet", "exec", Environment.GetCommandLineArgs()[0], "worker"],
    JournalPath = args[1] + ".journal",
};
await using var sink = new JsonLinesSink(args[1]);
var summary = await new IngestionPipeline(options).RunAsync([args[0]], sink);
Console.WriteLine($"{summary.End}: {summary.Documents} documents");
return 0;
