using System.Text.Json.Nodes;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

public sealed class ExplainCommandTests : IDisposable
{
    private const string Report = """
        石桥镇人民政府2023年农村道路养护项目支出绩效自评报告
        一、项目概况
        2023年安排农村道路养护经费80万元。
        二、评价结论
        2022年自评得分为84分。2023年综合得分为92分，评价等级为“优”。
        """;

    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task AValueIsToldWithItsPlaceItsRuleAndWhatElseWasWeighed()
    {
        var code = await _run.RunAsync("explain", _run.Write("a.txt", Report), "/score/value");

        Assert.Equal((0, ""), (code, _run.Error));
        Assert.StartsWith("/score/value = 92\n", _run.Output, StringComparison.Ordinal);
        Assert.Contains("规则：score.conclusion，", _run.Output, StringComparison.Ordinal);
        Assert.Contains("第5行", _run.Output, StringComparison.Ordinal);
        Assert.Contains("✓ 92", _run.Output, StringComparison.Ordinal);
        Assert.Contains("✗ 84", _run.Output, StringComparison.Ordinal);
        Assert.Contains("未采用：属于其他年度", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTextIsToBeHadInEnglish()
    {
        await _run.RunAsync("explain", _run.Write("a.txt", Report), "/score/value", "--lang", "en");

        Assert.Contains("rule: score.conclusion, a sentence of the conclusion", _run.Output, StringComparison.Ordinal);
        Assert.Contains("lost: is about a year that the report does not evaluate", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatTheReportDoesNotSayIsSaidSo()
    {
        await _run.RunAsync("explain", _run.Write("a.txt", Report), "/commissioner", "--lang", "en");

        Assert.Equal("/commissioner = not said\n", _run.Output);
    }

    [Fact]
    public async Task AnAssumedFullMarkIsNotPassedOffAsRead()
    {
        await _run.RunAsync("explain", _run.Write("a.txt", Report), "/score/fullMark", "--lang", "en");

        Assert.Equal("/score/fullMark = 100\n  not read in the text: the usual value is assumed\n", _run.Output);
    }

    [Fact]
    public async Task ProgramsGetEveryFieldAsJson()
    {
        var code = await _run.RunAsync("explain", _run.Write("a.txt", Report), "--to", "json");

        var fields = JsonNode.Parse(_run.Output)!.AsArray();
        var score = Assert.Single(fields, f => (string?)f!["pointer"] == "/score/value")!;
        Assert.Equal((0, "92", "score.conclusion"), (code, (string?)score["value"], (string?)score["rule"]!["id"]));
        Assert.Contains(score["candidates"]!.AsArray(), c => (string?)c!["lost"]?["id"] == "otherYear");
        Assert.Contains(fields, f => (string?)f!["pointer"] == "/title");
    }

    [Theory]
    [InlineData("/scores/value", "no field /scores/value")]
    [InlineData("score", "no field score")]
    [InlineData("/indicators/first", "no field /indicators/first")]
    public async Task AFieldThatTheModelHasNotIsAnError(string pointer, string message)
    {
        var code = await _run.RunAsync("explain", _run.Write("a.txt", Report), pointer);

        Assert.Equal((ExitCode.Usage, ""), (code, _run.Output));
        Assert.Contains(message, _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APartThatTheFileHasNotIsAnError()
    {
        Assert.Equal(ExitCode.Usage, await _run.RunAsync("explain", _run.Write("a.txt", Report), "/title", "--part", "2"));
        Assert.Contains("holds 1 report", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnreadableFileIsSaidPlainly()
    {
        Assert.Equal(ExitCode.NoneReadable, await _run.RunAsync("explain", _run.At("none.docx"), "/title"));
        Assert.Contains("NotFound", _run.Error, StringComparison.Ordinal);
    }
}
