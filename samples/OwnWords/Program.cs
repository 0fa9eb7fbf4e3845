using PerfEval.Parsing;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace OwnWords;

/// <summary>Reads one document by the library's own words, and once more with a pack of words: <c>OwnWords PACK DOCUMENT</c>.</summary>
public static class Program
{
    /// <summary>Runs the sample.</summary>
    /// <param name="args">The pack and the document.</param>
    /// <returns>0, or 1 where the pack is none.</returns>
    public static int Main(string[] args)
    {
        try
        {
            Compare(args[0], args[1], Console.Out);
            return 0;
        }
        catch (VocabularyException e)
        {
            // The message names the file, the place in it, and what would be right.
            Console.Error.WriteLine(e.Message);
            return 1;
        }
    }

    /// <summary>Reads a document twice and prints what each reading gives.</summary>
    /// <param name="packFile">The pack.</param>
    /// <param name="document">The document.</param>
    /// <param name="output">Where to print.</param>
    public static void Compare(string packFile, string document, TextWriter output)
    {
        var pack = VocabularyPack.Load(packFile);
        // A parser keeps its words ready: make one for each choice of packs, and use it for all documents.
        var parser = new ReportParser(ReportParserOptions.Default with { Vocabulary = [pack] });

        output.WriteLine("Without a pack:");
        Print(ReportParser.Default.ParseFile(document).Report, output);
        output.WriteLine($"With {pack.Name}:");
        Print(parser.ParseFile(document).Report, output);
    }

    private static void Print(PerformanceReport report, TextWriter output)
    {
        output.WriteLine($"  project {report.ProjectName ?? "?"}, unit {report.EvaluatedUnit ?? "?"}, grade {report.Grade?.Raw ?? "?"} ({report.Grade?.Level?.ToString() ?? "?"})");
        output.WriteLine($"  budget {report.Funding?.Budget?.ToString("0", System.Globalization.CultureInfo.InvariantCulture) ?? "?"} yuan, {report.Indicators.Count} indicators, {report.Problems.Count} problems, {report.Recommendations.Count} recommendations");
    }
}
