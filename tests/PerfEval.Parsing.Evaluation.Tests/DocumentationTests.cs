using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Evaluation.Tests;

/// <summary>What docs/evaluation.md shows is what happens.</summary>
public sealed class DocumentationTests
{
    private const string This = "tests/PerfEval.Parsing.Evaluation.Tests/DocumentationTests.cs";

    [Theory]
    [InlineData("docs/evaluation.md")]
    [InlineData("docs/evaluation.zh-CN.md")]
    public void TheExampleIsTheOneBelowAndPrintsWhatIsShown(string page)
    {
        Assert.Equal(QuotedExample.Of(This), new DocsPage(page).Block("csharp"));

        var here = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(Repository.Root);
        try
        {
            Console.Clear();
            Example();
        }
        finally
        {
            Directory.SetCurrentDirectory(here);
        }

        Assert.Equal(new DocsPage(page).Block("text"), Console.Printed);
    }

    [Fact]
    public void BothPagesShowTheSameCommandsFieldsAndFigures() =>
        Assert.Equal(new DocsPage("docs/evaluation.md").Words().Where(IsAscii), new DocsPage("docs/evaluation.zh-CN.md").Words().Where(IsAscii));

    private static bool IsAscii(string code) => code.All(char.IsAscii) && !code.Contains("zh-CN", StringComparison.Ordinal);

    private static void Example()
    {
        var corpus = GoldCorpus.Open("samples/gold");
        var scores = new List<FileScore>();
        foreach (var gold in corpus.Cases)
            foreach (var path in gold.Files)
                scores.Add(gold.Score(path, ReportParser.Default.ParseFile(path).Reports));
        var score = new CorpusScore(scores);

        Console.WriteLine($"{score.All.PerfectReports} of {score.All.Reports} reports without a miss");
        foreach (var miss in scores.SelectMany(file => file.Reports).SelectMany(report => report.Misses))
            Console.WriteLine($"{miss.Field}: {miss.Wanted} / {miss.Got ?? "nothing"}");
    }

    /// <summary>Stands in for System.Console inside the example.</summary>
    private static class Console
    {
        private static readonly List<string> Lines = [];

        public static string Printed => string.Join('\n', Lines);

        public static void Clear() => Lines.Clear();

        public static void WriteLine(string line) => Lines.Add(line);
    }
}
