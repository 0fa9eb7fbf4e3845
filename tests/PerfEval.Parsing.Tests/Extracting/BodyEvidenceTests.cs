using CsCheck;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Tests.Support.Rereading;
using PerfEval.Parsing.Writing;
using PerfEval.Parsing.Writing.Docx;
using PerfEval.Parsing.Writing.PlainText;
using Xunit;

namespace PerfEval.Parsing.Tests.Extracting;

/// <summary>Values are read a second time, from their evidence alone.</summary>
public sealed class BodyEvidenceTests
{
    [Fact]
    public void TheEvidenceOfTheSampleReportSaysWhatTheReportSays() => Verify(ReportParser.Default.Parse(SampleReports.Docx()));

    [Fact]
    public void TheEvidenceOfWrittenReportsSaysWhatTheySay() =>
        ReportGen.Report.Sample(report => { Verify(Written(report, new DocxReportWriter())); Verify(Written(report, new TextReportWriter())); }, iter: 60);

    [Fact]
    public void WhatTheSupplementStatesStandsInItsCells()
    {
        var report = new PerformanceReport
        {
            Funding = new Funding { Budget = 5m, Lines = [new FundingLine { Name = "甲", Spent = 3m }] },
            Problems = [new ReportItem(null, "某个问题")],
            Sections = [new Section { Number = "一、", Heading = "其他", Level = 1, Kinds = [SectionKind.Problems], Blocks = [new ParagraphContent("文字。")] }],
        };

        var read = Written(report, new DocxReportWriter());

        Assert.Equal(("5", "supplement.value"), At("/funding/budget"));
        Assert.Equal(("3", "supplement.value"), At("/funding/lines/0/spent"));
        Assert.Equal(("某个问题", "supplement.value"), At("/problems/0/text"));
        Assert.Equal(("存在的问题及原因分析", "supplement.value"), At("/sections/0/kinds"));
        Assert.Equal(("其他", "section.heading"), At("/sections/0/heading"));
        Assert.DoesNotContain(read.Evidence, e => e.Pointer is "/funding" or "/problems" or "/problems/0/heading");

        (string, string?) At(string pointer) => (read.Evidence.For(pointer)!.Text, read.Evidence.For(pointer)!.Rule);
    }

    [Fact]
    public void AWrongPlaceIsAFault()
    {
        var result = ReportParser.Default.Parse(SampleReports.Docx());
        var number = result.Evidence.First(e => e.Pointer.StartsWith("/sections/", StringComparison.Ordinal) && e.Pointer.EndsWith("/number", StringComparison.Ordinal)).Pointer;
        var entry = Assert.Single(result.Evidence, e => e.Pointer == number.Replace("number", "heading", StringComparison.Ordinal));

        Assert.Null(BodyFactsRereading.Fault(result.Report, entry, result.Document!));
        Assert.NotNull(BodyFactsRereading.Fault(result.Report, entry with { Pointer = number }, result.Document!));
        Assert.NotNull(BodyFactsRereading.Fault(result.Report, entry with { Evidence = entry.Evidence with { Start = entry.Evidence.Start + 1 } }, result.Document!));
        Assert.Null(BodyFactsRereading.Fault(result.Report, entry with { Pointer = "/title" }, result.Document!));
    }

    private static ParseResult Written(PerformanceReport report, IReportWriter writer)
    {
        using var stream = new MemoryStream();
        writer.Write(report, stream);
        return ReportParser.Default.Parse(stream.ToArray());
    }

    private static void Verify(ParseResult result) =>
        Assert.Empty(result.Reports.SelectMany(report => report.Evidence.Select(entry => BodyFactsRereading.Fault(report, entry, result.Document!)).OfType<string>()));
}
