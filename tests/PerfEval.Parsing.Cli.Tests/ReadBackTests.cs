using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

public sealed class ReadBackTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Theory]
    [InlineData("json")]
    [InlineData("jsonl")]
    public async Task WhatParsePrintsIsReadBackAsItWas(string layout)
    {
        await _run.RunAsync("parse", _run.Write("a.txt"), _run.Write("b.txt"), _run.At("none.txt"), "--to", layout);
        var written = _run.Write("all." + layout, _run.OutputBytes);
        await _run.RunAsync("parse", _run.At("a.txt"), _run.At("b.txt"), "--to", layout);
        var reports = _run.Output;

        var code = await _run.RunAsync("parse", written, "--to", layout);

        Assert.Equal(0, code);
        Assert.Equal(reports, _run.Output);
        Assert.Contains("read only in part: Entry 3", _run.Error, StringComparison.Ordinal);
    }
}
