using System.Text;
using System.Text.Json.Nodes;
using Xunit;

namespace PerfEval.Parsing.Cli.Tests;

public sealed class ParseCommandTests : IDisposable
{
    private readonly TestRun _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public async Task OneFileGivesOneIndentedObject()
    {
        var path = _run.Write("自评.txt");

        var code = await _run.RunAsync("parse", path);

        Assert.Equal((0, ""), (code, _run.Error));
        var report = JsonNode.Parse(_run.Output)!;
        Assert.Equal(path, (string?)report["source"]!["path"]);
        Assert.Contains("项目概况", report["sections"]!.AsArray().Select(section => (string?)section!["heading"]));
        Assert.StartsWith("{\n  \"schemaVersion\"", _run.Output, StringComparison.Ordinal);
        Assert.EndsWith("}\n", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OutputIsUtf8WithoutByteOrderMarkOrCarriageReturn()
    {
        await _run.RunAsync("parse", _run.Write("a.txt", TestRun.Form.ReplaceLineEndings("\r\n")));

        Assert.Equal((byte)'{', _run.OutputBytes[0]);
        Assert.DoesNotContain((byte)'\r', _run.OutputBytes);
        Assert.Contains("农村道路养护经费80万元", _run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("7")]
    public async Task SeveralInputsComeInTheirOrderWhateverTheNumberOfJobs(string jobs)
    {
        var paths = Enumerable.Range(0, 40).Select(i => _run.Write($"{i}.txt", TestRun.Form + string.Concat(Enumerable.Repeat("\n项目按计划实施。", (40 - i) * 50)))).ToArray();

        var code = await _run.RunAsync(["parse", .. paths.Reverse(), "--jobs", jobs]);

        Assert.Equal(0, code);
        Assert.Equal(paths.Reverse(), _run.Lines.Select(line => (string?)line["source"]!["path"]));
    }

    [Fact]
    public async Task ADirectorysFilesComeInTheOrderOfTheirPaths()
    {
        var names = new[] { "B.txt", "a/2.txt", "a/10.txt", "a.txt", "乙/甲.html" };
        foreach (var name in names)
            _run.Write(Path.Join("in", name));

        await _run.RunAsync("parse", _run.At("in"));

        Assert.Equal(
            names.Order(StringComparer.Ordinal).Select(name => Path.Join(_run.At("in"), name)),
            _run.Lines.Select(line => (string?)line["source"]!["path"]));
    }

    [Fact]
    public async Task ALinkThatLeadsBackUpIsNotFollowed()
    {
        var path = _run.Write("in/deep/a.txt");
        Directory.CreateSymbolicLink(_run.At("in/deep/up"), _run.At("in"));

        await _run.RunAsync("parse", _run.At("in"));

        Assert.Equal(path, (string?)Assert.Single(_run.Lines)["source"]!["path"]);
    }

    [Fact]
    public async Task SeveralInputsAsJsonAreAnArray()
    {
        var path = _run.Write("a.txt");

        await _run.RunAsync("parse", path, path, "--to", "json");

        Assert.Equal(2, JsonNode.Parse(_run.Output)!.AsArray().Count);
    }

    [Fact]
    public async Task ADirectoryAsJsonIsAnArrayHoweverFewFilesItHolds()
    {
        Directory.CreateDirectory(_run.At("none"));
        _run.Write("one/a.txt");

        var none = await _run.RunAsync("parse", _run.At("none"), "--to", "json");
        Assert.Equal((ExitCode.NoneReadable, "[]\n"), (none, _run.Output));

        await _run.RunAsync("parse", _run.At("one"), "--to", "json");
        Assert.Single(JsonNode.Parse(_run.Output)!.AsArray());
    }

    [Fact]
    public async Task OneFileAsLinesIsOneLine()
    {
        await _run.RunAsync("parse", _run.Write("a.txt"), "--to", "jsonl");

        Assert.Equal(_run.Output.Length - 1, _run.Output.IndexOf('\n', StringComparison.Ordinal));
    }

    [Fact]
    public async Task TheOutlineIsText()
    {
        await _run.RunAsync("parse", _run.Write("a.txt"), "--outline");

        Assert.Contains("\n  一、项目概况  [", _run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASnapshotIsWhatTheReportSays()
    {
        var path = _run.Write("a.txt");

        var code = await _run.RunAsync("parse", path, "--to", "snapshot");

        Assert.Equal((0, ReportParser.Default.ParseFile(path).Report.ToSnapshot()), (code, _run.Output));
    }

    [Fact]
    public async Task SnapshotsOfSeveralInputsAreHeadedByTheirPaths()
    {
        var paths = new[] { _run.Write("a.txt"), _run.Write("b.txt") };

        await _run.RunAsync(["parse", .. paths, "--to", "snapshot"]);

        Assert.Equal(paths, _run.Output.Split("\n\n").Select(snapshot => snapshot[..snapshot.IndexOf(":\n", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task OutlinesOfSeveralInputsAreHeadedByTheirPaths()
    {
        var paths = new[] { _run.Write("a.txt"), _run.Write("b.txt") };

        await _run.RunAsync(["parse", .. paths, "--outline"]);

        Assert.Equal(paths, _run.Output.Split("\n\n").Select(outline => outline[..outline.IndexOf(":\n", StringComparison.Ordinal)]));
    }

    [Fact]
    public async Task StandardInputIsReadOnceToItsEnd()
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(TestRun.Form));

        var code = await _run.RunAsync(input, CancellationToken.None, "parse", "-");

        Assert.Equal(0, code);
        Assert.Equal("-", (string?)JsonNode.Parse(_run.Output)!["source"]!["path"]);
    }

    [Fact]
    public async Task ACancelledRunSaysSoByItsExitCode()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var code = await _run.RunAsync(Stream.Null, cancelled.Token, "parse", _run.Write("a.txt"));

        Assert.Equal((ExitCode.Cancelled, ""), (code, _run.Output));
    }

    [Fact]
    public async Task ThePipesReaderMayLeaveEarly()
    {
        using var error = new StringWriter();
        using var output = new ClosedPipe();

        var code = await CommandLine.RunAsync(["parse", _run.Write("a.txt"), _run.Write("b.txt")], new Terminal(Stream.Null, output, error, false));

        Assert.Equal((ExitCode.Success, ""), (code, error.ToString()));
    }

    /// <summary>Fails as a pipe whose reader has gone.</summary>
    private sealed class ClosedPipe : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("Broken pipe", 32);

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("Broken pipe", 32);
    }
}
