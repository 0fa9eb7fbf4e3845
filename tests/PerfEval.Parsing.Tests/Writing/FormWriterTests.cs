using System.Text;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing;
using Xunit;

namespace PerfEval.Parsing.Tests.Writing;

public sealed class FormWriterTests
{
    private static readonly PerformanceReport Report = new()
    {
        Title = "项目支出绩效自评表",
        FiscalYears = [2022],
        ProjectName = "积水点改造",
        CompetentDepartment = "潞河区住建局",
        EvaluatedUnit = "市政服务中心",
        Funding = new Funding { Budget = 5_365_000m, Spent = 5_218_600m, ExecutionRate = 0.9727m, FullMark = 10m, Score = 9.73m, Lines = [new FundingLine { Name = "财政拨款", Budget = 5_365_000m }] },
        Objectives = new Objectives { Expected = "改造6处，\n疏通管网", Actual = "已完成" },
        Indicators =
        [
            new Indicator { Level1 = "产出指标", Level2 = "数量指标", Level3 = "改造处数", Target = "≥6处", Actual = "6处", FullMark = 20m, Score = 20m },
            new Indicator { Level1 = "产出指标", Level2 = "数量指标", Level3 = "=HYPERLINK(1)", Target = "-3%", Deviation = "道路大修, 已说明" },
            new Indicator { Level1 = "产出指标", Level3 = "总成本", FullMark = 30m, Score = 28.5m },
        ],
        Score = new Score(97.05m, 100m),
    };

    [Fact]
    public void CommaSeparatedTextHasTheOfficialLayout()
    {
        string[] expected =
        [
            "项目支出绩效自评表,,,,,,,,",
            "（2022年度）,,,,,,,,",
            "项目名称,积水点改造,,,,,,,",
            "主管部门,潞河区住建局,,,,实施单位,市政服务中心,,",
            "项目资金（万元）,,,年初预算数,全年预算数（A）,全年执行数（B）,分值,执行率（B/A）,得分",
            ",年度资金总额,,,536.5,521.86,10,97.27%,9.73",
            ",其中：财政拨款,,,536.5,,,,",
            "年度总体目标,预期目标,,,,实际完成情况,,,",
            ",\"改造6处，\n疏通管网\",,,,已完成,,,",
            "绩效指标,一级指标,二级指标,三级指标,年度指标值,实际完成值,分值,得分,偏差原因分析及改进措施",
            ",产出指标,数量指标,改造处数,≥6处,6处,20,20,",
            ",产出指标,数量指标,'=HYPERLINK(1),'-3%,,,,\"道路大修, 已说明\"",
            ",产出指标,—,总成本,,,30,28.5,",
            "总分,,,,,,100,97.05,",
            "",
        ];

        Assert.Equal(string.Join("\r\n", expected), CsvReportWriter.Write(Report));
    }

    [Fact]
    public void CommaSeparatedTextBeginsWithAByteOrderMark() => Assert.True(Bytes(new CsvReportWriter()).AsSpan().StartsWith(Encoding.UTF8.Preamble));

    [Fact]
    public void ColumnsThatAFormSeldomHasStandOnlyWhereTheyAreFilled()
    {
        var text = CsvReportWriter.Write(Report with
        {
            Funding = new Funding { Received = 123.45m },
            Indicators = [new Indicator { Level3 = "处数", Operator = "≥", Target = "6", Unit = "处" }],
        });

        Assert.Contains("三级指标,指标性质,年度指标值,度量单位,实际完成值", text, StringComparison.Ordinal);
        Assert.Contains("项目资金（元）", text, StringComparison.Ordinal);
        Assert.Contains("实际到位数,全年执行数（B）", text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSameReportGivesTheSameBytes()
    {
        Assert.Equal(Bytes(new XlsxReportWriter()), Bytes(new XlsxReportWriter()));
        Assert.Equal(Bytes(new CsvReportWriter()), Bytes(new CsvReportWriter()));
    }

    [Fact]
    public void AWorkbookIsValid() => FormReports.Any.Sample(
        report =>
        {
            using var package = Open(report);
            Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(package).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        },
        iter: 30, seed: "0000KDMU3rA0");

    [Fact]
    public void NumbersAreNumbersAndTextsAreNeverFormulas()
    {
        using var package = Open(Report);
        var cells = package.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToList();

        Assert.Equal("97.05", cells.Single(c => c.CellValue?.Text == "97.05").CellValue!.Text);
        Assert.Equal("0.9727", cells.Single(c => c.CellValue?.Text == "0.9727").CellValue!.Text);
        Assert.Contains(cells, c => c.InlineString?.InnerText == "=HYPERLINK(1)");
        Assert.DoesNotContain(cells, c => c.CellFormula is not null);
    }

    [Fact]
    public void ANumberThatASpreadsheetWouldRoundIsWrittenAsText()
    {
        using var package = Open(new PerformanceReport { Score = new Score(90.123456789012345678m, 100m) });

        Assert.Contains(package.WorkbookPart!.WorksheetParts.Single().Worksheet!.Descendants<Cell>(), c => c.InlineString?.InnerText == "90.123456789012345678");
    }

    [Fact]
    public void AWorkbookIsLaidOutForA4()
    {
        using var package = Open(Report);
        var sheet = package.WorkbookPart!.WorksheetParts.Single().Worksheet!;
        var setup = sheet.GetFirstChild<PageSetup>()!;

        Assert.Equal((9u, OrientationValues.Landscape, 1u, 0u), (setup.PaperSize!.Value, setup.Orientation!.Value, setup.FitToWidth!.Value, setup.FitToHeight!.Value));
        Assert.Contains(sheet.Descendants<MergeCell>(), m => m.Reference == "B11:B13");
        Assert.Equal("'绩效自评表'!$10:$10", package.WorkbookPart.Workbook!.DefinedNames!.Single().InnerText);
        Assert.All(package.WorkbookPart.WorkbookStylesPart!.Stylesheet!.Fonts!.Descendants<FontName>(), f => Assert.Equal("宋体", f.Val));
    }

    [Fact]
    public void AWrongCallIsRefusedAtOnce()
    {
        Assert.Throws<ArgumentNullException>(() => new XlsxReportWriter().Write(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>(() => new XlsxReportWriter().Write(Report, null!));
        Assert.Throws<ArgumentNullException>(() => new CsvReportWriter().Write(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>(() => new CsvReportWriter().Write(Report, null!));
    }

    private static byte[] Bytes(IReportWriter writer)
    {
        using var bytes = new MemoryStream();
        writer.Write(Report, bytes);
        return bytes.ToArray();
    }

    private static SpreadsheetDocument Open(PerformanceReport report)
    {
        var bytes = new MemoryStream();
        new XlsxReportWriter().Write(report, bytes);
        return SpreadsheetDocument.Open(bytes, isEditable: false);
    }
}
