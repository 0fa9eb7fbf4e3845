using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

/// <summary><c>perfeval ingest</c>, <c>failures</c> and <c>doctor</c>, as an operator uses them.</summary>
public sealed class IngestCommandTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    private string Target => _run.At("out/archive.duckdb");

    private Task<int> IngestAsync(params string[] more) => _run.RunAsync(["ingest", _run.At("in"), "-o", Target, "--jobs", "1", .. more]);

    private void WriteArchive()
    {
        Directory.CreateDirectory(_run.At("out"));
        _run.Write("in/a.txt");
        _run.Write("in/b.txt", TestRun.Form + "\n三、有关建议\n（一）加强管护。");
        _run.Write("in/copy.txt");
        _run.Write("in/~$a.docx", "lock");
    }

    [Fact]
    public async Task AHealthyArchiveEndsWithZeroAndABalancedAccount()
    {
        WriteArchive();

        Assert.Equal(0, await IngestAsync());
        Assert.Contains("finished", _run.Output, StringComparison.Ordinal);
        Assert.Contains("enumerated = complete + partial + failed + skipped", _run.Output, StringComparison.Ordinal);
        Assert.Matches(@"enumerated +4 files", _run.Output);
        Assert.Matches(@"complete +3 files", _run.Output);
        Assert.Matches(@"skipped +1 files", _run.Output);
        Assert.Contains("2 parsed, 2 reports", _run.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Target));
    }

    [Fact]
    public async Task TheSameCommandAgainDoesNothingTwice()
    {
        WriteArchive();
        await IngestAsync();

        Assert.Equal(0, await IngestAsync());
        Assert.Contains("AlreadyDone 3", _run.Output, StringComparison.Ordinal);
        Assert.Contains("0 parsed", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatFailedIsListedAndTriedAgainOnlyWhenAsked()
    {
        WriteArchive();
        _run.Write("in/empty.docx", "");
        _run.Write("in/noise.pdf", [0, 1, 2, 3, 250, 251, 252, 0, 0, 7]);

        Assert.Equal(2, await IngestAsync());
        Assert.Matches(@"failed +2 files", _run.Output);

        Assert.Equal(2, await _run.RunAsync("failures", Target));
        Assert.Contains("Empty: 1", _run.Output, StringComparison.Ordinal);
        Assert.Contains("empty.docx", _run.Output, StringComparison.Ordinal);
        Assert.Equal(2, await _run.RunAsync("failures", Target, "--reason", "Empty", "--to", "jsonl"));
        Assert.Equal("Empty", Assert.Single(_run.Lines)["reason"]!.GetValue<string>());

        // Nothing is tried again by itself; what is asked for is.
        Assert.Equal(0, await IngestAsync());
        Assert.Equal(2, await IngestAsync("--retry", "all"));
        Assert.Matches(@"failed +2 files", _run.Output);

        _run.Write("in/empty.docx", TestRun.Form + "\n此件为补报。");
        await IngestAsync();
        Assert.Equal(0, await _run.RunAsync("failures", Target, "--reason", "Empty"));
        Assert.Equal(2, await _run.RunAsync("failures", Target, "--reason", "Empty", "--all"));
        Assert.Contains("superseded", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task JsonLinesHoldTheReports()
    {
        WriteArchive();
        Assert.Equal(0, await _run.RunAsync("ingest", _run.At("in"), "-o", "jsonl:" + _run.At("lines"), "--no-isolation", "--journal", _run.At("out/journal")));

        var lines = Directory.EnumerateFiles(_run.At("lines"), "*.jsonl", SearchOption.AllDirectories).SelectMany(File.ReadLines).ToList();
        Assert.Contains(lines, line => line.Contains("石桥镇人民政府", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AListOnStandardInputIsRead()
    {
        WriteArchive();
        using var list = new MemoryStream(Encoding.UTF8.GetBytes($"{_run.At("in/a.txt")}\0{_run.At("in/b.txt")}\0"));

        Assert.Equal(0, await _run.RunAsync(list, CancellationToken.None, "ingest", "-", "-0", "-o", Target, "--no-isolation"));
        Assert.Matches(@"enumerated +2 files", _run.Output);
    }

    [Fact]
    public async Task TheAccountIsWrittenAsJson()
    {
        WriteArchive();
        await IngestAsync("--no-isolation", "--summary", _run.At("summary.json"));

        var summary = JsonNode.Parse(await File.ReadAllTextAsync(_run.At("summary.json")))!;
        Assert.Equal("finished", summary["end"]!.GetValue<string>());
        Assert.Equal(4, summary["enumerated"]!["files"]!.GetValue<int>());
    }

    [Fact]
    public async Task ANameThatIsNotThereIsAFailureOfItsOwn()
    {
        WriteArchive();
        Assert.Equal(2, await _run.RunAsync("ingest", _run.At("nowhere"), "-o", Target, "--no-isolation"));
        Assert.Contains("NotFound 1", _run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ingest", "in", "-o", "archive.what")]
    [InlineData("ingest", "in", "-o", "archive.duckdb", "--retry", "Timeuot")]
    [InlineData("ingest", "in", "-o", "archive.duckdb", "--jobs", "0")]
    [InlineData("failures", "archive.what")]
    [InlineData("failures", "archive.duckdb", "--reason", "Timeuot")]
    public async Task AWrongCallIsToldAtOnce(params string[] args)
    {
        Assert.Equal(1, await _run.RunAsync(args));
        Assert.NotEmpty(_run.Error);
        Assert.DoesNotContain("   at ", _run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunThatIsStoppedSaysThatItGoesOn()
    {
        WriteArchive();
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        Assert.Equal(3, await _run.RunAsync(Stream.Null, cancelled.Token, "ingest", _run.At("in"), "-o", Target, "--no-isolation"));
        Assert.Contains("STOPPED", _run.Output, StringComparison.Ordinal);
        Assert.Equal(0, await IngestAsync());
        Assert.Matches(@"complete +3 files", _run.Output);
    }

    [Fact]
    public async Task TheDoctorTriesAWorkerAndTheTarget()
    {
        WriteArchive();
        await IngestAsync("--no-isolation");

        Assert.Equal(0, await _run.RunAsync("doctor", Target));
        Assert.Matches("ok +worker", _run.Output);
        Assert.Matches("ok +target", _run.Output);
    }

    [Fact]
    public async Task HelpListsTheExitCodesOfTheCommand()
    {
        await _run.RunAsync("ingest", "--help");
        Assert.Contains("3    stopped before the end", _run.Output, StringComparison.Ordinal);
        await _run.RunAsync("explain", "--help");
        Assert.DoesNotContain("--fail-on", _run.Output, StringComparison.Ordinal);
    }
}
