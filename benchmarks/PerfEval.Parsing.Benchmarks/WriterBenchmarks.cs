using BenchmarkDotNet.Attributes;
using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Benchmarks;

/// <summary>What writing a report costs, by format. PDF needs an installed font with Chinese characters.</summary>
[MemoryDiagnoser]
public class WriterBenchmarks
{
    private PerformanceReport _report = new();
    private IReportWriter _writer = new JsonReportWriter();

    /// <summary>The formats that can be written.</summary>
    public static IEnumerable<string> Formats => ReportWriters.Formats;

    /// <summary>The format.</summary>
    [ParamsSource(nameof(Formats))]
    public string Format { get; set; } = "json";

    /// <summary>Reads the report that is written.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _report = ReportParser.Default.Parse(Documents.Of("docx", BenchmarkLength.Medium)).Report;
        _writer = Format == "json" ? new JsonReportWriter(indented: false) : ReportWriters.For(Format);
    }

    /// <summary>Writes it.</summary>
    /// <returns>How long the file is.</returns>
    [Benchmark]
    public long Write()
    {
        using var output = new MemoryStream();
        _writer.Write(_report, output);
        return output.Length;
    }
}
