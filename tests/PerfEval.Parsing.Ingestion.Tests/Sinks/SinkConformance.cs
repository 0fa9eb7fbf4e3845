using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;
using Xunit;
using static PerfEval.Parsing.Ingestion.Tests.Sinks.SinkSamples;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>What every sink does, whatever it writes to.</summary>
public abstract class SinkConformance : IAsyncLifetime
{
    private protected TickingClock Clock { get; } = new();

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A sink over the test's own archive, which outlives it.</summary>
    private protected abstract IIngestionSink NewSink();

    /// <summary>The files and reports as a reader of the archive sees them after a run, without the sink's help.</summary>
    private protected abstract Task<(IReadOnlyList<string> Files, IReadOnlyList<string> Reports)> ReadArchiveAsync();

    [SinkFact]
    public Task AllStatesAreReadBackAsWritten() => CompareAsync(
        Batch(
            [
                File("a.docx", "A"), File("b.pdf", "B", FileState.Partial, IngestionReason.PageUnreadable, IngestionReason.FontUnmapped),
                File("c.doc", "C", FileState.Failed, IngestionReason.UnsupportedFormat), File("d", null, FileState.Failed, IngestionReason.AccessDenied),
                File("~$e.docx", null, FileState.Skipped, IngestionReason.SystemFile),
            ],
            Document("A"), Document("B")));

    [SinkFact]
    public Task TheSameBatchTwiceIsThereOnce()
    {
        var batch = Batch([File("a", "A"), File("b", "B", FileState.Partial, IngestionReason.NoTextLayer)], Document("A"), Document("B"));
        return CompareAsync(batch, batch);
    }

    [SinkFact]
    public Task ALaterRecordReplacesAnEarlierOneWithItsDocument() => CompareAsync(
        Batch([File("a", "A"), File("b", "B")], Document("A"), Document("B")),
        Batch([File("a", "A2")], Document("A2", reports: 3)),
        Batch([File("b", "B")], Document("B", text: "读得更好")));

    [SinkFact]
    public Task ADocumentStaysWhileOneFileHoldsIt() => CompareAsync(
        Batch([File("a", "S"), File("b", "S"), File("c", "S")], Document("S")),
        Batch([File("a", "A")], Document("A")),
        Batch([File("b", "S", FileState.Failed, IngestionReason.Timeout)]));

    [SinkFact]
    public Task ADocumentThatLostItsLastFileIsGone() => CompareAsync(
        Batch([File("a", "S"), File("b", "S")], Document("S")), Batch([File("a", "A"), File("b", null, FileState.Failed, IngestionReason.NotFound)], Document("A")));

    [SinkFact]
    public Task ADocumentMayComeBeforeItsFirstFile() => CompareAsync(Batch([], Document("A")), Batch([File("x", "X")], Document("X")), Batch([File("a", "A"), File("b", "A")]));

    [SinkFact]
    public Task ADocumentMayHoldManyReports() => CompareAsync(Batch([File("all.xlsx", "L")], Document("L", reports: 250)));

    [SinkFact]
    public Task HostileTextDoesNoHarm() => CompareAsync(
        Batch(
            [File("new\nline\t\"quote\" 'single' \\ ; drop table files; --", "H"), File("nul\0 lone\ud800 half\udc00 🙂 𠮷", "E"), File(new string('长', 4000), "L")],
            Document("H", text: "\"'\\\r\n\t\u2028$$ {} \u0085 🙂"), Document("E", text: ""), Document("L", text: new string('财', 1 << 20))));

    [SinkFact]
    public Task AnEmptyBatchChangesNothing() => CompareAsync(Batch([]), Batch([File("a", "A")], Document("A")), Batch([]));

    [SinkFact]
    public Task ASupersededFailureIsKept() => CompareAsync(
        Batch([File("a", null, FileState.Failed, IngestionReason.ReadError), File("b", "B", FileState.Failed, IngestionReason.Timeout), File("c", "C")], Document("C")),
        Batch([File("a", "A"), File("b", "B", FileState.Failed, IngestionReason.MemoryLimit)], Document("A")),
        Batch([File("b", "B", FileState.Partial, IngestionReason.LimitReached), File("c", "C", FileState.Failed, IngestionReason.InternalError)], Document("B")),
        Batch([File("a", "A", FileState.Failed, IngestionReason.WorkerExit)]));

