using System.Diagnostics;
using System.Globalization;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;
using Xunit;

namespace PerfEval.Parsing.Tests.Limits;

/// <summary>
/// Hostile files, the same in each run: a result, or the one exception with a reason that is not our own failure, and within seconds. PERFEVAL_FUZZ asks for more.
/// </summary>
public sealed class MutantTests
{
    private const int Cases = 2000;

    /// <summary>What a mutant may take at most: only one that hangs takes longer, even on a busy machine.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private static readonly ReportParser Parser = new(new ReportParserOptions
    {
        Limits = new ParseLimits { MaxDuration = TimeSpan.FromSeconds(10), MaxInflatedBytes = 64 << 20, MaxDecodedBytes = 64 << 20 },
    });

    private static readonly (string Name, byte[] Bytes)[] Seeds =
    [
        ("docx", GoodDocuments.Docx), ("xlsx", GoodDocuments.Xlsx), ("pdf", GoodDocuments.Pdf), ("pdf with cross-reference stream", GoodDocuments.PdfWithXrefStream),
        ("txt", GoodDocuments.Txt), ("txt in GB 18030", GoodDocuments.Gb18030), ("html", GoodDocuments.Html), ("md", GoodDocuments.Markdown), ("csv", GoodDocuments.Csv),
        ("json", GoodDocuments.Json),
    ];

    [Fact]
    public void MutantsGiveAResultOrTheOneException()
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("PERFEVAL_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) ? asked : Cases;

        Assert.Empty(Enumerable.Range(0, count).Select(Try).OfType<string>());
    }

    /// <summary>What is wrong with a case; <see langword="null"/> where nothing is.</summary>
    private static string? Try(int number)
    {
        var (name, bytes) = Seeds[number % Seeds.Length];
        var mutant = new Mutators(number).Mutate(bytes, name is "docx" or "xlsx", name.StartsWith("pdf", StringComparison.Ordinal));
        var watch = Stopwatch.StartNew();
        try
        {
            Assert.NotEmpty(Parser.Parse(mutant).Reports);
        }
        catch (UnreadableDocumentException e) when (e.Reason != UnreadableReason.InternalError)
        {
            Assert.NotEmpty(e.Message);
        }
        catch (Exception e)
        {
            return string.Create(CultureInfo.InvariantCulture, $"case {number}, {name}: {e.InnerException ?? e}");
        }

        return watch.Elapsed < Bound ? null : string.Create(CultureInfo.InvariantCulture, $"case {number}, {name}: {watch.Elapsed}");
    }
}
