using System.Text.RegularExpressions;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Vocabulary;

/// <summary>What the page on packs shows is a pack, compiles and prints what it says.</summary>
public sealed partial class VocabularyPageTests
{
    [Theory]
    [InlineData("docs/vocabulary.md")]
    [InlineData("docs/vocabulary.zh-CN.md")]
    public void EveryExampleIsAPack(string page)
    {
        Assert.Equal([2024], VocabularyPack.Parse(new DocsPage(page).Block("json")).Years);
        var rows = Row().Matches(Repository.Read(page)).Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(["headings", "labels", "columns", "grades", "titles", "citations", "money", "outline"], rows.Select(r => r.Split('"')[1]).Distinct());
        Assert.All(rows, row => VocabularyPack.Parse("""{"name":"a","origin":"b",""" + row + "}"));
    }

    [Theory]
    [InlineData("docs/vocabulary.md")]
    [InlineData("docs/vocabulary.zh-CN.md")]
    public void TheProgramIsTheOneBelowAndPrintsWhatIsShown(string page)
    {
        var example = QuotedExample.Of("tests/PerfEval.Parsing.Tests/Vocabulary/VocabularyPageTests.cs");

        Assert.Equal(example, new DocsPage(page).Block("csharp").Replace("(\"samples/", "(Root + \"samples/", StringComparison.Ordinal));
        Example();
        Assert.Equal(new DocsPage(page).Block("text"), Console.Printed);
    }

    [Fact]
    public void BothPagesShowTheSame()
    {
        foreach (var language in (string[])["json", "csharp", "text", "sh"])
            Assert.Equal(new DocsPage("docs/vocabulary.md").Block(language), new DocsPage("docs/vocabulary.zh-CN.md").Block(language));
        Assert.Equal(Rows("docs/vocabulary.md"), Rows("docs/vocabulary.zh-CN.md"));
    }

    private static string Root => Repository.At("") + "/";

    /// <summary>The page's program; its files lie below the repository.</summary>
    private static void Example()
    {
        var pack = VocabularyPack.Load(Root + "samples/vocabulary/lanchuan-2024.json");
        var parser = new ReportParser(ReportParserOptions.Default with { Vocabulary = [pack] });
        var report = parser.ParseFile(Root + "samples/vocabulary/rural-bus-2024.html").Report;

        Console.WriteLine($"{report.EvaluatedUnit}: {report.Grade?.Raw} ({report.Grade?.Level}), {report.Problems.Count} problems");
    }

    private static List<string> Rows(string page) => [.. Row().Matches(Repository.Read(page)).Select(m => m.Groups[1].Value)];

    [GeneratedRegex("""^\|[^|]*\| `(".*)` \|$""", RegexOptions.Multiline)]
    private static partial Regex Row();

    /// <summary>Stands in for the console, so that the example can be quoted as it is and its output read.</summary>
    private static class Console
    {
        public static string Printed { get; private set; } = "";

        public static void WriteLine(string line) => Printed = line;
    }
}
