using DuckDB.NET.Data;
using Npgsql;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;
using PerfEval.Parsing.Ingestion.Sinks.Sql;
using Xunit;
using static PerfEval.Parsing.Ingestion.Tests.Sinks.SinkSamples;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>A schema of PostgreSQL; each test has its own.</summary>
[NeedsPostgreSql]
public sealed class PostgreSqlSinkTests(PostgreSqlServer server) : SinkConformance, IClassFixture<PostgreSqlServer>
{
    private readonly string _schema = "s" + Guid.NewGuid().ToString("n")[..12];

    private protected override IIngestionSink NewSink() => new PostgreSqlSink(server.ConnectionString(_schema), Clock);

    private protected override Task<(IReadOnlyList<string> Files, IReadOnlyList<string> Reports)> ReadArchiveAsync() => WithArchiveAsync(archive => archive.ReadAsync());

    [SinkFact]
    public async Task EveryValueOfEveryTableIsThereAsItWasGiven()
    {
        ParsedDocument[] documents = [Document("A", reports: 7, text: "甲"), Document("B", reports: 2, text: "乙\"'\n")];
        await using var sink = await OpenAsync();
        await sink.WriteAsync(Batch([SinkSamples.File("a", "A"), SinkSamples.File("b", "B")], documents), default);
        await WithArchiveAsync(async archive =>
        {
            await archive.AssertHoldsRowsAsync(documents);
            return true;
        });
    }

    [SinkFact]
    public async Task EveryViewGivesTheSameFiguresAsInDuckDb()
    {
        var path = Path.Join(Path.GetTempPath(), _schema + ".duckdb");
        IngestionBatch[] batches =
        [
            Batch([SinkSamples.File("f", null, FileState.Failed, IngestionReason.ReadError)]),
            Batch(
                [SinkSamples.File("a", "A"), SinkSamples.File("b", "A"), SinkSamples.File("c", "C", FileState.Partial, IngestionReason.NoText), SinkSamples.File("f", null, FileState.Failed, IngestionReason.NotFound)],
                [.. "ABCDEFGH".Select((name, i) => Document(name.ToString(), i + 1, "预算执行率低"))]),
        ];
        await using (var sink = await OpenAsync())
        await using (var duck = new DuckDbSink(path, new DuckDbSinkOptions { Clock = new TickingClock() }))
        {
            await duck.OpenAsync(Run(), default);
            foreach (var batch in batches)
            {
                await sink.WriteAsync(batch, default);
                await duck.WriteAsync(batch, default);
            }
        }

        await using var database = new DuckDBConnection($"DataSource={path}");
        await database.OpenAsync();
        var expected = new TableArchive(database, table => table.Name);
        foreach (var view in ViewScript.Views)
        {
            var columns = (await expected.QueryAsync($"describe {view.Name}")).Select(row => (string)row[0]!).Where(column => column is not ("first_seen" or "last_seen"));
            var sql = $"select {string.Join(", ", columns)} from ";
            var rows = await WithArchiveAsync(archive => archive.QueryAsync($"{sql}{_schema}.{view.Name}"));
            Assert.Equal(Lines(view.Name, await expected.QueryAsync(sql + view.Name)), Lines(view.Name, rows));
        }

        await database.CloseAsync();
        System.IO.File.Delete(path);
    }

    private static IEnumerable<string> Lines(string view, IEnumerable<object?[]> rows) => rows.Select(row => $"{view}: {SinkContent.RowText(row)}").Order(StringComparer.Ordinal);

    [SinkFact]
    public async Task WhatPostgreSqlCannotHoldInTextIsReplaced()
    {
        await using var sink = await OpenAsync();
        await sink.WriteAsync(Batch([SinkSamples.File("a", "A")], Document("A", text: "nul\0 lone\ud83d")), default);
        var texts = await WithArchiveAsync(archive => archive.QueryAsync($"select text from {_schema}.sections where text is not null"));
        Assert.StartsWith("nul\ufffd lone\ufffd", (string)texts[0][0]!, StringComparison.Ordinal);
    }

