using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Docx;
using Xunit;

using static PerfEval.Parsing.Tests.Reading.DocxReading;
using static PerfEval.Parsing.Tests.Support.DocxFixture;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class DocxReaderTests : DocumentReaderContract
{
    protected override IDocumentReader Reader { get; } = new DocxReader();

    protected override byte[] Sample() => Of(
            P("绩效评价报告", "<w:pStyle w:val=\"1\"/>") + P("\u00A0　　一、项目概况\u200B：资金\u00A015万元。") + P("第二段", run: "<w:b/>")
            + $"<w:tbl>{Row(Cell("指标"), Cell("得分"))}{Row(Cell("数量"), Cell("10"))}</w:tbl>" + P("结论")
            + "<w:sectPr><w:headerReference r:id=\"header1\"/></w:sectPr>")
        .WithStyles("<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>")
        .WithPart("header1", "hdr", P("页眉"))
        .ToArray();

    [Fact]
    public void TheStrictFormIsReadLikeTheTransitionalOne()
    {
        var fixture = Of(P("概况", "<w:pStyle w:val=\"H\"/>") + $"<w:tbl>{Row(Cell("a"))}</w:tbl>").AsStrict()
            .WithStyles("<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style>");

        Assert.Equal(["概况", "a"], fixture.Texts());
        Assert.Equal(2, fixture.Paragraphs()[0].Style.OutlineLevel);
    }

    [Fact]
    public void AnEmptyBodyGivesNoBlocks() => Assert.Empty(Of("").Blocks());

    [Fact]
    public void EmptyParagraphsAreNoBlocks() => Assert.Equal(["a", "b"], Of(P("a") + "<w:p/>" + P("　 ") + P("b")).Texts());

    [Fact]
    public void BlocksSayWhereTheyStand() =>
        Assert.Equal(
            ["word/document.xml#1", "word/document.xml#3", "word/document.xml#5"],
            Of(P("a") + "<w:p/>" + $"<w:tbl>{Row(Cell("b"))}</w:tbl>" + P("c")).Blocks().Select(b => b.Path));

    [Theory]
    [InlineData("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb")]
    [InlineData("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r>", "a\nb\nc")]
    [InlineData("<w:r><w:t>a</w:t><w:br w:type=\"column\"/><w:t>b</w:t></w:r>", "a\nb")]
    [InlineData("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>", "a-bc")]
    [InlineData("<w:r><w:t>a </w:t></w:r><w:r><w:t> b</w:t></w:r>", "ab")]
    [InlineData("<w:r><w:t xml:space=\"preserve\">a </w:t></w:r><w:r><w:t> b</w:t></w:r>", "a b")]
    [InlineData("<w:r><w:t>[bookmark: _GoBack]绩效</w:t></w:r>", "绩效")]
    [InlineData("<w:r><w:t>绩[bookmark: </w:t></w:r><w:r><w:t>_GoBack]效</w:t></w:r>", "绩效")]
    [InlineData("<w:hyperlink r:id=\"x\"><w:r><w:t>链接</w:t></w:r></w:hyperlink>", "链接")]
    [InlineData("<w:smartTag><w:r><w:t>a</w:t></w:r><w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag></w:smartTag>", "ab")]
    [InlineData("<w:r><w:ruby><w:rt><w:r><w:t>jì</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>绩</w:t></w:r></w:rubyBase></w:ruby></w:r>", "绩")]
    [InlineData("<m:oMath><m:f><m:num><m:r><m:t>实际</m:t></m:r></m:num><m:den><m:r><m:t>计划</m:t></m:r></m:den></m:f></m:oMath>", "实际/计划")]
    [InlineData("<m:oMath><m:d><m:e><m:r><m:t>a+b</m:t></m:r></m:e></m:d></m:oMath>", "(a+b)")]
    [InlineData("<w:sdt><w:sdtPr><w14:checkbox/></w:sdtPr><w:sdtContent><w:r><w:t>☒</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>是</w:t></w:r>", "☒是")]
    public void InlineContentIsRead(string inline, string expected) => Assert.Equal(expected, Text($"<w:p>{inline}</w:p>"));

    [Theory]
    [InlineData("Wingdings", "F0FE", "☑")]
    [InlineData("Wingdings", "0052", "☑")]
    [InlineData("Wingdings 2", "0052", "☑")]
    [InlineData("Wingdings", "F0A8", "□")]
    [InlineData("Wingdings", "006C", "●")]
    [InlineData("Symbol", "F0B3", "≥")]
    [InlineData("宋体", "2611", "☑")]
    public void SymbolsAreTheCharactersTheyShow(string font, string code, string expected) =>
        Assert.Equal(expected, Text($"<w:p><w:r><w:sym w:font=\"{font}\" w:char=\"{code}\"/></w:r></w:p>"));

    [Fact]
    public void LettersInASymbolFontArePictures() =>
        Assert.Equal("☑是", Text($"<w:p>{R("R", "<w:rFonts w:ascii=\"Wingdings 2\" w:hAnsi=\"Wingdings 2\"/>")}{R("是")}</w:p>"));

    [Theory]
    [InlineData("<w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>", "新")]
    [InlineData("<w:moveTo><w:r><w:t>到</w:t></w:r></w:moveTo><w:moveFrom><w:r><w:t>从</w:t></w:r></w:moveFrom>", "到")]
    [InlineData("<w:r><w:t>a</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>", "a")]
    [InlineData("<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显示</w:t></w:r>", "显示")]
    [InlineData("<w:commentRangeStart w:id=\"1\"/><w:r><w:t>a</w:t></w:r><w:r><w:commentReference w:id=\"1\"/></w:r>", "a")]
    public void ChangesAreAcceptedAndHiddenTextIsLeftOut(string inline, string expected) => Assert.Equal(expected, Text($"<w:p>{inline}</w:p>"));

    [Fact]
    public void TextHiddenByItsStyleIsLeftOut() =>
        Assert.Equal(["a"], Of(P("隐", run: "<w:rStyle w:val=\"h\"/>") + P("a"))
            .WithStyles("<w:style w:type=\"character\" w:styleId=\"h\"><w:rPr><w:vanish/></w:rPr></w:style>").Texts());

    [Fact]
    public void AParagraphWhoseEndIsDeletedRunsOn() =>
        Assert.Equal(["前后", "末"], Of(P("前", "<w:rPr><w:del/></w:rPr>") + P("后") + P("末", "<w:rPr><w:del/></w:rPr>")).Texts());

    [Theory]
    [InlineData("<w:fldSimple w:instr=\"PAGE\"><w:r><w:t>3</w:t></w:r></w:fldSimple>", "3")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"separate\"/><w:t>4</w:t><w:fldChar w:fldCharType=\"end\"/></w:r>", "4")]
    [InlineData(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/><w:t>IF </w:t><w:fldChar w:fldCharType=\"begin\"/><w:fldChar w:fldCharType=\"separate\"/><w:t>内</w:t>"
        + "<w:fldChar w:fldCharType=\"end\"/><w:fldChar w:fldCharType=\"separate\"/><w:t>果</w:t><w:fldChar w:fldCharType=\"end\"/><w:t>后</w:t></w:r>",
        "果后")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar><w:fldChar w:fldCharType=\"end\"/><w:t>是</w:t></w:r>", "☑是")]
    public void FieldsShowTheirResult(string inline, string expected) => Assert.Equal(expected, Text($"<w:p>{inline}</w:p>"));

    [Fact]
    public void AFieldThatNeverEndsHidesOnlyItsParagraph() =>
        Assert.Equal(["前", "后"], Of($"<w:p>{R("前")}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>{R("码")}</w:p>" + P("后")).Texts());

    [Fact]
    public void ATableOfContentsIsMarked()
    {
        var fixture = Of(
            $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText> TOC \\o</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>{R("一、概况 1")}</w:p>"
            + P("二、结论 2") + $"<w:p><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>{R("一、概况")}</w:p>" + P("三、样式 3", "<w:pStyle w:val=\"t\"/>")
            + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" + P("目录") + "</w:sdtContent></w:sdt>"
            + P("正文")).WithStyles("<w:style w:type=\"paragraph\" w:styleId=\"t\"><w:name w:val=\"toc 1\"/></w:style>");

        Assert.Equal(["一、概况", "正文"], fixture.Texts());
        Assert.Equal(4, fixture.Blocks().Count(b => b.Role == BlockRole.TableOfContents));
    }

    [Fact]
    public void AnUnclosedTableOfContentsDoesNotSwallowTheDocument() =>
        Assert.Equal(["一、概况 1", "正文"], Of(
            $"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC</w:instrText><w:fldChar w:fldCharType=\"separate\"/></w:r>{R("一、概况 1")}</w:p>" + P("正文")).Texts());

    [Fact]
    public void TextBoxesAreReadOnceBeforeTheirAnchor()
    {
        var box = "<w:txbxContent>" + P("框") + "</w:txbxContent>";
        var body = $"<w:p>{R("锚")}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{R("后")}</w:p>";

        Assert.Equal(["框", "锚后"], Of(body).Texts());
    }

    [Fact]
    public void TheFallbackIsReadWhereTheChoiceSaysNothing() =>
        Assert.Equal(["框"], Of("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"x\"><w:drawing/></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>"
            + P("框") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>").Texts());

    [Fact]
    public void PicturesAreFiguresAndLinesAreNot()
    {
        var blocks = Of($"<w:p>{R("见图")}<w:r><w:drawing><a:blip/></w:drawing></w:r></w:p><w:p><w:r><w:pict><v:line/></w:pict></w:r></w:p>").Blocks();

        Assert.Equal([typeof(Paragraph), typeof(Figure)], blocks.Select(b => b.GetType()));
    }

    [Fact]
    public void PageBreaksStandWhereTheAuthorSetThem()
    {
        var blocks = Of($"<w:p>{R("a")}<w:r><w:br w:type=\"page\"/></w:r>{R("b")}</w:p>" + P("c", "<w:pageBreakBefore/>")
            + P("d", "<w:sectPr/>") + P("e", "<w:sectPr/>") + P("f") + "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>").Blocks();

        Assert.Equal("a|b|c d|e f", string.Join(' ', blocks.Select(b => b is PageBreak ? "|" : b.Text)).Replace(" | ", "|", StringComparison.Ordinal));
    }

    [Fact]
    public void NotesFollowTheBodyInTheOrderOfTheirReferences()
    {
        var fixture = Of($"<w:p>{R("文")}<w:r><w:footnoteReference w:id=\"3\"/></w:r>{R("后")}<w:r><w:footnoteReference w:id=\"2\"/></w:r><w:r><w:endnoteReference w:id=\"1\"/></w:r></w:p>")
            .WithPart("footnotes", "footnotes", $"<w:footnote w:type=\"separator\" w:id=\"0\">{P("—")}</w:footnote><w:footnote w:id=\"2\">{P("注二")}</w:footnote>"
                + $"<w:footnote w:id=\"3\">{P("注三")}</w:footnote><w:footnote w:id=\"9\">{P("无主")}</w:footnote>")
            .WithPart("endnotes", "endnotes", $"<w:endnote w:id=\"1\">{P("尾注")}</w:endnote>");

        Assert.Equal("文后", fixture.Texts().Single());
        Assert.Equal(["注三", "注二", "尾注"], fixture.Blocks().Where(b => b.Role == BlockRole.Note).Select(b => b.Text));
    }

    [Fact]
    public void RunningHeadsFollowOncePerPart()
    {
        var fixture = Of(P("a", "<w:sectPr><w:headerReference r:id=\"header1\"/></w:sectPr>") + P("b")
                + "<w:sectPr><w:headerReference r:id=\"header1\"/><w:footerReference r:id=\"footer1\"/></w:sectPr>")
            .WithPart("header1", "hdr", P("页眉")).WithPart("footer1", "ftr", P("第1页"));

        Assert.Equal([BlockRole.Header, BlockRole.Footer], fixture.Blocks().Where(b => b.Role != BlockRole.Body).Select(b => b.Role));
    }

    [Fact]
    public void BoldOfTheWholeAndOfTheBeginningAreTold()
    {
        var paragraphs = Of($"<w:p>{R("　　标题。 ", "<w:b/>")}{R("正文")}</w:p>" + P("全粗", run: "<w:b/>") + $"<w:p>{R("正")}{R("粗", "<w:b/>")}</w:p>").Paragraphs();

        Assert.Equal([(3, false), (0, true), (0, false)], paragraphs.Select(p => (p.BoldLead, p.Style.Bold == true)));
        Assert.Equal([true, false, false], paragraphs.Select(p => p.Indented));
    }

    [Fact]
    public void StylesAreInheritedAndTogglesCancel()
    {
        var fixture = Of(P("文", "<w:pStyle w:val=\"b\"/>", "<w:rStyle w:val=\"c\"/>") + P("文", "<w:pStyle w:val=\"b\"/>"))
            .WithStyles("<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"21\"/><w:rFonts w:eastAsia=\"宋体\"/></w:rPr></w:rPrDefault></w:docDefaults>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"a\"><w:name w:val=\"标题 1\"/><w:pPr><w:jc w:val=\"center\"/><w:ind w:firstLineChars=\"200\"/></w:pPr><w:rPr><w:b/><w:sz w:val=\"32\"/></w:rPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:name w:val=\"节\"/><w:basedOn w:val=\"a\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
                + "<w:style w:type=\"character\" w:styleId=\"c\"><w:rPr><w:b/></w:rPr></w:style>");

        var expected = new TextStyle { Bold = true, Font = "宋体", Size = 16, Alignment = TextAlignment.Center, OutlineLevel = 2, StyleName = "节" };
        Assert.Equal([expected with { Bold = false }, expected], fixture.Paragraphs().Select(p => p.Style));
        Assert.True(fixture.Paragraphs()[0].Indented);
    }

    [Fact]
    public void StylesBasedOnEachOtherEnd() =>
        Assert.Equal("x", Of(P("文", "<w:pStyle w:val=\"x\"/>"))
            .WithStyles("<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:basedOn w:val=\"y\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"y\"><w:basedOn w:val=\"x\"/></w:style>")
            .Paragraphs().Single().Style.StyleName);

    [Fact]
    public void FontsOfTheThemeAreNamed() =>
        Assert.Equal("仿宋", Of(P("文", run: "<w:rFonts w:eastAsiaTheme=\"minorEastAsia\"/>")).WithRelationship("t", "theme", "theme/theme1.xml")
            .WithRawPart("word/theme/theme1.xml", "<a:theme xmlns:a=\"x\"><a:themeElements><a:fontScheme><a:majorFont><a:ea typeface=\"黑体\"/></a:majorFont>"
                + "<a:minorFont><a:ea typeface=\"\"/><a:font script=\"Hans\" typeface=\"仿宋\"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>")
            .Paragraphs().Single().Style.Font);
}
