using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Structuring;
using Xunit;

namespace PerfEval.Parsing.Tests;

/// <summary>The ways into the parser agree with each other: sync and async, one and many, throwing and not.</summary>
public sealed class FrontDoorTests : IDisposable
{
    private const string Text = "甲县2022年村道养护项目支出绩效自评报告\n一、基本情况\n年初预算安排资金20万元，实际支出19.5万元。\n二、评价结论\n综合得分95分，评价等级为优。\n";

    private readonly string _directory = Directory.CreateTempSubdirectory("perfeval").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task EveryWayInGivesTheSameResult()
    {
        var path = Write("a.txt", Text);
        var bytes = await File.ReadAllBytesAsync(path);
        var expected = ReportParser.Default.Parse(bytes, path);

        Assert.Equal(expected, ReportParser.Default.ParseFile(path));
        Assert.Equal(expected, await ReportParser.Default.ParseFileAsync(path));
        Assert.Equal(expected, ReportParser.Default.Parse(new MemoryStream(bytes), path));
        Assert.Equal(expected, await ReportParser.Default.ParseAsync(new MemoryStream(bytes), path));
        Assert.Equal(expected, await ReportParser.Default.TryParseStreamAsync(new MemoryStream(bytes), path));
        Assert.Equal(expected, await ReportParser.Default.TryParseFileAsync(path));
        Assert.True(ReportParser.Default.TryParseBytes(bytes, out var fromBytes, path));
        Assert.True(ReportParser.Default.TryParseStream(new MemoryStream(bytes), out var fromStream, path));
        Assert.True(ReportParser.Default.TryParseFile(path, out var fromFile));
        Assert.Equal([expected, expected, expected], [fromBytes, fromStream, fromFile]);
        Assert.True(ReportParser.Default.TryParseText(Text, out var fromText, path));
        Assert.Equal(ReportParser.Default.ParseText(Text, path), fromText);
        Assert.Equal((path, ParseStatus.Complete), (expected.Name, expected.Status));
    }

    [Fact]
    public async Task WithoutThrowingTheReasonIsAValue()
    {
        var path = Write("a.rtf", "{\\rtf1 x}");
        var bytes = await File.ReadAllBytesAsync(path);
        var error = Assert.Throws<UnreadableDocumentException>(() => ReportParser.Default.ParseFile(path));
        var expected = new ParseResult(ParseStatus.Unreadable, [], []) { Name = path, Failure = new ParseFailure(error.Reason, error.Message) };

        Assert.False(ReportParser.Default.TryParseFile(path, out var fromFile));
        Assert.False(ReportParser.Default.TryParseBytes(bytes, out var fromBytes, path));
        Assert.False(ReportParser.Default.TryParseStream(new MemoryStream(bytes), out var fromStream, path));
        Assert.Equal([expected, expected, expected], [fromFile, fromBytes, fromStream]);
        Assert.Equal(expected, await ReportParser.Default.TryParseFileAsync(path));
        Assert.Equal(expected, await ReportParser.Default.TryParseStreamAsync(new MemoryStream(bytes), path));
        Assert.False(ReportParser.Default.TryParseText("", out var empty));
        Assert.Equal(UnreadableReason.NoText, empty.Failure!.Reason);
        await Assert.ThrowsAsync<UnreadableDocumentException>(() => ReportParser.Default.ParseFileAsync(path));
    }

    [Fact]
    public void AMissingFileIsAResultToo()
    {
        Assert.False(ReportParser.Default.TryParseFile(Path.Join(_directory, "missing.docx"), out var result));

        Assert.Equal((ParseStatus.Unreadable, UnreadableReason.ReadError), (result.Status, result.Failure!.Reason));
        Assert.Equal("Unreadable: ReadError", result.ToString());
    }

