using System.Data.Common;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>An archive of tables read with SQL.</summary>
/// <param name="connection">An open connection.</param>
/// <param name="source">How a table is named in a query.</param>
internal sealed class TableArchive(DbConnection connection, Func<TableSchema, string> source)
{
    public async Task<(IReadOnlyList<string> Files, IReadOnlyList<string> Reports)> ReadAsync()
    {
        var files = await QueryAsync($"select file_id, path, document_id, state, reason, detail, length from {source(ArchiveTables.Files)}");
        var reports = await QueryAsync($"select document_id, model from {source(ArchiveTables.Reports)}");
        return (
            [.. files.Select(row => SinkContent.FileLine(
                Text(row[0]), Text(row[1]), Text(row[2]), Text(row[3]), Text(row[4]), Text(row[5]), (long)row[6]!))],
            [.. reports.Select(row => $"{row[0]}|{row[1]}")]);
    }

    /// <summary>Every value of every table is there as it was given.</summary>
    public async Task AssertHoldsRowsAsync(IReadOnlyList<ParsedDocument> documents)
    {
        foreach (var table in ArchiveTables.OfDocuments)
        {
            var columns = string.Join(", ", table.Columns.Select(column => $"\"{column.Name}\""));
            var rows = await QueryAsync($"select {columns} from {source(table)}");
            var expected = documents.SelectMany(document => document.Rows).Where(rows => rows.Table.Name == table.Name).SelectMany(rows => rows.Rows);
            Assert.Equal(
                expected.Select(SinkContent.RowText).Order(StringComparer.Ordinal), rows.Select(SinkContent.RowText).Order(StringComparer.Ordinal));
        }
    }

    public async Task<List<object?[]>> QueryAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<object?[]>();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add([.. row.Select(value => value is DBNull ? null : value)]);
        }

        return rows;
    }

    private static string? Text(object? value) => (string?)value;
}
