using BenchmarkDotNet.Attributes;
using PerfEval.Parsing.BenchmarkDocuments;
using PerfEval.Parsing.Checking;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Benchmarks;

/// <summary>
/// What a report costs, whole and by stage, in time and bytes. Run with
/// <c>dotnet run -c Release --project benchmarks/PerfEval.Parsing.Benchmarks -- --filter *StageBenchmarks*</c>; compare ratios, not figures of different machines.
/// </summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private readonly DocumentReaders _readers = new(ReportParserOptions.Default.Readers);
    private readonly OutlineBuilder _outlines = new(ReportVocabulary.Of([]));
    private readonly ReportExtractor _extractor = new([]);
    private byte[] _bytes = [];
    private SourceDocument _document = null!;
    private ReportOutline _outline = null!;
    private ExtractedReport _extracted = null!;

    /// <summary>The format.</summary>
    [Params("docx", "pdf", "html", "txt")]
    public string Format { get; set; } = "";

    /// <summary>The length in pages of a Word file.</summary>
    [Params(BenchmarkLength.Small, BenchmarkLength.Medium, BenchmarkLength.Large)]
    public int Pages { get; set; }

    /// <summary>Makes the document and what each stage starts from.</summary>
    [GlobalSetup]
    public void Setup()
    {
        _bytes = Documents.Of(Format, Pages);
        _document = Read();
        _outline = _outlines.Build(_document, new DiagnosticLog(), Watch())[0];
        _extracted = Extract();
    }

    /// <summary>The whole path from bytes to the model.</summary>
    /// <returns>The result, so that the work is not optimised away.</returns>
    [Benchmark(Baseline = true)]
    public ParseResult Parse() => ReportParser.Default.Parse(_bytes);

    /// <summary>Bytes to blocks.</summary>
    /// <returns>The document.</returns>
    [Benchmark]
    public SourceDocument Read() => _readers.Read(_bytes, null, new ReadContext(ParseLimits.Default, new DiagnosticLog(), CancellationToken.None), out _);

    /// <summary>Blocks to outline.</summary>
    /// <returns>How many reports there are.</returns>
    [Benchmark]
    public int Outline() => _outlines.Build(_document, new DiagnosticLog(), Watch()).Count;

    /// <summary>Outline to report.</summary>
    /// <returns>The report with its evidence.</returns>
    [Benchmark]
    public object Report() => Extract();

    /// <summary>The report set against itself.</summary>
    /// <returns>What was found.</returns>
    [Benchmark]
    public object Check() => ReportChecker.Check(_extracted, _outline, Watch());

    private ExtractedReport Extract() => _extractor.Extract(_outline, new DiagnosticLog(), Watch());

    private static ParseWatch Watch() => new(new ParseProgress(), ParseLimits.Default.MaxDuration, CancellationToken.None);
}
