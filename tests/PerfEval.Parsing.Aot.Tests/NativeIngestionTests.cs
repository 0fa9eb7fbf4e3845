using System.Text.Json;
using DuckDB.NET.Data;
using PerfEval.Parsing.Ingestion;
using PerfEval.Parsing.Ingestion.Sinks;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Aot.Tests;

/// <summary>Ingestion by the native command, with workers that are itself, writes what the library writes on the ordinary runtime.</summary>
public sealed class NativeIngestionTests : IDisposable
{
    // What differs from run to run: when, by whom, in what time.
    private const string Lasting = "file_id, path, length, document_id, state, reason, detail, format";

    private readonly string _folder = Directory.CreateTempSubdirectory("aot").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [NativeFact]
    public async Task DuckDbHoldsTheSameRows()
    {
        var (ordinary, native) = await IngestAsync("{0}.duckdb");

        AssertSame(table => $"ordinary.{table}", table => $"native.{table}", $"attach '{ordinary}' as ordinary; attach '{native}' as native");
    }

    [NativeFact]
    public async Task ParquetHoldsTheSameRows()
    {
        var (ordinary, native) = await IngestAsync("parquet:{0}");

        AssertSame(table => $"'{ordinary["parquet:".Length..]}/{table}/*.parquet'", table => $"'{native["parquet:".Length..]}/{table}/*.parquet'", "select 1");
    }

    [NativeFact]
    public async Task JsonLinesHoldTheSameReports()
    {
        var (ordinary, native) = await IngestAsync("jsonl:{0}");

        Assert.NotEmpty(Lines(ordinary));
        Assert.Equal(Lines(ordinary), Lines(native));
    }

    [NativeFact]
    public async Task AWorkerIsConfinedAsEverywhere()
    {
        var run = await (await NativeProgram.GetAsync()).RunAsync(_folder, "doctor");

        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        var warnings = run.Output.Split('\n').Where(line => line.StartsWith("warning", StringComparison.Ordinal));
        // The one is never done; the other and the memory of the machine are not ours to give.
        Assert.DoesNotContain(warnings, line => line.Contains("protection: ", StringComparison.Ordinal)
            && !line.Contains("read-only file system", StringComparison.Ordinal) && !line.Contains("no network", StringComparison.Ordinal));
        Assert.Contains("protection: memory limit", run.Output, StringComparison.Ordinal);
    }

    /// <summary>The samples and what is broken, ingested here and by the native program; where to, twice.</summary>
    private async Task<(string Ordinary, string Native)> IngestAsync(string target)
    {
        var archive = Path.Join(_folder, "archive");
        Directory.CreateDirectory(archive);
        foreach (var report in Directory.EnumerateFiles(Repository.At("samples/reports")))
            File.Copy(report, Path.Join(archive, Path.GetFileName(report)));
        File.WriteAllText(Path.Join(archive, "broken.pdf"), "%PDF-1.7\n1 0 obj << /Type /Catalog");
        File.WriteAllText(Path.Join(archive, "empty.txt"), "");
        var (ordinary, native) = (At(target, "ordinary"), At(target, "native"));
        await using (var sink = IngestionSinks.Open(ordinary))
        {
            var pipeline = new IngestionPipeline(new IngestionOptions { Isolation = WorkerIsolation.None, JournalPath = Path.Join(_folder, "journal") });
            Assert.Equal(IngestionEnd.Finished, (await pipeline.RunAsync([archive], sink)).End);
        }

        var run = await (await NativeProgram.GetAsync()).RunAsync(_folder, "ingest", archive, "-o", native, "-j", "2");

        // 2: some files failed, as they should.
        Assert.True(run.ExitCode == 2, run.Output + run.Error);
        Assert.DoesNotContain(" 0 workers started", run.Output, StringComparison.Ordinal);
        return (ordinary, native);
    }

    private string At(string target, string name) => target.Replace("{0}", Path.Join(_folder, name), StringComparison.Ordinal);

    private static void AssertSame(Func<string, string> ordinary, Func<string, string> native, string first)
    {
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        Query(database, first);
        Assert.NotEmpty(Query(database, $"select {Lasting} from {native("files")}"));
        Assert.Equal(Query(database, $"select {Lasting} from {ordinary("files")} order by file_id"), Query(database, $"select {Lasting} from {native("files")} order by file_id"));
        foreach (var table in (string[])["reports", "sections", "indicators", "funding_lines", "dimension_scores", "citations", "items", "facts", "diagnostics"])
            Assert.Equal(Query(database, $"from {ordinary(table)} order by all"), Query(database, $"from {native(table)} order by all"));
    }

    private static List<string> Query(DuckDBConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        return rows;
    }

    private static List<string> Lines(string target) =>
    [
        .. Directory.EnumerateFiles(target["jsonl:".Length..], "*.jsonl").SelectMany(File.ReadLines)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .Select(line => $"{line.GetProperty("file").GetProperty("path")} {line.GetProperty("file").GetProperty("state")} {(line.TryGetProperty("reports", out var reports) ? reports.GetRawText() : "")}")
            .Order(StringComparer.Ordinal),
    ];
}
