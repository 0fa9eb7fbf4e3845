using System.Text;
using Xunit;

namespace PerfEval.Parsing.Tests.Reading;

public sealed class HardWrapTests
{
    private static readonly string[] Paragraphs =
    [
        "某县基层安全生产专项经费项目绩效评价报告",
        "一、项目基本情况",
        "　　本项目由某镇人民政府组织实施，县应急管理局为主管部门，2021年年初预算批复专项经费36.8万元，8月追加4.2万元用于更新老旧机具，调整后预算数为41万元，实际到位资金41万元，到位率100%，截至年底实际支出40.18万元。",
        "　　项目主要内容为聘用人员、购置设备和开展宣传，全年共检查企业1,262家次，发现并督促整改隐患3,400余处，辖区内未发生较大以上安全生产事故，群众对安全生产工作的满意程度较上年有了明显的提高。",
        "（一）绩效目标",
        "　　减少安全生产事故带来的经济损失，保障企业生产安全，让企业正常生产，税收增加；保障人民群众生命财产安全不因安全生产事故受损失；确保不发生安全生产事故，提高群众和企业安全生产法律意识。",
        "二、评价结论",
        "　　经评价小组综合评议，本项目绩效自评得分94.5分，评价等级为优，其中项目决策20分，项目过程23.5分，项目产出27分，项目效益24分。",
    ];

    [Theory]
    [InlineData(28)]
    [InlineData(35)]
    [InlineData(36)]
    public void LinesFilledToTheLastCharacterAreJoined(int width) =>
        Assert.Equal(Expected(Paragraphs), TextReading.Text(Wrap(Paragraphs, width, inCells: false, whole: false)).Lines());

    [Theory]
    [InlineData(60)]
    [InlineData(72)]
    [InlineData(76)]
    public void LinesBrokenByDisplayWidthWithWholeWordsAreJoined(int width) =>
        Assert.Equal(Expected(Paragraphs), TextReading.Text(Wrap(Paragraphs, width, inCells: true, whole: true)).Lines());

    [Fact]
    public void ParagraphsWithoutIndentationEndWhereALineIsShort()
    {
        var plain = Paragraphs.Select(p => p.TrimStart('　')).ToArray();

        Assert.Equal(plain, TextReading.Text(Wrap(plain, 70, inCells: true, whole: true)).Lines());
    }

    [Fact]
    public void AParagraphGoesOnAfterThePageNumber()
    {
        var lines = Wrap(Paragraphs, 36, inCells: false, whole: false).Split('\n').ToList();
        lines.Insert(4, "— 1 —");
        lines.Insert(5, "\f");

        var read = TextReading.Text(string.Join('\n', lines)).Lines();

        Assert.Equal(Expected(Paragraphs), read.Where(line => !line.StartsWith('<')));
        Assert.Contains("<Footer> — 1 —", read);
    }

    [Fact]
    public void ABlankLineAfterEveryLinePartsNothing()
    {
        var spaced = Wrap(Paragraphs, 36, inCells: false, whole: false).Replace("\n", "\n\n", StringComparison.Ordinal);

        Assert.Equal(Expected(Paragraphs), TextReading.Text(spaced).Lines());
    }

    [Fact]
    public void ASignatureAfterAFullLineStaysAlone()
    {
        var last = "　　" + new string('项', 33) + "。";

        var read = TextReading.Text(Wrap([.. Paragraphs, last, "某县某镇人民政府", "2022年3月18日"], 36, inCells: false, whole: false)).Lines();

        Assert.Equal(["某县某镇人民政府", "2022年3月18日"], read[^2..]);
    }

    [Fact]
    public void LinesOfDifferentLengthsAreParagraphs()
    {
        var plain = Paragraphs.Select(p => p.TrimStart('　')).ToArray();

        Assert.Equal(plain, TextReading.Text(string.Join('\n', plain)).Lines());
    }

    [Fact]
    public void AListOfShortEqualLinesIsNotJoined()
    {
        string[] cover = ["项目名称：安全生产专项", "项目单位：某县某镇政府", "主管部门：某县应急管理", "委托单位：某县财政局办", "评价机构：某会计事务所"];

        Assert.Equal(cover, TextReading.Text(string.Join('\n', cover)).Lines());
    }

    [Fact]
    public void TablesInAWrappedFileStayTables()
    {
        var text = Wrap(Paragraphs, 36, inCells: false, whole: false) + "\n指标\t分值\n产出\t50\n";

        Assert.Equal(["| 指标 | 分值 |", "| 产出 | 50 |"], TextReading.Text(text).Lines()[^2..]);
    }

    [Fact]
    public void LatinWordsAreJoinedWithASpace()
    {
        const string words = "The quick brown fox jumps over the lazy dog and runs away into the deep green forest where nobody has ever been before. ";
        var text = string.Concat(Enumerable.Repeat(words, 6)).TrimEnd();

        Assert.Equal([text], TextReading.Text(Wrap([text], 60, inCells: true, whole: true)).Lines());
    }

    [Fact]
    public void LineBreaksThatBecameSpacesAreUndone()
    {
        var plain = Paragraphs.Select(p => p.TrimStart('　')).ToArray();
        var broken = plain.Select(p => string.Join(' ', p.Chunk(28).Select(part => new string(part))));

        Assert.Equal(plain, TextReading.Text(string.Join('\n', broken)).Lines());
    }

    [Fact]
    public void OrdinarySpacesStay()
    {
        const string text = "《中共中央 国务院关于全面实施预算绩效管理的意见》印发后，某县 财政局 组织各部门认真学习，结合实际制定了实施办法，并对办法的执行情况开展了监督检查，检查结果在一定范围内进行了通报。";

        Assert.Equal([text, text], TextReading.Text(text + "\n" + text).Lines());
    }

    private static IEnumerable<string> Expected(IEnumerable<string> paragraphs) => paragraphs.Select(p => p.Trim());

    /// <summary>Breaks each paragraph at a width; whole: numbers stay together, closing marks do not begin a line.</summary>
    private static string Wrap(IEnumerable<string> paragraphs, int width, bool inCells, bool whole)
    {
        var text = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            var line = 0;
            for (var i = 0; i < paragraph.Length;)
            {
                var length = 1;
                while (whole && i + length < paragraph.Length && (Word(paragraph[i + length - 1], paragraph[i + length]) || "，。、；：）”".Contains(paragraph[i + length], StringComparison.Ordinal)))
                    length++;
                var part = paragraph.AsSpan(i, length);
                var cells = 0;
                foreach (var c in part)
                    cells += inCells && c > '\u2000' ? 2 : 1;
                if (line + cells > width)
                {
                    while (text[^1] == ' ')
                        text.Length--;
                    text.Append('\n');
                    line = 0;
                    part = part.TrimStart(' ');
                }

                text.Append(part);
                line += cells;
                i += length;
            }

            text.Append('\n');
        }

        return text.ToString();

        static bool Word(char a, char b) => (char.IsAsciiLetterOrDigit(a) || a is '.' or ',') && (char.IsAsciiLetterOrDigit(b) || b is '.' or ',' or '%');
    }
}
