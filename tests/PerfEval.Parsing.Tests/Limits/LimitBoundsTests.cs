using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Tests.Support;
using Xunit;

using static PerfEval.Parsing.Tests.Support.DocxFixture;

namespace PerfEval.Parsing.Tests.Limits;

/// <summary>Each limit from both sides: a document exactly at it is complete, one beyond it names it.</summary>
public sealed class LimitBoundsTests
{
    private static readonly Dictionary<string, (Func<byte[]> Make, Func<ParseLimits, int, ParseLimits> Set, int At)> Cases = new()
    {
        ["MaxEntries docx"] = (() => Of(P("正文")).ToArray(), (l, n) => l with { MaxEntries = n }, 3),
        ["MaxPartBytes docx"] = (() => Of(P("正文")).Stored().ToArray(), (l, n) => l with { MaxPartBytes = n }, Length(Of(P("正文")))),
        ["MaxDepth docx"] = (() => Of(P("前") + "<w:sdt><w:sdtContent>" + P("底") + "</w:sdtContent></w:sdt>").ToArray(), (l, n) => l with { MaxDepth = n }, 7),
        ["MaxAttributes docx"] = (() => Of(P("前") + $"<w:p {string.Concat(Enumerable.Range(0, 40).Select(i => $"a{i}=\"\" "))}/>").ToArray(), (l, n) => l with { MaxAttributes = n }, 40),
        ["MaxBlocks docx"] = (() => Of(P("一") + P("二") + P("三")).ToArray(), (l, n) => l with { MaxBlocks = n }, 3),
        ["MaxCharacters docx"] = (() => Of(P("一二") + P("三四")).ToArray(), (l, n) => l with { MaxCharacters = n }, 4),
        ["MaxCells docx"] = (() => Of(P("前") + $"<w:tbl>{Row(Cell("甲"), Cell("乙"))}{Row(Cell("丙"), Cell("丁"))}</w:tbl>").ToArray(), (l, n) => l with { MaxCells = n }, 4),
        ["MaxColumns docx"] = (() => Of(P("前") + $"<w:tbl>{Row(Cell("甲"), Cell("乙"), Cell("丙"))}</w:tbl>").ToArray(), (l, n) => l with { MaxColumns = n }, 3),
        ["MaxCells xlsx"] = (() => XlsxFixture.Of(XlsxFixture.Rows(["甲", "乙"], ["丙", "丁"])).ToArray(), (l, n) => l with { MaxCells = n }, 4),
        ["MaxColumns xlsx"] = (() => XlsxFixture.Of(XlsxFixture.Rows(["甲", "乙", "己"], ["丙", "丁", "戊"])).ToArray(), (l, n) => l with { MaxColumns = n }, 3),
        ["MaxCharacters txt"] = (() => Utf8("正文一二三。"), (l, n) => l with { MaxCharacters = n }, 6),
        ["MaxBlocks txt"] = (() => Utf8("一、甲。\n二、乙。\n三、丙。\n"), (l, n) => l with { MaxBlocks = n }, 3),
        ["MaxCells txt"] = (() => Utf8("指标\t分值\t得分\n数量\t10\t9\n质量\t20\t19\n"), (l, n) => l with { MaxCells = n }, 9),
        ["MaxCharacters md"] = (() => Utf8("# 某项目绩效评价报告\n\n正文"), (l, n) => l with { MaxCharacters = n }, 15),
        ["MaxBlocks md"] = (() => Utf8("# 某项目绩效评价报告\n\n正文\n\n又一段"), (l, n) => l with { MaxBlocks = n }, 3),
        ["MaxCells md"] = (() => Utf8("# 某项目绩效评价报告\n\n| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |\n"), (l, n) => l with { MaxCells = n }, 4),
        ["MaxCharacters csv"] = (() => Utf8("指标,分值\n数量,10\n"), (l, n) => l with { MaxCharacters = n }, 12),
        ["MaxHtmlDepth html"] = (() => Page(string.Concat(Enumerable.Repeat("<div>", 20)) + "正文" + string.Concat(Enumerable.Repeat("</div>", 20))), (l, n) => l with { MaxHtmlDepth = n }, 20),
        ["MaxBlocks html"] = (() => Page("<p>一</p><p>二</p><p>三</p>"), (l, n) => l with { MaxBlocks = n }, 3),
        ["MaxCharacters html"] = (() => Page("<p>一二</p><p>三四</p>"), (l, n) => l with { MaxCharacters = n }, 4),
        ["MaxCells html"] = (() => Page(Grid), (l, n) => l with { MaxCells = n }, 6),
        ["MaxColumns html"] = (() => Page("<table><tr><td colspan=3>甲</td></tr><tr><td>乙</td><td>丙</td><td>丁</td></tr></table>"), (l, n) => l with { MaxColumns = n }, 3),
        ["MaxPages pdf"] = (() => PdfFixture.Of(Text, Text, Text).ToArray(), (l, n) => l with { MaxPages = n }, 3),
        ["MaxPageOperations pdf"] = (() => PdfFixture.Of(Text).ToArray(), (l, n) => l with { MaxPageOperations = n }, 5),
        ["MaxPageLetters pdf"] = (() => PdfFixture.Of(Text).ToArray(), (l, n) => l with { MaxPageLetters = n }, 2),
        ["MaxPageForms pdf"] = (() => Forms(3), (l, n) => l with { MaxPageForms = n }, 3),
        ["MaxFormDepth pdf"] = (() => Forms(3), (l, n) => l with { MaxFormDepth = n }, 3),
        ["MaxFilters pdf"] = (() => Packed(3), (l, n) => l with { MaxFilters = n }, 3),
        ["MaxPartBytes pdf"] = (() => PdfFixture.Of(Text, p => p.Raw(new string(' ', 5000))).Packed().ToArray(), (l, n) => l with { MaxPartBytes = n }, 5001),
        ["MaxObjects pdf"] = (() => PdfFixture.Of(Text).WithXrefStream("1 4 1").ToArray(), (l, n) => l with { MaxObjects = n }, 11),
        ["MaxPageAnnotations pdf"] = (() => Annotated(3), (l, n) => l with { MaxPageAnnotations = n }, 3),
    };

    private const string Grid = "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr><tr><td>戊</td><td>己</td></tr></table>";

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ADocumentAtTheLimitIsComplete(string name)
    {
        var (make, set, at) = Cases[name];

        var result = new ReportParser(new ReportParserOptions { Limits = set(ParseLimits.Default, at) }).Parse(make());

        Assert.Empty(result.Diagnostics.Where(d => d.Code == DiagnosticCode.LimitReached).Select(d => d.Message));
        Assert.Equal(ParseStatus.Complete, result.Status);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void ADocumentBeyondTheLimitNamesIt(string name)
    {
        var (make, set, at) = Cases[name];
        var limit = name.Split(' ')[0];
        var parser = new ReportParser(new ReportParserOptions { Limits = set(ParseLimits.Default, at - 1) });
        try
        {
            var result = parser.Parse(make());
            var noted = result.Diagnostics.First(d => d.Code == DiagnosticCode.LimitReached);
            Assert.Equal(ParseStatus.Partial, result.Status);
            Assert.Equal(limit, noted.Limit);
            Assert.Contains($"ParseLimits.{limit} ({at - 1})", noted.Message, StringComparison.Ordinal);
        }
        catch (UnreadableDocumentException e)
        {
            Assert.Equal(UnreadableReason.LimitExceeded, e.Reason);
            Assert.Contains($"ParseLimits.{limit}", e.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void AFileAtTheLimitIsReadAndALongerOneRefused()
    {
        var bytes = Utf8("正文");

        Assert.Equal(ParseStatus.Complete, Parser(new ParseLimits { MaxFileBytes = 6 }).Parse(bytes).Status);
        var error = Assert.Throws<UnreadableDocumentException>(() => Parser(new ParseLimits { MaxFileBytes = 5 }).Parse(bytes));
        Assert.Equal(UnreadableReason.TooLarge, error.Reason);
        Assert.Contains("ParseLimits.MaxFileBytes (5)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AllPartsTogetherAreLimited()
    {
        var bytes = Of(P("正文")).ToArray();
        var total = 0;
        while (!IsComplete(bytes, new ParseLimits { MaxInflatedBytes = ++total * 10 }))
            Assert.True(total < 1000);

        Assert.Equal(nameof(ParseLimits.MaxInflatedBytes), Reached(bytes, new ParseLimits { MaxInflatedBytes = 200 }));
    }

    [Fact]
    public void DiagnosticsBeyondTheLimitAreCountedOnly()
    {
        var bytes = Of(P("前") + "<w:altChunk/><w:altChunk/><w:altChunk/>").ToArray();

        Assert.Equal(2, Parser(new ParseLimits { MaxDiagnostics = 2 }).Parse(bytes).Diagnostics.Count);
    }

    [Fact]
    public void EveryLimitMustBePositiveAndIsNamed()
    {
        foreach (var property in typeof(ParseLimits).GetProperties().Where(p => p.CanWrite))
        {
            var limits = new ParseLimits();
            object zero = property.PropertyType == typeof(long) ? 0L : property.PropertyType == typeof(int) ? 0 : TimeSpan.Zero;
            property.SetValue(limits, zero);
            var error = Assert.Throws<ArgumentException>(() => Parser(limits));
            Assert.Contains($"ParseLimits.{property.Name} ", error.Message, StringComparison.Ordinal);
        }
    }

    private static ReportParser Parser(ParseLimits limits) => new(new ReportParserOptions { Limits = limits });

    private static bool IsComplete(byte[] bytes, ParseLimits limits)
    {
        try
        {
            return Parser(limits).Parse(bytes).Status == ParseStatus.Complete;
        }
        catch (UnreadableDocumentException)
        {
            return false;
        }
    }

    private static string? Reached(byte[] bytes, ParseLimits limits)
    {
        var log = new DiagnosticLog();
        try
        {
            new DocumentReaders(ReportParserOptions.Default.Readers).Read(bytes, null, new ReadContext(limits, log, CancellationToken.None), out _);
        }
        catch (UnreadableDocumentException e)
        {
            Assert.Equal(UnreadableReason.LimitExceeded, e.Reason);
        }

        return log.Limit;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Page(string body) => Utf8($"<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body>{body}</body></html>");

    private static int Length(DocxFixture fixture)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(fixture.ToArray()));
        return (int)zip.Entries.Max(e => e.Length);
    }

    private static void Text(PdfCanvas page) => page.Text(94, 700, 12, "正文");

    private static byte[] Forms(int depth)
    {
        var fixture = new PdfFixture();
        var form = fixture.Form("q Q");
        for (var i = 1; i < depth; i++)
            form = fixture.Form("/X Do", $"/Resources << /XObject << /X {form} 0 R >> >>");
        return fixture.Page(p =>
        {
            p.Resources = $"/XObject << /X {form} 0 R >>";
            p.Text(94, 700, 12, "正文").Raw("/X Do");
        }).ToArray();
    }

    private static byte[] Packed(int times)
    {
        var fixture = PdfFixture.Of(Text);
        var data = Encoding.ASCII.GetBytes($"BT /F1 12 Tf 94 700 Td <{fixture.Codes("又")}> Tj ET");
        for (var i = 0; i < times; i++)
            data = PdfFixture.Deflate(data);
        var stream = fixture.Stream($"/Filter [{string.Concat(Enumerable.Repeat("/FlateDecode ", times))}]", data);
        return fixture.Page(p => p.Contents = $"{stream} 0 R").ToArray();
    }

    private static byte[] Annotated(int count)
    {
        var fixture = new PdfFixture();
        var notes = string.Concat(Enumerable.Range(0, count).Select(i => $"{fixture.Object($"<< /Type /Annot /Subtype /Text /Rect [10 10 20 20] /Contents (note {i}) >>")} 0 R "));
        return fixture.Page(p =>
        {
            p.Entries = $"/Annots [{notes}]";
            p.Text(94, 700, 12, "正文");
        }).ToArray();
    }
}
