using System.Xml.Linq;
using PerfEval.Parsing.Documents;
using Xunit;
using static PerfEval.Parsing.Tests.Writing.DocxWriting;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>What a written Word document looks like: GB/T 9704—2012.</summary>
public sealed class DocxLayoutTests
{
    [Fact]
    public void PagesAreA4WithOfficialMargins()
    {
        var section = Document(Body("正文。")).Element(W + "sectPr")!;

        Assert.Equal(("11906", "16838"), (section.Element(W + "pgSz").Val("w"), section.Element(W + "pgSz").Val("h")));
        // 37, 35, 28 and 26 mm in twentieths of a point.
        Assert.Equal(["2098", "1984", "1588", "1474"], new[] { "top", "bottom", "left", "right" }.Select(side => section.Element(W + "pgMar").Val(side)));
        Assert.Equal("lines", section.Element(W + "docGrid").Val("type"));
    }

    [Theory]
    [InlineData("ReportTitle", "方正小标宋简体", "44")]
    [InlineData("Heading1", "黑体", "32")]
    [InlineData("Heading2", "楷体_GB2312", "32")]
    [InlineData("Heading3", "仿宋_GB2312", "32")]
    [InlineData("Heading4", "仿宋_GB2312", "32")]
    [InlineData("ReportBody", "仿宋_GB2312", "32")]
    public void EachLevelHasItsTypeface(string style, string font, string halfPoints)
    {
        var run = Style(Bytes(Body("正文。")), style).Element(W + "rPr")!;

        Assert.Equal(font, run.Element(W + "rFonts").Val("eastAsia"));
        Assert.Equal("Times New Roman", run.Element(W + "rFonts").Val("ascii"));
        Assert.Equal(halfPoints, run.Element(W + "sz").Val());
        Assert.Equal(style == "Heading3", run.Element(W + "b") is not null);
    }

    [Fact]
    public void BodyTextIsIndentedJustifiedAndOnExactLines()
    {
        var look = Style(Bytes(Body("正文。")), "ReportBody").Element(W + "pPr")!;

        Assert.Equal("200", look.Element(W + "ind").Val("firstLineChars"));
        Assert.Equal("both", look.Element(W + "jc").Val());
        Assert.Equal(("560", "exact"), (look.Element(W + "spacing").Val("line"), look.Element(W + "spacing").Val("lineRule")));
    }

    [Fact]
    public void FontsThatMachinesLackHaveSubstitutes() =>
        Assert.Contains(Part(Bytes(Body("正文。")), "fontTable").Elements(W + "font"), f => f.Val("name") == "方正小标宋简体" && f.Element(W + "altName").Val() == "宋体");

    [Fact]
    public void PageNumbersStandAtTheOuterFoot()
    {
        var docx = Bytes(Body("正文。"));
        var (odd, even) = (Part(docx, "footer1"), Part(docx, "footer2"));

        Assert.Equal(["right", "left"], new[] { odd, even }.Select(f => f.Descendants(W + "jc").Single().Val()));
        Assert.Equal("— PAGE1 —", odd.Value);
        Assert.Equal("100", odd.Descendants(W + "ind").Single().Val("rightChars"));
        Assert.Equal("100", even.Descendants(W + "ind").Single().Val("leftChars"));
        Assert.NotNull(Part(docx, "settings").Element(W + "evenAndOddHeaders"));
    }

    [Fact]
    public void TheCoverIsAPageOfItsOwnWithoutANumber()
    {
        var body = Document(P(DeclaredPart.Title, "绩效评价报告"), P(DeclaredPart.Cover, "评价机构：东川会计师事务所"), P(DeclaredPart.Cover, "2024年5月"), Body("正文。"));
        var sections = body.Descendants(W + "sectPr").ToList();

        Assert.Equal(2, sections.Count);
        Assert.Empty(sections[0].Elements(W + "footerReference"));
        Assert.Equal(2, sections[1].Elements(W + "footerReference").Count());
        Assert.Equal("1", sections[1].Element(W + "pgNumType").Val("start"));
        var lines = body.Elements(W + "p").Select(p => p.Element(W + "pPr")!).ToList();
        Assert.True(int.Parse(lines[0].Element(W + "spacing").Val("before")!, System.Globalization.CultureInfo.InvariantCulture) > 2000);
        Assert.Equal("500", lines[1].Element(W + "ind").Val("hangingChars"));
        Assert.Equal("center", lines[2].Element(W + "jc").Val());
    }

