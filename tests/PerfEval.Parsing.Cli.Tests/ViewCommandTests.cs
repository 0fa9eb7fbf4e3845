using System.Text;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

public sealed class ViewCommandTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task ThePageIsWrittenToStandardOutput()
    {
        var code = await _run.RunAsync("view", _run.Write("a.txt"));

        Assert.Equal((0, ""), (code, _run.Error));
        Assert.StartsWith("<!DOCTYPE html>", _run.Output, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"zh-CN\">", _run.Output, StringComparison.Ordinal);
        Assert.Contains("href=\"#/score/value\">92</a>", _run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-o")]
    [InlineData("--output")]
    public async Task AFileGetsTheSameBytes(string option)
    {
        var source = _run.Write("a.txt");
        await _run.RunAsync("view", source);
        var printed = _run.OutputBytes;

        var code = await _run.RunAsync("view", source, option, _run.At("view.html"));

        Assert.Equal((0, "", ""), (code, _run.Output, _run.Error));
        Assert.Equal(printed, File.ReadAllBytes(_run.At("view.html")));
    }

    [Fact]
    public async Task TheLabelsSpeakEnglishOnDemand()
    {
        await _run.RunAsync("view", _run.Write("a.txt"), "--lang", "en");

        Assert.Contains("<html lang=\"en\">", _run.Output, StringComparison.Ordinal);
        Assert.Contains("<h2>Score and grade</h2>", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APipeIsShown()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(TestRun.Form));

        Assert.Equal(0, await _run.RunAsync(input, CancellationToken.None, "view", "-"));

        Assert.Contains("评价得分为92分", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatParsePrintedIsShownToo()
    {
        await _run.RunAsync("parse", _run.Write("a.txt"), "-o", _run.At("a.json"));

        Assert.Equal(0, await _run.RunAsync("view", _run.At("a.json")));

        Assert.Contains("href=\"#/score/value\">92</a>", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralReportsStandInOnePage()
    {
        await _run.RunAsync("parse", _run.Write("x.txt"), _run.Write("y.txt"), "--to", "jsonl");

        Assert.Equal(0, await _run.RunAsync("view", _run.Write("two.jsonl", _run.Output)));

        Assert.Contains("href=\"#1/score/value\"", _run.Output, StringComparison.Ordinal);
        Assert.Contains("href=\"#2/score/value\"", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatCannotBeReadLeavesNoPage()
    {
        var code = await _run.RunAsync("view", _run.Write("bad.docx", [0x50, 0x4B, 3, 4, 1]), "-o", _run.At("view.html"));

        Assert.Equal((ExitCode.NoneReadable, ""), (code, _run.Output));
        Assert.Contains("bad.docx", _run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_run.At("view.html")));
        Assert.Equal(ExitCode.NoneReadable, await _run.RunAsync("view", _run.At("no.txt")));
    }

    [Fact]
    public async Task TheInputIsNeverOverwritten()
    {
        var source = _run.Write("a.txt");

        Assert.Equal(ExitCode.Usage, await _run.RunAsync("view", source, "-o", source));

        Assert.Equal(TestRun.Form, File.ReadAllText(source));
    }

    [Theory]
    [InlineData]
    [InlineData("a.txt", "b.txt")]
    [InlineData("a.txt", "--lang", "de")]
    [InlineData("--nosuch")]
    [InlineData(".")]
    public async Task AWrongCommandLineIsRefused(params string[] args)
    {
        Assert.Equal(ExitCode.Usage, await _run.RunAsync(["view", .. args]));
        Assert.Equal("", _run.Output);
        Assert.NotEqual("", _run.Error);
    }

    [Fact]
    public async Task AnOutputThatCannotBeWrittenIsSaidPlainly()
    {
        var code = await _run.RunAsync("view", _run.Write("a.txt"), "-o", _run.At("no/such/view.html"));

        Assert.Equal((ExitCode.Usage, ""), (code, _run.Output));
        Assert.Contains("cannot be written", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HelpShowsExamplesAndExitCodes()
    {
        var code = await _run.RunAsync("view", "--help");

        Assert.Equal((0, ""), (code, _run.Error));
        Assert.Contains("perfeval view report.pdf -o view.html", _run.Output, StringComparison.Ordinal);
        Assert.Contains("Exit codes:", _run.Output, StringComparison.Ordinal);
    }
}
