using System.Diagnostics;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Ingestion.Records;
using PerfEval.Parsing.Ingestion.Tables;
using PerfEval.Parsing.Ingestion.Tests.Workers;
using PerfEval.Parsing.Ingestion.Workers;
using PerfEval.Parsing.Reading.PlainText;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>Extractors of the host's own in a run: in this process, in workers of the host's, never silently left out.</summary>
public sealed class OwnExtractorTests
{
    private static string Report(string script) => $"供水工程项目绩效评价报告\n档案号：GS-17\n{script}一、项目基本情况\n综合得分为88分。\n";

    [Fact]
    public async Task TheHostsOwnWorkerReadsItsFacts()
    {
        var document = Assert.Single((await RunAsync("", Scripted.Options)).Documents.Values);

        Assert.Equal("GS-17", Assert.Single(document.ReadReports()).Fact("fileNumber")?.Value);
        Assert.Equal([1L, "fileNumber", "GS-17", null, 0.9m], Assert.Single(document.Rows.Single(t => t.Table == ArchiveTables.Facts).Rows)[2..]);
    }

    [Theory]
    [InlineData("脚本：throw\n")]
    [InlineData("脚本：note\n")]
    public async Task AnExtractorThatFailsMakesTheDocumentPartial(string script)
    {
        var contents = await RunAsync(script, Scripted.Options);

        var record = Assert.Single(contents.Files.Values).Record;
        Assert.Equal(FileState.Partial, record.State);
        Assert.Equal([IngestionReason.ExtractorFailed], record.Reasons);
        Assert.Equal(88m, Assert.Single(Assert.Single(contents.Documents.Values).ReadReports()).Score?.Value);
    }

    [Fact]
    public async Task AWorkerThatLacksAnExtractorOfTheRunIsNotUsed()
    {
        await using var workers = new ProcessWorkers(Scripted.Options with { MaxIdleRestarts = 1, Parser = new ReportParserOptions { Extractors = [new FileNumbers()] } });

        var broken = await Assert.ThrowsAsync<WorkersBrokenException>(() => workers.ParseAsync(Scripted.Work("ok"), CancellationToken.None));

        Assert.Contains(nameof(FileNumbers), broken.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutIsolationTheOptionsExtractorsAreUsed()
    {
        var options = IngestionOptions.Default with { Isolation = WorkerIsolation.None, Parser = new ReportParserOptions { Extractors = [new FileNumbers()] } };

        Assert.Equal("GS-17", Assert.Single(Assert.Single((await RunAsync("", options)).Documents.Values).ReadReports()).Fact("number")?.Value);
    }

    [Fact]
    public void WhatTheLibrarysOwnWorkersCannotKnowIsRefused()
    {
        var extractors = IngestionOptions.Default with { Parser = new ReportParserOptions { Extractors = [new FileNumbers()] } };
        var readers = IngestionOptions.Default with { Parser = new ReportParserOptions { Readers = [new PlainTextReader()] } };

        Assert.Contains("WorkerCommand", Assert.Throws<ArgumentException>(() => new IngestionPipeline(extractors)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new IngestionPipeline(readers));
        _ = new IngestionPipeline(extractors with { WorkerCommand = ["own"] });
        _ = new IngestionPipeline(readers with { Isolation = WorkerIsolation.None });
        _ = new IngestionPipeline(IngestionOptions.Default with { Parser = new ReportParserOptions() });
    }

    [Fact]
    public async Task TheSampleIsItsOwnWorker()
    {
        var directory = Directory.CreateTempSubdirectory("perfeval-sample-");
        try
        {
            var target = Path.Combine(directory.FullName, "out");
            File.Copy(Repository.At("samples/OwnFacts/report.txt"), Path.Combine(Directory.CreateDirectory(Path.Combine(directory.FullName, "in")).FullName, "a.txt"));
            var start = new ProcessStartInfo(Scripted.Command[0]) { RedirectStandardOutput = true };
            foreach (var argument in (string[])["exec", Path.Combine(AppContext.BaseDirectory, "OwnFactsArchive.dll"), Path.Combine(directory.FullName, "in"), target])
                start.ArgumentList.Add(argument);
            using var sample = Process.Start(start)!;
            var printed = await sample.StandardOutput.ReadToEndAsync();
            await sample.WaitForExitAsync();

            Assert.Equal(("Finished: 1 documents", 0), (printed.Trim(), sample.ExitCode));
            Assert.Contains("52212023-0417", await File.ReadAllTextAsync(Path.Combine(target, "part-000001.jsonl")), StringComparison.Ordinal);
            Assert.Contains("\"name\":\"projectCode\"", await File.ReadAllTextAsync(Path.Combine(target, "part-000001.jsonl")), StringComparison.Ordinal);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<SinkContents> RunAsync(string script, IngestionOptions options)
    {
        using var bench = new Bench();
        var directory = Directory.CreateTempSubdirectory("perfeval-own-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "a.txt"), Report(script));
            var summary = await new IngestionPipeline(options with { JournalPath = bench.Journal, MinFreeBytes = 0, Workers = 1 }).RunAsync([directory.FullName], new MemorySink(bench.Contents));
            Assert.Equal((IngestionEnd.Finished, null), (summary.End, summary.EndDetail));
            return bench.Contents;
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private sealed class FileNumbers : IFactExtractor
    {
        public void Extract(ReportOutline outline, ReportDraft draft)
        {
            foreach (var number in outline.LabelledTexts("档案号"))
                draft.Add("number", number.Text, number.Span, 0.9);
        }
    }
}
