using CsCheck;
using PerfEval.Parsing.Composing;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Support;

/// <summary>
/// Generated reports in the model's normal form. They are as odd as the model allows: what is a number, heading, caption or page number to a reader
/// of ordinary documents stands anywhere, and facts have nothing to do with the text.
/// </summary>
internal static class ReportGen
{
    private static readonly string[] Words =
    [
        "项目概况", "绩效评价", "农村饮水安全巩固提升项目", "资金使用", "评价结论", "存在的问题", "指标1：", "≥95%", "100万元", "综合得分89.5分", "等级为良", "根据《预算法》（财预〔2020〕10号）",
        "2023年12月31日", "某县财政局", "项目单位：", "注：", "单位：万元", "是", "的", "共完成", "，", "。", "；", "：", "、", "（", "）", "“", "”", "——", "……",
    ];

    private static readonly string[] Odd =
    [
        "一、", "（一）", "1.", "1．", "（1）", "①", "第一章", "一是", "附件1", "附：报告要素补充表", "表1 项目资金情况表", "目录", "项目概况…………12", "第3页", "— 5 —", "无", "/", "—", "合计", "摘要",
        "#", "##", "*", "**", "_", "__", "`", "```", "~~~", "|", "||", "\\", "\\|", "<b>", "</td>", "<!--", "-->", "&", "&amp;", "&#10;", "[a](b)", "![](x)", ">", "-", "- ", "+", "---", "===", "http://a.cn", "$", "%", "{", "}",
        "  ", "\u3000", "\u3000\u3000", "\t", "\n", "\n\n", "\"", "'", ",", "=1+2", "@x", "A", "B1", "a b", "word", "\U00020BB7", "\U0001F600", "é", "①②", "┌─┐", "│", "├", "█", "½", "㎡", "０１２", "％", "．", "￥",
    ];

    private static readonly string[] Numbers = ["", "", "一、", "二、", "（一）", "（二）", "1.", "2.", "（1）", "①", "第一章", "第一部分", "1、", "1）", "A", "A1", "1.1", "1.2.3", "一", "三.", "附件1", "●", "12"];

    private static readonly string[] Headings =
        ["项目概况", "基本情况", "评价结论", "存在的问题", "有关建议", "主要绩效", "摘要", "前言", "附件", "附件1：评分表", "资金投入和使用情况", "项目资金情况", "绩效目标", "数量指标", "决策", "A", "1", "3.5公里道路", "标题，带逗号。", "：", "主要经验及做法、存在的问题和建议"];

    private static Gen<string> Piece { get; } = Gen.Frequency((6, Gen.OneOf(Words)), (3, Gen.OneOf(Odd)), (1, Gen.Int[0, 99999].Select(n => n.ToString(System.Globalization.CultureInfo.InvariantCulture))));

    /// <summary>Text in normal form, never empty.</summary>
    public static Gen<string> Text { get; } = Gen.Frequency(
        (12, Piece.Array[1, 12]), (3, Piece.Array[12, 60]), (1, Piece.Array[300, 1200]))
        .Select(pieces => ComposedText.Normal(string.Concat(pieces))).Select(text => text.Length > 0 ? text : "无");

    private static Gen<string> Line { get; } = Piece.Array[1, 8].Select(pieces => ComposedText.Line(string.Concat(pieces))).Select(text => text.Length > 0 ? text : "甲");

    private static Gen<string?> MaybeText { get; } = Gen.Frequency((2, Gen.Const((string?)null)), (3, Text.Select(t => (string?)t)));

    private static Gen<string?> MaybeLine { get; } = Gen.Frequency((2, Gen.Const((string?)null)), (3, Line.Select(t => (string?)t)));

    private static Gen<decimal> Number { get; } = Gen.Select(Gen.Long[-10_000_000_000, 1_000_000_000_000], Gen.Int[0, 6]).Select((n, scale) => new decimal((int)(n & 0x7FFFFFFF), (int)((n >> 31) & 0xFFF), 0, n < 0, (byte)scale));

