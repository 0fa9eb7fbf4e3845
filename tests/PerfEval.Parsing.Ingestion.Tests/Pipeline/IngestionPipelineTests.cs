using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Records;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>What becomes of each path, once and over several runs.</summary>
public sealed class IngestionPipelineTests
{
    [Fact]
    public async Task EveryPathHasOneRecordAndTheAccountAddsUp()
    {
        using var bench = new Bench();
        var files = Bench.Mixed();
        var summary = await bench.RunAsync(files);
        Assert.Equal((IngestionEnd.Finished, null), (summary.End, summary.EndDetail));
        Assert.Equal(new FileCount(files.Count, files.Sum(f => f.Length)), summary.Enumerated);
        Assert.True(summary.Balances && summary.SinkAgrees && summary.InSink is not null);
        Assert.Equal(files.Select(f => f.Path).Order(), bench.Contents.Files.Values.Select(f => f.Record.Path).Order());
        Assert.Equal([9, 3, 4, 1], Enum.GetValues<FileState>().Select(s => summary.States[s].Files));
        Assert.All(bench.Contents.Writes.Values, count => Assert.Equal(1, count));
    }

    [Fact]
    public async Task AContentThatLiesThereTwiceIsParsedOnceAndNamedAfterTheFirstPath()
    {
        using var bench = new Bench();
        var workers = new ScriptedWorkers(2);
        var summary = await bench.RunAsync([ListedFile.Of("a", "x"), ListedFile.Of("b", "y"), ListedFile.Of("c", "x"), ListedFile.Of("d", "x")], workers: workers);
        Assert.Equal(["a", "b"], workers.Seen.Order());
        Assert.Equal((2, 4), (summary.Documents, summary.States[FileState.Complete].Files));
    }

