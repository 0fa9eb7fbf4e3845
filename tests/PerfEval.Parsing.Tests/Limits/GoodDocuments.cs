using System.Globalization;
using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Tests.Reading;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Writing;

namespace PerfEval.Parsing.Tests.Limits;

/// <summary>A small healthy document of every format, to be damaged.</summary>
internal static class GoodDocuments
{
    private const string Text = "某镇农村供水项目支出绩效评价报告\n\n一、项目概况\n　　本项目由某镇人民政府组织实施，年初预算批复专项经费36.8万元，实际支出35.2万元，预算执行率95.65%。\n"
        + "二、评价结论\n　　综合评价得分92.5分，评价等级为“优”。\n一级指标\t二级指标\t分值\t得分\n产出\t数量指标\t30\t28\n效益\t社会效益\t30\t27.5\n三、存在问题\n　　1.资金拨付不够及时。\n　　2.绩效目标不够细化。\n某镇人民政府\n2024年3月15日\n";

    internal static byte[] Docx { get; } = File.ReadAllBytes(Repository.At($"samples/reports/{SampleReportName}"));

    internal static byte[] Xlsx { get; } = XlsxFixture.Of(
        XlsxFixture.Rows(["项目支出绩效自评表"], ["项目名称", "农村供水"], ["一级指标", "二级指标", "分值", "得分"], ["产出", "数量指标", "30", "28"], ["效益", "社会效益", "30", "27.5"]) + XlsxFixture.Merges("A1:D1"))
        .WithSharedStrings("<t>甲</t>").WithFormats("0.00").ToArray();

    /// <summary>Its streams are packed, so that damage in them can be told.</summary>
    internal static byte[] Pdf { get; } = PdfPages().Packed().ToArray();

    internal static byte[] PdfWithXrefStream { get; } = PdfPages().WithXrefStream("1 4 1").Packed().ToArray();

    internal static byte[] Txt { get; } = Encoding.UTF8.GetBytes(Text);

    internal static byte[] Gb18030 { get; } = TextReading.Gb18030.GetBytes(Text);

    internal static byte[] Html { get; } = Encoding.UTF8.GetBytes(
        "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>绩效评价报告</title></head><body><div class=\"content\"><h1>某项目绩效评价报告</h1>"
        + string.Concat(Text.Split('\n').Select(line => $"<p style=\"text-indent:2em\"><b>{line[..Math.Min(2, line.Length)]}</b>{line[Math.Min(2, line.Length)..]}</p>"))
        + "<table><tr><th colspan=2>指标</th><th>分值</th></tr><tr><td rowspan=2>产出</td><td>数量</td><td>30</td></tr><tr><td>质量</td><td>20</td></tr></table></div></body></html>");

    internal static byte[] Markdown { get; } = Encoding.UTF8.GetBytes("# 某项目绩效评价报告\n\n## 一、项目概况\n\n本项目**由某镇**人民政府实施。\n\n| 指标 | 分值 |\n| --- | --- |\n| 数量 | 30 |\n\n- 第一\n- 第二\n\n<table>\n<tr><td colspan=\"2\">甲</td></tr>\n</table>\n");

    internal static byte[] Csv { get; } = Encoding.UTF8.GetBytes("一级指标,二级指标,分值,得分\n产出,数量指标,30,28\n\"效益,\"\"社会\"\"\",社会效益,30,27.5\n");

    /// <summary>A report that was parsed before.</summary>
    internal static byte[] Json { get; } = Written();

    /// <summary>All that a document says, as text.</summary>
    internal static string Dump(SourceDocument? document)
    {
        var text = new StringBuilder();
        foreach (var block in document?.Blocks ?? [])
        {
            text.Append(CultureInfo.InvariantCulture, $"{block.GetType().Name} {block.Role} {block.Page} {block.Text}");
            if (block is Paragraph paragraph)
                text.Append(CultureInfo.InvariantCulture, $" {paragraph.Label} {paragraph.Style.OutlineLevel}");
            text.Append('\n');
        }

        return text.ToString();
    }

    private const string SampleReportName = "rural-water-2023.docx";

    private static byte[] Written()
    {
        using var stream = new MemoryStream();
        new JsonReportWriter().Write(ReportParser.Default.ParseText(Text).Report, stream);
        return stream.ToArray();
    }

    private static PdfFixture PdfPages() => PdfFixture.Of([.. Enumerable.Range(0, 3).Select(n => (Action<PdfCanvas>)(p =>
        p.Text(94, 790, 16, "一、项目概况").Table([94, 200, 400, 502], 760, 18, ["指标|内容|分值", $"数量|完成{n}项|30", "质量|<|20"]).Set(640, PdfReading.Prose(200, n))))]);
}
