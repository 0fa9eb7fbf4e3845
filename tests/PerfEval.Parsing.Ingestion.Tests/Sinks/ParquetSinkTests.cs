using DuckDB.NET.Data;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;
using PerfEval.Parsing.Ingestion.Tables;
using Xunit;
using static PerfEval.Parsing.Ingestion.Tests.Sinks.SinkSamples;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>A folder of Parquet tables, read with DuckDB.</summary>
public sealed class ParquetSinkTests : SegmentedSinkConformance
{
    private protected override IIngestionSink NewSink() => new ParquetSink(Folder, Clock);

    private protected override Task<(IReadOnlyList<string> Files, IReadOnlyList<string> Reports)> ReadArchiveAsync() => WithArchiveAsync(archive => archive.ReadAsync());

    [Fact]
    public async Task EveryValueOfEveryTableIsThereAsItWasGiven()
    {
        ParsedDocument[] documents = [Document("A", reports: 7, text: "甲"), Document("B", reports: 2, text: "乙\"'\n")];
        await using var sink = await OpenAsync();
        await sink.WriteAsync(Batch([SinkSamples.File("a", "A"), SinkSamples.File("b", "B")], documents), default);
        await sink.CompleteAsync(Summary(), default);
        await WithArchiveAsync(async archive =>
        {
            await archive.AssertHoldsRowsAsync(documents);
            return true;
        });
    }

    [Fact]
    public async Task ColumnsHaveTheTypesThatTheirTablesSay()
    {
        await using var sink = await OpenAsync();
        await sink.CompleteAsync(Summary(), default);
        await WithArchiveAsync(async archive =>
        {
            foreach (var table in ArchiveTables.All)
            {
                var rows = await archive.QueryAsync($"describe select * from {Source(table)}");
                Assert.Equal(table.Columns.Select(column => (column.Name, TypeOf(column.Type))), rows.Select(row => ((string)row[0]!, (string)row[1]!)));
            }

            return true;
        });
    }

    [Fact]
    public async Task TheLargestNumberIsHeld()
    {
        var document = Document("A");
        var score = ArchiveTables.Reports.Columns.ToList().FindIndex(column => column.Name == "score");
        document.Rows[0].Rows[0][score] = decimal.MinValue;
        await using var sink = await OpenAsync();
        await sink.WriteAsync(Batch([SinkSamples.File("a", "A")], document), default);
        await sink.CompleteAsync(Summary(), default);
        var rows = await WithArchiveAsync(archive => archive.QueryAsync($"select cast(score as varchar) from {Source(ArchiveTables.Reports)}"));
        Assert.Equal("-79228162514264337593543950335.000000", rows[0][0]);
    }

    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text or ColumnType.Json => "VARCHAR",
        ColumnType.Integer => "BIGINT",
        ColumnType.Number => "DECIMAL(38,6)",
        ColumnType.Boolean => "BOOLEAN",
        _ => "TIMESTAMP WITH TIME ZONE",
    };

    private string Source(TableSchema table) => $"read_parquet('{Folder}/{table.Name}/*.parquet')";

    private async Task<T> WithArchiveAsync<T>(Func<TableArchive, Task<T>> action)
    {
        await using var connection = new DuckDBConnection("DataSource=:memory:");
        await connection.OpenAsync();
        return await action(new TableArchive(connection, Source));
    }
}