    [Fact]
    public async Task WithoutDeduplicationEveryPathIsParsedAndTheSinkHoldsTheSame()
    {
        using var bench = new Bench();
        var workers = new ScriptedWorkers(2);
        await bench.RunAsync(Bench.Mixed(), bench.Options with { Deduplicate = false }, workers: workers);
        Assert.Equal(13, workers.Seen.Count);
        Assert.Equal(await Bench.UndisturbedAsync(Bench.Mixed()), bench.Contents.Snapshot());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public async Task TheSinkHoldsTheSameForAnyNumberOfWorkersInAnyOrder(int workers)
    {
        using var bench = new Bench();
        var files = Bench.Mixed(40);
        var turn = 0;
        // Each document takes another time, so that they end out of order.
        var scripted = new ScriptedWorkers(workers, _ => Task.Delay(Interlocked.Increment(ref turn) * 7 % 5));
        var summary = await bench.RunAsync(files, bench.Options with { Workers = workers }, workers: scripted);
        Assert.Equal(IngestionEnd.Finished, summary.End);
        Assert.Equal(await Bench.UndisturbedAsync(files), bench.Contents.Snapshot());
    }

    [Fact]
    public async Task ASecondRunReadsEverythingAndParsesNothing()
    {
        using var bench = new Bench();
        await bench.RunAsync(Bench.Mixed());
        var before = bench.Contents.Snapshot();
        var workers = new ScriptedWorkers(2);
        var sink = new MemorySink(bench.Contents);
        var summary = await bench.RunAsync(Bench.Mixed(), workers: workers, sink: sink);
        Assert.Empty(workers.Seen);
        Assert.False(sink.WasReadThrough);
        Assert.Equal((IngestionEnd.Finished, true), (summary.End, summary.Balances));
        Assert.Equal(before, bench.Contents.Snapshot());
        // What lies outside the files is tried again and said again.
        Assert.Equal(2, summary.Written.Values.Sum());
        Assert.Equal(2, summary.States[FileState.Failed].Files);
        Assert.Equal(1, summary.Reasons[IngestionReason.SystemFile]);
    }

    [Fact]
    public async Task ANewPathWithAKnownContentIsRecordedWithoutParsing()
    {
        using var bench = new Bench();
        await bench.RunAsync(Bench.Mixed());
        var workers = new ScriptedWorkers(2);
        await bench.RunAsync([ListedFile.Of("new/copy.txt", "report 3"), ListedFile.Of("new/corrupt.docx", "fail Corrupt")], workers: workers);
        Assert.Empty(workers.Seen);
        Assert.Equal(await Bench.UndisturbedAsync([.. Bench.Mixed(), ListedFile.Of("new/copy.txt", "report 3"), ListedFile.Of("new/corrupt.docx", "fail Corrupt")]), bench.Contents.Snapshot());
    }

    [Fact]
    public async Task ChangedContentIsReadAgainAndTheOldDocumentGoesWithItsLastFile()
    {
        using var bench = new Bench();
        await bench.RunAsync([ListedFile.Of("a", "x"), ListedFile.Of("b", "y"), ListedFile.Of("c", "y")]);
        // A new path takes over the content that another gives up in the same run.
        ListedFile[] changed = [ListedFile.Of("a", "z"), ListedFile.Of("b", "w"), ListedFile.Of("c", "y"), ListedFile.Of("d", "x")];
        await bench.RunAsync(changed);
        Assert.Equal(4, bench.Contents.Documents.Count);
        Assert.Equal(4, bench.Contents.Files.Count);
        Assert.All(bench.Contents.Files.Values, f => Assert.True(bench.Contents.Documents.ContainsKey(f.Record.Sha256!)));
    }

    [Fact]
    public async Task OtherOptionsReadEverythingAgain()
    {
        using var bench = new Bench();
        await bench.RunAsync(Bench.Mixed());
        var workers = new ScriptedWorkers(2);
        var other = bench.Options with { Parser = new ReportParserOptions { Limits = new() { MaxPages = 7 } } };
        await bench.RunAsync(Bench.Mixed(), other, workers: workers);
        Assert.InRange(workers.Seen.Count, 9, 10);
        Assert.Equal(await Bench.UndisturbedAsync(Bench.Mixed()), bench.Contents.Snapshot());
        // And back: what was done under the first options was superseded.
        workers = new ScriptedWorkers(2);
        await bench.RunAsync(Bench.Mixed(), workers: workers);
        Assert.InRange(workers.Seen.Count, 9, 10);
    }

    [Fact]
    public async Task OnRequestFailuresAreTriedAgainOnceForEachContent()
    {
        using var bench = new Bench();
        await bench.RunAsync(Bench.Mixed());
        var workers = new ScriptedWorkers(2);
        var summary = await bench.RunAsync(Bench.Mixed(), bench.Options with { Retry = [IngestionReason.Corrupt, IngestionReason.TextGarbled] }, workers: workers);
        Assert.Equal(["b/corrupt.docx", "b/garbled.pdf"], workers.Seen.Order());
        Assert.Equal((2 + 2, 1), (summary.States[FileState.Failed].Files, summary.States[FileState.Partial].Files));
        Assert.Equal(await Bench.UndisturbedAsync(Bench.Mixed()), bench.Contents.Snapshot());
    }

    [Fact]
    public async Task ALaterSuccessSupersedesAFailure()
    {
        using var bench = new Bench();
        await bench.RunAsync([ListedFile.Of("a", "0123"u8.ToArray(), unreadable: IngestionReason.AccessDenied)]);
        Assert.Equal(FileState.Failed, bench.Contents.Files.Values.Single().Record.State);
        await bench.RunAsync([ListedFile.Of("a", "0123")]);
        Assert.Equal(FileState.Complete, bench.Contents.Files.Values.Single().Record.State);
    }

    [Fact]
    public async Task APathThatIsListedTwiceIsRecordedOnce()
    {
        using var bench = new Bench();
        var summary = await bench.RunAsync([.. Bench.Mixed(), .. Bench.Mixed()]);
        Assert.Equal((IngestionEnd.Finished, null), (summary.End, summary.EndDetail));
        Assert.All(bench.Contents.Writes.Values, count => Assert.Equal(1, count));
        Assert.Equal(await Bench.UndisturbedAsync(Bench.Mixed()), bench.Contents.Snapshot());
    }

    [Fact]
    public async Task AFileThatGrewSinceItWasFoundIsNotChargedWithOtherBytes()
    {
        using var bench = new Bench();
        var grown = new GrownFile { FileId = ListedFile.IdOf("a"), Path = "a", RawPath = "a"u8.ToArray(), Length = 3 };
        var summary = await bench.RunAsync([grown]);
        Assert.Equal((IngestionEnd.Finished, 1), (summary.End, summary.Reasons[IngestionReason.ChangedDuringRead]));
    }

    private sealed class GrownFile : InventoryEntry
    {
        public override ContentReading Read(long maxBytes, CancellationToken cancellationToken) => ListedFile.Of("a", "0123").Read(maxBytes, cancellationToken);
    }
}