    private static Gen<decimal?> MaybeNumber { get; } = Gen.Frequency((1, Gen.Const((decimal?)null)), (2, Number.Select(n => (decimal?)n)));

    private static Gen<Score?> Score { get; } = Gen.Frequency((1, Gen.Const((Score?)null)), (2, Gen.Select(Number, Number).Select((v, f) => (Score?)new Score(v, f))));

    private static Gen<Funding?> Funding { get; } = Gen.Frequency((1, Gen.Const((Funding?)null)), (3, Gen.Select(MaybeNumber.Array[7], FundingLine.Array[0, 5]).Select((n, lines) => (Funding?)new Funding
    {
        InitialBudget = n[0],
        Budget = n[1],
        Received = n[2],
        Spent = n[3],
        ExecutionRate = n[4],
        FullMark = n[5],
        Score = n[6],
        Lines = lines,
    })));

    private static Gen<FundingLine> FundingLine => Gen.Select(Text, MaybeNumber.Array[7]).Select((name, n) => new FundingLine
    {
        Name = name,
        InitialBudget = n[0],
        Budget = n[1],
        Received = n[2],
        Spent = n[3],
        ExecutionRate = n[4],
        FullMark = n[5],
        Score = n[6],
    });

    private static Gen<Indicator> Indicator { get; } = Gen.Select(MaybeText.Array[8], MaybeNumber, MaybeNumber).Select((t, full, score) => new Indicator
    {
        Level1 = t[0],
        Level2 = t[1],
        Level3 = t[2],
        Operator = t[3],
        Target = t[4],
        Unit = t[5],
        Actual = t[6],
        Deviation = t[7],
        FullMark = full,
        Score = score,
    });

    private static Gen<ReportItem[]> Items { get; } = Gen.Frequency(
        (2, Gen.Const(Array.Empty<ReportItem>())),
        (1, Gen.Select(MaybeText, Gen.Frequency((1, Gen.Const("")), (4, Text))).Select((head, text) => new ReportItem(head, text)).Array[1, 4]));

    private static Gen<OwnFact[]> Facts { get; } = Gen.Frequency(
        (2, Gen.Const(Array.Empty<OwnFact>())), (1, Gen.Select(Text, Text, MaybeNumber).Select((name, value, number) => new OwnFact(name, value) { Number = number }).Array[1, 4]));

    private static Gen<PartialDate?> Date { get; } = Gen.Select(Gen.Int[1, 9999], Gen.Int[0, 12], Gen.Int[0, 28])
        .Select((y, m, d) => y % 4 == 0 ? (PartialDate?)null : new PartialDate(y, m == 0 ? null : m, m == 0 || d == 0 ? null : d));

    private static Gen<ContentBlock> Block { get; } = Gen.Frequency(
        (8, Text.Select(t => (ContentBlock)new ParagraphContent(t))),
        (3, Gen.Select(MaybeLine, Gen.Int[1, 6], Gen.Int[1, 6], Gen.Int[0, int.MaxValue], Gen.Frequency((1, Gen.Const("")), (4, Text)).Array[36]).Select(Table)),
        (1, Gen.Const((ContentBlock)new FigureContent())));

