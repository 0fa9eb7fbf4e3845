using System.Globalization;
using DuckDB.NET.Data;
using PerfEval.Parsing.Ingestion.Sinks.Segments;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.DuckDb;

/// <summary>Reads dead letters.</summary>
internal static class DuckDbFailures
{
    /// <summary>How many are read at once.</summary>
    public const int PageSize = 1_000;

    private static readonly string Columns = string.Join(", ", ArchiveTables.Failures.Columns.Select(column => column.Name));

    /// <summary>The dead letters that follow an id, a page of them.</summary>
    public static IReadOnlyList<DeadLetter> Read(DuckDbSession session, string after)
    {
        DuckDbLayout.Prepare(session);
        var sql = string.Create(CultureInfo.InvariantCulture, $"select {Columns} from failures where file_id > $1 order by file_id limit {PageSize}");
        return [.. session.Query(sql, after).Select(row => ArchiveRows.ReadFailure(Values(row)))];
    }

    private static object?[] Values(DuckDBDataReader row) => [.. Enumerable.Range(0, row.FieldCount).Select(i => row.GetValue(i) switch
    {
        DBNull => null,
        DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
        var value => value,
    })];
}
