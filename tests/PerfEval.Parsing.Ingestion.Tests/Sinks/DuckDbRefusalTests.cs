using DuckDB.NET.Data;
using PerfEval.Parsing.Ingestion.Sinks;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>What is not our database is left as it is, and the message says what to do.</summary>
public sealed class DuckDbRefusalTests
{
    [Theory]
    [InlineData("no database at all, just text")]
    [InlineData("SQLite format 3\0")]
    [InlineData("short")]
    public async Task AnotherFileIsNeverTouched(string content)
    {
        using var archive = new DuckDbArchive();
        await System.IO.File.WriteAllTextAsync(archive.File, content);

        var refusal = await Assert.ThrowsAsync<SinkException>(() => archive.WriteAsync());

        Assert.True(refusal.IsPermanent);
        Assert.Equal(content, await System.IO.File.ReadAllTextAsync(archive.File));
    }

    [Fact]
    public async Task AnEmptyFileLeftByACrashIsReplaced()
    {
        using var archive = new DuckDbArchive();
        await System.IO.File.WriteAllBytesAsync(archive.File, []);
        await archive.WriteAsync();

        Assert.Equal(["1"], archive.Query("select version from perfeval_layout"));
    }

    [Fact]
    public Task AnotherProgramsTablesAreRefused() => IsRefused("create table own (x integer)", "another program's tables");

    [Fact]
    public async Task ANewerLayoutIsRefused()
    {
        using var archive = new DuckDbArchive();
        await archive.WriteAsync();
        await IsRefused(archive, "update perfeval_layout set version = 99", "newer version");
    }

    [Fact]
    public async Task AnAlteredTableIsRefused()
    {
        using var archive = new DuckDbArchive();
        await archive.WriteAsync();
        await IsRefused(archive, "alter table items drop column heading", "altered");
    }

    [Fact]
    public async Task TablesOfTheAnalystsOwnBesideOursAreLeftAlone()
    {
        using var archive = new DuckDbArchive();
        await archive.WriteAsync();
        Execute(archive, "create table mine as select 1 as x");
        await archive.WriteAsync();

        Assert.Equal(["1"], archive.Query("select x from mine"));
    }

    [Fact]
    public async Task ADamagedDatabaseIsSaidToBeDamaged()
    {
        using var archive = new DuckDbArchive();
        await archive.WriteAsync();
        var bytes = await System.IO.File.ReadAllBytesAsync(archive.File);
        bytes.AsSpan(4096, 8192).Fill(0xAB);
        await System.IO.File.WriteAllBytesAsync(archive.File, bytes);

        var refusal = await Assert.ThrowsAsync<SinkException>(() => archive.WriteAsync());

        Assert.True(refusal.IsPermanent, refusal.Message);
        Assert.Contains("damaged", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASecondSinkOfThisProcessIsRefusedUntilTheFirstIsClosed()
    {
        using var archive = new DuckDbArchive();
        await using (var first = new DuckDbSink(archive.File))
        {
            await first.OpenAsync(SinkBatches.Run, default);
            var refusal = await Assert.ThrowsAsync<SinkException>(() => archive.WriteAsync());
            Assert.Contains("another sink", refusal.Message, StringComparison.Ordinal);
        }

        await archive.WriteAsync();
    }

    [Fact]
    public async Task ADatabaseThatAnotherProcessHasOpenCanBeTriedAgain()
    {
        using var archive = new DuckDbArchive();
        await archive.WriteAsync();
        using var other = ChildProcess.Start("hold-duckdb", archive.File);
        Assert.Equal("open", await other.StandardOutput.ReadLineAsync());
        try
        {
            var refusal = await Assert.ThrowsAsync<SinkException>(() => archive.WriteAsync());

            Assert.False(refusal.IsPermanent);
            Assert.Contains("another process", refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            other.Kill();
            await other.WaitForExitAsync();
        }

        await archive.WriteAsync();
    }

    private static async Task IsRefused(string sql, string says)
    {
        using var archive = new DuckDbArchive();
        await IsRefused(archive, sql, says);
    }

    private static async Task IsRefused(DuckDbArchive archive, string sql, string says)
    {
        Execute(archive, sql);
        var refusal = await Assert.ThrowsAsync<SinkException>(() => archive.WriteAsync());

        Assert.True(refusal.IsPermanent);
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    private static void Execute(DuckDbArchive archive, string sql)
    {
        using var connection = new DuckDBConnection($"Data Source={archive.File}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
