using System.Text.Json.Nodes;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

public sealed class DiffCommandTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task WhatDiffersIsListedWithWhereItWasRead()
    {
        await PrepareAsync();

        var code = await _run.RunAsync("diff", _run.At("old.jsonl"), _run.At("new.jsonl"));

        Assert.Equal((0, ""), (code, _run.Error));
        Assert.Contains("  ~ score.value: “92” (line 5) → “29” (line 5)\n", _run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1 same, 1 differs, 0 only in the new parse, 0 only in the old parse, 0 fails now, 0 reads now, 0 still fails\n", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OneFileEachIsComparedAsWell()
    {
        await PrepareAsync();
        await _run.RunAsync("parse", _run.At("in/a.txt"), _run.At("in/b.txt"), "-o", _run.At("each/"));

        var code = await _run.RunAsync("diff", _run.At("old.jsonl"), _run.At("each"), "--fail-on", "changed");

        Assert.Equal((0, ""), (code, _run.Error));
        Assert.StartsWith("2 same, 0 differs", _run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("never", 0)]
    [InlineData("lost", 0)]
    [InlineData("changed", 4)]
    public async Task TheRunFailsOnWhatItWasToldTo(string kind, int code)
    {
        await PrepareAsync();

        Assert.Equal(code, await _run.RunAsync("diff", _run.At("old.jsonl"), _run.At("new.jsonl"), "--fail-on", kind));
    }

    [Fact]
    public async Task ALostReportIsALoss()
    {
        await PrepareAsync();
        _run.Write("less.jsonl", File.ReadAllLines(_run.At("old.jsonl"))[1] + "\n");

        Assert.Equal(4, await _run.RunAsync("diff", _run.At("old.jsonl"), _run.At("less.jsonl"), "--fail-on", "lost"));
    }

    [Theory]
    [InlineData("json")]
    [InlineData("html")]
    public async Task AFileGetsTheSameBytesAsStandardOutput(string layout)
    {
        await PrepareAsync();
        await _run.RunAsync("diff", _run.At("old.jsonl"), _run.At("new.jsonl"), "--to", layout);
        var printed = _run.OutputBytes;

        var code = await _run.RunAsync("diff", _run.At("old.jsonl"), _run.At("new.jsonl"), "--to", layout, "-o", _run.At("diff"));

        Assert.Equal((0, ""), (code, _run.Output));
        Assert.Equal(printed, File.ReadAllBytes(_run.At("diff")));
        if (layout == "json")
            Assert.Equal(1, (int)JsonNode.Parse(printed)!["summary"]!["differs"]!);
    }

    [Fact]
    public async Task TheInputsAreNeverOverwritten()
    {
        await PrepareAsync();
        var before = File.ReadAllBytes(_run.At("old.jsonl"));

        Assert.Equal(ExitCode.Usage, await _run.RunAsync("diff", _run.At("old.jsonl"), _run.At("new.jsonl"), "-o", _run.At("old.jsonl")));

        Assert.Equal(before, File.ReadAllBytes(_run.At("old.jsonl")));
    }

    [Fact]
    public async Task WhatIsNoParseIsNamed()
    {
        await PrepareAsync();

        Assert.Equal((3, ""), (await _run.RunAsync("diff", _run.At("old.jsonl"), _run.At("none.jsonl")), _run.Output));
        Assert.Contains("none.jsonl", _run.Error, StringComparison.Ordinal);
        Assert.Equal(3, await _run.RunAsync("diff", _run.Write("x.jsonl", "{}\n"), _run.At("new.jsonl")));
        Assert.Contains("x.jsonl", _run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.jsonl")]
    [InlineData("a.jsonl", "b.jsonl", "--fail-on", "all")]
    [InlineData("a.jsonl", "--unknown")]
    public async Task AWrongCommandLineIsRefused(params string[] args)
    {
        Assert.Equal((ExitCode.Usage, ""), (await _run.RunAsync(["diff", .. args]), _run.Output));
        Assert.NotEmpty(_run.Error);
    }

    private async Task PrepareAsync()
    {
        string[] paths = [_run.Write("in/a.txt"), _run.Write("in/b.txt", TestRun.Form.Replace("80万元", "81万元", StringComparison.Ordinal))];
        await _run.RunAsync(["parse", .. paths, "-o", _run.At("old.jsonl")]);
        var lines = File.ReadAllLines(_run.At("old.jsonl"));
        _run.Write("new.jsonl", lines[0].Replace("\"score\":{\"value\":92", "\"score\":{\"value\":29", StringComparison.Ordinal) + "\n" + lines[1] + "\n");
    }
}
