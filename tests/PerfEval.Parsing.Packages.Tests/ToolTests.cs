using System.Text.Json;
using PerfEval.Parsing.Packages.Tests.Support;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Packages.Tests;

/// <summary>The tool, installed from its package.</summary>
public sealed class ToolTests
{
    [Fact]
    public async Task TheToolIsInstalledUsedAndRemoved()
    {
        using var folder = await FreshFolder.CreateAsync();
        folder.Copy("reports/rural-water-2023.docx", "archive/water.docx");
        folder.Copy("reports/road-maintenance-2023.txt", "archive/road.txt");
        folder.Write("archive/broken.pdf", "%PDF-1.7\n1 0 obj << /Type /Catalog");

        await CommandRun.DotnetAsync(folder.Root, "tool", "install", "perfeval", "--tool-path", folder.At("tools"), "--version", PackedPackages.Version);
        var tool = folder.At(OperatingSystem.IsWindows() ? "tools/perfeval.exe" : "tools/perfeval");

        Assert.Equal(new CommandRun(0, PackedPackages.Version + "\n", ""), await CommandRun.OfAsync(tool, folder.Root, "--version"));

        var parsed = await CommandRun.OfAsync(tool, folder.Root, "parse", "archive/water.docx");
        Assert.Equal(0, parsed.ExitCode);
        Assert.Equal("南屏县2023年农村饮水安全巩固提升项目支出绩效评价报告", JsonDocument.Parse(parsed.Output).RootElement.GetProperty("title").GetString());

        var ingested = await CommandRun.OfAsync(tool, folder.Root, "ingest", "archive", "-o", "archive.duckdb");
        Assert.True(ingested.ExitCode == 2, ingested.Error);
        var failures = await CommandRun.OfAsync(tool, folder.Root, "failures", "archive.duckdb");
        Assert.Contains("broken.pdf", failures.Output, StringComparison.Ordinal);

        await CommandRun.DotnetAsync(folder.Root, "tool", "uninstall", "perfeval", "--tool-path", folder.At("tools"));
        Assert.False(File.Exists(tool));
    }
}
