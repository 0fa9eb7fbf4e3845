using System.Security.Cryptography;
using System.Text;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks.Sql;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.Postgres;

/// <summary>The schema of the archive: tables as in every sink, their comments, indexes, and the layout's number.</summary>
internal static class PostgresLayout
{
    private const long Version = 1;
    private const string Table = "perfeval_layout";
    private static readonly string ViewsHash = Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(';', ViewScript.Views.Select(view => view.Definition + view.Meaning)))));

    /// <summary>Makes what is not there yet.</summary>
    /// <exception cref="SinkException">The schema is another program's or of a newer layout, or the database does not hold UTF-8.</exception>
    public static async Task PrepareAsync(PostgresSession session, string schema, CancellationToken cancellationToken)
    {
        if (await session.QueryAsync("show server_encoding", [], cancellationToken) is not [["UTF8"]])
            throw new SinkException("The database's encoding is not UTF8; create one that is.") { IsPermanent = true };
        await using var transaction = await session.BeginAsync(cancellationToken);
        var tables = await TablesAsync(session, schema, cancellationToken);
        if (tables.Contains(Table))
            await CheckAsync(session, schema, cancellationToken);
        else if (ArchiveTables.All.Any(table => tables.Contains(table.Name)))
            throw new SinkException($"The schema {schema} holds tables of another program; choose another schema.") { IsPermanent = true };
        else
            await CreateAsync(session, schema, cancellationToken);
        await ViewAsync(session, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    // Views are made anew only when they changed: that waits for every query that reads them.
    private static async Task ViewAsync(PostgresSession session, CancellationToken cancellationToken)
    {
        if (await session.QueryAsync($"select views from {Table}", [], cancellationToken) is [[string known]] && known == ViewsHash)
            return;
        foreach (var view in ViewScript.Views.Reverse())
            await session.ExecuteAsync($"drop view if exists {view.Name}", [], cancellationToken);
        foreach (var view in ViewScript.Views)
        {
            await session.ExecuteAsync($"create {view.Definition}", [], cancellationToken);
            await session.ExecuteAsync($"comment on view {view.Name} is {Text(view.Meaning)}", [], cancellationToken);
        }

        await session.ExecuteAsync($"update {Table} set views = $1", [ViewsHash], cancellationToken);
    }

    private static async Task<HashSet<string>> TablesAsync(PostgresSession session, string schema, CancellationToken cancellationToken) =>
        [.. (await session.QueryAsync("select tablename::text from pg_tables where schemaname = $1", [schema], cancellationToken)).Select(row => (string)row[0]!)];

    private static async Task CheckAsync(PostgresSession session, string schema, CancellationToken cancellationToken)
    {
        var rows = await session.QueryAsync($"select version from {Table}", [], cancellationToken);
        if (rows is not [[Version]])
            throw new SinkException($"The schema {schema} is of another layout; use the version that made it, or another schema.") { IsPermanent = true };
    }

    private static async Task CreateAsync(PostgresSession session, string schema, CancellationToken cancellationToken)
    {
        // Asked first, because "if not exists" wants the right to create schemas even where there is one.
        if (await session.QueryAsync("select 1 from pg_namespace where nspname = $1", [schema], cancellationToken) is [])
            await session.ExecuteAsync($"create schema {PostgresSession.Quote(schema)}", [], cancellationToken);
        foreach (var statement in ArchiveTables.All.SelectMany(Statements).Append($"create table {Table} (version bigint not null, views text)")
            .Append($"insert into {Table} values ({Version})"))
            await session.ExecuteAsync(statement, [], cancellationToken);
    }

    private static IEnumerable<string> Statements(TableSchema table)
    {
        var name = PostgresSession.Quote(table.Name);
        var columns = table.Columns.Select(column => $"{PostgresSession.Quote(column.Name)} {TypeOf(column.Type)}");
        yield return $"create table {name} ({string.Join(", ", columns)}, primary key ({string.Join(", ", table.Key.Select(PostgresSession.Quote))}))";
        foreach (var column in table.Columns)
            yield return $"comment on column {name}.{PostgresSession.Quote(column.Name)} is {Text(column.Meaning)}";
        yield return $"comment on table {name} is {Text(table.Meaning)}";
        if (table == ArchiveTables.Files)
        {
            yield return $"create index on {name} (document_id)";
            yield return $"create index on {name} (run_id, state)";
        }
    }

    private static string Text(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    // json, not jsonb: it keeps the text as it is, and takes NUL where it is escaped.
    private static string TypeOf(ColumnType type) => type switch
    {
        ColumnType.Text => "text",
        ColumnType.Integer => "bigint",
        ColumnType.Number => "numeric(38, 6)",
        ColumnType.Boolean => "boolean",
        ColumnType.Timestamp => "timestamptz",
        ColumnType.Json => "json",
        _ => throw new InvalidOperationException($"There is no type {type}."),
    };
}
