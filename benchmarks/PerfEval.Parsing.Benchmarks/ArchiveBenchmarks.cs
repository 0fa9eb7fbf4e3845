using BenchmarkDotNet.Attributes;
using PerfEval.Parsing.BenchmarkDocuments;

namespace PerfEval.Parsing.Benchmarks;

/// <summary>300 mixed files on one core and on all. One operation is one file.</summary>
[MemoryDiagnoser]
public class ArchiveBenchmarks
{
    private const int Files = 300;

    private DirectoryInfo? _directory;
    private List<string> _paths = [];

    /// <summary>One, and as many as the machine has.</summary>
    public static IEnumerable<int> Counts => [.. new[] { 1, Environment.ProcessorCount }.Distinct()];

    /// <summary>How many files are parsed at once.</summary>
    [ParamsSource(nameof(Counts))]
    public int Parallelism { get; set; } = 1;

    /// <summary>Writes the archive.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _directory = Directory.CreateTempSubdirectory("perfeval-benchmarks-");
        foreach (var file in MixedArchive.Files(Files))
            File.WriteAllBytes(Path.Join(_directory.FullName, file.Name), file.Bytes.Span);
        _paths = [.. Directory.EnumerateFiles(_directory.FullName).Order(StringComparer.Ordinal)];
    }

    /// <summary>Removes it.</summary>
    [GlobalCleanup]
    public void Cleanup() => _directory?.Delete(recursive: true);

    /// <summary>Parses all files.</summary>
    /// <returns>How many have a report.</returns>
    [Benchmark(OperationsPerInvoke = Files)]
    public async Task<int> Parse()
    {
        var reports = 0;
        await foreach (var result in ReportParser.Default.ParseFilesAsync(_paths, Parallelism).ConfigureAwait(false))
            reports += result.Reports.Count;
        return reports;
    }
}
