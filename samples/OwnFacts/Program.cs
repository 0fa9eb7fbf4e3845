using PerfEval.Parsing;

var parser = new ReportParser(new ReportParserOptions { Extractors = [new ProjectFacts()] });
var report = parser.ParseFile(args[0]).Report;

for (var i = 0; i < report.Facts.Count; i++)
{
    var fact = report.Facts[i];
    var evidence = report.Evidence.For($"/facts/{i}/value")!;
    Console.WriteLine($"{fact.Name} = {fact.Value}, read in block {evidence.Block} as \"{evidence.Text}\", confidence {evidence.Confidence}");
}

Console.WriteLine($"The project's code is {report.Fact("projectCode")?.Value}; {report.Fact("beneficiaries")?.Number} people benefit.");
