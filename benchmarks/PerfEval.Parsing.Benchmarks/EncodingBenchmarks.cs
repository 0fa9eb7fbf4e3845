using System.Text;
using BenchmarkDotNet.Attributes;
using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading.Encodings;

namespace PerfEval.Parsing.Benchmarks;

/// <summary>What finding out a text's encoding adds to decoding it.</summary>
[MemoryDiagnoser]
public class EncodingBenchmarks
{
    private Encoding _encoding = Encoding.UTF8;
    private byte[] _bytes = [];

    /// <summary>The encoding, without a byte order mark.</summary>
    [Params("utf-8", "gb18030", "big5", "utf-16le")]
    public string Name { get; set; } = "";

    /// <summary>Encodes a text; what Big5 cannot say becomes a question mark.</summary>
    [GlobalSetup]
    public void Setup()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _encoding = Encoding.GetEncoding(Name);
        _bytes = _encoding.GetBytes(PaperText.Of(new InventedPaper(BenchmarkLength.Large, 1)));
    }

    /// <summary>Decodes in the known encoding.</summary>
    /// <returns>The text.</returns>
    [Benchmark(Baseline = true)]
    public string Decode() => _encoding.GetString(_bytes);

    /// <summary>Finds the encoding and decodes.</summary>
    /// <returns>The text.</returns>
    [Benchmark]
    public string DecideAndDecode() => EncodingDetector.Decode(_bytes, new DiagnosticLog()).Text;
}
