using PerfEval.Parsing;
using PerfEval.Parsing.Diagnostics;

try
{
    var report = ReportParser.Default.ParseFile(args[0]).Report;
    Console.WriteLine($"{report.Title}: {report.Score?.Value} / {report.Score?.FullMark} {report.Grade?.Raw}");
    foreach (var problem in report.Problems)
        Console.WriteLine($"- {problem.Heading ?? problem.Text}");
}
catch (UnreadableDocumentException e)
{
    Console.WriteLine($"{e.Reason}: {e.Message}");
}
