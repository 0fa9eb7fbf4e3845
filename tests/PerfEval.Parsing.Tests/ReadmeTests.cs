using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests;

/// <summary>Prose is executed or it rots: what the READMEs show is what happens.</summary>
public sealed partial class ReadmeTests
{
    private const string Guide = "src/PerfEval.Parsing/README.md";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void TheExampleIsTheOneBelowAndPrintsWhatIsShown(string readme)
    {
        Assert.Equal(QuotedExample.Of("tests/PerfEval.Parsing.Tests/ReadmeTests.cs"), new DocsPage(readme).Block("csharp"));

        var here = Directory.GetCurrentDirectory();
        Directory.SetCurrentDirectory(Repository.Root);
        try
        {
            Example();
        }
        finally
        {
            Directory.SetCurrentDirectory(here);
        }

        Assert.Equal(new DocsPage(readme).Block("text"), Console.Printed);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void TheJsonIsPartOfWhatIsPrinted(string readme)
    {
        var shown = JsonNode.Parse(new DocsPage(readme).Block("json"))!.AsObject();
        var report = ReportParser.Default.ParseFile(Repository.At("samples/reports/rural-water-2023.docx")).Report;
        var printed = JsonNode.Parse(new JsonReportWriter().Write(report))!.AsObject();

        foreach (var (name, value) in shown)
            Assert.Equal(value!.ToJsonString(Readable), printed[name]?.ToJsonString(Readable));
    }

    public static TheoryData<string> Pages() =>
        [.. Directory.EnumerateFiles(Repository.At("docs"), "*.md").Select(path => "docs/" + Path.GetFileName(path)).Order(StringComparer.Ordinal), "README.md", "README.zh-CN.md", ".github/CONTRIBUTING.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void EveryLinkAndSampleLeadsSomewhere(string readme)
    {
        var folder = Path.GetDirectoryName(readme)!;
        var links = new DocsPage(readme).Links().Select(link => Path.Join(folder, link));
        var samples = Sample().Matches(Repository.Read(readme)).Select(match => match.Value);

        Assert.All(links.Concat(samples), path => Assert.True(File.Exists(Repository.At(path)), path));
    }

    [Fact]
    public void TheGuideNamesEveryFolderAndOnlyFoldersAndFilesThatExist()
    {
        var root = Repository.At("src/PerfEval.Parsing");
        var rows = GuideRow().Matches(Repository.Read(Guide));

        Assert.Equal(
            Directory.EnumerateDirectories(root, "*", SearchOption.AllDirectories).Select(folder => Path.GetRelativePath(root, folder).Replace('\\', '/') + "/").Order(),
            rows.Select(row => row.Groups[1].Value).Order());
        var files = rows.SelectMany(row => FileName().Matches(row.Groups[2].Value).Select(file => row.Groups[1].Value + file.Value));
        Assert.All(files, path => Assert.True(File.Exists(Path.Join(root, path)), path));
    }

    /// <summary>The README's example, word for word.</summary>
    private static void Example()
    {
        var result = ReportParser.Default.ParseFile("samples/reports/rural-water-2023.docx");
        var report = result.Report;

        Console.WriteLine(report.Title);
        Console.WriteLine($"{report.Score?.Value} of {report.Score?.FullMark}, {report.Grade?.Raw}");
        foreach (var problem in report.Problems)
            Console.WriteLine($"- {problem.Heading}");
        foreach (var diagnostic in result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning))
            Console.WriteLine($"{diagnostic.Id}: {diagnostic.Message}");
    }

    [GeneratedRegex(@"samples/reports/[\w.-]+\w")]
    private static partial Regex Sample();

    [GeneratedRegex(@"^\| `([\w/]+/)` \|[^|]+\|([^|]+)\|$", RegexOptions.Multiline)]
    private static partial Regex GuideRow();

    [GeneratedRegex(@"\w+\.cs")]
    private static partial Regex FileName();

    /// <summary>Stands in for the console, so that the example can be quoted as it is and its output read.</summary>
    private static class Console
    {
        private static readonly List<string> Lines = [];

        public static string Printed
        {
            get
            {
                var printed = string.Join('\n', Lines);
                Lines.Clear();
                return printed;
            }
        }

        public static void WriteLine(string? line) => Lines.Add(line ?? "");
    }
}
