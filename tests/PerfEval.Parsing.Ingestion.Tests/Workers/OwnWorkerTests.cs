using System.IO.Compression;
using System.Text;
using PerfEval.Parsing.Ingestion.Inputs;
using PerfEval.Parsing.Ingestion.Tables;
using PerfEval.Parsing.Ingestion.Workers;
using PerfEval.Parsing.Ingestion.Workers.Processes;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Workers;

/// <summary>The library's own worker, started by the host's own dependencies.</summary>
public sealed class OwnWorkerTests
{
    [Fact]
    public async Task AProcessGivesTheSameBytesAsAParseHereWhetherColdOrWarm()
    {
        var files = Directory.GetFiles(Samples(), "*.*").Order(StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(files);
        await using var here = new InProcessWorkers(IngestionOptions.Default with { Workers = 1 });
        await using var processes = new ProcessWorkers(IngestionOptions.Default with { Workers = 2 });

        var expected = await ParseAll(here, files);
        var cold = await ParseAll(processes, files);
        var warm = await ParseAll(processes, [.. files.AsEnumerable().Reverse()]);

        Assert.Equal(expected, cold);
        Assert.Equal(expected, warm.AsEnumerable().Reverse());
        Assert.Equal(2, processes.Starts);
    }

    [Fact]
    public async Task ALongDocumentFromAStreamArrivesWhole()
    {
        var text = "SCRIPT: ok\n" + new string(' ', 5 << 20);
        await using var workers = new ProcessWorkers(Scripted.Options);
        var content = new StreamedContent(Encoding.UTF8.GetBytes(text));
        var outcome = await workers.ParseAsync(new DocumentWork("id", "长.txt", content), CancellationToken.None);

        var report = Assert.Single(outcome.Document!.ReadReports());
        Assert.Equal(content.Length, report.Source.Length);
        Assert.Equal("长.txt", report.Source.Path);
    }

    [Fact]
    public async Task AZipArchiveIsTakenApart()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var name in new[] { "甲.txt", "b/乙.txt" })
                using (var entry = archive.CreateEntry(name).Open())
                    entry.Write(Encoding.UTF8.GetBytes(name));
        await using var expander = new WorkerArchiveExpander(IngestionOptions.Default, Path.GetTempPath());

        var members = new List<string>();
        await foreach (var member in expander.ExpandAsync(new HeldContent(zip.ToArray()), new ArchiveLimits(5, 10, 1000, 1000, 100), CancellationToken.None))
            members.Add(member.End ? $"end {member.Reason}" : $"{member.Name}: {Encoding.UTF8.GetString(((HeldContent)member.Content!).Bytes.Span)}");

        Assert.Equal(["甲.txt: 甲.txt", "b/乙.txt: b/乙.txt", "end "], members);
    }

    [Fact]
    public async Task ItSaysWhatProtectsAndWhatDoesNot()
    {
        var protections = await WorkerSandbox.ProbeAsync();

        Assert.Equal(protections.Count, protections.Select(p => p.Name).Distinct().Count());
        Assert.All(protections, p => Assert.NotEmpty(p.Detail));
        Assert.True(protections.Single(p => p.Name == "memory limit").InForce);
        Assert.False(protections.Single(p => p.Name == "read-only file system").InForce);
        if (OperatingSystem.IsLinux())
            Assert.All(
                protections.Where(p => p.Name is not ("no network" or "read-only file system")),
                p => Assert.True(p.InForce, $"{p.Name}: {p.Detail}"));
    }

    [Fact]
    public void TheSupervisorsSecretsDoNotReachAWorker()
    {
        Environment.SetEnvironmentVariable("PERFEVAL_TEST_SECRET", "secret");
        var start = WorkerCommandLine.Of(IngestionOptions.Default, new WorkerLimits());

        Assert.DoesNotContain("PERFEVAL_TEST_SECRET", start.Environment.Keys);
        Assert.Contains("PATH", start.Environment.Keys);
        Assert.Equal("40000000", start.Environment["DOTNET_GCHeapHardLimit"]);
    }

    private static async Task<string[]> ParseAll(IDocumentWorkers workers, string[] files)
    {
        var outcomes = await Task.WhenAll(files.Select(
            file => workers.ParseAsync(new DocumentWork(Path.GetFileName(file), Path.GetFileName(file), new HeldContent(File.ReadAllBytes(file))), CancellationToken.None)));
        return [.. outcomes.Select(Printed)];
    }

    private static string Printed(WorkOutcome outcome)
    {
        if (outcome.Document is not { } document)
            return $"{outcome.Failure} {outcome.Detail} {outcome.Format}";
        using var rows = new MemoryStream();
        using (var writer = new BinaryWriter(rows))
            RowCodec.Write(writer, document.Rows);
        return string.Join('\n', document.Reports.Select(json => Encoding.UTF8.GetString(json.Span)))
            + $"{document.Status} {string.Join(',', document.Reasons)} {document.Detail} {document.Format} {outcome.Format} {Convert.ToHexString(rows.ToArray())}";
    }

    private static string Samples()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "samples", "reports")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("samples/reports");
        return Path.Combine(folder.FullName, "samples", "reports");
    }

    private sealed class StreamedContent(byte[] bytes) : DocumentContent
    {
        public override long Length => bytes.Length;

        public override Stream Open() => new MemoryStream(bytes);
    }
}
