using PerfEval.Parsing.Ingestion.Sinks;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>Sinks by the name of their target.</summary>
public sealed class IngestionSinksTests
{
    [Theory]
    [InlineData("archive.duckdb", typeof(DuckDbSink))]
    [InlineData("archive.DB", typeof(DuckDbSink))]
    [InlineData("out.jsonl", typeof(JsonLinesSink))]
    [InlineData("OUT.JSONL", typeof(JsonLinesSink))]
    [InlineData("jsonl:some/folder", typeof(JsonLinesSink))]
    [InlineData("parquet:some/folder", typeof(ParquetSink))]
    [InlineData("archive.parquet", typeof(ParquetSink))]
    [InlineData("postgresql://me:secret@db.example:5433/archive?schema=reports&sslmode=require", typeof(PostgreSqlSink))]
    [InlineData("postgres:///archive?host=/var/run/postgresql", typeof(PostgreSqlSink))]
    [InlineData("Host=localhost;Database=archive", typeof(PostgreSqlSink))]
    public async Task ATargetNamesItsSink(string target, Type type)
    {
        await using var sink = IngestionSinks.Open(target);
        Assert.IsType(type, sink);
        Assert.IsAssignableFrom<IDeadLetterSource>(sink);
    }

    [Theory]
    [InlineData("out.csv")]
    [InlineData("folder")]
    [InlineData("jsonl:")]
    [InlineData("postgresql://me:secret@db.example:x/archive")]
    [InlineData("Host=db;Password=secret;Port=many")]
    [InlineData(" ")]
    public void AnythingElseIsAWrongCallAndIsNotRepeated(string target) =>
        Assert.DoesNotContain("secret", Assert.ThrowsAny<ArgumentException>(() => IngestionSinks.Open(target)).ToString(), StringComparison.Ordinal);
}
