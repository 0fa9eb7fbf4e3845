using PerfEval.Parsing.Packages.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Packages.Tests;

/// <summary>A fresh project in an empty folder that has nothing but a package, and does what the package's page shows.</summary>
public sealed class LibraryUseTests
{
    private const string Title = "南屏县2023年农村饮水安全巩固提升项目支出绩效评价报告";

    /// <summary>What is tried with each library. A new project under src/ needs an entry here.</summary>
    private static readonly Dictionary<string, Trial> Trials = new()
    {
        ["PerfEval.Parsing"] = new(
            folder => folder.Copy("reports/rural-water-2023.docx", "report.docx"),
            """
            foreach (var format in (string[])["json", "docx", "xlsx", "html", "md", "txt"])
            {
                report.Save("again." + format);
                Console.WriteLine($"{format}: {ReportParser.Default.ParseFile("again." + format).Report.Title == report.Title}");
            }
            """,
            $"""
            {Title}
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

            """),
        ["PerfEval.Parsing.DependencyInjection"] = new(folder => folder.Copy("reports/rural-water-2023.docx", "report.docx"), "", $"{Title}: 89.50\n", "Microsoft.NET.Sdk.Web"),
        ["PerfEval.Parsing.Evaluation"] = new(
            folder =>
            {
                foreach (var file in (string[])["gold.json", "report.docx"])
                    folder.Copy("gold/rural-water/" + file, "corpus/rural-water/" + file);
            },
            "",
            "1 files, 0 failures\n"),
        ["PerfEval.Parsing.Ingestion"] = new(
            folder =>
            {
                folder.Copy("reports/rural-water-2023.docx", "archive/water.docx");
                folder.Copy("reports/road-maintenance-2023.txt", "archive/2023/road.txt");
                folder.Write("archive/2023/broken.pdf", "%PDF-1.7\n1 0 obj << /Type /Catalog");
            },
            """
            await using var lines = IngestionSinks.Open("lines.jsonl");
            var second = await new IngestionPipeline(new IngestionOptions { JournalPath = "lines.journal" }).RunAsync(["archive/"], lines);
            Console.WriteLine($"{second.Reports} reports, balanced: {second.Balances && second.SinkAgrees}, by workers: {second.WorkerStarts > 0}");
            """,
            """
            3 files, balanced: True
            Complete: 2
            Failed: 1
            2 reports, balanced: True, by workers: True

            """),
    };

    public static TheoryData<string> Libraries => [.. SourceProjects.Libraries];

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task TheExampleOfALibrarysPageDoesWhatItSays(string id)
    {
        var trial = Trials[id];
        using var folder = await FreshFolder.CreateAsync();
        trial.Prepare(folder);

        var run = await folder.RunProgramAsync(PackagePage.Example(id) + trial.More, id, trial.Sdk);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(trial.Prints.ReplaceLineEndings("\n"), run.Output, StringComparison.Ordinal);
    }

    /// <param name="Prepare">Puts the files there that the example reads.</param>
    /// <param name="More">What is tried after the example.</param>
    /// <param name="Prints">What the program prints, among other things.</param>
    /// <param name="Sdk">What kind of program it is.</param>
    private sealed record Trial(Action<FreshFolder> Prepare, string More, string Prints, string Sdk = "Microsoft.NET.Sdk");
}
