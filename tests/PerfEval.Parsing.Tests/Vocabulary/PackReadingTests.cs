using System.Text;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Vocabulary;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Vocabulary;

/// <summary>What packs do to reading, and what they leave alone.</summary>
public sealed class PackReadingTests
{
    public static TheoryData<string> Kinds { get; } = [.. PackCases.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AWordOfAPackIsRead(string kind)
    {
        var one = PackCases.All[kind];

        Assert.Equal(one.Without, one.Told(Read(ReportParser.Default, one.Text)));
        Assert.Equal(one.With, one.Told(Read(Parser(Pack(one.Pack)), one.Text)));
    }

    [Fact]
    public void APartOfTheMoneyMayBeNamedByAPack()
    {
        var words = ReportVocabulary.Of([Pack(""" "money":{"parts":["片区"]} """)]).Money;

        Assert.True(FundingLead.FieldOf("片区到位资金", words)!.Value.IsOfPart);
        Assert.False(FundingLead.FieldOf("片区到位资金", ReportVocabulary.Default.Money)!.Value.IsOfPart);
    }

    [Fact]
    public void AnOutlineOfAPackComesFirst()
    {
        var pack = Pack(""" "outline":{"outlines":[{"modes":["selfEvaluation"],"subjects":["project"],"required":[{"zh":"对策清单","kinds":["recommendations"]}]}]} """);
        var outlines = ReportVocabulary.Of([pack]).Outlines;

        Assert.Equal(["对策清单"], outlines.Required(EvaluationMode.SelfEvaluation, ReportSubject.Project).Select(c => c.Name));
        Assert.Equal(
            ReportVocabulary.Default.Outlines.Required(EvaluationMode.FiscalEvaluation, ReportSubject.Project).Select(c => c.Name),
            outlines.Required(EvaluationMode.FiscalEvaluation, ReportSubject.Project).Select(c => c.Name));
    }

    [Fact]
    public void APackWinsOverTheLibraryAndALaterPackOverAnEarlier()
    {
        var (poor, fair) = (Pack(""" "grades":{"levels":{"poor":["良好"]}} """), Pack(""" "grades":{"levels":{"fair":["良好"]}} """));
        const string text = "绩效评价报告\n\n一、评价结论\n综合得分为87.5分，评价等级为良好。\n";

        Assert.Equal(GradeLevel.Good, Read(ReportParser.Default, text).Report.Grade?.Level);
        Assert.Equal(GradeLevel.Fair, Read(Parser(poor, fair), text).Report.Grade?.Level);
        Assert.Equal(GradeLevel.Poor, Read(Parser(fair, poor), text).Report.Grade?.Level);
    }

    [Fact]
    public void AHeadingOfAPackWinsEverywhereOverTheLibrarysWordForOnePlace()
    {
        // The library takes 组织实施 below 评价工作情况 for its process, elsewhere for the project's organization.
        var parser = Parser(Pack(""" "headings":{"sections":[{"kind":"keyTasks","phrases":["组织实施"]}]} """));
        const string text = "绩效评价报告\n\n一、绩效评价工作情况\n（一）组织实施\n评价组于三月进场。\n";

        Assert.Equal([SectionKind.WorkProcess], Read(ReportParser.Default, text).Report.Sections[0].Children[0].Kinds);
        Assert.Equal([SectionKind.KeyTasks], Read(parser, text).Report.Sections[0].Children[0].Kinds);
    }

    [Fact]
    public async Task ParsersWithDifferentPacksDoNotInfluenceEachOther()
    {
        ReportParser[] parsers =
            [ReportParser.Default, .. new[] { "excellent", "good", "fair", "poor" }.Select(level => Parser(Pack($$$""" "grades":{"levels":{"{{{level}}}":["二档"]}} """)))];
        GradeLevel?[] expected = [null, GradeLevel.Excellent, GradeLevel.Good, GradeLevel.Fair, GradeLevel.Poor];
        var text = PackCases.All["grades"].Text;

        var read = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => (Parser: i % 5, Read(parsers[i % 5], text).Report.Grade?.Level))));

        Assert.All(read, r => Assert.Equal(expected[r.Parser], r.Level));
    }

    /// <summary>A pack of every kind of word, none of which stands in the report, changes no byte of the result.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void APackLeavesReportsAloneThatHaveNoneOfItsWords(string document)
    {
        var words = File.ReadAllText(Repository.At("samples/vocabulary/lanchuan-2024.json"));
        var without = ReportParser.Default.ParseFile(Repository.At(document)).Reports;
        var read = Parser([VocabularyPack.Parse(words), .. PackCases.All.Where(c => !c.Key.StartsWith("headings.none", StringComparison.Ordinal)).Select(c => Pack(c.Value.Pack))]).ParseFile(Repository.At(document)).Reports;

        var writer = new JsonReportWriter();
        Assert.Equal(without.Select(r => writer.Write(r)), read.Select(r => writer.Write(r)));
    }

    public static TheoryData<string> Documents { get; } =
    [
        .. new[] { "samples/reports", "tests/PerfEval.Parsing.Tests/Corpus" }
            .SelectMany(folder => Directory.EnumerateFiles(Repository.At(folder)).Where(f => Path.GetExtension(f) is ".docx" or ".html" or ".txt" or ".pdf" or ".xlsx").Select(f => folder + "/" + Path.GetFileName(f)))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>What this library wrote is read by its own words, whatever packs the reader has: it comes back as it was written.</summary>
    [Fact]
    public void AWrittenReportComesBackThroughAParserWithPacks()
    {
        var parser = Parser(VocabularyPack.Load(Repository.At("samples/vocabulary/lanchuan-2024.json")), Pack(""" "headings":{"none":["基本情况","存在的问题"]} """));
        var first = parser.ParseFile(Repository.At("samples/vocabulary/rural-bus-2024.html")).Report;
        using var stream = new MemoryStream();
        ReportWriters.For("docx").Write(first, stream);

        foreach (var reader in new[] { parser, ReportParser.Default })
        {
            var again = reader.Parse(stream.ToArray()).Report;
            Assert.Equal(first.Grade, again.Grade);
            Assert.Equal(Content(first), Content(again));
        }
    }

    private static string Content(PerformanceReport report) => new JsonReportWriter().Write(report with { Source = new ReportSource(), Evidence = [], Diagnostics = [] });

    private static ReportParser Parser(params VocabularyPack[] packs) => new(new ReportParserOptions { Vocabulary = packs });

    private static VocabularyPack Pack(string parts) => VocabularyPack.Parse("""{"name":"test","origin":"invented",""" + parts + "}");

    private static ParseResult Read(ReportParser parser, string text) =>
        text.StartsWith('<') ? parser.Parse(Encoding.UTF8.GetBytes(text)) : parser.ParseText(text);
}