    [SinkFact]
    public async Task ABatchThatWasCommittedButNotAcknowledgedIsThereOnce()
    {
        var batch = Batch([SinkSamples.File("a", "A"), SinkSamples.File("b", "B", FileState.Failed, IngestionReason.Timeout)], Document("A"));
        await using (var sink = await OpenAsync())
            await sink.WriteAsync(batch, default);
        await using (var sink = await OpenAsync())
            await sink.WriteAsync(batch, default);
        var (files, reports) = await ReadArchiveAsync();
        Assert.Equal((2, 1), (files.Count, reports.Count));
    }

    [SinkFact]
    public async Task ASecondWriterIsRefusedAndMayTryAgain()
    {
        await using var second = NewSink();
        await using (await OpenAsync())
            Assert.False((await Assert.ThrowsAsync<SinkException>(() => second.OpenAsync(Run(), default))).IsPermanent);
        await second.OpenAsync(Run(), default);
    }

    [SinkFact]
    public async Task AForeignSchemaIsRefused()
    {
        await WithArchiveAsync(archive => archive.QueryAsync($"create schema {_schema}; create table {_schema}.files (id int)"));
        Assert.True((await Assert.ThrowsAsync<SinkException>(() => OpenAsync())).IsPermanent);
    }

    [SinkFact]
    public async Task AnotherLayoutIsRefused()
    {
        await (await OpenAsync()).DisposeAsync();
        await WithArchiveAsync(archive => archive.QueryAsync($"update {_schema}.perfeval_layout set version = 1000"));
        Assert.True((await Assert.ThrowsAsync<SinkException>(() => OpenAsync())).IsPermanent);
    }

    [SinkFact]
    public async Task WhatNoRetryMendsIsPermanentAndTellsNoSecret()
    {
        await WithArchiveAsync(archive => archive.QueryAsync("drop role if exists reader; create role reader login"));
        string[] connections =
        [
            server.ConnectionString(_schema, database: "nowhere"), server.ConnectionString(_schema, user: "nobody_here") + ";Password=secret-word", server.ConnectionString(_schema, user: "reader"),
        ];
        foreach (var connection in connections)
        {
            await using var sink = new PostgreSqlSink(connection);
            var refusal = await Assert.ThrowsAsync<SinkException>(() => sink.OpenAsync(Run(), default));
            Assert.True(refusal.IsPermanent, refusal.Message);
            Assert.DoesNotContain("secret-word", refusal.ToString(), StringComparison.Ordinal);
        }
    }

    [SinkFact]
    public async Task AServerThatIsNotThereMayComeBack()
    {
        await using var sink = new PostgreSqlSink("Host=/nowhere;Username=x;Timeout=2");
        Assert.False((await Assert.ThrowsAsync<SinkException>(() => sink.OpenAsync(Run(), default))).IsPermanent);
    }

    private async Task<T> WithArchiveAsync<T>(Func<TableArchive, Task<T>> action)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("public") + ";Pooling=false");
        await connection.OpenAsync();
        return await action(new TableArchive(connection, table => $"{_schema}.{table.Name}"));
    }
}

/// <summary>A server that is killed in the middle of a run; it has its own, so that no other test suffers.</summary>
[NeedsPostgreSql]
public sealed class PostgreSqlCrashTests(PostgreSqlServer server) : IClassFixture<PostgreSqlServer>
{
    [SinkFact]
    public async Task ARunGoesOnAfterTheServerWasKilledAndStartedAgain()
    {
        await using var sink = new PostgreSqlSink(server.ConnectionString("crash"));
        await sink.OpenAsync(Run(), default);
        await sink.WriteAsync(Batch([SinkSamples.File("a", "A")], Document("A")), default);
        server.Kill();
        var batch = Batch([SinkSamples.File("b", "B")], Document("B"));
        for (var i = 0; i < 2; i++)
            Assert.False((await Assert.ThrowsAsync<SinkException>(() => sink.WriteAsync(batch, default))).IsPermanent);
        await server.StartAsync();
        await sink.WriteAsync(batch, default);
        Assert.Equal(2, (await ListAsync(sink.ReadFilesAsync(default))).Count);
    }
}
