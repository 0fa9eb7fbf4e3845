using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Tests.Support;
using Xunit;

using static PerfEval.Parsing.Tests.Reading.PdfReading;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class PdfLimitsTests
{
    [Fact]
    public void AStreamThatUnpacksTooFarIsCut()
    {
        var fixture = Bomb(20_000_000);

        var (document, log) = fixture.Read(new ParseLimits { MaxPartBytes = 100_000 });
        Assert.Equal("正文", Assert.Single(document.Blocks).Text);
        Assert.Equal([DiagnosticCode.LimitReached], log.Codes());
    }

    [Fact]
    public void AllStreamsTogetherAreCutToo()
    {
        var fixture = PdfFixture.Of(p => p.Text(94, 700, 12, "正文"), p => p.Raw(new string(' ', 60_000)), p => p.Raw(new string(' ', 60_000)).Text(94, 700, 12, "不读"));

        var (document, log) = fixture.Packed().Read(new ParseLimits { MaxDecodedBytes = 100_000 });
        Assert.Equal("正文", string.Concat(document.Blocks.Select(b => b.Text)));
        Assert.Equal([DiagnosticCode.LimitReached], log.Codes());
    }

    [Fact]
    public void AStreamBelowTheLimitIsNotCut() => Assert.Empty(Bomb(90_000).Read(new ParseLimits { MaxPartBytes = 100_000 }).Log.Items);

    [Fact]
    public void WhereLimitsLeaveNothingThatIsSaid()
    {
        var bytes = Bomb(10_000, text: "").ToArray();

        Assert.Equal(UnreadableReason.LimitExceeded, Reason(bytes, new ParseLimits { MaxPartBytes = 1000 }));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    public void StreamsArePackedFourTimesAtMost(int times, bool isCut)
    {
        var fixture = PdfFixture.Of(p => p.Text(94, 600, 12, "别页"));
        var data = Encoding.ASCII.GetBytes($"BT /F1 12 Tf 94 700 Td <{fixture.Codes("正文")}> Tj ET");
        for (var i = 0; i < times; i++)
            data = PdfFixture.Deflate(data);
        var stream = fixture.Stream($"/Filter [{string.Concat(Enumerable.Repeat("/FlateDecode ", times))}]", data);

        var (document, log) = fixture.Page(p => p.Contents = $"{stream} 0 R").Read();
        Assert.Equal(isCut ? ["别页"] : ["别页", "正文"], document.Blocks.Where(b => b.Text.Length > 0).Select(b => b.Text));
        Assert.Equal(isCut ? [DiagnosticCode.LimitReached] : [], log.Codes());
    }

    [Fact]
    public void AFormThatDrawsItselfEnds()
    {
        var fixture = new PdfFixture();
        var form = fixture.Reserve();
        fixture.SetForm(form, "/X Do");

        var (document, log) = Drawing(fixture, form).Read();
        Assert.Equal("正文", Assert.Single(document.Blocks).Text);
        Assert.Empty(log.Items);
    }

    [Fact]
    public void FormsThatDrawEachOtherEnd()
    {
        var fixture = new PdfFixture();
        var (a, b) = (fixture.Reserve(), fixture.Reserve());
        fixture.SetForm(a, "/X Do", $"/Resources << /XObject << /X {b} 0 R >> >>");
        fixture.SetForm(b, "/X Do", $"/Resources << /XObject << /X {a} 0 R >> >>");

        Assert.Equal(["正文"], Drawing(fixture, a).Texts());
    }

    [Fact]
    public void FormsThatMultiplyAreCut()
    {
        var (document, log) = Multiplying(10).Read(new ParseLimits { MaxPageForms = 5000 });

        Assert.Equal("正文", document.Blocks[0].Text);
        Assert.Equal([DiagnosticCode.LimitReached], log.Codes());
    }

    [Theory]
    [InlineData(110, true)]
    [InlineData(111, false)]
    public void TheFormsOfAPageAreLimited(int most, bool isCut)
    {
        // Two levels of ten calls: 1 + 10 + 100 forms.
        var (_, log) = Multiplying(2).Read(new ParseLimits { MaxPageForms = most });

        Assert.Equal(isCut ? [DiagnosticCode.LimitReached] : [], log.Codes());
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(32, true)]
    public void TheDepthOfFormsIsLimited(int depth, bool isCut)
    {
        var fixture = new PdfFixture();
        var form = fixture.Form($"BT /F1 12 Tf 94 600 Td <{fixture.Codes("深处")}> Tj ET");
        for (var i = 0; i < depth; i++)
            form = fixture.Form("/X Do", $"/Resources << /XObject << /X {form} 0 R >> >>");

        var (document, log) = Drawing(fixture, form).Read();
        Assert.Equal(isCut ? "正文" : "正文深处", string.Concat(document.Blocks.Select(b => b.Text)));
        Assert.Equal(isCut ? [DiagnosticCode.LimitReached] : [], log.Codes());
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void ThePagesAreLimited(int most, bool isCut)
    {
        var (document, log) = PdfFixture.Of([.. Enumerable.Range(0, 3).Select(n => (Action<PdfCanvas>)(p => p.Set(740, Prose(40, n))))]).Read(new ParseLimits { MaxPages = most });

        Assert.Equal(most, document.Blocks.Count(b => b.Text.Length > 0));
        Assert.Equal(3, document.Pages);
        Assert.Equal(isCut ? [DiagnosticCode.LimitReached] : [], log.Codes());
    }

    // A text of the fixture takes five operators: BT, Tf, Tm, Tj, ET.
    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void TheOperationsOfAPageAreLimited(int most, bool isCut)
    {
        var (document, log) = PdfFixture.Of(p => p.Text(94, 700, 12, "第一段").Text(94, 600, 12, "第二")).Read(new ParseLimits { MaxPageOperations = most });

        Assert.Equal("第一段", document.Blocks[0].Text[..3]);
        Assert.Equal(isCut ? [DiagnosticCode.LimitReached] : [], log.Codes());
    }

    [Theory]
    [InlineData(4, "第一段第", true)]
    [InlineData(5, "第一段第二", false)]
    public void TheLettersOfAPageAreLimited(int most, string expected, bool isCut)
    {
        var (document, log) = PdfFixture.Of(p => p.Text(94, 700, 12, "第一段").Text(94, 600, 12, "第二")).Read(new ParseLimits { MaxPageLetters = most });

        Assert.Equal(expected, string.Concat(document.Blocks.Select(b => b.Text)));
        Assert.Equal(isCut ? [DiagnosticCode.LimitReached] : [], log.Codes());
    }

    [Theory]
    [InlineData(3, 1, true)]
    [InlineData(4, 2, false)]
    public void TheCellsAreLimited(int most, int blocks, bool isCut)
    {
        var (document, log) = PdfFixture.Of(p => p.Set(p.Table([94, 300, 502], 500, 24, ["指标|得分", "数量|10"]).Set(760, Prose(40)), "")).Read(new ParseLimits { MaxCells = most });

        Assert.Equal(blocks, document.Blocks.Count);
        Assert.Equal(isCut ? [DiagnosticCode.LimitReached] : [], log.Codes());
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void TheBlocksAreLimited(int most, bool isCut)
    {
        var (document, log) = PdfFixture.Of(p => p.Set(p.Set(760, Prose(40)), Prose(40, 1))).Read(new ParseLimits { MaxBlocks = most });

        Assert.Equal(most, document.Blocks.Count);
        Assert.Equal(isCut ? [DiagnosticCode.LimitReached] : [], log.Codes());
    }

    [Theory]
    [InlineData(79, 1, true)]
    [InlineData(80, 2, false)]
    public void TheCharactersAreLimited(int most, int blocks, bool isCut)
    {
        var (document, log) = PdfFixture.Of(p => p.Set(p.Set(760, Prose(40)), Prose(40, 1))).Read(new ParseLimits { MaxCharacters = most });

        Assert.Equal(blocks, document.Blocks.Count);
        Assert.Equal(isCut ? [DiagnosticCode.LimitReached] : [], log.Codes());
    }

    [Fact]
    public void ManyDrawnLinesComeToAnEnd()
    {
        var fixture = PdfFixture.Of(p =>
        {
            var content = new StringBuilder();
            for (var i = 0; i < 60_000; i++)
                content.Append(System.Globalization.CultureInfo.InvariantCulture, $"{i % 590} {i / 100} m {i % 590 + 5} {i / 100} l {i % 590} {i / 100} m {i % 590} {i / 100 + 5} l S ");
            p.Raw(content.ToString()).Text(94, 700, 12, "正文");
        });

        Assert.Contains("正文", string.Concat(fixture.Blocks().Select(b => b.Text)), StringComparison.Ordinal);
    }

    /// <summary>A page whose content is some text and then so many bytes of spaces.</summary>
    private static PdfFixture Bomb(int length, string text = "正文")
    {
        var fixture = new PdfFixture();
        var content = Encoding.ASCII.GetBytes($"BT /F1 12 Tf 94 700 Td <{fixture.Codes(text)}> Tj ET\n" + new string(' ', length));
        var stream = fixture.Stream("/Filter /FlateDecode", PdfFixture.Deflate(content));
        return fixture.Page(p => p.Contents = $"{stream} 0 R");
    }

    /// <summary>A page that shows some text and draws a form.</summary>
    private static PdfFixture Drawing(PdfFixture fixture, int form) => fixture.Page(p =>
    {
        p.Resources = $"/XObject << /X {form} 0 R >>";
        p.Text(94, 700, 12, "正文").Raw("/X Do");
    });

    /// <summary>Levels of forms, each of which draws the next one ten times.</summary>
    private static PdfFixture Multiplying(int levels)
    {
        var fixture = new PdfFixture();
        var form = fixture.Form("q Q");
        for (var i = 0; i < levels; i++)
            form = fixture.Form(string.Concat(Enumerable.Repeat("/X Do ", 10)), $"/Resources << /XObject << /X {form} 0 R >> >>");
        return Drawing(fixture, form);
    }
}
