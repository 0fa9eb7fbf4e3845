using System.Text;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Viewing;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Extending;

/// <summary>Facts of the caller's own, from the extractor to every output and back.</summary>
public sealed class OwnFactTests
{
    private const string Text = "甲县2023年校车安全项目支出绩效自评报告\n项目编码：5221-0417\n一、基本情况\n受益人数：2,360人。\n二、评价结论\n综合得分94.5分，评价等级为优。\n";

    private static readonly ReportParser Parser = new(new ReportParserOptions { Extractors = [new Codes()] });

    [Fact]
    public void AFactStandsInTheReportWithItsEvidence()
    {
        var report = Parser.ParseText(Text).Report;

        Assert.Equal([new OwnFact("code", "5221-0417"), new OwnFact("people", "2,360人") { Number = 2360m }], report.Facts);
        Assert.Equal("2,360人", report.Evidence.For("/facts/1/value")!.Text);
        Assert.Equal("2,360人", report.Evidence.For(r => r.Facts[1].Number)!.Text);
        var evidence = report.FactEvidence("code")!;
        Assert.Equal(("5221-0417", 0.87, null, "extractor:" + typeof(Codes)), (evidence.Text, evidence.Confidence, evidence.Parts, evidence.Rule));
    }

    [Fact]
    public void AFactIsFoundByItsName()
    {
        var report = new PerformanceReport { Facts = [new("a", "1"), new("b", "2"), new("b", "3")] };

        Assert.Equal("2", report.Fact("b")?.Value);
        Assert.Null(report.Fact("B"));
        Assert.Null(report.FactEvidence("b"));
        Assert.Throws<ArgumentNullException>(() => report.Fact(null!));
    }

    [Fact]
    public void AReportWithoutFactsSaysNothingOfThem()
    {
        var report = ReportParser.Default.ParseText(Text);

        Assert.DoesNotContain("\"facts\"", new JsonReportWriter().Write(report.Report), StringComparison.Ordinal);
        Assert.DoesNotContain("自定义要素", Page(report), StringComparison.Ordinal);
    }

    [Fact]
    public void TheViewShowsFactsByTheirNames()
    {
        var page = Page(Parser.ParseText(Text));

        Assert.Contains("<h2>自定义要素</h2>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#/facts/0/value\">5221-0417</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("其他取值", page, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExplanationNamesTheExtractor()
    {
        var explained = Assert.Single(Parser.ParseText(Text).Explain("/facts/0"));

        Assert.Equal(("/facts/0/value", "5221-0417"), (explained.Pointer, explained.Value));
        Assert.Equal("extractor:" + typeof(Codes), explained.Rule?.Id);
        Assert.Contains(nameof(Codes), explained.Rule!.Chinese, StringComparison.Ordinal);
    }

    [Fact]
    public void AFieldOfTheModelThatAnExtractorFillsIsExplainedAndKeepsItsConfidence()
    {
        var result = new ReportParser(new ReportParserOptions { Extractors = [new Scores()] }).ParseText(Text);

        Assert.Equal(0.5, result.Report.Evidence.For("/score/value")!.Confidence);
        var explained = Assert.Single(result.Explain("/score/value"));
        Assert.Equal(("12", "extractor:" + typeof(Scores)), (explained.Value, explained.Rule?.Id));
        Assert.Equal("94.5", Assert.Single(explained.Candidates, c => !c.IsTaken).Value);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("docx")]
    [InlineData("html")]
    [InlineData("md")]
    [InlineData("txt")]
    public void WhatAWrittenReportStatesIsNotReadFromItsTextOnceMore(string format)
    {
        using var file = new MemoryStream();
        var report = Parser.ParseText(Text).Report;
        ReportWriters.For(format).Write(report with { Facts = [new("code", "corrected"), new("own", "kept")] }, file);

        var again = Parser.Parse(file.ToArray()).Report.Facts;

        Assert.Equal([("code", "corrected"), ("own", "kept")], again.Take(2).Select(f => (f.Name, f.Value)));
        // JSON is read back as it was written; other files are read, and what they do not state is looked for.
        Assert.Equal(format == "json" ? [] : ["people"], again.Skip(2).Select(f => f.Name));
    }

    [Fact]
    public void AStatelessExtractorServesManyThreadsAtOnce()
    {
        var expected = Parser.ParseText(Text).Report.Facts;

        Parallel.For(0, 64, _ => Assert.Equal(expected, Parser.ParseText(Text).Report.Facts));
    }

    private static string Page(ParseResult result)
    {
        using var page = new MemoryStream();
        ReportView.Write(result, page);
        return Encoding.UTF8.GetString(page.ToArray());
    }

    private sealed class Codes : IFactExtractor
    {
        public void Extract(ReportOutline outline, ReportDraft draft)
        {
            foreach (var code in outline.LabelledTexts("项目编码"))
                draft.Add("code", code.Text, code.Span, 0.87);
            foreach (var people in outline.LabelledTexts("受益人数"))
                draft.Add("people", people.Text, people.Span, 0.9, number: 2360);
        }
    }

    private sealed class Scores : IFactExtractor
    {
        public void Extract(ReportOutline outline, ReportDraft draft)
        {
            draft.Report = draft.Report with { Score = new Score(12, 100) };
            draft.Retract("/score");
            draft.Cite("/score/value", outline.LabelledTexts("项目编码").Single().Span, 0.5);
        }
    }
}
