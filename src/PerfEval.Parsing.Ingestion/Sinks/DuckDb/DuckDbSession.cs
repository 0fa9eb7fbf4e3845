using System.Globalization;
using DuckDB.NET.Data;

namespace PerfEval.Parsing.Ingestion.Sinks.DuckDb;

/// <summary>The connection to one database file, opened when it is needed.</summary>
internal sealed class DuckDbSession(string path, DuckDbSinkOptions options)
{
    private const long LargestMemory = 2L << 30;

    // Older layouts store long texts uncompressed; every DuckDB from this version on reads it.
    private const string StorageVersion = "v1.2.0";

    private DuckDBConnection? _connection;

    public string Path => path;

    public DuckDBConnection Connection => _connection ??= Open();

    public void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    public IEnumerable<DuckDBDataReader> Query(string sql, params object[] parameters)
    {
        using var command = Command(sql);
        foreach (var parameter in parameters)
            command.Parameters.Add(new DuckDBParameter(parameter));
        using var reader = command.ExecuteReader();
        while (reader.Read())
            yield return reader;
    }

    public void Close()
    {
        var connection = _connection;
        _connection = null;
        connection?.Dispose();
    }

    private DuckDBCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private DuckDBConnection Open()
    {
        if (System.IO.Path.GetDirectoryName(path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        DuckDbFile.Check(path);
        var connection = new DuckDBConnection(ConnectionString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // No extension is looked for: that would be a call into the network.
    private string ConnectionString() => new DuckDBConnectionStringBuilder
    {
        DataSource = path,
        Threads = options.Threads,
        MemoryLimit = (Memory() >> 20).ToString(CultureInfo.InvariantCulture) + "MiB",
        StorageCompatibilityVersion = StorageVersion,
        AutoinstallKnownExtensions = false,
        AutoloadKnownExtensions = false,
    }.ConnectionString;

    private long Memory() => options.MaxMemory ?? Math.Min(LargestMemory, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);
}
