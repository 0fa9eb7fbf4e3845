using PerfEval.Parsing.Calibration;

// dotnet run -c Release --project benchmarks/PerfEval.Parsing.Calibration -- CORPUS
// A corpus is a directory of directories, each with documents and the gold.json that holds for all of them.
if (args is not [var corpus] || !Directory.Exists(corpus))
{
    Console.Error.WriteLine("usage: calibration CORPUS");
    return 1;
}

var judgements = new List<Judgement>();
foreach (var folder in Directory.EnumerateDirectories(corpus).Order(StringComparer.Ordinal))
    if (GoldDocument.Open(folder) is { } gold)
        foreach (var file in gold.Files)
            judgements.AddRange(GoldJudge.Judge(gold, file));
ReliabilityTables.Print(judgements, Console.Out);
return 0;
