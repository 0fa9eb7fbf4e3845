using BenchmarkDotNet.Attributes;
using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.BenchmarkDocuments.Pdf;
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
    private const string OwnFile = "PERFEVAL_BENCHMARK_PDF";

    private byte[] _bytes = [];

    /// <summary>Kinds of fonts, embedded ones where such a font is installed, and the file that PERFEVAL_BENCHMARK_PDF names.</summary>
    public static IEnumerable<string> Documents
    {
        get
        {
            var embedded = Enum.GetValues<EmbeddedOutlines>().Where(outlines => EmbeddedPdf.Of(Report(), outlines) is not null);
            return [.. Enum.GetNames<PaperFonts>(), .. embedded.Select(outlines => outlines.ToString()), .. Environment.GetEnvironmentVariable(OwnFile) is null ? (string[])[] : [OwnFile]];
        }
    }

    /// <summary>Which document.</summary>
    [ParamsSource(nameof(Documents))]
    public string Document { get; set; } = nameof(PaperFonts.Simple);

    /// <summary>Makes the document, or reads it, so that the disk is not measured.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _bytes = Document == OwnFile ? File.ReadAllBytes(Environment.GetEnvironmentVariable(OwnFile)!)
            : Enum.TryParse<PaperFonts>(Document, out var fonts) ? PaperPdf.Of(new InventedPaper(BenchmarkLength.Medium, 1), fonts)
            : EmbeddedPdf.Of(Report(), Enum.Parse<EmbeddedOutlines>(Document))!;
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

    private static Model.PerformanceReport Report() => ReportParser.Default.Parse(PaperDocx.Of(new InventedPaper(BenchmarkLength.Medium, 1))).Report;
}
