using System.Diagnostics;
using System.Globalization;
using System.Text;
using PerfEval.Parsing.Writing;
using PerfEval.Parsing.Writing.Docx;
using PerfEval.Parsing.Writing.Html;
using Xunit;
using Xunit.Abstractions;

namespace PerfEval.Parsing.Ingestion.Tests.Pipeline;

/// <summary>
/// Runs in processes of their own are killed at random moments and begun again until one ends. <c>PERFEVAL_KILL_ROUNDS</c> sets how many rounds there are in all, 20 unless given.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    internal const int BatchFiles = 7;

    private const int Seed = 20261123;
    private const int Documents = 60;
    private const int MostKills = 2;
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("perfeval-kills-");

    private TimeSpan _length;
    private string _kind = "";

    public void Dispose() => _directory.Delete(recursive: true);

    /// <summary>With worker processes a killed run leaves them behind for a moment; there are fewer rounds, since they take longer to start.</summary>
    [Theory]
    [InlineData("", WorkerIsolation.None, 6)]
    [InlineData("", WorkerIsolation.Process, 2)]
    [InlineData(".duckdb", WorkerIsolation.None, 6)]
    [InlineData(".duckdb", WorkerIsolation.Process, 2)]
    [InlineData("jsonl:", WorkerIsolation.None, 2)]
    [InlineData("parquet:", WorkerIsolation.None, 2)]
    public async Task ARunThatIsKilledAgainAndAgainLeavesWhatAnUndisturbedOneLeaves(string kind, WorkerIsolation isolation, int rounds)
    {
        _kind = kind;
        if (Environment.GetEnvironmentVariable("PERFEVAL_KILL_ROUNDS") is { } wanted)
            rounds = (int)Math.Ceiling(int.Parse(wanted, CultureInfo.InvariantCulture) * rounds / 20.0);
        var archive = WriteArchive();
        var undisturbed = Stopwatch.StartNew();
        await RunAsync(archive, "undisturbed", isolation, killAfter: null);
        _length = undisturbed.Elapsed;
        var expected = TargetSnapshot.Of(SinkOf("undisturbed"));
        Assert.Equal(Documents + 4, expected.Split('\n').Count(line => line.StartsWith("file ", StringComparison.Ordinal) || line.StartsWith("files ", StringComparison.Ordinal)));
        var random = new Random(Seed);
        var kills = 0;
        for (var round = 0; round < rounds; round++)
            kills += await RoundAsync(archive, $"round {round}", isolation, random, expected);
        output.WriteLine($"Seed {Seed}: {rounds} rounds, {kills} kills; undisturbed {_length.TotalSeconds:F1} s.");
        Assert.InRange(kills, 1, rounds * MostKills);
    }

    private async Task<int> RoundAsync(string archive, string name, WorkerIsolation isolation, Random random, string expected)
    {
        var kills = 0;
        var whole = Stopwatch.StartNew();
        while (await RunAsync(archive, name, isolation, kills < MostKills ? _length * random.NextDouble() * 0.8 : null))
            kills++;
        // The machine may have been busy when the length was measured; kills that come too late show nothing.
        if (kills == 0 && whole.Elapsed < _length)
            _length = whole.Elapsed;
        Assert.True(expected == TargetSnapshot.Of(SinkOf(name)), $"Seed {Seed}, {name}: the sink holds something else.");
        // Only the batch that was being acknowledged when a run was killed may have been written once more.
        if (_kind.Length == 0)
            Assert.InRange(FolderSink.Read(SinkOf(name)).Writes.Values.Sum(count => count - 1), 0, kills * BatchFiles);
        return kills;
    }

    /// <summary>Runs, and kills the run after a time.</summary>
    /// <returns>Whether it was killed before it ended.</returns>
    private async Task<bool> RunAsync(string archive, string name, WorkerIsolation isolation, TimeSpan? killAfter)
    {
        using var process = ChildProcess.Start("ingest", archive, Path.Combine(_directory.FullName, name + ".journal"), SinkOf(name), $"{isolation}");
        Assert.Equal(IngestingProcess.UnderWay, await process.StandardOutput.ReadLineAsync());
        using var time = new CancellationTokenSource(killAfter ?? Hang);
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException) when (killAfter is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            return true;
        }

        Assert.True(process.ExitCode == (int)IngestionEnd.Finished, $"{name}: {await process.StandardOutput.ReadToEndAsync()}");
        return false;
    }

    private string SinkOf(string name) =>
        _kind.EndsWith(':') ? _kind + Path.Combine(_directory.FullName, name) : Path.Combine(_directory.FullName, name + _kind);

    private string WriteArchive()
    {
        var archive = _directory.CreateSubdirectory("archive");
        for (var i = 0; i < Documents; i++)
        {
            var text = Text(i);
            var (name, bytes) = (i % 4) switch
            {
                0 => ($"{i:d3}.docx", Written(new DocxReportWriter(), text)),
                1 => ($"{i:d3}.html", Written(new HtmlReportWriter(), text)),
                _ => ($"{i:d3}.txt", Encoding.UTF8.GetBytes(text)),
            };
            File.WriteAllBytes(Path.Combine(archive.CreateSubdirectory($"{i % 5}").FullName, name), bytes);
        }

        File.WriteAllText(Path.Combine(archive.FullName, "copy.txt"), Text(2));
        File.WriteAllText(Path.Combine(archive.FullName, "zz-copy.txt"), Text(3));
        File.WriteAllBytes(Path.Combine(archive.FullName, "broken.pdf"), [.. "%PDF-1.4 that is none"u8]);
        File.WriteAllBytes(Path.Combine(archive.FullName, "empty.docx"), []);
        return archive.FullName;
    }

    private static byte[] Written(IReportWriter writer, string text)
    {
        using var output = new MemoryStream();
        writer.Write(ReportParser.Default.ParseText(text).Report, output);
        return output.ToArray();
    }

    private static string Text(int i) =>
        $"""
        农村供水工程项目{i}绩效评价报告
        一、项目基本情况
        项目单位为第{i}水务局。2023年预算安排{100 + i}万元，实际支出{90 + i}万元。
        二、评价结论
        综合得分为{80 + (i % 20)}分，评价等级为“良”。
        三、存在的问题
        预算执行率偏低。
        """;
}
