using System.Globalization;
using System.Text.Json.Nodes;
using DuckDB.NET.Data;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>What a target holds, as text in an order of its own, without what tells of the run rather than of the files.</summary>
internal static class TargetSnapshot
{
    private static readonly string[] OperationalMembers = ["runId", "recordedAt", "attempts"];

    /// <summary>Reads a target as <c>IngestionSinks.Open</c> names it, or a folder of <see cref="FolderSink"/>.</summary>
    public static string Of(string target) => target switch
    {
        _ when target.EndsWith(".duckdb", StringComparison.Ordinal) => OfTables(target, table => table),
        _ when target.StartsWith("parquet:", StringComparison.Ordinal) => OfTables(":memory:", table => $"read_parquet('{target[8..]}/{table}/*.parquet')"),
        _ when target.StartsWith("jsonl:", StringComparison.Ordinal) => OfLines(target[6..]),
        _ => FolderSink.Read(target).Snapshot(),
    };

    private static string OfTables(string database, Func<string, string> source)
    {
        using var connection = new DuckDBConnection($"Data Source={database}");
        connection.Open();
        // Which tries were made, and which runs there were, is not what a kill may not change.
        return string.Join('\n', ArchiveTables.All.Where(table => table != ArchiveTables.Runs && table != ArchiveTables.Failures).Select(table => Rows(connection, table, source(table.Name))));
    }

    private static string Rows(DuckDBConnection connection, TableSchema table, string source)
    {
        using var command = connection.CreateCommand();
        var columns = string.Join(", ", table.Columns.Where(column => !column.IsOperational).Select(column => column.Name));
        command.CommandText = $"select {columns} from {source}";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add($"{table.Name} {string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)))}");
        return string.Join('\n', rows.Order(StringComparer.Ordinal));
    }

    /// <summary>Paths and reports apart: which of two paths with one content bears the reports may differ.</summary>
    private static string OfLines(string folder)
    {
        var records = new List<string>();
        foreach (var line in Directory.EnumerateFiles(folder, "part-*.jsonl").SelectMany(File.ReadLines))
        {
            var record = JsonNode.Parse(line)!.AsObject();
            var file = record["file"]!.AsObject();
            foreach (var member in OperationalMembers)
                file.Remove(member);
            records.Add("file " + file.ToJsonString());
            records.AddRange((record["reports"]?.AsArray() ?? []).Select(report => "report " + report!.ToJsonString()));
        }

        return string.Join('\n', records.Order(StringComparer.Ordinal));
    }
}
