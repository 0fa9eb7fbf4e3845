using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

public sealed class UnreadableInputTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task AMissingFileIsAnErrorObjectAndALineForPeople()
    {
        var path = _run.At("没有.docx");

        var code = await _run.RunAsync("parse", path);

        Assert.Equal(ExitCode.NoneReadable, code);
        var error = JsonNode.Parse(_run.Output)!;
        Assert.Equal(path, (string?)error["source"]!["path"]);
        Assert.Equal("NotFound", (string?)error["error"]!["code"]);
        Assert.StartsWith($"perfeval: {path}: NotFound: ", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOtherFilesGoOnAndTheCodeSaysThatSomeFailed()
    {
        var empty = _run.Write("1.docx", "");
        var good = _run.Write("2.txt");
        var legacy = _run.Write("3.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]);

        var code = await _run.RunAsync("parse", empty, good, legacy);

        Assert.Equal(ExitCode.SomeUnreadable, code);
        Assert.Equal([empty, good, legacy], _run.Lines.Select(line => (string?)line["source"]!["path"]));
        Assert.Equal("Empty", (string?)_run.Lines[0]["error"]!["code"]);
        Assert.Null(_run.Lines[1]["error"]);
        Assert.NotNull(_run.Lines[2]["error"]);
        Assert.Contains("1 of 3 inputs parsed", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEmptyFileInADirectoryIsAccountedForToo()
    {
        _run.Write("in/empty.txt", "");

        var code = await _run.RunAsync("parse", _run.At("in"));

        Assert.Equal(ExitCode.NoneReadable, code);
        Assert.Equal("Empty", (string?)Assert.Single(_run.Lines)["error"]!["code"]);
    }

    [Fact]
    public async Task ADirectoryWithoutFilesParsesNothing()
    {
        Directory.CreateDirectory(_run.At("none"));

        var code = await _run.RunAsync("parse", _run.At("none"));

        Assert.Equal((ExitCode.NoneReadable, ""), (code, _run.Output));
        Assert.Contains("no file", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ControlCharactersInANameDoNotReachTheTerminal()
    {
        await _run.RunAsync("parse", "\u001b[31mred\n.txt");

        Assert.DoesNotContain('\u001b', _run.Error);
        Assert.Single(_run.Error.TrimEnd().Split('\n'));
    }

    [Fact]
    public async Task AFindingFailsTheRunOnlyOnRequest()
    {
        // One byte that is UTF-8 nowhere: read, but with a warning.
        var damaged = _run.Write("damaged.txt", [.. Encoding.UTF8.GetBytes(TestRun.Form), 0xFF]);

        Assert.Equal(ExitCode.Success, await _run.RunAsync("parse", damaged));
        Assert.Equal("warning", (string?)Assert.Single(JsonNode.Parse(_run.Output)!["diagnostics"]!.AsArray())!["severity"]);
        Assert.Equal(ExitCode.Findings, await _run.RunAsync("parse", damaged, "--fail-on", "warning"));
        Assert.Equal(ExitCode.Success, await _run.RunAsync("parse", damaged, "--fail-on", "error"));
    }
}
