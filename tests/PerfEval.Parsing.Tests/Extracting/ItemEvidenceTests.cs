using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Tests.Support;
using Xunit;
using static PerfEval.Parsing.Tests.Support.BlockReading;

namespace PerfEval.Parsing.Tests.Extracting;

public sealed class ItemEvidenceTests
{
    [Fact]
    public void CountedItemsOfOneParagraphStandApart()
    {
        var read = Read("一、存在的问题", "主要有以下问题：一是管护不到位。部分路段没有落实管护人员；二是资料不全。档案没有及时归档。");

        Assert.Equal((("管护不到位", 10), ("资料不全", 31)), (At("/problems/0/heading"), At("/problems/1/heading")));
        Assert.Equal(("部分路段没有落实管护人员", 16), At("/problems/0/text"));
        Assert.Equal("item.counted", read.Evidence("/problems/0/text").Rule);

        (string, int) At(string pointer) => (read.Evidence(pointer).Text, read.Evidence(pointer).Start);
    }

    [Fact]
    public void ParagraphsThatBelongToOneItemAreItsPlaces()
    {
        var read = Read("一、存在的问题", "1.管护不到位。部分路段没有人员。", "有的乡镇至今没有方案，也没有安排经费。", "2.资料不全。档案没有归档。");

        Assert.Equal(["部分路段没有人员。", "有的乡镇至今没有方案，也没有安排经费。"], read.Texts("/problems/0/text"));
        Assert.Equal(2, read.Evidence("/problems/0/text").More[0].Block);
    }

    [Fact]
    public void AnItemOfItsOwnHeadingHasTheLinesBelowIt()
    {
        var read = Read("一、有关建议", "（一）加强资金管理", "要严格执行各项财务制度，加快支付进度，确保资金安全。", "（二）完善绩效指标", "要结合实际设置可以衡量的指标，并按时开展监控工作。");

        Assert.Equal("加强资金管理", read.Evidence("/recommendations/0/heading").Text);
        Assert.Equal("要严格执行各项财务制度，加快支付进度，确保资金安全。", read.Evidence("/recommendations/0/text").Text);
        Assert.Equal("item.section", read.Evidence("/recommendations/1/text").Rule);
    }

    [Fact]
    public void AnAutomaticCounterIsNoPartOfTheItem()
    {
        var read = Read(
            new Paragraph { Text = "一、存在的问题" },
            new Paragraph { Text = "管护责任没有落实到人，部分设施无人维修。", Label = "（1）" },
            new Paragraph { Text = "资金支付进度较慢，年底仍有大额结余没有使用。", Label = "（2）" });

        Assert.Equal(("管护责任没有落实到人，部分设施无人维修。", 0), (read.Evidence("/problems/0/text").Text, read.Evidence("/problems/0/text").Start));
        Assert.Equal(2, read.Report.Problems.Count);
    }

    [Fact]
    public void AFormsItemsStandInItsCell()
    {
        var read = Read(Table(["项目名称", "某项目"], ["存在的问题", "1.进度较慢。\n2.档案不全。"]));

        Assert.Equal(("档案不全。", "item.form", 2, 2), (read.Evidence("/problems/1/text").Text, read.Evidence("/problems/1/text").Rule, read.Evidence("/problems/1/text").Row, read.Evidence("/problems/1/text").Column));
    }

    [Fact]
    public void ObjectivesHaveAllTheirParagraphs()
    {
        var read = Read("一、项目绩效目标", "完成道路养护一百公里。", "（一）总体目标", "保持路况良好。");

        Assert.Equal(["完成道路养护一百公里。", "（一）总体目标", "保持路况良好。"], read.Texts("/objectives/text"));
        Assert.Equal([("objectives.section", null)], read.Candidates("/objectives/text").Select(c => (c.Rule, c.Lost)));
    }

    [Fact]
    public void TheAbstractsObjectivesAreWeighedAndPassedOver()
    {
        var read = Read("摘要", "一、项目绩效目标", "养护一百公里。", "二、评价结论", "较好。", "正文", "一、项目概况", "按计划实施。", "二、项目绩效目标", "完成道路养护一百公里。");

        Assert.Equal("完成道路养护一百公里。", read.Report.Objectives?.Text);
        Assert.Contains(read.Candidates("/objectives/text"), c => c is { Value: "完成道路养护一百公里。", Lost: null });
    }

    [Fact]
    public void TitleAndNumberOfACitationStandApart()
    {
        var read = Read("一、评价依据", "根据《某县〈预算〉管理办法》（某财〔2020〕10号）和某政发[2021]3号文件开展。");

        Assert.Equal(("某县〈预算〉管理办法", 3), (read.Evidence("/citations/0/title").Text, read.Evidence("/citations/0/title").Start));
        Assert.Equal("某财〔2020〕10号", read.Evidence("/citations/0/documentNumber").Text);
        Assert.Equal(("某政发[2021]3号", "某政发〔2021〕3号"), (read.Evidence("/citations/1/documentNumber").Text, read.Report.Citations[1].DocumentNumber));
        Assert.DoesNotContain(read.Report.Evidence, e => e.Pointer is "/citations/0" or "/citations/1/title");
    }

    [Fact]
    public void ANumberThatALaterMentionAddsStandsThere()
    {
        var read = Read("一、评价依据", "《某县预算管理办法》规定了程序。", "《某县预算管理办法》（某财〔2020〕10号）规定了标准。");

        Assert.Equal((1, 2), (read.Evidence("/citations/0/title").Block, read.Evidence("/citations/0/documentNumber").Block));
    }
}
