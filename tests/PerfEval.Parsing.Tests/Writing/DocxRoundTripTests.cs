using System.IO.Compression;
using System.Text;
using CsCheck;
using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Writing.Docx;
using Xunit;
using static PerfEval.Parsing.Tests.Writing.DocxWriting;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>A written Word document gives, read again, what was written.</summary>
public sealed class DocxRoundTripTests
{
    private static readonly string[] Pieces =
    [
        "一、", "（一）", "1.", "1、", "（1）", "①", "第一章", "1.1", "1.1.1", "二、", "十一、", "A 项目", "3 ", "项目概况", "绩效目标", "  ", "　", "\t", "\n", "\n\n", "<&>", "*_#\\|`",
        "👨‍👩‍👧", "𠮷𡈽", "\u200B", "\u00AD", "\uFEFF", "\u2028", "[bookmark: x]", "— 1 —", "目录……1", "表1 情况表", "Evaluation", "1,234.56", "“引号”", "\uF0FE", "é", "附：报告要素补充表", "%1",
    ];

    private static readonly Gen<string> Text = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 6].Select(p => ComposedText.Normal(string.Concat(p)));

    private static readonly Gen<string> LongText = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[400, 2000].Select(p => ComposedText.Normal(string.Concat(p)));

    private static readonly Gen<TableCell> AnyCell =
        Gen.Select(Gen.Frequency((1, Gen.Const("")), (8, Text), (1, LongText)), Gen.Frequency((4, Gen.Const(1)), (1, Gen.Int[1, 3])), Gen.Frequency((4, Gen.Const(1)), (1, Gen.Int[1, 4])))
            .Select((text, rows, columns) => new TableCell(text, rows, columns));

    private static readonly Gen<Block[]> AnyBlocks = Gen.Frequency<Block>(
        (4, Gen.Frequency((9, Text), (1, LongText)).Select(t => (Block)Body(t))),
        (4, Gen.Select(Gen.Int[1, 9], Text).Select((level, t) => (Block)Heading(level, t))),
        (1, Text.Select(t => (Block)P(DeclaredPart.Caption, t))),
        (1, Gen.Const((Block)new Figure { Declared = DeclaredPart.Content })),
        (3, AnyCell.Array[0, 12].Array[1, 6].Select(rows => (Block)TableOf(rows)))).Array[1, 25];

    [Fact]
    public void AnyBlocksAreReadAsTheyWereWritten() =>
        AnyBlocks.Select(blocks => blocks.Where(b => b is not Paragraph { Text: "" }).ToArray()).Where(blocks => blocks.Length > 0).Sample(
            blocks =>
            {
                var (isDeclared, read) = ReadAgain(Bytes(blocks));
                return isDeclared && read.SequenceEqual(blocks.Select(Line));
            },
            iter: 200, threads: 1, print: blocks => string.Join('\n', blocks.Select(Line)));

    [Fact]
    public void AnyBlocksGiveAValidPackage() => AnyBlocks.Sample(blocks => Assert.Empty(Faults(Bytes(blocks))), iter: 20, threads: 1);

    [Fact]
    public void EveryPartIsReadAsDeclared()
    {
        Block[] blocks =
        [
            P(DeclaredPart.Title, "甲乡\n绩效评价报告"), P(DeclaredPart.Cover, "评价机构：乙公司"), new Figure { Declared = DeclaredPart.Cover },
            Table(["封面", "表"]) with { Declared = DeclaredPart.Cover }, Heading(1, "一、基本情况"), Body("一、这不是标题"), P(DeclaredPart.Caption, "表1"),
            Table(["甲"]), Table(["乙", ""]), new Figure { Declared = DeclaredPart.Content }, P(DeclaredPart.Signature, "甲局"), P(DeclaredPart.Signature, "2024年5月"),
            P(DeclaredPart.Supplement, "附：报告要素补充表", 1), P(DeclaredPart.Supplement, "说明"), P(DeclaredPart.Supplement, "要素", 2),
            Table(["要素", "内容"]) with { Declared = DeclaredPart.Supplement },
        ];

        var docx = Bytes(blocks);

        Assert.Empty(Faults(docx));
        var (isDeclared, read) = ReadAgain(docx);
        Assert.True(isDeclared);
        Assert.Equal(blocks.Select(Line), read);
    }

    [Fact]
    public void ATableOfTheCoverKeepsItsCaption()
    {
        Block[] blocks = [P(DeclaredPart.Caption, "项目单位：某局"), Table(["封面", "表"]) with { Declared = DeclaredPart.Cover }, P(DeclaredPart.Cover, "2024年3月")];

        Assert.Equal(blocks.Select(Line), ReadAgain(Bytes(blocks)).Blocks);
    }

    [Fact]
    public void RowsMayBeRaggedCoveredOrEmpty()
    {
        var table = Table(["3x1 甲", "2x2 乙", "丙"], [], ["1x3 丁", "戊", "己"], ["庚"], []);

        Assert.Equal([Line(table)], ReadAgain(Bytes(table)).Blocks);
    }

    [Theory]
    [InlineData(120)]
    [InlineData(121)]
    public void PairsOfSurrogatesMayStandAnywhereInALongText(int lead)
    {
        var text = new string('长', lead) + string.Concat(Enumerable.Repeat("𠮷", 2000));

        Assert.Equal([Line(Body(text))], ReadAgain(Bytes(Body(text))).Blocks);
    }

    [Fact]
    public void ABlockWithoutOurStylesMakesTheDocumentAnOrdinaryOne()
    {
        var docx = Bytes(P(DeclaredPart.Title, "项目支出绩效评价报告"), Heading(1, "一、基本情况"), Body("正文。"), Heading(1, "二、结论"), Body("得分90分。"));

        var (isDeclared, read) = ReadAgain(Edited(docx, xml => xml.Replace("<w:pStyle w:val=\"ReportBody\" />", "", StringComparison.Ordinal)));

        Assert.False(isDeclared);
        Assert.Equal(["项目支出绩效评价报告", "一、基本情况", "正文。", "二、结论", "得分90分。"], read.Select(line => line.Split(' ', 3)[2]));
    }

    [Fact]
    public void TextThatAnEditorAddsInOurStylesIsDeclared()
    {
        var docx = Edited(Bytes(Heading(1, "一、基本情况"), Body("正文。")), xml => xml.Replace("正文。", " 正文，改过。 ", StringComparison.Ordinal));

        Assert.Equal((true, "Content  正文，改过。"), (ReadAgain(docx).IsDeclared, ReadAgain(docx).Blocks[1]));
    }

    [Fact]
    public void NullsAreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => new DocxReportWriter().Write(null!, Stream.Null));
        Assert.Throws<ArgumentNullException>(() => new DocxReportWriter().Write(new PerformanceReport(), null!));
    }

    [Fact]
    public void AReportWithoutAnythingIsADocument() => Assert.Empty(Faults(Written(new PerformanceReport())));

    private static byte[] Written(PerformanceReport report)
    {
        using var output = new MemoryStream();
        new DocxReportWriter().Write(report, output);
        return output.ToArray();
    }

    /// <summary>A table whose cells do not reach below its last row.</summary>
    private static Table TableOf(TableCell[][] rows) =>
        new([.. rows.Select((r, i) => new TableRow([.. r.Select(c => c with { RowSpan = Math.Min(c.RowSpan, rows.Length - i) })]))]) { Declared = DeclaredPart.Content };

    private static byte[] Edited(byte[] docx, Func<string, string> edit)
    {
        using var copy = new MemoryStream();
        copy.Write(docx);
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
                xml = reader.ReadToEnd();
            var edited = edit(xml);
            Assert.NotEqual(xml, edited);
            using var stream = entry.Open();
            stream.SetLength(0);
            stream.Write(Encoding.UTF8.GetBytes(edited));
        }

        return copy.ToArray();
    }
}
