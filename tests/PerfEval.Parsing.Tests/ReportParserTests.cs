using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Structuring;
using Xunit;

namespace PerfEval.Parsing.Tests;

public sealed class ReportParserTests
{
    private const string Text = "甲县乙镇人民政府2021年村道养护专项经费项目支出绩效自评报告\n一、基本情况\n2021年年初预算安排资金20万元，实际支出19.5万元，预算执行率97.5%。\n二、评价结论\n综合得分95分，评价等级为优。\n甲县乙镇人民政府\n2022年3月1日\n";

    [Fact]
    public void BytesStreamAndTextGiveTheSameFacts()
    {
        var bytes = Encoding.UTF8.GetBytes(Text);
        using var stream = new MemoryStream(bytes);

        var fromBytes = ReportParser.Default.Parse(bytes).Report;
        var fromStream = ReportParser.Default.Parse(stream).Report;
        var fromText = ReportParser.Default.ParseText(Text).Report;

        Assert.Equal(fromBytes, fromStream);
        Assert.Equal(fromBytes with { Source = fromText.Source }, fromText);
        Assert.Equal(95m, fromText.Score!.Value);
        Assert.Equal(200000m, fromText.Funding!.InitialBudget);
    }

    [Fact]
    public void TheSourceSaysWhatWasRead()
    {
        var source = ReportParser.Default.Parse(Encoding.UTF8.GetBytes("abc 绩效自评报告"), "a.txt").Report.Source;

        Assert.Equal(("a.txt", "txt", "utf-8", 22L), (source.Path, source.Format, source.Encoding, source.Length));
        Assert.Equal(64, source.Sha256!.Length);
    }

    [Theory]
    [InlineData("", UnreadableReason.Empty)]
    [InlineData(" \n\t\n", UnreadableReason.NoText)]
    [InlineData("{\\rtf1 x}", UnreadableReason.UnsupportedFormat)]
    [InlineData("%PDF-1.7", UnreadableReason.Truncated)]
    public void WhatCannotBeReadGivesOneTypedError(string content, UnreadableReason reason)
    {
        var error = Assert.Throws<UnreadableDocumentException>(() => ReportParser.Default.Parse(Encoding.UTF8.GetBytes(content)));

        Assert.Equal(reason, error.Reason);
        Assert.NotEmpty(error.Message);
    }

    [Fact]
    public void AMissingFileIsATypedError() =>
        Assert.Equal(UnreadableReason.ReadError, Assert.Throws<UnreadableDocumentException>(() => ReportParser.Default.ParseFile("no-such-file.docx")).Reason);

    [Fact]
    public void AWrongCallThrowsAtOnce()
    {
        Assert.Throws<ArgumentNullException>(() => ReportParser.Default.ParseText(null!));
        Assert.Throws<ArgumentException>(() => ReportParser.Default.ParseFile(""));
        Assert.Throws<ArgumentException>(() => new ReportParser(new ReportParserOptions { Limits = new ParseLimits { MaxDepth = 0 } }));
    }

    [Fact]
    public void CancellationPropagates()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => ReportParser.Default.Parse(Encoding.UTF8.GetBytes(Text), null, source.Token));
    }

    [Fact]
    public void AFileOverTheLimitIsNotRead()
    {
        var parser = new ReportParser(new ReportParserOptions { Limits = new ParseLimits { MaxFileBytes = 10 } });

        Assert.Equal(UnreadableReason.TooLarge, Assert.Throws<UnreadableDocumentException>(() => parser.Parse(Encoding.UTF8.GetBytes(Text))).Reason);
    }

    [Fact]
    public void ACallersExtractorRunsAfterTheLibrarysOwn()
    {
        var parser = new ReportParser(new ReportParserOptions { Extractors = [new Shouting()] });

        Assert.Equal("甲县乙镇人民政府2021年村道养护专项经费项目支出绩效自评报告！", parser.ParseText(Text).Report.Title);
    }

    public static TheoryData<string> Shapes() =>
    [
        string.Join('\n', Enumerable.Range(1, 20_000).Select(i => $"{(i % 99) + 1}、第{i}项工作按计划完成")),
        "甲县项目绩效评价报告\n一、概况\n" + string.Concat(Enumerable.Range(1, 40_000).Select(i => $"全年支出{i}万元，得分{i % 100}分；")),
        "目录\n" + string.Join('\n', Enumerable.Range(1, 20_000).Select(i => $"{(i % 90) + 1}、第{i}章……{i % 99}")) + "\n一、概况\n正文",
        "甲县项目绩效评价报告\n一、概况\n" + new string('（', 50_000) + new string('《', 50_000),
        string.Join('\n', Enumerable.Range(1, 3_000).Select(i => $"甲县{i}项目绩效评价报告\n一、概况\n正文")),
    ];

    // Not timed: a quadratic step would make this test take minutes instead of a second.
    [Theory]
    [MemberData(nameof(Shapes))]
    public void HugeShapesComeToAnEnd(string text) => Assert.NotEmpty(ReportParser.Default.ParseText(text).Reports);

    private sealed class Shouting : IFactExtractor
    {
        public void Extract(ReportOutline outline, ReportDraft draft) => draft.Report = draft.Report with { Title = draft.Report.Title + "！" };
    }
}
