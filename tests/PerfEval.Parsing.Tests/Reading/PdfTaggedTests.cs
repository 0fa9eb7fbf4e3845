using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Pdf;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Tests.Writing;
using Xunit;
using static PerfEval.Parsing.Tests.Writing.PdfWriting;

namespace PerfEval.Parsing.Tests.Reading;

/// <summary>Documents that say what each of their lines is, and those that say so only in part or to do harm.</summary>
public sealed class PdfTaggedTests(FontFiles fonts) : IClassFixture<FontFiles>
{
    [Fact]
    public void ADocumentWhoseElementsAreAReportsIsTakenAtItsWord()
    {
        var document = Tagged(page => $"<< /S /ReportHeading2 /Pg {page} 0 R /K 0 >> << /S /ReportBody /Pg {page} 0 R /K [1 2] >>", p => p
            .Raw("/P <</MCID 1>> BDC").Text(80, 700, 12, "正文第一行").Raw("EMC /H2 <</MCID 0>> BDC").Text(80, 720, 12, "不像标题").Raw("EMC /P <</MCID 2>> BDC").Text(80, 680, 12, "第二行").Raw("EMC")
            .Raw("/Artifact BMC").Text(300, 40, 10, "3").Raw("EMC")).Read().Document;

        Assert.True(document.IsDeclared);
        Assert.Equal(["Paragraph Heading 2 不像标题", "Paragraph Content 正文第一行第二行"], document.Blocks.Select(Dump));
        Assert.Equal(2, document.Blocks[1].Layout!.Lines.Count);
        Assert.Equal("page 1", document.Blocks[1].Path);
    }

    [Theory]
    [InlineData("untagged text", "/ReportBody")]
    [InlineData("foreign type", "/P")]
    [InlineData("foreign type like ours", "/ReportNonsense")]
    public void ADocumentThatDeclaresOnlyAPartIsReadAsAnyOther(string what, string type)
    {
        var document = Tagged(page => $"<< /S {type} /Pg {page} 0 R /K 0 >>", p =>
        {
            p.Raw("/P <</MCID 0>> BDC").Text(80, 700, 12, "甲").Raw("EMC");
            if (what == "untagged text")
                p.Text(80, 600, 12, "乙");
        }).Read().Document;

        Assert.False(document.IsDeclared);
        Assert.Contains(document.Blocks, b => b.Text.Contains('甲', StringComparison.Ordinal));
    }

    [Fact]
    public void ContentThatTwoElementsClaimDeclaresNothing() =>
        Assert.False(Tagged(page => $"<< /S /ReportBody /Pg {page} 0 R /K 0 >> << /S /ReportBody /Pg {page} 0 R /K 0 >>", One).Read().Document.IsDeclared);

    [Fact]
    public void ElementsInACircleEnd()
    {
        var fixture = new PdfFixture();
        var (a, b) = (fixture.Reserve(), fixture.Reserve());
        fixture.Set(a, $"<< /S /ReportBodyTable /K [{b} 0 R] >>");
        fixture.Set(b, $"<< /S /TR /K [{a} 0 R {b} 0 R] >>");
        var root = fixture.Object($"<< /Type /StructTreeRoot /K [<< /S /Document /K [{a} 0 R] >>] >>");

        Assert.False(fixture.Catalog($"/StructTreeRoot {root} 0 R").Page(p => One(p)).Read().Document.IsDeclared);
    }

    [Fact]
    public void AMillionChildrenAndAListThatAllShareEndInTime()
    {
        var fixture = new PdfFixture();
        var list = fixture.Object($"[{string.Concat(Enumerable.Repeat("<< /S /ReportBody >> ", 1_000_000))}]");
        var shared = fixture.Object($"[{string.Concat(Enumerable.Range(0, 1_000_000).Select(i => i + " "))}]");
        var root = fixture.Object($"<< /Type /StructTreeRoot /K << /S /Document /K {list} 0 R >> >>");
        var many = fixture.Object($"<< /Type /StructTreeRoot /K << /S /Document /K [{string.Concat(Enumerable.Repeat($"<< /S /ReportBody /K {shared} 0 R >> ", 5000))}] >> >>");

        Assert.False(fixture.Catalog($"/StructTreeRoot {root} 0 R").Page(p => One(p)).Read().Document.IsDeclared);
        Assert.False(fixture.Catalog($"/StructTreeRoot {many} 0 R").Read().Document.IsDeclared);
    }

    [Fact]
    public void DeepNestingEnds()
    {
        var fixture = new PdfFixture();
        var deep = fixture.Object("<< /S /ReportSoftLine >>");
        for (var i = 0; i < 20_000; i++)
            deep = fixture.Object($"<< /S /ReportSoftLine /K {deep} 0 R >>");
        var root = fixture.Object($"<< /Type /StructTreeRoot /K << /S /Document /K << /S /ReportBody /K {deep} 0 R >> >> >>");

        Assert.False(fixture.Catalog($"/StructTreeRoot {root} 0 R").Page(p => One(p)).Read().Document.IsDeclared);
    }

    [Fact]
    public void LimitsHoldForDeclaredDocumentsToo()
    {
        var bytes = fonts.Writer.Bytes([.. Enumerable.Range(0, 60).Select(i => Body(PdfReading.Prose(50, i)))]);

        var (pages, pageLog) = PdfReading.Read(bytes, new ParseLimits { MaxPages = 1 });
        var (_, textLog) = PdfReading.Read(bytes, new ParseLimits { MaxCharacters = 500 });

        Assert.False(pages.IsDeclared);
        Assert.Contains(DiagnosticCode.LimitReached, pageLog.Codes());
        Assert.Contains(DiagnosticCode.LimitReached, textLog.Codes());
    }

    [Fact]
    public void ACancelledReadOfADeclaredDocumentStops()
    {
        using var source = new CancellationTokenSource();
        var context = new ReadContext(ParseLimits.Default, new DiagnosticLog(), source.Token);
        var bytes = fonts.Writer.Bytes(Body("文"));
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => new PdfReader().Read(bytes, context));
    }

    [Fact]
    public void ADamagedDeclaredDocumentGivesBlocksOrTheOneException()
    {
        var whole = fonts.Writer.Bytes(P(DeclaredPart.Title, "报告"), Heading(1, "一、甲"), Body("文"), Table(Row("甲", "乙")));
        for (var at = 0; at < whole.Length; at += Math.Max(1, whole.Length / 150))
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x55;
            try
            {
                Assert.NotNull(PdfReading.Read(damaged).Document.Blocks);
            }
            catch (UnreadableDocumentException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }
    }

    private static void One(PdfCanvas page) => page.Raw("/P <</MCID 0>> BDC").Text(80, 700, 12, "甲").Raw("EMC");

    /// <summary>A document of one page whose structure's elements are given.</summary>
    private static PdfFixture Tagged(Func<int, string> elements, Action<PdfCanvas> draw)
    {
        var fixture = new PdfFixture();
        var root = fixture.Reserve();
        fixture.Catalog($"/StructTreeRoot {root} 0 R").Page(p =>
        {
            p.Entries = "/StructParents 0";
            draw(p);
        });
        fixture.Set(root, $"<< /Type /StructTreeRoot /K [<< /S /Document /K [{elements(fixture.PageNumbers[0])}] >>] >>");
        return fixture;
    }
}
