using System.Text;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading;
using PerfEval.Parsing.Reading.Csv;
using PerfEval.Parsing.Reading.PlainText;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

// Inside the namespace, where it goes before the Open XML SDK's root namespace of the same name.
using DocumentFormat = PerfEval.Parsing.Reading.DocumentFormat;

public sealed class CsvReaderTests : DocumentReaderContract
{
    private const string Form = "项目支出绩效自评表,,\r\n（2023年度）,,\r\n一级指标,二级指标,三级指标\r\n产出指标,数量指标,\"维修, 养护\r\n处数\"\r\n注：由单位填报。,,\r\n";

    protected override IDocumentReader Reader => new CsvReader();

    protected override byte[] Sample() => Encoding.UTF8.GetBytes(Form);

    [Fact]
    public void FieldsBecomeCellsAndLoneOnesLines()
    {
        var blocks = Read(Sample()).Document.Blocks;

        Assert.Equal(["项目支出绩效自评表", "（2023年度）", "一级指标\t二级指标\t三级指标\n产出指标\t数量指标\t维修, 养护\n处数", "注：由单位填报。"], blocks.Select(b => b.Text));
    }

    [Theory]
    [InlineData("\"a\"\"b\"", "a\"b")]
    [InlineData("'=SUM(A1)", "=SUM(A1)")]
    [InlineData("''=x", "'=x")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("=1", "=1")]
    [InlineData("  x  ", "x")]
    public void AFieldGivesItsText(string field, string text)
    {
        var table = Assert.IsType<Table>(Assert.Single(Read(Encoding.UTF8.GetBytes($"甲,{field},丙\n一,二,三\n")).Document.Blocks));

        Assert.Equal(text, table.Rows[0].Cells[1].Text);
    }

    [Theory]
    [InlineData(Form, DocumentFormat.Csv)]
    [InlineData("a,b,c\n1,2,3\n4,5,6", DocumentFormat.Csv)]
    [InlineData("\"标题\n两行\",,\n\n1,2,3\n4,5,6\n", DocumentFormat.Csv)]
    [InlineData("a,b\n1,2\n3,4\n", DocumentFormat.Txt)]
    [InlineData("a,b,c\n1,2,3\n", DocumentFormat.Txt)]
    [InlineData("a,b,c\n1,2,3\n4,5\n", DocumentFormat.Txt)]
    [InlineData("到位1,286,500元\n支出1,200,300元\n结余1,086,200元\n", DocumentFormat.Txt)]
    [InlineData("Roads, bridges, culverts\nWells, pumps, pipes\nTrees, grass, shrubs\n", DocumentFormat.Txt)]
    [InlineData("他说\"好,好,好\"\n他说\"行,行,行\"\n他说\"对,对,对\"\n", DocumentFormat.Txt)]
    [InlineData("一、基本情况\n项目于2022年实施，投入10万元，完成3处。\n二、结论\n", DocumentFormat.Txt)]
    public void CommaSeparatedTextIsToldFromProse(string text, DocumentFormat format) => Assert.Equal(format, FormatSniffer.Sniff(Encoding.UTF8.GetBytes(text)));

    [Fact]
    public void ALongFileIsToldByItsBeginning()
    {
        var text = new StringBuilder("甲,乙,丙\n");
        for (var i = 0; i < 20_000; i++)
            text.Append("一级指标,\"二级,指标\",10\n");

        Assert.Equal(DocumentFormat.Csv, FormatSniffer.Sniff(Encoding.UTF8.GetBytes(text.ToString())));
    }

    [Fact]
    public void WithoutAReaderOfItsOwnItIsReadAsText()
    {
        var context = new ReadContext(ParseLimits.Default, new DiagnosticLog(), CancellationToken.None);
        var document = new DocumentReaders([new PlainTextReader()]).Read(Sample(), null, context, out var format);

        Assert.Equal(DocumentFormat.Csv, format);
        Assert.NotEmpty(document.Blocks);
    }
}
