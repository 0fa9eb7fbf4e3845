using PerfEval.Parsing.Reading.Docx;
using Xunit;

using static PerfEval.Parsing.Tests.Support.DocxFixture;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class DocxNumberingTests
{
    private const string Outline = "<w:abstractNum w:abstractNumId=\"0\">";

    [Theory]
    [InlineData("decimal", 12, "12")]
    [InlineData("decimalZero", 3, "03")]
    [InlineData("upperLetter", 28, "BB")]
    [InlineData("lowerLetter", 3, "c")]
    [InlineData("upperRoman", 14, "XIV")]
    [InlineData("lowerRoman", 9, "ix")]
    [InlineData("chineseCounting", 1, "一")]
    [InlineData("chineseCounting", 10, "十")]
    [InlineData("chineseCountingThousand", 11, "十一")]
    [InlineData("chineseCountingThousand", 20, "二十")]
    [InlineData("chineseCountingThousand", 21, "二十一")]
    [InlineData("chineseCountingThousand", 100, "一百")]
    [InlineData("chineseCountingThousand", 101, "一百零一")]
    [InlineData("chineseCountingThousand", 112, "一百一十二")]
    [InlineData("chineseCountingThousand", 1010, "一千零一十")]
    [InlineData("chineseCountingThousand", 10005, "一万零五")]
    [InlineData("japaneseCounting", 12, "十二")]
    [InlineData("japaneseCounting", 101, "百一")]
    [InlineData("chineseLegalSimplified", 1, "壹")]
    [InlineData("chineseLegalSimplified", 12, "壹拾贰")]
    [InlineData("ideographDigital", 20, "二〇")]
    [InlineData("ideographTraditional", 2, "乙")]
    [InlineData("ideographTraditional", 11, "11")]
    [InlineData("ideographZodiac", 12, "亥")]
    [InlineData("ideographEnclosedCircle", 3, "㊂")]
    [InlineData("decimalEnclosedCircle", 1, "①")]
    [InlineData("decimalEnclosedCircleChinese", 20, "⑳")]
    [InlineData("decimalEnclosedCircle", 21, "㉑")]
    [InlineData("decimalEnclosedCircle", 51, "51")]
    [InlineData("decimalEnclosedParen", 2, "⑵")]
    [InlineData("decimalEnclosedFullstop", 2, "⒉")]
    [InlineData("decimalFullWidth", 12, "１２")]
    [InlineData("ordinal", 22, "22nd")]
    [InlineData("ordinal", 12, "12th")]
    [InlineData("none", 5, "")]
    [InlineData("noSuchFormat", 5, "5")]
    [InlineData("chineseCounting", -1, "-1")]
    [InlineData("lowerLetter", 100000, "100000")]
    public void NumbersAreWrittenInTheirFormat(string format, int number, string expected) =>
        Assert.Equal(expected, NumberFormats.Format(number, format));

    [Fact]
    public void LevelsCountAndBeginAnewUnderTheirParent()
    {
        var levels = Level(0, "chineseCountingThousand", "%1、") + Level(1, "chineseCountingThousand", "（%2）") + Level(2, "decimal", "%1.%2.%3", "<w:isLgl/>");

        Assert.Equal(
            ["一、", "（一）", "1.1.1", "（二）", "1.2.1", "1.2.2", "二、", "（一）"],
            Of(Items(0, 1, 2, 1, 2, 2, 0, 1)).WithNumbering(Outline + levels + "</w:abstractNum>" + Num(1, 0)).Labels());
    }

    [Theory]
    [InlineData("", "1 1 2 2 1")]
    [InlineData("<w:lvlRestart w:val=\"0\"/>", "1 1 2 2 3")]
    public void ALevelMayCountOn(string restart, string expected) =>
        Assert.Equal(expected.Split(' '), Of(Items(0, 1, 1, 0, 1))
            .WithNumbering(Outline + Level(0, "decimal", "%1") + Level(1, "decimal", "%2", restart) + "</w:abstractNum>" + Num(1, 0)).Labels());

    [Fact]
    public void ListsOfOneDefinitionCountTogetherUnlessTheStartIsOverridden()
    {
        var numbering = Outline + Level(0, "decimal", "%1.") + "</w:abstractNum>" + Num(1, 0) + Num(2, 0)
            + Num(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>");

        Assert.Equal(["1.", "2.", "3.", "5.", "6."], Of(Item(1, 0) + Item(1, 0) + Item(2, 0) + Item(3, 0) + Item(3, 0)).WithNumbering(numbering).Labels());
    }

    [Fact]
    public void AnOverrideMayReplaceALevel() =>
        Assert.Equal(["第一条"], Of(Item(1, 0)).WithNumbering(Outline + Level(0, "decimal", "%1.") + "</w:abstractNum>"
            + Num(1, 0, $"<w:lvlOverride w:ilvl=\"0\">{Level(0, "chineseCounting", "第%1条")}</w:lvlOverride>")).Labels());

    [Fact]
    public void StylesCarryListsAndLevelsAreLinkedToStyles()
    {
        var styles = "<w:style w:type=\"paragraph\" w:styleId=\"h1\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"h2\"><w:basedOn w:val=\"h1\"/></w:style>";
        var numbering = Outline + Level(0, "chineseCounting", "%1、", "<w:pStyle w:val=\"h1\"/>") + Level(1, "chineseCounting", "（%2）", "<w:pStyle w:val=\"h2\"/>")
            + "</w:abstractNum>" + Num(1, 0);
        var body = P("a", "<w:pStyle w:val=\"h1\"/>") + P("b", "<w:pStyle w:val=\"h2\"/>") + P("c", "<w:pStyle w:val=\"h2\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>")
            + P("d", "<w:pStyle w:val=\"h2\"/>");

        Assert.Equal(["一、", "（一）", null, "（二）"], Of(body).WithStyles(styles).WithNumbering(numbering).Labels());
    }

    [Fact]
    public void AListMayStandInANumberingStyle()
    {
        var styles = "<w:style w:type=\"numbering\" w:styleId=\"list\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";
        var numbering = Outline + "<w:styleLink w:val=\"list\"/>" + Level(0, "upperLetter", "%1") + "</w:abstractNum>"
            + "<w:abstractNum w:abstractNumId=\"7\"><w:numStyleLink w:val=\"list\"/></w:abstractNum>" + Num(1, 0) + Num(2, 7);

        Assert.Equal(["A", "B"], Of(Item(2, 0) + Item(2, 0)).WithStyles(styles).WithNumbering(numbering).Labels());
    }

    [Fact]
    public void LinksInACircleEnd()
    {
        var styles = "<w:style w:type=\"numbering\" w:styleId=\"list\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>";

        Assert.Equal([null], Of(Item(1, 0)).WithStyles(styles).WithNumbering(Outline + "<w:numStyleLink w:val=\"list\"/></w:abstractNum>" + Num(1, 0)).Labels());
    }

    [Theory]
    [InlineData("Wingdings", "\uF06C", "●")]
    [InlineData("Wingdings", "\uF0FE", "☑")]
    [InlineData("Symbol", "\uF0B7", "●")]
    [InlineData("Wingdings", "l", "●")]
    [InlineData("宋体", "·", "·")]
    public void BulletsAreTheCharactersTheyShow(string font, string text, string expected) =>
        Assert.Equal([expected], Of(Item(1, 0)).WithNumbering(Outline
            + Level(0, "bullet", text, $"<w:rPr><w:rFonts w:ascii=\"{font}\"/></w:rPr>") + "</w:abstractNum>" + Num(1, 0)).Labels());

    [Fact]
    public void EmptyNumberedParagraphsCountAndDeletedOnesDoNot() =>
        Assert.Equal(["1.", "3.", "4."], Of(Items(0) + "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>" + Items(0)
            + "<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>" + Items(0))
            .WithNumbering(Outline + Level(0, "decimal", "%1.") + "</w:abstractNum>" + Num(1, 0)).Labels());

    [Fact]
    public void ACustomFormatPadsWithZeros() =>
        Assert.Equal(["001"], Of(Item(1, 0)).WithNumbering(Outline
            + "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt w:val=\"custom\" w:format=\"001, 002, 003, ...\"/></mc:Choice>"
            + "<mc:Fallback><w:numFmt w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum>" + Num(1, 0)).Labels());

    [Fact]
    public void LabelsInCellsArePartOfTheText() =>
        Assert.Equal(["1.文\n2.文\n3."], Of($"<w:tbl><w:tr><w:tc>{Items(0, 0)}<w:p><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p></w:tc></w:tr></w:tbl>")
            .WithNumbering(Outline + Level(0, "decimal", "%1.") + "</w:abstractNum>" + Num(1, 0)).Texts());

    private static string Items(params int[] levels) => string.Concat(levels.Select(l => Item(1, l)));

    private static string Item(int list, int level, string more = "") =>
        P("文", $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>{more}");

    private static string Num(int id, int definition, string overrides = "") =>
        $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{definition}\"/>{overrides}</w:num>";
}