    /// <summary>A report.</summary>
    public static Gen<PerformanceReport> Report { get; } = Gen.Select(
        Gen.Select(MaybeLine, MaybeText.Array[5], Gen.Int[1990, 2030].Array[0, 3], Date),
        Gen.Select(Gen.Enum<ReportSubject>(), Gen.Enum<EvaluationMode>(), Gen.Enum<ReportForm>()),
        Gen.Select(Score, Score, MaybeLine, Gen.Int[0, 4], Gen.Select(Text, MaybeNumber, MaybeNumber).Select((n, f, s) => new DimensionScore(n, f, s)).Array[0, 4]),
        Gen.Select(Funding, Indicator.Array[0, 6], MaybeText.Array[3], Gen.Bool, Gen.Select(MaybeText, MaybeLine).Select((t, n) => new Citation(t, n)).Array[0, 5]),
        Gen.Select(Items, Items, Items, Items, Facts),
        Sections(1)).Select((a, b, c, d, e, sections) => new PerformanceReport
        {
            Title = a.Item1,
            ProjectName = a.Item2[0],
            EvaluatedUnit = a.Item2[1],
            CompetentDepartment = a.Item2[2],
            Commissioner = a.Item2[3],
            Evaluator = a.Item2[4],
            FiscalYears = [.. a.Item3.Distinct().Order()],
            ReportDate = a.Item4,
            Subject = b.Item1,
            Mode = b.Item2,
            Form = b.Item3,
            Score = c.Item1,
            SelfScore = c.Item2,
            Grade = c.Item3 is { } raw ? new Grade(raw, c.Item4 == 4 ? null : (GradeLevel)c.Item4) : null,
            DimensionScores = c.Item5,
            Funding = d.Item1,
            Indicators = d.Item2,
            Objectives = d.Item4 ? new Objectives { Text = d.Item3[0], Expected = d.Item3[1], Actual = d.Item3[2] } : null,
            Citations = d.Item5,
            Achievements = e.Item1,
            Experiences = e.Item2,
            Problems = e.Item3,
            Recommendations = e.Item4,
            Facts = e.Item5,
            Sections = sections,
        });

    private static Gen<Section[]> Sections(int depth) =>
        Gen.Select(
            Gen.OneOf(Numbers),
            Gen.Frequency((1, Gen.Const((string?)null)), (4, Gen.OneOf(Headings).Select(h => (string?)h)), (1, MaybeLine)),
            Gen.Frequency((5, Gen.Const(depth)), (1, Gen.Const(0)), (1, Gen.Int[0, 12])),
            Gen.Frequency((3, Gen.Const(Array.Empty<SectionKind>())), (3, Gen.Enum<SectionKind>().Array[1, 3]), (1, Gen.Const((SectionKind[])[SectionKind.Cover]))),
            Block.Array[0, 5],
            depth < 4 ? Gen.Frequency((3, Gen.Const(Array.Empty<Section>())), (2, Gen.Const(0).SelectMany(_ => Sections(depth + 1)))) : Gen.Const(Array.Empty<Section>()))
        .Select((number, heading, level, kinds, blocks, children) => new Section
        {
            Number = number,
            Heading = heading,
            Level = level,
            Kinds = [.. kinds.Distinct()],
            Blocks = blocks,
            Children = children,
        }).Array[depth == 1 ? 0 : 1, 4];

    // Cells are laid into a grid, each as large as chance and the free places allow.
    private static ContentBlock Table(string? caption, int rows, int columns, int seed, string[] texts)
    {
        var (taken, chance, next) = (new bool[rows, columns], (uint)seed, 0);
        var cells = new List<List<ContentCell>>();
        for (var r = 0; r < rows; r++)
        {
            cells.Add([]);
            for (var c = 0; c < columns; c++)
            {
                if (taken[r, c])
                    continue;
                var (height, width) = (1, 1);
                if (Chance(4) == 0)
                    while (c + width < columns && !taken[r, c + width] && Chance(2) == 0)
                        width++;
                if (Chance(4) == 0)
                    height += (int)Chance((uint)(rows - r));
                for (var y = r; y < r + height; y++)
                    for (var x = c; x < c + width; x++)
                        taken[y, x] = true;
                cells[r].Add(new ContentCell(texts[next++], height, width));
            }
        }

        return new TableContent { Caption = caption, Rows = [.. cells.Select(row => (IReadOnlyList<ContentCell>)row)] };

        uint Chance(uint below)
        {
            chance = (chance * 1664525) + 1013904223;
            return (chance >> 8) % below;
        }
    }
}