    [Fact]
    public void NumbersThatCountAreAutomaticAndOthersTyped()
    {
        var docx = Bytes(
            Heading(1, "一、基本情况"), Heading(2, "（一）项目概况"), Heading(2, "（二）绩效目标"), Heading(1, "二、评价工作"), Heading(2, "（一）评价目的"),
            Heading(2, "（三）评价依据"), Heading(1, "摘要"), Heading(1, "三、结论"), Heading(3, "1.1项目"), Heading(3, "① 成效"));

        Assert.Equal(
            ["基本情况", "项目概况", "绩效目标", "评价工作", "评价目的", "（三）评价依据", "摘要", "结论", "1.1项目", "① 成效"],
            Part(docx, "document").Descendants(W + "p").Where(p => p.Value.Length > 0).Select(p => p.Value));
        var levels = Part(docx, "numbering").Descendants(W + "lvl").ToList();
        Assert.Equal(9, levels.Count);
        Assert.Equal(["%1、", "（%2）"], levels.Take(2).Select(l => l.Element(W + "lvlText").Val()));
        Assert.Equal(["Heading1", "Heading2", null], levels.Take(3).Select(l => l.Element(W + "pStyle").Val()));
        Assert.Equal("1", Style(docx, "Heading2").Descendants(W + "numId").Single().Val());
    }

    [Fact]
    public void HeadingStylesAreTheBuiltInOnes()
    {
        var docx = Bytes(Heading(2, "（一）项目概况"), Heading(9, "深"));

        Assert.Equal(["Heading2", "Heading9"], Part(docx, "document").Descendants(W + "pStyle").Select(s => s.Val()));
        Assert.Equal("heading 9", Style(docx, "Heading9").Element(W + "name").Val());
        Assert.Equal("8", Style(docx, "Heading9").Descendants(W + "outlineLvl").Single().Val());
    }

    [Fact]
    public void TheSignatureStandsFourCharactersFromTheRight()
    {
        var look = Style(Bytes(P(DeclaredPart.Signature, "2024年5月")), "ReportSignature").Element(W + "pPr")!;

        Assert.Equal(("right", "400"), (look.Element(W + "jc").Val(), look.Element(W + "ind").Val("rightChars")));
    }

    [Fact]
    public void TheSupplementBeginsAPage()
    {
        var docx = Bytes(Body("正文。"), P(DeclaredPart.Supplement, "附：报告要素补充表", 1));

        Assert.NotNull(Style(docx, Part(docx, "document").Descendants(W + "pStyle").Last().Val()!).Descendants(W + "pageBreakBefore").Single());
    }

    [Fact]
    public void AnAnnexBeginsAPage()
    {
        Block[] blocks = [Heading(1, "一、甲"), Body("正文。"), Heading(1, "附件1 评分表"), Body("附文。"), Heading(2, "附表"), Body("末。")];

        var broken = Assert.Single(Document(blocks).Descendants(W + "pageBreakBefore"));

        Assert.Equal("附件1 评分表", broken.Parent!.Parent!.Value);
        Assert.Empty(Faults(Bytes(blocks)));
    }

    [Fact]
    public void AFigureIsAVisiblePlaceholder()
    {
        var docx = Bytes(new Figure { Declared = DeclaredPart.Content });

        Assert.Equal("（图略）", Part(docx, "document").Value);
        Assert.NotNull(Style(docx, "ReportFigure").Descendants(W + "pBdr").Single());
    }

    [Fact]
    public void PropertiesNameTheTitleAndNoDate()
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(Bytes(P(DeclaredPart.Title, "甲乡\n绩效评价报告"))));
        var entry = Assert.Single(zip.Entries, e => e.FullName.StartsWith("docProps/", StringComparison.Ordinal));
        using var stream = entry.Open();

        Assert.Equal(["title=甲乡 绩效评价报告", "language=zh-CN"], XElement.Load(stream).Elements().Select(e => $"{e.Name.LocalName}={e.Value}"));
    }
}
