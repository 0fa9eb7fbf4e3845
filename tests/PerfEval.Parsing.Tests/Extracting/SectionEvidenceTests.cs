using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Tests.Support;
using Xunit;
using static PerfEval.Parsing.Tests.Support.BlockReading;

namespace PerfEval.Parsing.Tests.Extracting;

public sealed class SectionEvidenceTests
{
    private const string Prose = "项目位于某县，全年按计划实施，资金由县财政局统一管理，所有工程均已按期完成并通过了验收，运行情况良好。";

    [Fact]
    public void NumberAndHeadingStandApart()
    {
        var read = Read("一、 项目概况：", Prose);

        Assert.Equal("一、", read.Evidence("/sections/0/number").Text);
        Assert.Equal("section.number", read.Evidence("/sections/0/number").Rule);
        Assert.Equal((3, "项目概况"), (read.Evidence("/sections/0/heading").Start, read.Evidence("/sections/0/heading").Text));
    }

    [Fact]
    public void AnAutomaticNumberStandsInNoText()
    {
        var number = Read(new Paragraph { Text = "项目概况", Label = "一、" }, new Paragraph { Text = Prose }).Evidence("/sections/0/number");

        Assert.Equal((0, 0, "section.number.automatic"), (number.Block, number.Length, number.Rule));
    }

    [Fact]
    public void KindsAreListedOrInferred()
    {
        var read = Read("一、绩效评价工作开展情况", Prose, "二、项目概况", Prose);

        Assert.Equal("section.kind.listed", read.Evidence("/sections/0/kinds").Rule);
        // 项目概况 as a chapter is 基本情况 too, by its place.
        Assert.Equal("section.kind.inferred", read.Evidence("/sections/1/kinds").Rule);
    }

    [Fact]
    public void APrefaceIsKnownByItsFirstBlock()
    {
        var read = Read(Prose, "一、项目概况", Prose);

        Assert.Equal((Prose, "section.kind.inferred"), (read.Evidence("/sections/0/kinds").Text, read.Evidence("/sections/0/kinds").Rule));
    }

    [Fact]
    public void ARunInHeadingAndItsTextShareAParagraph()
    {
        var read = Read("一、评价结论", "（一）项目概况。 " + Prose, "（二）资金使用情况。" + Prose);

        Assert.Equal((3, "项目概况"), (read.Evidence("/sections/0/children/0/heading").Start, read.Evidence("/sections/0/children/0/heading").Text));
        Assert.Equal((9, Prose), (read.Evidence("/sections/0/children/0/blocks/0").Start, read.Evidence("/sections/0/children/0/blocks/0").Text));
    }

    [Fact]
    public void ACaptionOfTwoLinesHasTwoPlaces()
    {
        var read = Read(new Paragraph { Text = "一、项目资金情况" }, new Paragraph { Text = "表1 资金情况表" }, new Paragraph { Text = "单位：万元" }, Table(["来源", "金额"], ["合计", "3"]));

        Assert.Equal(["表1 资金情况表", "单位：万元"], read.Texts("/sections/0/blocks/0/caption"));
        Assert.Equal(3, read.Evidence("/sections/0/blocks/0").Block);
        Assert.Equal("来源\t金额\n合计\t3", read.Evidence("/sections/0/blocks/0").Text);
    }

    [Fact]
    public void TheHeadingOfAListOfAnnexesIsThatPrinted()
    {
        var read = Read("一、项目概况", Prose, "附表：1.资金表 2.指标表");

        Assert.Equal(("附表", "附表"), (read.Report.Sections[1].Heading, read.Evidence("/sections/1/heading").Text));
    }
}
