using BenchmarkDotNet.Attributes;
using PerfEval.Parsing.BenchmarkDocuments;

namespace PerfEval.Parsing.Benchmarks;

/// <summary>Files that tempt to quadratic work, and half of each.</summary>
[MemoryDiagnoser]
public class AdversarialBenchmarks
{
    private byte[] _bytes = [];

    /// <summary>What is long about the file.</summary>
    [Params("lines", "line", "table")]
    public string Kind { get; set; } = "";

    /// <summary>The part of the whole length, in percent.</summary>
    [Params(50, 100)]
    public int Percent { get; set; }

    /// <summary>Makes the file: 100,000 numbered lines, one line of 10 MB, or a Word table of 10,000 rows.</summary>
    [GlobalSetup]
    public void Setup() => _bytes = Kind switch
    {
        "lines" => AdversarialFiles.NumberedLines(1_000 * Percent),
        "line" => AdversarialFiles.OneLine(100_000 * Percent),
        _ => PaperDocx.Of(AdversarialFiles.LongTable(100 * Percent)),
    };

    /// <summary>From bytes to whatever comes of it.</summary>
    /// <returns>Whether there is a report.</returns>
    [Benchmark]
    public bool Parse() => ReportParser.Default.TryParseBytes(_bytes, out _);
}
