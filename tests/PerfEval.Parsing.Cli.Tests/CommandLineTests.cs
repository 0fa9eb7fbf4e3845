using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

public sealed partial class CommandLineTests : IDisposable
{
    private static readonly IEnumerable<int> ExitCodes = typeof(ExitCode).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(int)).Select(field => (int)field.GetRawConstantValue()!).Order();

    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task TheVersionIsTheVersionAndNothingElse()
    {
        var code = await _run.RunAsync("--version");

        Assert.Equal(0, code);
        Assert.Matches(@"\A\d+\.\d+\.\d+(-[0-9a-z.]+)?\n\z", _run.Output);
    }

    [Fact]
    public async Task HelpShowsExamplesAndEveryExitCode()
    {
        var code = await _run.RunAsync("parse", "--help");

        Assert.Equal((0, ""), (code, _run.Error));
        Assert.Contains("perfeval parse report.docx", _run.Output, StringComparison.Ordinal);
        Assert.All(ExitCodes, code => Assert.Matches($@"(?m)^  {code} ", _run.Output));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.zh-CN.md")]
    public void TheReadmesListTheSameExitCodes(string readme)
    {
        var text = File.ReadAllText(Path.Join(Path.GetDirectoryName(Here()), "../..", readme));

        Assert.Equal(ExitCodes, CodeRow().Matches(text).Select(row => int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task TheExamplesInTheHelpAreCommandLinesThatParse()
    {
        await _run.RunAsync("parse", "--help");

        var examples = Example().Matches(_run.Output).Select(m => m.Groups[1].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();

        Assert.True(examples.Count >= 4);
        foreach (var example in examples)
        {
            // None of the files is there: the line itself must be right.
            await _run.RunAsync([.. example.Where(word => word != "-o" && !word.StartsWith("reports.", StringComparison.Ordinal) && word != "parsed/")]);
            Assert.DoesNotContain("nrecognized", _run.Error, StringComparison.Ordinal);
            Assert.StartsWith("perfeval: ", _run.Error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData]
    [InlineData("parse")]
    [InlineData("prase", "a.txt")]
    [InlineData("parse", "a.txt", "--to", "xml")]
    [InlineData("parse", "a.txt", "--jobs", "0")]
    [InlineData("parse", "a.txt", "--jobs", "many")]
    [InlineData("parse", "a.txt", "--fail-on", "everything")]
    [InlineData("parse", "a.txt", "--outline", "--to", "json")]
    [InlineData("parse", "-", "-")]
    [InlineData("parse", "a.txt", "--unknown")]
    public async Task AWrongCommandLineLeavesStandardOutputEmpty(params string[] args)
    {
        var code = await _run.RunAsync(args);

        Assert.Equal((ExitCode.Usage, ""), (code, _run.Output));
        Assert.NotEmpty(_run.Error);
    }

    [Fact]
    public async Task APathMayBeginWithAnAtSign()
    {
        await _run.RunAsync("parse", "@none.txt", "--to", "jsonl");

        Assert.Equal("@none.txt", (string?)Assert.Single(_run.Lines)["source"]!["path"]);
    }

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^\| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex CodeRow();

    [GeneratedRegex(@"^  perfeval (parse .*?)   ", RegexOptions.Multiline)]
    private static partial Regex Example();
}
