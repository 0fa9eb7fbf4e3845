using DuckDB.NET.Data;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;

namespace PerfEval.Parsing.Ingestion.Tests.Sinks;

/// <summary>A database in a directory of its own, which goes with it.</summary>
internal sealed class DuckDbArchive : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("perfeval-duck-");

    public string File => Path.Join(_folder.FullName, "archive.duckdb");

    public string Folder => _folder.FullName;

    public async Task WriteAsync(params IngestionBatch[] batches)
    {
        await using var sink = new DuckDbSink(File);
        await sink.OpenAsync(SinkBatches.Run, default);
        foreach (var batch in batches)
            await sink.WriteAsync(batch, default);
    }

    /// <summary>Opens it as a writer does, which takes in what a killed one left in the log. Tables that were not committed are made.</summary>
    public void Recover() => WriteAsync().GetAwaiter().GetResult();

    /// <summary>The rows of a query, cells as text, as an analyst's client would show them.</summary>
    public List<string> Query(string sql)
    {
        using var connection = new DuckDBConnection($"Data Source={File};access_mode=READ_ONLY");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "" : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        return rows;
    }

    /// <summary>Everything that two writings of the same batches must agree in.</summary>
    public string Content() => string.Join('\n', Ingestion.Tables.ArchiveTables.All.Where(t => t.Name != "runs").SelectMany(t =>
    {
        var columns = string.Join(", ", t.Columns.Where(c => !c.IsOperational).Select(c => $"\"{c.Name}\""));
        return Query($"select {columns} from {t.Name} order by all").Select(row => $"{t.Name}: {row}");
    }));

    public void Dispose() => _folder.Delete(recursive: true);
}
