using System.Text.Json.Nodes;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

public sealed class OutputOptionTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task AFileGetsWhatStandardOutputWouldHaveGot()
    {
        var paths = new[] { _run.Write("a.txt"), _run.Write("b.txt") };
        await _run.RunAsync(["parse", .. paths]);
        var expected = _run.Output;

        var code = await _run.RunAsync(["parse", .. paths, "-o", _run.At("all.jsonl")]);

        Assert.Equal((0, ""), (code, _run.Output));
        Assert.Equal(expected, File.ReadAllText(_run.At("all.jsonl")));
    }

    [Fact]
    public async Task ADirectoryGetsAFileForEachInputAndKeepsTheTree()
    {
        _run.Write("in/a.txt");
        _run.Write("in/b/c.txt");
        var alone = _run.Write("d.txt");

        var code = await _run.RunAsync("parse", _run.At("in"), alone, "-o", _run.At("out/"));

        Assert.Equal((0, ""), (code, _run.Output));
        Assert.Equal(["a.txt.json", "b/c.txt.json", "d.txt.json"], Written("out"));
        Assert.Equal(alone, (string?)JsonNode.Parse(File.ReadAllText(_run.At("out/d.txt.json")))!["source"]!["path"]);
    }

    [Fact]
    public async Task EqualNamesAreNumberedInTheOrderOfTheInputs()
    {
        var first = _run.Write("x/报告.txt");
        var second = _run.Write("y/报告.txt");
        Directory.CreateDirectory(_run.At("out"));

        await _run.RunAsync("parse", second, first, first, "-o", _run.At("out"));

        Assert.Equal(["报告.txt.2.json", "报告.txt.3.json", "报告.txt.json"], Written("out"));
        Assert.Equal(second, (string?)JsonNode.Parse(File.ReadAllText(_run.At("out/报告.txt.json")))!["source"]!["path"]);
    }

    [Fact]
    public async Task AnUnreadableInputGetsAFileThatSaysSo()
    {
        await _run.RunAsync("parse", _run.At("none.txt"), "-o", _run.At("out/"));

        Assert.Equal("NotFound", (string?)JsonNode.Parse(File.ReadAllText(_run.At("out/none.txt.json")))!["error"]!["code"]);
    }

    [Fact]
    public async Task AnInputIsNeverOverwritten()
    {
        var path = _run.Write("a.txt");

        var code = await _run.RunAsync("parse", path, "-o", path);

        Assert.Equal(ExitCode.Usage, code);
        Assert.Equal(TestRun.Form, File.ReadAllText(path));
    }

    [Fact]
    public async Task AnOutputThatCannotBeWrittenIsSaidPlainly()
    {
        var code = await _run.RunAsync("parse", _run.Write("a.txt"), "-o", _run.At("no/such/place.json"));

        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains("cannot be written", _run.Error, StringComparison.Ordinal);
    }

    private IEnumerable<string> Written(string directory) => Directory.EnumerateFiles(_run.At(directory), "*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(_run.At(directory), path).Replace('\\', '/')).Order(StringComparer.Ordinal);
}
