using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Structuring;
using Xunit;

namespace PerfEval.Parsing.Tests.Extending;

/// <summary>An extractor of the caller's own that throws costs what it reads, never the document.</summary>
public sealed class FailingExtractorTests
{
    private const string Text = "甲县2023年校车安全项目支出绩效自评报告\n一、评价结论\n综合得分94.5分，评价等级为优。\n";

    private static readonly SourceSpan Anywhere = new(0, 0, 2);

    [Fact]
    public void EverythingElseStandsAndADiagnosticSaysWhichFailed()
    {
        var cause = new InvalidOperationException("quotes 甲县");
        var result = Parse((_, draft) => draft.Add("first", "1", Anywhere, 1), (_, _) => throw cause, (_, draft) => draft.Add("third", "3", Anywhere, 1));

        Assert.Equal(ParseStatus.Partial, result.Status);
        Assert.Equal(["first", "third"], result.Report.Facts.Select(f => f.Name));
        Assert.Equal(94.5m, result.Report.Score?.Value);
        var failure = Assert.Single(result.Diagnostics, d => d.Code == DiagnosticCode.ExtractorFailed);
        Assert.Equal($"The extractor {typeof(Own)} failed: System.InvalidOperationException. What it reads is missing.", failure.Message);
        Assert.Equal($"抽取器 {typeof(Own)} 出错（System.InvalidOperationException），其读取的内容缺失。", failure.MessageZh);
        Assert.Same(cause, failure.Cause);
        Assert.Single(result.Report.Diagnostics, d => d.Id == "PE3010");
    }

    [Fact]
    public void WhatItHadDoneBeforeItFailedIsUndone()
    {
        var plain = ReportParser.Default.ParseText(Text).Report;
        var result = Parse((_, draft) =>
        {
            draft.Report = draft.Report with { Title = "乙", Score = null };
            draft.Retract("/score");
            draft.Cite("/title", Anywhere, 0.1);
            draft.Add("code", "1", Anywhere, 1);
            throw new InvalidOperationException();
        });

        Assert.Equal(plain, result.Report with { Diagnostics = plain.Diagnostics });
    }

    [Fact]
    public void InAFileOfSeveralReportsOnlyTheOneConcernedSaysSo()
    {
        var result = new ReportParser(new ReportParserOptions { Extractors = [new Own((outline, _) => Throw(outline.Title[0].Text.StartsWith('乙')))] })
            .ParseText("甲县道路养护项目支出绩效评价报告\n一、项目概况\n正文甲。\n二、评价结论\n得分90分。\n乙县水库加固项目支出绩效评价报告\n一、项目概况\n正文乙。\n二、评价结论\n得分80分。\n");

        Assert.Equal(2, result.Reports.Count);
        Assert.Equal([0, 1], result.Reports.Select(r => r.Diagnostics.Count(d => d.Id == "PE3010")));

        static void Throw(bool now)
        {
            if (now)
                throw new InvalidOperationException();
        }
    }

    public static TheoryData<string, Action<ReportDraft>> WrongCalls { get; } = new()
    {
        { "no name", draft => draft.Add("", "1", Anywhere, 1) },
        { "no value", draft => draft.Add("code", " ", Anywhere, 1) },
        { "no block", draft => draft.Add("code", "1", new SourceSpan(99, 0, 1), 1) },
        { "negative place", draft => draft.Cite("/title", new SourceSpan(0, -1, 1), 1) },
        { "too sure", draft => draft.Add("code", "1", Anywhere, 1.01) },
        { "not a number", draft => draft.Cite("/title", Anywhere, double.NaN) },
        { "no pointer", draft => draft.Cite("title", Anywhere, 1) },
        { "half a pointer", draft => draft.Cite("/score//value", Anywhere, 1) },
        { "no report", draft => draft.Report = null! },
    };

    [Theory]
    [MemberData(nameof(WrongCalls))]
    public void AWrongCallIsTheExtractorsFailure(string what, Action<ReportDraft> call)
    {
        var result = Parse((_, draft) => call(draft));

        Assert.NotEmpty(what);
        Assert.IsAssignableFrom<ArgumentException>(Assert.Single(result.Diagnostics, d => d.Code == DiagnosticCode.ExtractorFailed).Cause);
        Assert.Empty(result.Report.Facts);
    }

    [Fact]
    public void ACancelledParseIsCancelled()
    {
        using var cancellation = new CancellationTokenSource();
        var parser = new ReportParser(new ReportParserOptions { Extractors = [new Own((outline, _) => Cancel(outline))] });

        Assert.ThrowsAny<OperationCanceledException>(() => parser.ParseText(Text, cancellationToken: cancellation.Token));

        void Cancel(ReportOutline outline)
        {
            cancellation.Cancel();
            _ = outline.Walk().Count();
        }
    }

    [Fact]
    public void ACancellationOfTheExtractorsOwnIsItsFailure() =>
        Assert.IsType<TaskCanceledException>(Assert.Single(Parse((_, _) => throw new TaskCanceledException()).Diagnostics, d => d.Code == DiagnosticCode.ExtractorFailed).Cause);

    [Fact]
    public void ExhaustedMemoryIsNotHidden() =>
        Assert.ThrowsAny<OutOfMemoryException>(() => Parse((_, _) => throw new InsufficientMemoryException()));

    private static ParseResult Parse(params Action<ReportOutline, ReportDraft>[] extractors) =>
        new ReportParser(new ReportParserOptions { Extractors = [.. extractors.Select(e => new Own(e))] }).ParseText(Text);

    private sealed class Own(Action<ReportOutline, ReportDraft> extract) : IFactExtractor
    {
        public void Extract(ReportOutline outline, ReportDraft draft) => extract(outline, draft);
    }
}
