using DuckDB.NET.Data;
using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>A DuckDB database does what every sink does.</summary>
public sealed class DuckDbConformanceTests : SinkConformance
{
    private readonly string _folder = Directory.CreateTempSubdirectory("perfeval-duck-").FullName;

    private string Database => Path.Join(_folder, "archive.duckdb");

    public override Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private protected override IIngestionSink NewSink() => new DuckDbSink(Database, new DuckDbSinkOptions { Clock = Clock });

    private protected override async Task<(IReadOnlyList<string> Files, IReadOnlyList<string> Reports)> ReadArchiveAsync()
    {
        await using var connection = new DuckDBConnection($"DataSource={Database}");
        await connection.OpenAsync();
        return await new TableArchive(connection, table => table.Name).ReadAsync();
    }
}
