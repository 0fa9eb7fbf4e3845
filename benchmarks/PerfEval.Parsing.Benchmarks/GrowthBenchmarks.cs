using BenchmarkDotNet.Attributes;
using PerfEval.Parsing.BenchmarkDocuments;

namespace PerfEval.Parsing.Benchmarks;

/// <summary>The whole path on longer and longer reports: twenty times the pages should cost twenty times the time.</summary>
[MemoryDiagnoser]
public class GrowthBenchmarks
{
    private byte[] _bytes = [];

    /// <summary>The format.</summary>
    [Params("docx", "pdf", "html", "txt")]
    public string Format { get; set; } = "";

    /// <summary>The length in pages of a Word file.</summary>
    [Params(BenchmarkLength.Medium, 50, 100, BenchmarkLength.Large, BenchmarkLength.Huge)]
    public int Pages { get; set; }

    /// <summary>Makes the document.</summary>
    [GlobalSetup]
    public void Setup() => _bytes = Documents.Of(Format, Pages);

    /// <summary>From bytes to the model.</summary>
    /// <returns>The result.</returns>
    [Benchmark]
    public ParseResult Parse() => ReportParser.Default.Parse(_bytes);
}
