using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;
using PerfEval.Parsing.Ingestion.Tables;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;
using static PerfEval.Parsing.Ingestion.Tests.Sinks.SinkBatches;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>The DuckDB database holds what was written, once.</summary>
public sealed class DuckDbSinkTests
{
    private static readonly IngestionBatch Two = new(
        [File("a.docx", content: "A"), File("b.docx", content: "B"), File("c.doc", FileState.Failed, "C", IngestionReason.UnsupportedFormat), File("x", FileState.Skipped, null, IngestionReason.SystemFile)],
        [Document("A", Report(1)), Document("B", Report(2), Report(3))]);

    [Fact]
    public async Task WhatWasWrittenIsThere()
    {
        using var archive = new DuckDbArchive();
        await archive.WriteAsync(new IngestionBatch([File("a.docx", content: "A")], [Document("A", FullReport.Create())]));

        Assert.Equal(FullReport.Create(), JsonReportReader.Read(archive.Query("select model from reports")[0]));
        Assert.Equal(["a.docx|complete|2025-06-07 00:09:10|1000"], archive.Query("select path, state, strftime(modified, '%Y-%m-%d %H:%M:%S'), length from files"));
        Assert.Equal(["79228162514264337593543950335"], archive.Query("select cast(cast(spent as hugeint) as varchar) from reports"));
        Assert.Equal(["4"], archive.Query("select count(*) from sections"));
        Assert.Equal(["1|甲"], archive.Query("select json_array_length(metadata), json_extract_string(compared, '$[0].value') from reports, diagnostics where id = 'PE1005'"));
    }

