using System.Globalization;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks.Sql;
using PerfEval.Parsing.Ingestion.Tables;

namespace PerfEval.Parsing.Ingestion.Sinks.DuckDb;

/// <summary>Makes the tables and views, or checks that those that are there are ours.</summary>
internal static class DuckDbLayout
{
    /// <summary>The version of the tables' layout. Another number for any change that a database in use would notice.</summary>
    public const int Version = 1;

    private const string Mark = "perfeval_layout";

    /// <exception cref="SinkException">The database is another program's or of a newer layout.</exception>
    public static void Prepare(DuckDbSession session)
    {
        var tables = Tables(session);
        if (tables.Count > 0)
            Check(session, tables);
        session.Execute("begin transaction");
        if (tables.Count == 0)
            Create(session);
        foreach (var view in ViewScript.Views)
            session.Execute($"create or replace {view.Definition}; comment on view {view.Name} is {Quoted(view.Meaning)}");
        session.Execute("commit");
    }

    private static Dictionary<string, List<string>> Tables(DuckDbSession session) =>
        session.Query("select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t using (table_catalog, table_schema, table_name) "
                + "where t.table_catalog = current_database() and t.table_schema = 'main' and t.table_type = 'BASE TABLE' order by c.ordinal_position")
            .Select(row => (Table: row.GetString(0), Column: row.GetString(1)))
            .GroupBy(row => row.Table, row => row.Column, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);

    private static void Check(DuckDbSession session, Dictionary<string, List<string>> tables)
    {
        if (!tables.ContainsKey(Mark))
            throw Permanent($"The database {session.Path} holds another program's tables; name another file.");
        var version = session.Query($"select max(version) from {Mark}").Select(row => row.GetInt32(0)).Single();
        if (version != Version)
            throw Permanent(string.Create(CultureInfo.InvariantCulture,
                $"The database {session.Path} has layout {version}, this version writes layout {Version}; {(version > Version ? "use a newer version of this program" : "ingest into a new file")}."));
        foreach (var table in ArchiveTables.All)
            if (!tables.TryGetValue(table.Name, out var columns) || !columns.SequenceEqual(table.Columns.Select(c => c.Name)))
                throw Permanent($"The table {table.Name} of the database {session.Path} was altered; ingest into a new file.");
    }

    private static void Create(DuckDbSession session)
    {
        session.Execute($"create table {Mark} (version integer not null); insert into {Mark} values ({Version.ToString(CultureInfo.InvariantCulture)})");
        foreach (var table in ArchiveTables.All)
            session.Execute(Statement(table));
    }

    private static string Statement(TableSchema table)
    {
        var columns = table.Columns.Select(c => $"\"{c.Name}\" {TypeName(c.Type)}");
        var comments = table.Columns.Select(c => $"comment on column \"{table.Name}\".\"{c.Name}\" is {Quoted(c.Meaning)}");
        return $"create table \"{table.Name}\" ({string.Join(", ", columns)}); comment on table \"{table.Name}\" is {Quoted(table.Meaning)}; {string.Join("; ", comments)}";
    }

    // No index: ids that are there already are known to the sink, and a key would cost each insert a look into a tree that must fit in memory.
    private static string TypeName(ColumnType type) => type switch
    {
        ColumnType.Text => "varchar",
        ColumnType.Integer => "bigint",
        ColumnType.Number => "decimal(38, 6)",
        ColumnType.Boolean => "boolean",
        ColumnType.Timestamp => "timestamp",
        ColumnType.Json => "json",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static SinkException Permanent(string message) => new(message) { IsPermanent = true };
}
