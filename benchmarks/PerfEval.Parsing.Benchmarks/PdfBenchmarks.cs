using BenchmarkDotNet.Attributes;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Pdf;
using UglyToad.PdfPig;

namespace PerfEval.Parsing.Benchmarks;

/// <summary>
/// What a PDF costs beside the library below: the letters alone, the blocks, the whole report. One operation is one document; divide by its pages.
/// </summary>
[MemoryDiagnoser]
public class PdfBenchmarks
{
    private byte[] _bytes = [];

    /// <summary>Reads the sample, or the file that PERFEVAL_BENCHMARK_PDF names, so that the disk is not measured.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var path = Environment.GetEnvironmentVariable("PERFEVAL_BENCHMARK_PDF") ?? Path.Join(AppContext.BaseDirectory, "reports", "rural-water-2023.pdf");
        _bytes = File.ReadAllBytes(path);
        using var document = PdfDocument.Open(_bytes);
        Console.WriteLine($"// {document.NumberOfPages} pages, {_bytes.Length} bytes");
    }

    /// <summary>The letters of all pages by PdfPig.</summary>
    /// <returns>Their number.</returns>
    [Benchmark(Baseline = true)]
    public int PageLetters()
    {
        using var document = PdfDocument.Open(_bytes);
        var letters = 0;
        for (var page = 1; page <= document.NumberOfPages; page++)
            letters += document.GetPage(page).Letters.Count;
        return letters;
    }

    /// <summary>Bytes to blocks: letters, lines, tables, paragraphs.</summary>
    /// <returns>The document.</returns>
    [Benchmark]
    public SourceDocument Read() => new PdfReader().Read(_bytes, new ReadContext(ParseLimits.Default, new DiagnosticLog(), CancellationToken.None));

    /// <summary>Bytes to the typed report with evidence.</summary>
    /// <returns>The result.</returns>
    [Benchmark]
    public ParseResult Parse() => ReportParser.Default.Parse(_bytes);
}
