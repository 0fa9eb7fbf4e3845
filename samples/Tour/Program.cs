using PerfEval.Parsing;
using PerfEval.Parsing.Diagnostics;

// docs/guide.md shows this program piece by piece. It is called with the folder of reports.
Directory.SetCurrentDirectory(args[0]);

var result = ReportParser.Default.ParseFile("rural-water-2023.docx");
var report = result.Report;

Console.WriteLine(report.Title);
Console.WriteLine($"Score {report.Score?.Value}, grade {report.Grade?.Level}");
Console.WriteLine($"Budget {report.Funding?.Budget} yuan, spent {report.Funding?.Spent} yuan");
Console.WriteLine($"{report.Indicators.Count} indicators, {report.Problems.Count} problems");

var place = result.Evidence.For(r => r.Score!.Value)!;
Console.WriteLine($"The score was read from “{place.Text}” in {place.Path}, confidence {place.Confidence:0.00}");

Console.WriteLine($"The parse is {result.Status}");
foreach (var diagnostic in result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning))
    Console.WriteLine($"{diagnostic.Id} {diagnostic.Pointer}: {diagnostic.Message}");

if (!ReportParser.Default.TryParseFile("missing.docx", out var missing))
    Console.WriteLine($"Nothing could be had: {missing.Failure!.Reason}");

var files = Directory.EnumerateFiles(".").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);
await foreach (var each in ReportParser.Default.ParseFilesAsync(files))
    Console.WriteLine($"{each.Name}: {each}");

var output = Directory.CreateTempSubdirectory("perfeval-tour").FullName;
report.Save(Path.Join(output, "report.json"));
report.Save(Path.Join(output, "report.docx"));
var again = ReportParser.Default.ParseFile(Path.Join(output, "report.docx")).Report;
Console.WriteLine($"Read again it is the same: {again.Score == report.Score && again.Indicators.SequenceEqual(report.Indicators)}");
Directory.Delete(output, recursive: true);
