using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Tests.Support;
using Xunit;

using static PerfEval.Parsing.Tests.Support.DocxFixture;

namespace PerfEval.Parsing.Tests.Limits;

/// <summary>Small files made to cost much: each ends in seconds, in bounded memory, and what it holds before the harm is kept or the reason said.</summary>
public sealed class BombTests
{
    /// <summary>What unbounded reading could not keep even on a fast machine; a busy one keeps it.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    /// <summary>As a worker of the ingestion parses, in less time.</summary>
    private static readonly ReportParser Parser = new(new ReportParserOptions { Limits = new ParseLimits { MaxDuration = TimeSpan.FromSeconds(5) } });

    private static readonly Dictionary<string, Func<byte[]>> Bombs = new()
    {
        ["docx of 300 MB of text"] = () => LongText(300),
        ["docx of 500,000 empty paragraphs"] = () => Of(P("前") + string.Concat(Enumerable.Repeat("<w:p/>", 500_000))).ToArray(),
        ["docx of 100,000 nested controls"] = () => Of(P("前") + string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 100_000))).ToArray(),
        ["docx of 50,000 nested tables"] = () => Of(P("前") + string.Concat(Enumerable.Repeat("<w:tbl><w:tr><w:tc>", 50_000))).ToArray(),
        ["docx of 70,000 entries"] = Entries,
        ["docx of 200,000 relationships"] = Relationships,
        ["docx that laughs"] = () => Of(P("前&lol9;后")).WithProlog("<!DOCTYPE lolz [<!ENTITY lol \"lol\">" + string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY lol{i} \"{string.Concat(Enumerable.Repeat($"&lol{(i == 1 ? "" : i - 1)};", 10))}\">")) + "]>").ToArray(),
        ["docx that asks for a file"] = () => Of(P("前&xxe;后")).WithProlog("<!DOCTYPE a [<!ENTITY xxe SYSTEM \"file:///etc/passwd\">]>").ToArray(),
        ["docx of an element of 100,000 attributes"] = () => Of(P("前") + $"<w:p {string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=\"\" "))}/>").ToArray(),
        ["xlsx of far cells"] = () => XlsxFixture.Of(XlsxFixture.Data(XlsxFixture.Row(1, XlsxFixture.Text("A1", "前")), XlsxFixture.Row(1_048_576, XlsxFixture.Text("XFD1048576", "后"))) + XlsxFixture.Merges("A1:XFD1048576")).ToArray(),
        ["html of 50,000 nested elements"] = () => Html(string.Concat(Enumerable.Repeat("<div>", 50_000))),
        ["html of 50,000 open formats"] = () => Html(string.Concat(Enumerable.Repeat("<b>", 50_000))),
        ["html of an element of 20,000 attributes"] = () => Html($"<p {string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i}=1 "))}>后</p>"),
        ["html of a table without end"] = () => Html("<table>" + string.Concat(Enumerable.Repeat("<tr><td rowspan=65534 colspan=1000>甲", 2_000))),
        ["pdf packed twice"] = DoubleBomb,
        ["pdf of exponential forms"] = ExponentialForms,
        ["pdf of 5 million operators"] = () => Content("q Q ", 5_000_000),
        ["pdf of a million letters in one place"] = Letters,
        ["pdf of pages that share their kids"] = SharedKids,
        ["pdf of a deep page tree"] = () => DeepTree(3_000),
        ["pdf whose outline begins with itself"] = () => PdfFixture.Of(Text).Catalog("/Outlines << /First 1 0 R /Last 1 0 R /Count 1 >>").ToArray(),
        ["pdf that announces two billion objects"] = () => Replaced(PdfFixture.Of(Text).WithXrefStream("1 4 1").ToArray(), "/Size ", "/Size 20000000"),
        ["md of brackets"] = () => Encoding.UTF8.GetBytes("# 某项目绩效评价报告\n\n" + string.Concat(Enumerable.Repeat("[*`", 100_000))),
        ["json of deep arrays"] = () => Encoding.UTF8.GetBytes("{\"schemaVersion\":\"1.0\",\"sections\":" + new string('[', 100_000)),
    };

    public static TheoryData<string> Names => [.. Bombs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ABombEndsSoonAndSmall(string name)
    {
        var bytes = Bombs[name]();
        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var result = Parser.Parse(bytes);
            Assert.Contains(result.Document!.Blocks, b => b.Text.Length > 0);
        }
        catch (UnreadableDocumentException e)
        {
            Assert.NotEqual(UnreadableReason.InternalError, e.Reason);
        }

        Assert.True(watch.Elapsed < Bound, $"{name}: {watch.Elapsed}");
        // All that was ever allocated, though most of it was given back at once.
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4L << 30);
    }

    private static byte[] LongText(int megabytes)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        using (var stream = zip.CreateEntry("word/document.xml", CompressionLevel.Fastest).Open())
        {
            stream.Write(Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"{Word}\"><w:body>{P("前")}<w:p><w:r><w:t>"));
            var block = Encoding.ASCII.GetBytes(new string('a', 1 << 20));
            for (var i = 0; i < megabytes; i++)
                stream.Write(block);
        }

        return bytes.ToArray();
    }

    private static byte[] Entries()
    {
        var bytes = Of(P("前")).ToArray();
        using var stream = new MemoryStream();
        stream.Write(bytes);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
            for (var i = 0; i < 70_000; i++)
                zip.CreateEntry(FormattableString.Invariant($"word/media/{i}.png"), CompressionLevel.NoCompression);
        return stream.ToArray();
    }

    private static byte[] Relationships()
    {
        var fixture = Of(P("前"));
        for (var i = 0; i < 200_000; i++)
            fixture.WithRelationship($"r{i}", "image", $"media/{i}.png");
        return fixture.ToArray();
    }

    private static byte[] Html(string body) => Encoding.UTF8.GetBytes($"<!DOCTYPE html><html><body><p>前</p>{body}");

    private static void Text(PdfCanvas page) => page.Text(94, 700, 12, "正文");

    private static byte[] DoubleBomb()
    {
        var fixture = PdfFixture.Of(Text);
        using var inner = new MemoryStream();
        using (var zlib = new ZLibStream(inner, CompressionLevel.Fastest, leaveOpen: true))
        {
            var block = new byte[1 << 20];
            for (var i = 0; i < 600; i++)
                zlib.Write(block);
        }

        var stream = fixture.Stream("/Filter [/FlateDecode /FlateDecode]", PdfFixture.Deflate(inner.ToArray()));
        return fixture.Page(p => p.Contents = $"{stream} 0 R").ToArray();
    }

    private static byte[] ExponentialForms()
    {
        var fixture = new PdfFixture();
        var form = fixture.Form("q Q");
        for (var i = 0; i < 10; i++)
            form = fixture.Form(string.Concat(Enumerable.Repeat("/X Do ", 10)), $"/Resources << /XObject << /X {form} 0 R >> >>");
        return fixture.Page(p =>
        {
            p.Resources = $"/XObject << /X {form} 0 R >>";
            p.Text(94, 700, 12, "正文").Raw("/X Do");
        }).ToArray();
    }

    private static byte[] Content(string unit, int times)
    {
        var fixture = PdfFixture.Of(Text);
        var stream = fixture.Stream("/Filter /FlateDecode", PdfFixture.Deflate(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(unit, times)))));
        return fixture.Page(p => p.Contents = $"{stream} 0 R").ToArray();
    }

    private static byte[] Letters()
    {
        var fixture = PdfFixture.Of(Text);
        var codes = fixture.Codes(string.Concat(Enumerable.Repeat("绩效", 500)));
        return fixture.Page(p => p.Raw(string.Concat(Enumerable.Repeat($"BT /F1 12 Tf 1 0 0 1 94 700 Tm <{codes}> Tj ET\n", 1000)))).Packed().ToArray();
    }

    /// <summary>A page tree in which every node names the next one twice: 2 to the power of its depth pages without any cycle.</summary>
    private static byte[] SharedKids()
    {
        var fixture = PdfFixture.Of(Text);
        var node = fixture.PageNumbers[0];
        for (var i = 0; i < 30; i++)
            node = fixture.Object($"<< /Type /Pages /Kids [{node} 0 R {node} 0 R] /Count 2 >>");
        return fixture.Tree($"<< /Type /Pages /Kids [{node} 0 R] /Count 2 >>").ToArray();
    }

    private static byte[] DeepTree(int depth)
    {
        var fixture = PdfFixture.Of(Text);
        var node = fixture.PageNumbers[0];
        for (var i = 0; i < depth; i++)
            node = fixture.Object($"<< /Type /Pages /Kids [{node} 0 R] /Count 1 >>");
        return fixture.Tree($"<< /Type /Pages /Kids [{node} 0 R] /Count 1 >>").ToArray();
    }

    private static byte[] Replaced(byte[] file, string text, string by) =>
        Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(file).Replace(text, by, StringComparison.Ordinal));
}
