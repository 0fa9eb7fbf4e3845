using System.Text;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Tests.Support;
using Xunit;

namespace PerfEval.Parsing.Tests.Writing;

public sealed class TextReportWriterTests
{
    private static readonly PerformanceReport Report = new()
    {
        Title = "青河县2023年农村公路养护项目支出绩效评价报告",
        Evaluator = "青河正衡咨询有限公司",
        ReportDate = new PartialDate(2024, 5, 6),
        Sections =
        [
            new Section
            {
                Number = "一、",
                Heading = "基本情况",
                Level = 1,
                Kinds = [SectionKind.Basics],
                Blocks =
                [
                    new ParagraphContent("2023年安排资金80万元。\n其中：县级80万元。"),
                    new TableContent
                    {
                        Caption = "表1 资金情况表",
                        Rows = [[new("资金来源", 1, 2), new("合计", 2)], [new("县级"), new("乡级│村级\\组级")], [new("80"), new(""), new("80\n（万元）")]],
                    },
                    new FigureContent(),
                ],
            },
        ],
    };

    [Fact]
    public void AReportIsLaidOutAsPeopleDo() => Assert.Equal(
        """
        　　　　　　　　　青河县2023年农村公路养护项目支出绩效评价报告

        一、基本情况
        　　2023年安排资金80万元。
        　其中：县级80万元。

        　　　　表1 资金情况表
         ┌───┬──────────┬─────┐
         │资金来源                    │合计      │
         ├───┬──────────┤　　　　　│
         │县级  │乡级\│村级\\组级   │          │
         ├───┼──────────┼─────┤
         │80    │                    │80↵      │
         │      │                    │（万元）  │
         └───┴──────────┴─────┘
         （图略）

        　　　　　　　　　　　　　　　　　　　　　　　　　　　　青河正衡咨询有限公司
        　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　2024年5月6日

         ════════════════════════════════════════

        附：报告要素补充表
        　　以下各项正文未载明或与正文所载不一致的，以本表为准；空格表示报告未说明。

        要素
         ┌───────┬───────────┐
         │要素          │内容                  │
         ├───────┼───────────┤
         │评价对象类别  │未说明                │
         ├───────┼───────────┤
         │报告形式      │文字报告              │
         ├───────┼───────────┤
         │评价年度      │                      │
         ├───────┼───────────┤
         │项目名称      │                      │
         ├───────┼───────────┤
         │被评价单位    │                      │
         ├───────┼───────────┤
         │评价机构      │青河正衡咨询有限公司  │
         ├───────┼───────────┤
         │资金情况      │无                    │
         └───────┴───────────┘

         本文按“绩效评价报告文本格式”第1版编排。

        """.ReplaceLineEndings("\n"), Text(Report).ReplaceLineEndings("\n"));

    [Fact]
    public void ItIsReadAgainWhateverItsEncodingAndLineEnds()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var text = Text(Report);
        foreach (var bytes in new[] { Encoding.GetEncoding("gb18030").GetBytes(text), Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray(), Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")) })
            SameContent.Verify(ReportParser.Default.Parse(Encoding.UTF8.GetBytes(text)).Report, ReportParser.Default.Parse(bytes).Report);
    }

    [Fact]
    public void AnEditedFileIsReadLikeAnyOther()
    {
        var edited = Text(Report).Replace("├────┼", "├──", StringComparison.Ordinal);

        var report = ReportParser.Default.ParseText(edited).Report;

        Assert.Equal("青河县2023年农村公路养护项目支出绩效评价报告", report.Title);
        Assert.Equal("基本情况", Assert.Single(report.Sections, s => s.Heading is not null).Heading);
    }

    [Fact]
    public void WithoutItsClosingLineItIsReadLikeAnyOther() =>
        Assert.Equal(Report.Title, ReportParser.Default.ParseText(Text(Report).Replace("本文按", "", StringComparison.Ordinal)).Report.Title);

    [Theory]
    [InlineData("%PDF-1.7")]
    [InlineData("{\\rtf")]
    [InlineData("<!DOCTYPE html>")]
    public void WhatItsTextQuotesDoesNotMakeItAnotherFormat(string text)
    {
        var report = new PerformanceReport { Sections = [new Section { Heading = text, Level = 1 }] };

        var again = ReportParser.Default.Parse(Encoding.UTF8.GetBytes(Text(report)));

        Assert.Equal("txt", again.Report.Source.Format);
        SameContent.Verify(report, again.Report);
    }

    [Fact]
    public void EvidencePointsAtTheLine()
    {
        var report = ReportParser.Default.ParseText(Text(Report)).Report;

        Assert.Equal("青河县2023年农村公路养护项目支出绩效评价报告", Assert.Single(report.Evidence, e => e.Pointer == "/title").Evidence.Text);
    }

    private static string Text(PerformanceReport report)
    {
        using var file = new MemoryStream();
        ReportWriters.For("txt").Write(report, file);
        return Encoding.UTF8.GetString(file.ToArray());
    }
}