    [SinkFact]
    public async Task AFaultInTheMiddleOfABatchLeavesNothingOfIt()
    {
        var first = Batch([File("a", "A")], Document("A"));
        var second = Batch([File("a", "A2"), File("b", "B"), File("c", "C")], Document("A2"), Document("B"), Document("C"));
        await using var sink = await OpenAsync();
        await sink.WriteAsync(first, default);
        for (var fault = 0; fault < 3; fault++)
        {
            await Assert.ThrowsAnyAsync<Exception>(() => sink.WriteAsync(second with { Files = new FaultyList<FileRecord>(second.Files, fault) }, default));
            await Assert.ThrowsAnyAsync<Exception>(() => sink.WriteAsync(second with { Documents = new FaultyList<ParsedDocument>(second.Documents, fault) }, default));
            Assert.Single(await ListAsync(sink.ReadFilesAsync(default)));
        }

        await sink.CompleteAsync(Summary(), default);
        await sink.DisposeAsync();
        await AssertHoldsAsync(await OracleAsync(first));
        await using (var again = await OpenAsync())
        {
            await again.WriteAsync(second, default);
            await again.CompleteAsync(Summary(), default);
        }

        await AssertHoldsAsync(await OracleAsync(first, second));
    }

    [SinkFact]
    public async Task ACancelledWriteLeavesNothing()
    {
        await using var sink = await OpenAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sink.WriteAsync(Batch([File("a", "A")], Document("A")), new CancellationToken(true)));
        Assert.Empty(await ListAsync(sink.ReadFilesAsync(default)));
        await sink.WriteAsync(Batch([File("b", "B")], Document("B")), default);
        Assert.Equal(Hash("B"), Assert.Single(await ListAsync(sink.ReadFilesAsync(default))).Sha256);
    }

    [SinkFact]
    public async Task ASinkOpenedAgainHoldsWhatItHeldWhetherTheRunEndedOrNot()
    {
        await using (var sink = await OpenAsync())
            await sink.WriteAsync(Batch([File("a", "A"), File("f", "F", FileState.Failed, IngestionReason.Stalled)], Document("A")), default);
        await using (var sink = await OpenAsync(Run("run-2", "2.0")))
        {
            Assert.Equal(["1.0", "1.0"], (await ListAsync(sink.ReadFilesAsync(default))).Select(file => file.ParserVersion));
            await sink.WriteAsync(Batch([File("b", "B", FileState.Partial, IngestionReason.NoText)], Document("B")), default);
            await sink.CompleteAsync(Summary("run-2"), default);
        }

        await using var last = await OpenAsync(Run("run-3", "3.0"));
        Assert.Equal(
            [
                new SunkFile(Hash("a")[..32], Hash("A"), FileState.Complete, null, "1.0", "options") { RunId = "run-1" },
                new SunkFile(Hash("b")[..32], Hash("B"), FileState.Partial, IngestionReason.NoText, "2.0", "options") { RunId = "run-2" },
                new SunkFile(Hash("f")[..32], Hash("F"), FileState.Failed, IngestionReason.Stalled, "1.0", "options") { RunId = "run-1" },
            ],
            (await ListAsync(last.ReadFilesAsync(default))).OrderBy(file => file.State == FileState.Failed).ThenBy(file => file.ParserVersion, StringComparer.Ordinal));
    }

    [SinkFact]
    public async Task FilesAreCountedByTheRunThatWroteThemLast()
    {
        await using (var sink = await OpenAsync())
            await sink.WriteAsync(Batch([File("a", "A"), File("b", "B"), File("c", "C", FileState.Failed, IngestionReason.Garbled)], Document("A"), Document("B")), default);
        await using var second = await OpenAsync(Run("run-2"));
        await second.WriteAsync(Batch([File("b", "B2")], Document("B2")), default);
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(new Dictionary<FileState, long> { [FileState.Complete] = 1 }, await second.CountAsync("run-2", default));
            Assert.Equal(new Dictionary<FileState, long> { [FileState.Complete] = 1, [FileState.Failed] = 1 }, await second.CountAsync("run-1", default));
            await second.CompleteAsync(Summary("run-2"), default);
        }
    }

    [SinkFact]
    public async Task FailuresCanBeReadWithoutARunAndWhileOneIsUnderWay()
    {
        await using var sink = await OpenAsync();
        await sink.WriteAsync(Batch([File("a", "A", FileState.Failed, IngestionReason.Corrupt)]), default);
        var letter = Assert.Single(await ListAsync(((IDeadLetterSource)sink).ReadFailuresAsync(default)));
        Assert.Equal((IngestionReason.Corrupt, "a", "1.0"), (letter.Reason, letter.Path, letter.ParserVersion));
        Assert.Equal("a"u8.ToArray(), letter.RawPath.ToArray());
        await sink.CompleteAsync(Summary(), default);
        await sink.DisposeAsync();
        await using var reader = NewSink();
        Assert.Equal(letter.FirstSeen, Assert.Single(await ListAsync(((IDeadLetterSource)reader).ReadFailuresAsync(default))).FirstSeen);
    }

    [SinkTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task WhateverIsWrittenInWhateverOrderTheSinkHoldsWhatThePlainOneDoes(int seed)
    {
        var random = new Random(seed);
        var oracle = new MemorySink(new TickingClock());
        await oracle.OpenAsync(Run(), default);
        var sink = await OpenAsync();
        for (var round = 0; round < 12; round++)
        {
            var batch = RandomBatch(random);
            await oracle.WriteAsync(batch, default);
            await sink.WriteAsync(batch, default);
            if (random.Next(3) == 0)
                await sink.CompleteAsync(Summary(), default);
            if (random.Next(3) > 0)
                continue;
            await sink.DisposeAsync();
            sink = await OpenAsync();
        }

        await sink.CompleteAsync(Summary(), default);
        await sink.DisposeAsync();
        await AssertHoldsAsync(oracle.Content);
    }

    private protected async Task<IIngestionSink> OpenAsync(IngestionRun? run = null)
    {
        var sink = NewSink();
        await sink.OpenAsync(run ?? Run(), default);
        return sink;
    }

    private protected async Task AssertHoldsAsync(SinkContent expected)
    {
        var (files, reports) = await ReadArchiveAsync();
        await using var reader = NewSink();
        SinkContent.Same(expected, SinkContent.Of(files, reports, await ListAsync(((IDeadLetterSource)reader).ReadFailuresAsync(default))));
    }

    private async Task CompareAsync(params IngestionBatch[] batches)
    {
        await using (var sink = await OpenAsync())
        {
            foreach (var batch in batches)
                await sink.WriteAsync(batch, default);
            await sink.CompleteAsync(Summary(), default);
        }

        var expected = await OracleAsync(batches);
        await AssertHoldsAsync(expected);
        // A run that brings nothing new changes nothing.
        await using (var again = await OpenAsync(Run("run-2")))
            await again.CompleteAsync(Summary("run-2"), default);
        await AssertHoldsAsync(expected);
    }

    private static async Task<SinkContent> OracleAsync(params IngestionBatch[] batches)
    {
        var oracle = new MemorySink(new TickingClock());
        await oracle.OpenAsync(Run(), default);
        foreach (var batch in batches)
            await oracle.WriteAsync(batch, default);
        return oracle.Content;
    }

    // Few names and contents, so that they meet often.
    private static IngestionBatch RandomBatch(Random random)
    {
        var names = Enumerable.Range(0, 8).Select(i => $"file {i}").ToArray();
        random.Shuffle(names);
        List<FileRecord> files = [.. names.Take(random.Next(1, 5)).Select(name => random.Next(4) == 0
            ? File(name, random.Next(2) == 0 ? null : $"content {random.Next(6)}", FileState.Failed, IngestionReason.Timeout)
            : File(name, $"content {random.Next(6)}"))];
        var contents = files.Where(file => file.State == FileState.Complete).Select(file => file.Sha256).ToHashSet();
        return Batch(files, Enumerable.Range(0, 6).Select(i => $"content {i}").Where(content => contents.Contains(Hash(content)))
            .Select(content => Document(content, random.Next(1, 3), $"文 {random.Next(100)}")));
    }
}

/// <summary>The plain sink is held to the same.</summary>
public sealed class MemorySinkTests : SinkConformance
{
    private readonly Shared _shared = new();

    private protected override IIngestionSink NewSink() => _shared.Of(Clock);

    private protected override Task<(IReadOnlyList<string> Files, IReadOnlyList<string> Reports)> ReadArchiveAsync() =>
        Task.FromResult((_shared.Of(Clock).Content.Files, _shared.Of(Clock).Content.Reports));

    private sealed class Shared
    {
        private MemorySink? _sink;

        public MemorySink Of(TimeProvider clock) => _sink ??= new MemorySink(clock);
    }
}
