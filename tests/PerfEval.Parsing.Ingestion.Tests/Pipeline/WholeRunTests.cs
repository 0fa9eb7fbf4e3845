using System.IO.Compression;
using System.Text;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>The public way through everything: files and archives on the disk, real workers.</summary>
public sealed class WholeRunTests
{
    [Theory]
    [InlineData(WorkerIsolation.None)]
    [InlineData(WorkerIsolation.Process)]
    public async Task FilesAndMembersOfArchivesAreIngested(WorkerIsolation isolation)
    {
        using var bench = new Bench();
        var directory = Directory.CreateTempSubdirectory("perfeval-whole-");
        try
        {
            var report = "供水工程项目绩效评价报告\n一、项目基本情况\n综合得分为88分。\n"u8.ToArray();
            File.WriteAllBytes(Path.Combine(directory.FullName, "a.txt"), report);
            File.WriteAllBytes(Path.Combine(directory.FullName, "z.docx"), [.. "PK\u0003\u0004 and no more"u8]);
            WriteZip(Path.Combine(directory.FullName, "m.zip"), ("copy.txt", report), ("own.txt", [.. report, .. "二、存在问题\n"u8]));
            var summary = await new IngestionPipeline(bench.Options with { Isolation = isolation }).RunAsync([directory.FullName], new MemorySink(bench.Contents));
            Assert.Equal((IngestionEnd.Finished, null), (summary.End, summary.EndDetail));
            Assert.True(summary.Balances && summary.SinkAgrees);
            Assert.Equal(
                ["a.txt Complete", "copy.txt Complete", "m.zip Complete", "own.txt Complete", "z.docx Failed"],
                bench.Contents.Files.Values.Select(f => $"{f.Record.Path.Split('/')[^1]} {f.Record.State}").Order(StringComparer.Ordinal));
            Assert.Equal(2, bench.Contents.Documents.Count);
            Assert.Equal(isolation == WorkerIsolation.Process, summary.WorkerStarts > 0);
            Assert.EndsWith("a.txt", bench.Contents.Documents.Values.SelectMany(d => d.ReadReports()).Select(r => r.Source.Path).Order(StringComparer.Ordinal).First(), StringComparison.Ordinal);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static void WriteZip(string path, params (string Name, byte[] Bytes)[] members)
    {
        using var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create, leaveOpen: false, Encoding.UTF8);
        foreach (var (name, bytes) in members)
        {
            using var member = zip.CreateEntry(name).Open();
            member.Write(bytes);
        }
    }
}
