using System.Collections.Concurrent;
using System.Globalization;
using DuckDB.NET.Data;

namespace PerfEval.Parsing.Ingestion.Sinks.DuckDb;

/// <summary>The connection to one database file, opened when it is needed.</summary>
internal sealed class DuckDbSession(string path, DuckDbSinkOptions options)
{
    private const long LargestMemory = 512L << 20;

    // Older layouts store long texts uncompressed; every DuckDB from this version on reads it.
    private const string StorageVersion = "v1.2.0";

    // At each checkpoint the rows that were added are written together with the group that they join: groups of the usual 122,880 rows would come to
    // gigabytes of reports, packed again each time.
    private const int GroupRows = 2048;

    private const string CheckpointAt = "128MiB";

    // The database's own lock keeps other processes out, not this one.
    private static readonly ConcurrentDictionary<string, DuckDbSession> OpenPaths = new(StringComparer.Ordinal);

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
        try
        {
            connection?.Dispose();
        }
        finally
        {
            OpenPaths.TryRemove(new(path, this));
        }
    }

    private DuckDBCommand Command(string sql)
    {
        var command = Connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }

    private DuckDBConnection Open()
    {
        if (OpenPaths.GetOrAdd(path, this) != this)
            throw new SinkException($"The database {path} is open in another sink of this process.");
        if (System.IO.Path.GetDirectoryName(path) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        DuckDbFile.Check(path);
        var connection = new DuckDBConnection(ConnectionString());
        try
        {
            connection.Open();
            Attach(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // The size of groups can be chosen only for a database that is attached, not for the one that a connection begins with.
    private void Attach(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = string.Create(CultureInfo.InvariantCulture,
            $"attach '{path.Replace("'", "''", StringComparison.Ordinal)}' as archive (row_group_size {GroupRows}, storage_version '{StorageVersion}'); use archive");
        command.ExecuteNonQuery();
    }

    // No extension is looked for: that would be a call into the network.
    private string ConnectionString() => new DuckDBConnectionStringBuilder
    {
        DataSource = ":memory:",
        Threads = options.Threads,
        MemoryLimit = (Memory() >> 20).ToString(CultureInfo.InvariantCulture) + "MiB",
        CheckpointThreshold = CheckpointAt,
        TempDirectory = path + ".tmp",
        AutoinstallKnownExtensions = false,
        AutoloadKnownExtensions = false,
    }.ConnectionString;

    private long Memory() => options.MaxMemory ?? Math.Min(LargestMemory, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4);
}
