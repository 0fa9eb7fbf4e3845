using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Sinks;
using PerfEval.Parsing.Ingestion.Tests.Pipeline;
using PerfEval.Parsing.Ingestion.Tests.Sinks;

namespace PerfEval.Parsing.Ingestion.Tests;

/// <summary>These tests as a program of its own, for what only another process shows: locks and sudden death.</summary>
internal static class ChildProcess
{
    public static Process Start(params string[] arguments)
    {
        var program = typeof(ChildProcess).Assembly.Location;
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in (string[])["exec", program, .. arguments])
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public static async Task<int> Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["hold-duckdb", var file]: Hold(file); return 0;
            case ["write-duckdb", var file, var from]: await Write(file, int.Parse(from, CultureInfo.InvariantCulture)); return 0;
            case ["ingest", var archive, var journal, var sink, var isolation]: return await IngestingProcess.RunAsync(archive, journal, sink, Enum.Parse<WorkerIsolation>(isolation));
            default: return 1;
        }
    }

    private static void Hold(string file)
    {
        using var connection = new DuckDBConnection($"Data Source={file}");
        connection.Open();
        Console.Out.WriteLine("open");
        Console.In.Read();
    }

    /// <summary>Writes batch after batch without end, and says of each when it is acknowledged.</summary>
    private static async Task Write(string file, int from)
    {
        await using var sink = new DuckDbSink(file);
        await sink.OpenAsync(SinkBatches.Run, default);
        for (var batch = from; ; batch++)
        {
            await sink.WriteAsync(Batch(batch), default);
            Console.Out.WriteLine(batch.ToString(CultureInfo.InvariantCulture));
        }
    }

    // Each batch replaces two files of the one before and adds eight.
    private static IngestionBatch Batch(int number)
    {
        var files = Enumerable.Range(number * 8, 10).ToList();
        return new IngestionBatch(
            [.. files.Select(f => SinkBatches.File($"{f}", content: $"{f}/{number}"))], [.. files.Select(f => SinkBatches.Document($"{f}/{number}", SinkBatches.Report(f)))]);
    }
}
