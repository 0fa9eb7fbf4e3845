using System.Globalization;
using DuckDB.NET.Data;
using PerfEval.Parsing.Ingestion.Records;

namespace PerfEval.Parsing.Ingestion.Sinks.DuckDb;

/// <summary>What the pipeline asks of the database.</summary>
internal static class DuckDbQueries
{
    /// <summary>How many files are read at once.</summary>
    public const int PageSize = 10_000;

    /// <summary>The files that follow an id, a page of them.</summary>
    public static IReadOnlyList<SunkFile> Files(DuckDbSession session, string after)
    {
        DuckDbLayout.Prepare(session);
        var sql = string.Create(CultureInfo.InvariantCulture,
            $"select file_id, document_id, state, reason, parser_version, options_hash, run_id from files where file_id > $1 order by file_id limit {PageSize}");
        return [.. session.Query(sql, after).Select(Read)];
    }

    public static IReadOnlyDictionary<FileState, long> Count(DuckDbSession session, string runId)
    {
        DuckDbLayout.Prepare(session);
        return session.Query("select state, count(*) from files where run_id = $1 group by state", runId)
            .ToDictionary(row => Enum.Parse<FileState>(row.GetString(0), ignoreCase: true), row => row.GetInt64(1));
    }

    private static SunkFile Read(DuckDBDataReader row) => new(
        row.GetString(0), Maybe(row, 1), Enum.Parse<FileState>(row.GetString(2), ignoreCase: true),
        Maybe(row, 3) is { } reason ? Enum.Parse<IngestionReason>(reason) : null, row.GetString(4), row.GetString(5))
    { RunId = Maybe(row, 6) };

    private static string? Maybe(DuckDBDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