    [Fact]
    public async Task ABatchWrittenTwiceIsThereOnce()
    {
        using var once = new DuckDbArchive();
        using var twice = new DuckDbArchive();
        await once.WriteAsync(Two);
        await twice.WriteAsync(Two, Two);
        await twice.WriteAsync(Two);

        Assert.Equal(once.Content(), twice.Content());
        Assert.Contains("reports: ", once.Content(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADocumentThatNoFileHoldsAnyMoreGoesWithItsRows()
    {
        using var archive = new DuckDbArchive();
        await archive.WriteAsync(
            new IngestionBatch([File("a.docx", content: "A"), File("copy.docx", content: "A"), File("b.docx", content: "B")], [Document("A", Report(1)), Document("B", Report(2))]),
            new IngestionBatch([File("a.docx", content: "A2"), File("b.docx", content: "B2")], [Document("A2", Report(3)), Document("B2", Report(4))]));

        Assert.Equal(["报告1", "报告3", "报告4"], archive.Query("select title from reports order by title"));
        Assert.Equal(["3"], archive.Query("select count(distinct document_id) from sections"));
    }

    [Fact]
    public async Task ADocumentThatFailsInALaterVersionLeavesNoOldReportBehind()
    {
        using var archive = new DuckDbArchive();
        await archive.WriteAsync(
            new IngestionBatch([File("a.docx", content: "A")], [Document("A", Report(1))]),
            new IngestionBatch([File("a.docx", FileState.Failed, "A", IngestionReason.Timeout)], []));

        Assert.Empty(archive.Query("select * from reports"));
        Assert.Empty(archive.Query("select * from items"));
    }

    [Fact]
    public async Task ADeadLetterKeepsItsFirstTimeAndIsMarkedWhenTheFileIsRead()
    {
        using var archive = new DuckDbArchive();
        var clock = new SteppingClock();
        await using (var sink = new DuckDbSink(archive.File, new DuckDbSinkOptions { Clock = clock }))
        {
            await sink.OpenAsync(Run, default);
            await sink.WriteAsync(new([File("a", FileState.Failed, "A", IngestionReason.Timeout), File("b", FileState.Failed, "B", IngestionReason.Timeout)], []), default);
            await sink.WriteAsync(new([File("a", FileState.Failed, "A", IngestionReason.MemoryLimit)], []), default);
            await sink.WriteAsync(new([File("b", FileState.Partial, "B", IngestionReason.NoText)], [Document("B", Report(1))]), default);
        }

        Assert.Equal(
            ["a|MemoryLimit|01|02|", "b|Timeout|01|01|03"],
            archive.Query("select path, reason, strftime(first_seen, '%M'), strftime(last_seen, '%M'), strftime(superseded_at, '%M') from failures order by path"));
        Assert.Equal(["a"], archive.Query("select path from v_dead_letters"));
        Assert.Equal(archive.Query("select file_id from files where state = 'failed'"), archive.Query("select file_id from v_dead_letters"));
        Assert.Equal(["139"], archive.Query("select json_extract_string(attempts, '$[0].exitCode') from v_dead_letters join failures using (file_id)"));
    }

    [Fact]
    public async Task TheSinkTellsWhatItHoldsAndCountsByRun()
    {
        using var archive = new DuckDbArchive();
        await archive.WriteAsync(Two);
        await using var sink = new DuckDbSink(archive.File);
        await sink.OpenAsync(RunOf("run-2"), default);
        await sink.WriteAsync(new IngestionBatch([File("b.docx", content: "B")], []), default);
        var files = new List<SunkFile>();
        await foreach (var file in sink.ReadFilesAsync(default))
            files.Add(file);

        Assert.Equal(Two.Files.Select(f => (f.FileId, f.Sha256, f.State)).Order(), files.Select(f => (f.FileId, f.Sha256, f.State)).Order());
        Assert.Equal(IngestionReason.UnsupportedFormat, files.Single(f => f.State == FileState.Failed).Reason);
        Assert.All(files, f => Assert.Equal(("1.2.3", "options"), (f.ParserVersion, f.OptionsHash)));
        Assert.Equal(new Dictionary<FileState, long> { [FileState.Complete] = 1, [FileState.Failed] = 1, [FileState.Skipped] = 1 }, await sink.CountAsync("run-1", default));
        Assert.Equal(new Dictionary<FileState, long> { [FileState.Complete] = 1 }, await sink.CountAsync("run-2", default));
    }

    [Fact]
    public async Task ARunHasItsRowFromTheBeginningAndItsFiguresAtTheEnd()
    {
        using var archive = new DuckDbArchive();
        await archive.WriteAsync();
        Assert.Equal(["run-1|"], archive.Query("select run_id, finished from runs"));
        await using (var sink = new DuckDbSink(archive.File))
        {
            await sink.OpenAsync(Run, default);
            await sink.CompleteAsync(new IngestionSummary { RunId = "run-1", Documents = 7, Elapsed = TimeSpan.FromMinutes(1), Enumerated = new(3, 30) }, default);
        }

        Assert.Equal(["03:05:05|7|3|finished"], archive.Query(
            "select strftime(finished, '%H:%M:%S'), json_extract_string(summary, '$.documents'), json_extract_string(summary, '$.enumerated.files'), json_extract_string(summary, '$.end') from runs"));
        Assert.False(System.IO.File.Exists(archive.File + ".wal"));
    }

    [Fact]
    public async Task TheModelCanBeLeftOut()
    {
        using var archive = new DuckDbArchive();
        await using (var sink = new DuckDbSink(archive.File, new DuckDbSinkOptions { IncludeModel = false }))
        {
            await sink.OpenAsync(Run, default);
            await sink.WriteAsync(Two, default);
        }

        Assert.Equal(["3|0"], archive.Query("select count(*), count(model) from reports"));
    }

    [Fact]
    public async Task TablesColumnsAndViewsSayWhatTheyMean()
    {
        using var archive = new DuckDbArchive();
        await archive.WriteAsync();

        Assert.Empty(archive.Query("select table_name, column_name from duckdb_columns() where not internal and comment is null and table_name not like 'v\\_%' escape '\\' and table_name <> 'perfeval_layout'"));
        Assert.Empty(archive.Query("select table_name from duckdb_tables() where comment is null and table_name <> 'perfeval_layout'"));
        Assert.Empty(archive.Query("select view_name from duckdb_views() where not internal and comment is null"));
        Assert.Equal(ArchiveTables.All.Count, archive.Query("select table_name from duckdb_tables() where table_name <> 'perfeval_layout'").Count);
    }

    [Fact]
    public async Task ACancelledBatchIsNotThereAndTheNextOneIs()
    {
        using var archive = new DuckDbArchive();
        await using (var sink = new DuckDbSink(archive.File))
        {
            await sink.OpenAsync(Run, default);
            using var cancelled = new CancellationTokenSource();
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sink.WriteAsync(Two, cancelled.Token));
            await sink.WriteAsync(new IngestionBatch([File("z", content: "Z")], [Document("Z", Report(9))]), default);
        }

        Assert.Equal(["z"], archive.Query("select path from files"));
    }

    [Fact]
    public async Task ABatchThatFailsHalfWayLeavesNothing()
    {
        using var archive = new DuckDbArchive();
        var broken = Document("B", Report(2));
        broken = broken with { Rows = [.. broken.Rows, new TableRows(ArchiveTables.Diagnostics, [[new object()]])] };
        await using (var sink = new DuckDbSink(archive.File))
        {
            await sink.OpenAsync(Run, default);
            await Assert.ThrowsAsync<SinkException>(() => sink.WriteAsync(new IngestionBatch([File("b", content: "B")], [broken]), default));
            await sink.WriteAsync(new IngestionBatch([File("z", content: "Z")], [Document("Z", Report(9))]), default);
        }

        Assert.Equal(["报告9"], archive.Query("select title from reports"));
        Assert.Equal(["z"], archive.Query("select path from files"));
    }

    private sealed class SteppingClock : TimeProvider
    {
        private int _minutes;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(++_minutes);
    }
}
