using CsCheck;
using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;
using Xunit;
using static PerfEval.Parsing.Tests.Writing.PdfWriting;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>What is written to PDF is read again as it was.</summary>
public sealed class PdfRoundTripTests(FontFiles fonts) : IClassFixture<FontFiles>
{
    private static readonly string[] Pieces =
    [
        "绩效", "项目，", "。", "（", "）", "《办法》", "一、", "1.", "— 3 —", "目录……1", "表1 ", "  ", " ", "\t", "\u3000", "abc", "A very long English phrase ", "https://example.org/a/path?with=query&and=more",
        "100%", "≥95", "😀", "👨\u200D👩\u200D👧", "𠀋", "⼀", "⺀", "犐犆犛", "<b>&amp;", "|*_#\\`()", "e\u0301x", "\u200B", "-", "“引”", "\u2028x", "\uFFFD", "\u00AD", "12345678901234567890", "\uE000", "\n",
    ];

    private static readonly DeclaredPart[] Parts = [DeclaredPart.Cover, DeclaredPart.Content, DeclaredPart.Supplement];

    private static readonly Gen<string> Piece = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]);

    private static readonly Gen<string> Text = Piece.Array[1, 40].Select(pieces => ComposedText.Normal(string.Concat(pieces)));
    private static readonly Gen<string> Cell = Piece.Array[0, 8].Select(pieces => ComposedText.Normal(string.Concat(pieces)));

    private static readonly Gen<Table> Tables = Gen.Select(Cell, Gen.Int[1, 3], Gen.Int[1, 3], (text, rows, columns) => new TableCell(text, rows, columns)).Array[0, 6]
        .Select(Gen.Bool, (cells, isHeader) => new TableRow(cells, isHeader)).Array[1, 12].Select(rows => new Table(rows));

    private static readonly Gen<Block> Blocks = Gen.Select(
        Gen.Int[0, 7], Gen.Int[1, 12], Text.Where(t => t.Length > 0), Tables, Gen.Int[0, 2].Select(i => Parts[i]),
        Block (kind, level, text, table, part) => kind switch
        {
            0 => new Figure { Declared = part },
            1 or 2 => table with { Declared = part },
            3 => Heading(level, text),
            4 => P(DeclaredPart.Supplement, text, level),
            5 => P(DeclaredPart.Signature, text),
            6 => P(DeclaredPart.Title, text),
            _ => P(part, text),
        });

    [Fact]
    public void UglyBlocksComeBackAsTheyWere() => Blocks.Array[1, 12].Sample(blocks => fonts.Writer.AssertComesBack(blocks), iter: 150);

    [Fact]
    public void UglyTextComesBackInAFontWithCffOutlines() => Blocks.Array[1, 4].Sample(blocks => FontFiles.Of(fonts.Cff).AssertComesBack(blocks), iter: 20);

    [Fact]
    public void MergedRaggedAndCoveredRowsComeBack() => fonts.Writer.AssertComesBack(
        Table(new TableRow([new TableCell("甲", 3, 2), new TableCell("乙")], IsHeader: true), Row("丙"), new TableRow([]), Row(), Row("丁", "", "戊", "己"), new TableRow([new TableCell("", 9, 9)])),
        Table(Row("只一格")),
        Table(Row("")));

    [Fact]
    public void ADeepHeadingKeepsItsLevel() => fonts.Writer.AssertComesBack(Heading(1, "一、甲"), Heading(37, "（37）乙"), Heading(6, "丙"));

    [Fact]
    public void ACellOfManyThousandsOfCharactersGoesOnOverPages()
    {
        var text = string.Concat(Enumerable.Range(0, 9000).Select(i => (char)('一' + i % 3000)));

        fonts.Writer.AssertComesBack(Table(Row("甲", text, "乙"), Row("丙", "丁", "戊")));
        Assert.InRange(fonts.Writer.Open(Table(Row("甲", text, "乙"))).NumberOfPages, 4, 60);
    }

    [Fact]
    public void TheSampleReportComesBackWhole()
    {
        var report = ReportParser.Default.Parse(SampleReports.Docx()).Report;
        using var stream = new MemoryStream();

        fonts.Writer.Write(report, stream);
        var again = ReportParser.Default.Parse(stream.ToArray());

        Assert.Equal(Content(report), Content(again.Report));
        Assert.Equal(ParseStatus.Complete, again.Status);
    }

    [Theory]
    [InlineData("hetang-drains-shanghai.docx")]
    [InlineData("songling-zhongyiguan-form.docx")]
    [InlineData("yuxia-opera-jiangxi-mixed.txt")]
    [InlineData("tongyan-handicraft-zhejiang.pdf")]
    public void PublishedShapesComeBackWhole(string name)
    {
        foreach (var report in ReportParser.Default.ParseFile(Repository.At($"tests/PerfEval.Parsing.Tests/Corpus/{name}")).Reports)
        {
            using var stream = new MemoryStream();
            fonts.Writer.Write(report, stream);

            Assert.Equal(Content(report), Content(ReportParser.Default.Parse(stream.ToArray()).Report));
        }
    }

    [Fact]
    public void ValuesKeepTheirPlacesOnThePages()
    {
        var report = ReportParser.Default.Parse(SampleReports.Docx()).Report;
        using var stream = new MemoryStream();
        fonts.Writer.Write(report, stream);
        var again = ReportParser.Default.Parse(stream.ToArray()).Report;

        Assert.NotEmpty(again.Evidence);
        Assert.All(again.Evidence, entry =>
        {
            Assert.InRange(entry.Evidence.Page ?? 0, 1, again.Source.Pages ?? 0);
            Assert.True(entry.Evidence.Box is { } box && box.Left < box.Right && box.Bottom < box.Top && box.Right < 842, entry.Pointer);
        });
    }

    private static string Content(Model.PerformanceReport report) => new JsonReportWriter().Write(report with { Source = new(), Evidence = [], Diagnostics = [] });
}
