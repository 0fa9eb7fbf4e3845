using System.Globalization;
using CsCheck;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>
/// What is written is read again as the same report, in every format that carries whole reports. PERFEVAL_ROUND_TRIPS sets how many generated reports each
/// format is tried with; the documented long run takes 10,000.
/// </summary>
public sealed class RoundTripTests(FontFiles fonts) : IClassFixture<FontFiles>
{
    private static readonly int Rounds = int.TryParse(Environment.GetEnvironmentVariable("PERFEVAL_ROUND_TRIPS"), NumberStyles.None, CultureInfo.InvariantCulture, out var rounds) ? rounds : 300;

    // Forms carry the form's fields only: FormRoundTripTests.
    private static readonly string[] Whole = [.. ReportWriters.Formats.Where(f => f is not ("csv" or "xlsx"))];

    public static TheoryData<string> Formats { get; } = [.. Whole];

    public static TheoryData<string, string> Documents
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var file in Directory.EnumerateFiles(Repository.At("tests/PerfEval.Parsing.Tests/Corpus")).Concat(Directory.EnumerateFiles(Repository.At("samples/reports"))).Order(StringComparer.Ordinal))
                if (Path.GetExtension(file) is ".docx" or ".html" or ".pdf" || (file.EndsWith(".txt", StringComparison.Ordinal) && !file.EndsWith(".verified.txt", StringComparison.Ordinal)))
                    foreach (var format in Whole)
                        data.Add(Path.GetFileName(file), format);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void AGeneratedReportIsReadAgainAsItIs(string format) =>
        ReportGen.Report.Sample(report => SameContent.Verify(report, Again(report, format)), iter: Rounds);

    [Theory]
    [MemberData(nameof(Documents))]
    public void ADocumentsReportsAreReadAgainAsTheyAre(string file, string format)
    {
        var corpus = Repository.At($"tests/PerfEval.Parsing.Tests/Corpus/{file}");
        foreach (var report in ReportParser.Default.ParseFile(File.Exists(corpus) ? corpus : Repository.At($"samples/reports/{file}")).Reports)
        {
            var again = Again(report, format);

            SameContent.Verify(report, again);
            // JSON keeps the source that it was made of; every other file is its own.
            Assert.Equal(format == "json" ? report.Source.Format : format, again.Source.Format);
            Assert.Equal(Bytes(report, format), Bytes(again, format));
        }
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void AReportThatSaysNothingIsReadAgainAsItIs(string format)
    {
        SameContent.Verify(new PerformanceReport(), Again(new PerformanceReport(), format));
        var figure = new PerformanceReport { Sections = [new Section { Blocks = [new FigureContent()] }] };
        SameContent.Verify(figure, Again(figure, format));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void TheSameReportGivesTheSameBytesWhateverCultureAndThread(string format)
    {
        var report = ReportParser.Default.ParseFile(Repository.At("samples/reports/rural-water-2023.docx")).Report;
        var expected = Bytes(report, format);
        // A culture of its own: the machine's data may know none.
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NegativeSign, culture.DateTimeFormat.DateSeparator) = (",", "−", "~");
        Parallel.For(0, 8, _ =>
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, Bytes(report, format));
        });
    }

    private PerformanceReport Again(PerformanceReport report, string format) => Assert.Single(ReportParser.Default.Parse(Bytes(report, format)).Reports);

    private byte[] Bytes(PerformanceReport report, string format)
    {
        using var file = new MemoryStream();
        // No machine can be relied on to have a font.
        var writer = format == "pdf" ? fonts.Writer : ReportWriters.For(format);
        writer.Write(report, file);
        return file.ToArray();
    }
}
