using System.Text.Json.Nodes;
using PerfEval.Parsing.Cli.Evaluating;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

/// <summary><c>--vocabulary</c> of every command that reads reports.</summary>
public sealed class VocabularyOptionTests : IDisposable
{
    private const string Report = """
        石桥镇人民政府农村道路养护项目支出绩效自评报告
        一、项目概况
        2023年安排农村道路养护经费80万元。
        二、评价结论
        评价得分为82分，评价等级为“二档”。
        """;

    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    private string Pack(string name, string level) =>
        _run.Write(name, "{\"name\":\"" + name + "\",\"origin\":\"test\",\"grades\":{\"levels\":{\"" + level + "\":[\"二档\"]}}}");

    [Fact]
    public async Task TheLastPackWins()
    {
        var (report, fair, good) = (_run.Write("a.txt", Report), Pack("fair.json", "fair"), Pack("good.json", "good"));

        await _run.RunAsync("parse", report);
        Assert.Null(JsonNode.Parse(_run.Output)!["grade"]);
        Assert.Equal(ExitCode.Success, await _run.RunAsync("parse", report, "--vocabulary", fair, "--vocabulary", good));
        Assert.Equal("good", (string?)JsonNode.Parse(_run.Output)!["grade"]!["level"]);
    }

    [Theory]
    [InlineData("explain", "{0} /grade/level --vocabulary {1} --lang en", "/grade/level = good")]
    [InlineData("convert", "{0} - --to json --vocabulary {1}", "\"level\": \"good\"")]
    [InlineData("view", "{0} --vocabulary {1} --lang en", "二档")]
    public async Task EveryCommandThatReadsReportsKnowsIt(string command, string line, string expected)
    {
        var args = line.Split(' ').Select(a => a.Replace("{0}", _run.Write("a.txt", Report), StringComparison.Ordinal).Replace("{1}", Pack("good.json", "good"), StringComparison.Ordinal));

        Assert.Equal(ExitCode.Success, await _run.RunAsync([command, .. args]));
        Assert.Contains(expected, _run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("parse")]
    [InlineData("explain")]
    [InlineData("view")]
    public async Task ABadPackIsAWrongCommandLine(string command)
    {
        var code = await _run.RunAsync(command, _run.Write("a.txt", Report), "--vocabulary", Pack("bad.json", "best"));

        Assert.Equal((ExitCode.Usage, ""), (code, _run.Output));
        Assert.Contains("bad.json at /grades/levels/best: there is no level best; there are excellent, good, fair, poor.", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GoldIsJudgedByTheWordsThatAreGiven()
    {
        _run.Write("corpus/a/a.txt", Report);
        _run.Write("corpus/a/gold.json", """{"grade":{"level":"good"}}""");

        Assert.Equal(EvaluationExitCode.Findings, await _run.RunAsync("eval", _run.At("corpus"), "--min", "1"));
        Assert.Equal(ExitCode.Success, await _run.RunAsync("eval", _run.At("corpus"), "--min", "1", "--vocabulary", Pack("good.json", "good")));
    }

    [Fact]
    public async Task AMissingPackIsAWrongCommandLine()
    {
        Assert.Equal(ExitCode.Usage, await _run.RunAsync("parse", _run.Write("a.txt", Report), "--vocabulary", _run.At("none.json")));
        Assert.Contains("none.json cannot be read", _run.Error, StringComparison.Ordinal);
    }

    /// <summary>Packs go with the documents to the worker processes, and another pack is a reason to parse again.</summary>
    [Fact]
    public async Task IngestionParsesByThePackAndAgainByAnother()
    {
        _run.Write("in/a.txt", Report);
        var (good, fair) = (Pack("good.json", "good"), Pack("fair.json", "fair"));

        Assert.Equal(0, await IngestAsync(good));
        Assert.Contains("1 parsed", _run.Output, StringComparison.Ordinal);
        Assert.Contains("\"level\":\"good\"", Records(), StringComparison.Ordinal);
        Assert.Equal(0, await IngestAsync(good));
        Assert.Contains("0 parsed", _run.Output, StringComparison.Ordinal);
        Assert.Equal(0, await IngestAsync(fair));
        Assert.Contains("1 parsed", _run.Output, StringComparison.Ordinal);
        Assert.Contains("\"level\":\"fair\"", Records(), StringComparison.Ordinal);
    }

    private Task<int> IngestAsync(string pack) => _run.RunAsync("ingest", _run.At("in"), "-o", "jsonl:" + _run.At("out"), "--jobs", "1", "--vocabulary", pack);

    private string Records() => string.Concat(Directory.EnumerateFiles(_run.At("out"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText));
}
