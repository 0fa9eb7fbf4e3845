using System.Globalization;
using System.Text;
using PerfEval.Parsing.Tests.Reading;
using PerfEval.Parsing.Tests.Support;

namespace PerfEval.Parsing.Tests.Limits;

/// <summary>Documents that take longer to read than a caller may want to wait.</summary>
internal static class LargeDocuments
{
    private static readonly Dictionary<string, Func<byte[]>> Makers = new()
    {
        ["pdf of 200 pages"] = Pdf,
        ["pdf page of 150,000 letters"] = DensePage,
        ["docx table of 10,000 rows"] = () => DocxFixture.Of($"<w:tbl>{string.Concat(Enumerable.Range(0, 10_000).Select(DocxRow))}</w:tbl>").ToArray(),
        ["docx of 100,000 paragraphs"] = () => DocxFixture.Of(string.Concat(Enumerable.Range(0, 100_000).Select(i => DocxFixture.P(Sentence(i))))).ToArray(),
        ["docx paragraph of 50,000 lines"] = () => DocxFixture.Of($"<w:p><w:r>{string.Concat(Enumerable.Range(0, 50_000).Select(i => $"<w:t>{Sentence(i)}</w:t><w:br/>"))}</w:r></w:p>").ToArray(),
        ["xlsx of 10,000 rows"] = () => XlsxFixture.Of(XlsxFixture.Data([.. Enumerable.Range(1, 10_000).Select(XlsxRow)])).ToArray(),
        ["txt of 100,000 lines"] = () => Utf8(string.Concat(Enumerable.Range(0, 100_000).Select(i => Sentence(i) + "\n"))),
        ["txt of 100,000 headings"] = () => Utf8(string.Concat(Enumerable.Range(0, 100_000).Select(i => FormattableString.Invariant($"{i % 9 + 1}.项目组织实施情况{i}\n")))),
        ["txt of contents"] = () => Utf8(string.Concat(Enumerable.Range(0, 5_000).Select(i => $"目录\n一、{Sentence(i)}\n"))),
        ["line of 10 MB"] = () => Utf8(Repeat("本项目由某镇人民政府组织实施，绩效评价得分92.5分，", 10_000_000)),
        ["csv of 100,000 rows"] = () => Utf8("一级指标,二级指标,三级指标,分值,得分\n" + string.Concat(Enumerable.Range(0, 100_000).Select(i => FormattableString.Invariant($"产出指标,数量指标,第{i}项完成数量,10,9.{i % 10}\n")))),
        ["md of 50,000 headings"] = () => Utf8("# 某项目绩效评价报告\n\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => FormattableString.Invariant($"## {i}、项目概况\n\n{Sentence(i)}\n\n")))),
        ["md table of 50,000 rows"] = () => Utf8("# 某项目绩效评价报告\n\n|甲|乙|\n|-|-|\n" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"|{Sentence(i)}|{i}|\n"))),
        ["html of 5 MB"] = () => Utf8("<html><body><h1>某项目绩效评价报告</h1>" + Repeat("<p>本项目由<b>某镇</b>人民政府组织实施，绩效评价得分92.5分。</p>", 5_000_000)),
        ["html table of 50,000 rows"] = () => Utf8("<html><body><table>" + Repeat("<tr><td>产出指标</td><td>数量指标</td><td>10</td></tr>", 3_000_000)),
        ["html of deep elements"] = () => Utf8("<html><body>" + Repeat("<div>某", 500_000) + "项目"),
    };

    internal static IEnumerable<string> Names => Makers.Keys;

    internal static byte[] Make(string name) => Makers[name]();

    private static string Sentence(int i) => FormattableString.Invariant($"第{i}项工作由某镇人民政府组织实施，年初预算批复专项经费{i % 97}.{i % 10}万元，绩效目标基本完成。");

    private static string Repeat(string unit, int length) => string.Concat(Enumerable.Repeat(unit, length / unit.Length / 2));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static string DocxRow(int i) => DocxFixture.Row(DocxFixture.Cell("产出指标"), DocxFixture.Cell("数量指标"), DocxFixture.Cell(Sentence(i)), DocxFixture.Cell("10"), DocxFixture.Cell("9.5"));

    private static string XlsxRow(int row) => XlsxFixture.Row(row, [.. "ABCDE".Select(c => XlsxFixture.Text(string.Create(CultureInfo.InvariantCulture, $"{c}{row}"), Sentence(row)))]);

    private static byte[] Pdf() => PdfFixture.Of([.. Enumerable.Range(0, 200).Select(n => (Action<PdfCanvas>)(p =>
        p.Table([94, 300, 502], 780, 18, [.. Enumerable.Range(0, 15).Select(i => $"第{n}项|{i}")]).Set(480, PdfReading.Prose(500, n))))]).Packed().ToArray();

    private static byte[] DensePage() => PdfFixture.Of(p =>
    {
        for (var line = 0; line < 1500; line++)
            p.Text(20, 820 - line * 0.5, 5, PdfReading.Prose(100, line));
    }).Packed().ToArray();
}
