using PerfEval.Parsing.Packages.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Packages.Tests;

/// <summary>A fresh project in an empty folder that has nothing but the packages.</summary>
public sealed class LibraryUseTests
{
    [Fact]
    public async Task TheExampleOfTheLibrarysPageReadsAReportAndItsOutputReadsAgain()
    {
        using var folder = await FreshFolder.CreateAsync();
        folder.Copy("rural-water-2023.docx", "report.docx");

        var run = await folder.RunProgramAsync(
            PackagePage.Example("PerfEval.Parsing") + """
            foreach (var format in (string[])["json", "docx", "xlsx", "html", "md", "txt"])
            {
                report.Save("again." + format);
                Console.WriteLine($"{format}: {ReportParser.Default.ParseFile("again." + format).Report.Title == report.Title}");
            }
            """,
            "PerfEval.Parsing");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            南屏县2023年农村饮水安全巩固提升项目支出绩效评价报告
            89.50 of 100, 良
            - 绩效指标不够细化，对管护约束不足
            - 建设程序执行不严，过程资料不完整
            - 管护机制不健全，水质达标率未达目标
            json: True
            docx: True
            xlsx: True
            html: True
            md: True
            txt: True

            """.ReplaceLineEndings("\n"),
            run.Output);
        Assert.True(File.Exists(folder.At("report.json")));
    }

    [Fact]
    public async Task TheExampleOfIngestionsPageTakesAnArchiveInByWorkersOfItsOwn()
    {
        using var folder = await FreshFolder.CreateAsync();
        folder.Copy("rural-water-2023.docx", "archive/water.docx");
        folder.Copy("road-maintenance-2023.txt", "archive/2023/road.txt");
        folder.Write("archive/2023/broken.pdf", "%PDF-1.7\n1 0 obj << /Type /Catalog");

        var run = await folder.RunProgramAsync(
            PackagePage.Example("PerfEval.Parsing.Ingestion") + """
            await using var lines = IngestionSinks.Open("lines.jsonl");
            var second = await new IngestionPipeline(new IngestionOptions { JournalPath = "lines.journal" }).RunAsync(["archive/"], lines);
            Console.WriteLine($"{second.Reports} reports, balanced: {second.Balances && second.SinkAgrees}, by workers: {second.WorkerStarts > 0}");
            """,
            "PerfEval.Parsing.Ingestion");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(
            """
            3 files, balanced: True
            Complete: 2
            Failed: 1
            2 reports, balanced: True, by workers: True

            """.ReplaceLineEndings("\n"),
            run.Output);
    }
}