    [Fact]
    public void AskingAnUnreadableResultForItsReportSaysWhyThereIsNone()
    {
        Assert.False(ReportParser.Default.TryParseText(" ", out var result));

        var error = Assert.Throws<UnreadableDocumentException>(() => result.Report);
        Assert.Equal(result.Failure, new ParseFailure(error.Reason, error.Message));
        Assert.Throws<UnreadableDocumentException>(() => result.Evidence);
        Assert.Throws<ArgumentOutOfRangeException>(() => result.Explain("/title"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task ManyFilesGiveAResultEachInTheirOrder(int parallelism)
    {
        var paths = Enumerable.Range(0, 60).Select(i => i % 5 == 3 ? Path.Join(_directory, $"missing{i}.txt") : Write($"{i}.txt", Text.Replace("95分", $"{i}分", StringComparison.Ordinal))).ToList();

        var results = new List<ParseResult>();
        await foreach (var result in ReportParser.Default.ParseFilesAsync(paths, parallelism))
            results.Add(result);

        Assert.Equal(paths, results.Select(r => r.Name));
        for (var i = 0; i < paths.Count; i++)
            Assert.Equal(i % 5 == 3 ? default(decimal?) : i, results[i].Failure is null ? results[i].Report.Score!.Value : default(decimal?));
    }

    [Fact]
    public async Task PathsAreTakenAsTheyAreNeeded()
    {
        var path = Write("a.txt", Text);
        var taken = 0;

        await foreach (var result in ReportParser.Default.ParseFilesAsync(Endless(), 2))
        {
            Assert.Equal(ParseStatus.Complete, result.Status);
            break;
        }

        Assert.InRange(taken, 1, 20);

        IEnumerable<string> Endless()
        {
            while (true)
            {
                taken++;
                yield return path;
            }
        }
    }

    [Fact]
    public async Task CancellationIsNeverAResult()
    {
        var path = Write("a.txt", Text);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        Assert.ThrowsAny<OperationCanceledException>(() => ReportParser.Default.TryParseFile(path, out _, source.Token));
        Assert.ThrowsAny<OperationCanceledException>(() => ReportParser.Default.ParseText(Text, null, source.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ReportParser.Default.TryParseFileAsync(path, source.Token));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in ReportParser.Default.ParseFilesAsync([path], cancellationToken: source.Token))
                Assert.Fail("A result came although the work was cancelled.");
        });
    }

    [Fact]
    public async Task WrongCallsThrowAtOnce()
    {
        using var closed = new MemoryStream();
        closed.Close();

        Assert.Throws<ArgumentException>(() => { ReportParser.Default.TryParseFile("", out _); });
        Assert.Throws<ArgumentNullException>(() => { ReportParser.Default.TryParseStream((Stream)null!, out _); });
        Assert.Throws<ArgumentException>(() => { ReportParser.Default.TryParseStream(closed, out _); });
        Assert.Throws<ArgumentNullException>(() => { ReportParser.Default.TryParseText(null!, out _); });
        Assert.Throws<ArgumentNullException>(() => { ReportParser.Default.ParseFilesAsync(null!); });
        Assert.Throws<ArgumentOutOfRangeException>(() => { ReportParser.Default.ParseFilesAsync([], 0); });
        await Assert.ThrowsAsync<ArgumentNullException>(() => ReportParser.Default.ParseAsync(null!));
        await Assert.ThrowsAsync<ArgumentException>(() => ReportParser.Default.TryParseFileAsync(""));
    }

    [Fact]
    public void NothingIsCalledAsASPNetCoreCallsItsOwnConvention() =>
        // A handler's parameter of a type with such a method would be read from the route instead of taken from the services.
        Assert.DoesNotContain(typeof(ReportParser).GetMethods(), m => m.Name is "TryParse" or "BindAsync");

    [Fact]
    public async Task AStreamsOwnFailureComesThrough()
    {
        Assert.Throws<IOException>(() => { ReportParser.Default.TryParseStream(new BrokenStream(), out _); });
        await Assert.ThrowsAsync<IOException>(() => ReportParser.Default.TryParseStreamAsync(new BrokenStream()));
    }

    [Fact]
    public void WhatTwoParsesGiveIsEqualByValue()
    {
        // Its sums and its grade contradict: diagnostics with both sides.
        const string Contradicting = "甲县2022年村道养护项目支出绩效自评报告\n一、基本情况\n2022年年初预算20万元，实际支出19.5万元，预算执行率90%。\n二、评价结论\n综合得分95分，评价等级为差。\n";
        var (first, second) = (ReportParser.Default.ParseText(Contradicting), ReportParser.Default.ParseText(Contradicting));

        Assert.Contains(first.Diagnostics, d => d.Compared.Count > 1);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.True(first.Explain("/score").SequenceEqual(second.Explain("/score")));
        Assert.NotEqual(first, first with { Diagnostics = [] });
    }

    [Fact]
    public void OptionsAreEqualByValue()
    {
        var extractor = new NoFacts();

        Assert.Equal(new ReportParserOptions(), ReportParserOptions.Default);
        Assert.Equal(new ReportParserOptions { Passwords = ["a"], Extractors = [extractor] }, new ReportParserOptions { Passwords = new List<string> { "a" }, Extractors = [extractor] });
        Assert.NotEqual(new ReportParserOptions { Passwords = ["a"] }, new ReportParserOptions { Passwords = ["b"] });
        Assert.NotEqual(new ReportParserOptions { Limits = new ParseLimits { MaxPages = 3 } }, ReportParserOptions.Default);
        Assert.DoesNotContain("secret", new ReportParserOptions { Passwords = ["secret"] }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void OptionsDoNotChangeWithTheListTheyWereMadeOf()
    {
        var passwords = new List<string> { "a" };
        var options = new ReportParserOptions { Passwords = passwords };
        passwords.Add("b");

        Assert.Equal(["a"], options.Passwords);
        Assert.Same(options, new ReportParser(options).Options);
    }

    [Fact]
    public void ImpossibleOptionsAreNamed()
    {
        Assert.Contains("MaxDepth", Refusal(new ReportParserOptions { Limits = new ParseLimits { MaxDepth = 0 } }), StringComparison.Ordinal);
        Assert.Contains("Readers", Refusal(new ReportParserOptions { Readers = [] }), StringComparison.Ordinal);
        Assert.Contains("Extractors", Refusal(new ReportParserOptions { Extractors = [null!] }), StringComparison.Ordinal);
        Assert.Contains("Passwords", Refusal(new ReportParserOptions { Passwords = [null!] }), StringComparison.Ordinal);
        Assert.Contains("Limits", Refusal(new ReportParserOptions { Limits = null! }), StringComparison.Ordinal);

        static string Refusal(ReportParserOptions options) => Assert.ThrowsAny<ArgumentException>(() => new ReportParser(options)).Message;
    }

    private string Write(string name, string text)
    {
        var path = Path.Join(_directory, name);
        File.WriteAllText(path, text);
        return path;
    }

    private sealed class NoFacts : IFactExtractor
    {
        public void Extract(ReportOutline outline, ReportDraft draft)
        {
        }
    }

    private sealed class BrokenStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("The cable was pulled.");

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
