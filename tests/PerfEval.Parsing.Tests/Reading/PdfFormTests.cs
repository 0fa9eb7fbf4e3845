using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Tests.Support;
using Xunit;

using static PerfEval.Parsing.Tests.Reading.PdfReading;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class PdfFormTests
{
    private const string Widget = "/Type /Annot /Subtype /Widget /Rect [100 690 300 710]";

    [Fact]
    public void AFieldShowsItsAppearance()
    {
        var fixture = new PdfFixture();
        var form = Appearance(fixture, "绩效得分");

        Assert.Equal(["绩效得分"], With(fixture, $"<< {Widget} /FT /Tx /V (other) /AP << /N {form} 0 R >> >>").Texts());
    }

    [Fact]
    public void AnAppearanceFillsItsRectangle()
    {
        var fixture = new PdfFixture();
        var form = Appearance(fixture, "绩效得分");

        // The form's box of 200 by 20 points is drawn at half its size.
        var box = With(fixture, $"<< /Type /Annot /Subtype /Widget /Rect [100 700 200 710] /FT /Tx /AP << /N {form} 0 R >> >>").Paragraphs().Single().Layout!.Lines[0].Box;
        Assert.Equal((101d, 125d), (Math.Round(box.Left, 2), Math.Round(box.Right, 2)));
    }

    [Theory]
    [InlineData("/V (89.5)", "89.5")]
    [InlineData("/V <FEFF4F18>", "优")]
    [InlineData("/V <D3C5C1BC>", "优良")]
    [InlineData("/V [(A) (B)]", "A、B")]
    [InlineData("/V (89.5) /AP << /N 999 0 R >>", "89.5")]
    public void AFieldWithoutAnAppearanceShowsItsValue(string entries, string expected)
    {
        var paragraph = With(new PdfFixture(), $"<< {Widget} /FT /Tx {entries} >>").Paragraphs().Single();

        Assert.Equal(expected, paragraph.Text);
        var box = paragraph.Layout!.Lines[0].Box;
        Assert.InRange(box.Left, 100, 104);
        Assert.InRange(box.Bottom, 690, 710);
    }

    [Fact]
    public void AValueMayBeThatOfTheFieldAbove()
    {
        var fixture = new PdfFixture();
        var root = fixture.Object("<< /FT /Tx /V <FEFF4F18> >>");
        var parent = fixture.Object($"<< /Parent {root} 0 R >>");

        Assert.Equal(["优"], With(fixture, $"<< {Widget} /Parent {parent} 0 R >>").Texts());
    }

    [Fact]
    public void FieldsThatAreEachOthersParentsEnd()
    {
        var fixture = new PdfFixture();
        var parent = fixture.Reserve();
        fixture.Set(parent, $"<< /Parent {parent} 0 R >>");

        Assert.Equal(["正文"], With(fixture.Page(p => p.Text(94, 600, 12, "正文")), $"<< {Widget} /Parent {parent} 0 R >>").Texts());
    }

    [Fact]
    public void AFieldsLinesAreLines() =>
        Assert.Equal(["甲", "乙"], With(new PdfFixture(), $"<< /Type /Annot /Subtype /Widget /Rect [100 650 300 710] /FT /Tx /V <FEFF7532000D4E59> >>", page => page.Set(500, Prose(60))).Texts().Take(2));

    [Theory]
    [InlineData("Yes", "☑")]
    [InlineData("Off", "□")]
    public void ACheckBoxShowsItsState(string state, string expected)
    {
        var fixture = new PdfFixture();
        var (on, off) = (Appearance(fixture, "☑"), Appearance(fixture, "□"));

        Assert.Equal([expected], With(fixture, $"<< {Widget} /FT /Btn /AS /{state} /AP << /N << /Yes {on} 0 R /Off {off} 0 R >> >> >>").Texts());
    }

    [Fact]
    public void TextWrittenOnThePageIsItsText()
    {
        var fixture = new PdfFixture();
        var form = Appearance(fixture, "已审核");

        Assert.Equal(["已审核"], With(fixture, $"<< /Type /Annot /Subtype /FreeText /Rect [100 690 300 710] /Contents (x) /AP << /N {form} 0 R >> >>").Texts());
    }

    [Theory]
    [InlineData("/F 2")]
    [InlineData("/F 32")]
    public void HiddenAnnotationsAreLeftOut(string flags)
    {
        var fixture = With(new PdfFixture(), $"<< {Widget} {flags} /FT /Tx /V (89.5) >>", p => p.Text(94, 600, 12, "正文"));

        Assert.Equal(["正文"], fixture.Blocks().Select(b => b.Text));
    }

    [Theory]
    [InlineData("Text")]
    [InlineData("Highlight")]
    [InlineData("FreeText")]
    public void CommentsAreNotes(string kind)
    {
        var fixture = With(new PdfFixture(), $"<< /Type /Annot /Subtype /{kind} /Rect [100 690 120 710] /Contents <FEFF8BF76838FF0C8C2230020020> >>", p => p.Text(94, 600, 12, "正文"));

        Assert.Equal(["正文"], fixture.Texts());
        Assert.Equal(["请核，谢。"], fixture.Texts(BlockRole.Note));
    }

    [Fact]
    public void LinksSayNothing() =>
        Assert.Equal(["正文"], With(new PdfFixture(), "<< /Type /Annot /Subtype /Link /Rect [100 690 120 710] /Contents (no) >>", p => p.Text(94, 600, 12, "正文")).Blocks().Select(b => b.Text));

    [Fact]
    public void AFieldInACellIsTheCells()
    {
        var fixture = With(new PdfFixture(), $"<< {Widget} /FT /Tx /V (89.5) >>", p => p.Table([94, 310, 500], 740, 24, ["得分|等级", "|", "备注|无"]));

        Assert.Equal(["得分|等级", "89.5|", "备注|无"], fixture.Table().Rows());
    }

    /// <summary>A page with one annotation, and what else is drawn on it.</summary>
    private static PdfFixture With(PdfFixture fixture, string annotation, Action<PdfCanvas>? draw = null) => fixture.Page(p =>
    {
        p.Entries = $"/Annots [{fixture.Object(annotation)} 0 R]";
        draw?.Invoke(p);
    });

    private static int Appearance(PdfFixture fixture, string text) =>
        fixture.Stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20]", System.Text.Encoding.ASCII.GetBytes($"BT /F1 12 Tf 2 5 Td <{fixture.Codes(text)}> Tj ET"));
}
