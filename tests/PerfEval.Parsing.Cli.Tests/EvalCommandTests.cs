using System.Text.Json.Nodes;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

public sealed class EvalCommandTests : IDisposable
{
    private const string Gold = """{"score":{"value":92},"grade":{"raw":"良","level":"good"}}""";

    private readonly TestRun _run = new();

    public EvalCommandTests()
    {
        _run.Write("corpus/road/gold.json", Gold);
        _run.Write("corpus/road/a.txt");
        _run.Write("corpus/road/b.html", "<html><body><pre>" + TestRun.Form + "</pre></body></html>");
    }

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task TheTableHasALineForEachFieldAndAColumnForEachFormat()
    {
        var code = await _run.RunAsync("eval", _run.At("corpus"), "--misses", "1", "--formats", "txt");

        Assert.Equal((0, ""), (code, _run.Error));
        Assert.Matches(@"(?m)^score\.value +1\.000 +1\.000 +1\.000 +1\.000 +1 +1\.000$", _run.Output);
        Assert.Matches(@"(?m)^grade\.raw +0\.000 +0\.000 +0\.000 +0\.000 +1 +0\.000$", _run.Output);
        Assert.Contains("miss road/a.txt grade.raw | wanted “良” | got “优” (line 5)\noverall ", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonHoldsEveryFigureAndEveryMiss()
    {
        var code = await _run.RunAsync("eval", _run.At("corpus"), "--to", "json");

        Assert.Equal((0, ""), (code, _run.Error));
        var score = JsonNode.Parse(_run.Output)!;
        Assert.Equal(2, (int)score["all"]!["files"]!);
        Assert.Equal(["html", "txt"], score["formats"]!.AsObject().Select(column => column.Key));
        Assert.Equal(["a.txt", "b.html"], score["fileNames"]!.AsObject().Select(column => column.Key));
        Assert.Equal("优", (string?)score["files"]![0]!["reports"]![0]!["misses"]![0]!["got"]);
    }

    [Fact]
    public async Task ThePageIsAFileOfItsOwn()
    {
        var code = await _run.RunAsync("eval", _run.At("corpus"), "--to", "html", "-o", _run.At("eval.html"));

        var page = File.ReadAllText(_run.At("eval.html"));
        Assert.Equal((0, ""), (code, _run.Output));
        Assert.Contains("road/a.txt", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.5", 0)]
    [InlineData("0.99", 4)]
    public async Task BelowTheLeastFigureTheRunFails(string least, int code) =>
        Assert.Equal(code, await _run.RunAsync("eval", _run.At("corpus"), "--min", least));

    [Fact]
    public async Task WhatWasParsedBeforeIsJudgedTheSame()
    {
        await _run.RunAsync("parse", _run.At("corpus/road/a.txt"), _run.At("corpus/road/b.html"), "-o", _run.At("kept.jsonl"));
        await _run.RunAsync("eval", _run.At("corpus"));
        var now = _run.Output;

        var code = await _run.RunAsync("eval", _run.At("corpus"), "--parsed", _run.At("kept.jsonl"));

        Assert.Equal((0, now), (code, _run.Output));
        Directory.Move(_run.At("corpus"), _run.At("moved"));
        await _run.RunAsync("eval", _run.At("moved"), "--parsed", _run.At("kept.jsonl"));
        Assert.Equal(now, _run.Output);
    }

    [Fact]
    public async Task AFileThatCannotBeReadHasMissedEverything()
    {
        _run.Write("corpus/road/c.docx", [0x50, 0x4B, 3, 4, 1]);

        var code = await _run.RunAsync("eval", _run.At("corpus"), "--formats", "docx");

        Assert.Equal(0, code);
        Assert.Contains("failed road/c.docx: ", _run.Output, StringComparison.Ordinal);
        Assert.EndsWith("overall 0.0000 strict, 0.0000 soft, over 1 files, 1 failed\n", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACorpusThatCannotBeUsedIsNamed()
    {
        Assert.Equal(3, await _run.RunAsync("eval", _run.At("nowhere")));
        Assert.Contains("no such directory", _run.Error, StringComparison.Ordinal);

        _run.Write("corpus/road/gold.json", """{"score":{"worth":92}}""");
        Assert.Equal((3, ""), (await _run.RunAsync("eval", _run.At("corpus")), _run.Output));
        Assert.Contains("gold.json#/score/worth: there is no field of this name", _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("a", "b")]
    [InlineData("a", "--min", "2")]
    [InlineData("a", "--jobs", "0")]
    [InlineData("a", "--to", "xml")]
    [InlineData("--unknown")]
    public async Task AWrongCommandLineIsRefused(params string[] args)
    {
        Assert.Equal((ExitCode.Usage, ""), (await _run.RunAsync(["eval", .. args]), _run.Output));
        Assert.NotEmpty(_run.Error);
    }

    [Fact]
    public async Task HelpShowsExamplesAndItsOwnExitCodes()
    {
        await _run.RunAsync("eval", "--help");

        Assert.Contains("perfeval eval corpus/", _run.Output, StringComparison.Ordinal);
        Assert.Contains("  4    judged, but the overall F1 is below --min", _run.Output, StringComparison.Ordinal);
    }
}
