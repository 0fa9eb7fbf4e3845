using BenchmarkDotNet.Attributes;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Benchmarks;

/// <summary>
/// What a report costs, whole and by stage, in time and bytes. Run with
/// <c>dotnet run -c Release --project benchmarks/PerfEval.Parsing.Benchmarks -- --filter *</c>; compare ratios, not figures of different machines.
/// </summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private static readonly JsonReportWriter Writer = new(indented: false);

    private byte[] _bytes = [];
    private PerformanceReport _report = new();

    /// <summary>One of samples/reports.</summary>
    [Params("rural-water-2023.docx", "rural-water-2023.pdf", "road-maintenance-2023.txt", "public-toilets-2023.html")]
    public string Sample { get; set; } = "";

    /// <summary>Reads the sample, so that the disk is not measured.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _bytes = File.ReadAllBytes(Path.Join(AppContext.BaseDirectory, "reports", Sample));
        _report = ReportParser.Default.Parse(_bytes, Sample).Report;
    }

    /// <summary>The whole path from bytes to the model.</summary>
    /// <returns>The result, so that the work is not optimised away.</returns>
    [Benchmark(Baseline = true)]
    public ParseResult Parse() => ReportParser.Default.Parse(_bytes, Sample);

    /// <summary>From the model to one line of JSON.</summary>
    [Benchmark]
    public void Write() => Writer.Write(_report, Stream.Null);
}
