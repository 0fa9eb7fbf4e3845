using CsCheck;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Writing;

/// <summary>Reports as forms hold them: made up, in the contract's normal form.</summary>
internal static class FormReports
{
    private static readonly Gen<string> Words = Gen.OneOf("农村", "饮水", "设备", "验收", "合格率", "群众", "满意度", "12", "资金", "管护", "A类", "（一期）", "≥", "“三公”", "3.5公里", "经费", "-", "PM 2.5")
        .Array[2, 6].Select(w => string.Concat(w).Trim()).Where(w => w.Length > 2 && w.Any(char.IsLetterOrDigit));

    private static readonly Gen<string> Phrase = Gen.OneOf<string>(Words, Gen.OneOf(
        "维修养护处数", "工程验收合格率", "农村饮水安全保障", "受益群众人数", "补助资金发放及时率", "管护机制健全性", "A类设备（含备件）更新", "=公式", "+增量", "@提示", "'引号'", "水质达标率,全年", "\"四乱\"问题整改", "12345热线办结满意率"));

    private static readonly Gen<string> Value = Gen.OneOf<string>(
        Gen.OneOf("≥95%", "≤42元/米", "100%", "有效改善", "2022年6月28日", "达成预期指标", "6处", "≥6.8万人", "=100%", "+5%", "-3.2", "2019年12月", "5元/生·天", "90", "1,286.5", "_x0041_", "完成, 并验收"),
        Gen.Select(Gen.Int[1, 9999], Gen.OneOf("处", "人", "公里", "％", ""), (n, unit) => $"{n}{unit}"));

    private static readonly Gen<string> Lines = Phrase.Array[1, 4].Select(p => string.Join('\n', p.Select((t, i) => $"目标{i + 1}：{t}，达到{i + 90}%以上；")));

    private static readonly Gen<decimal> Points = Gen.Select(Gen.Int[0, 10000], Gen.OneOf(1m, 10m, 100m), (n, d) => n / 100m / d).Select(v => decimal.Round(v, 4));

    private static readonly Gen<decimal> Yuan = Gen.OneOf<decimal>(
        Gen.Long[0, 99_999_999_999].Select(v => v / 100m), Gen.Int[0, 500_000].Select(v => v * 10_000m), Gen.Int[0, 99_999].Select(v => v * 100m), Gen.Const(12345678901234567.89m));

    private static readonly Gen<decimal> Rate = Gen.OneOf<decimal>(Gen.Int[0, 10_000].Select(v => v / 10_000m), Gen.OneOf(1m, 0m, 1.2m, 0.333333333333m));

    private static readonly Gen<FundingLine> Line = Gen.Select(
        Gen.OneOf("当年财政拨款", "上年结转资金", "其他资金", "中央财政资金", "县级配套", "自筹"), Maybe(Yuan), Maybe(Yuan), Maybe(Yuan), Maybe(Yuan), Maybe(Rate), Maybe(Points),
        (name, initial, budget, received, spent, rate, mark) =>
            new FundingLine { Name = name, InitialBudget = initial, Budget = budget, Received = received, Spent = spent, ExecutionRate = rate, FullMark = mark });

    private static readonly Gen<Funding> Money = Gen.Select(
        Line, Line.Array[0, 4], Maybe(Points), (total, lines, score) => new Funding
        {
            InitialBudget = total.InitialBudget,
            Budget = total.Budget,
            Received = total.Received,
            Spent = total.Spent,
            ExecutionRate = total.ExecutionRate,
            FullMark = total.FullMark,
            Score = score,
            Lines = [.. lines.DistinctBy(l => l.Name)],
        });

    private static readonly Gen<Indicator> Row = Gen.Select(
        Gen.Select(Maybe(Gen.OneOf("产出指标", "效益指标", "满意度指标", "成本指标")), Maybe(Gen.OneOf("数量指标", "质量指标", "服务对象满意度指标")), Mostly(Phrase)),
        Gen.Select(Mostly(Value), Mostly(Value), Maybe(Gen.OneOf("≥", "≤", "=", "定性")), Maybe(Gen.OneOf("%", "处", "万元"))),
        Gen.Select(Maybe(Points), Maybe(Points), Maybe(Phrase)),
        (names, values, rest) => new Indicator
        {
            Level1 = names.Item1,
            Level2 = names.Item2,
            Level3 = names.Item3,
            Target = values.Item1,
            Actual = values.Item2,
            Operator = values.Item3,
            Unit = values.Item4,
            FullMark = rest.Item1,
            Score = rest.Item2,
            Deviation = rest.Item3,
        });

    /// <summary>Any form's report.</summary>
    internal static Gen<PerformanceReport> Any { get; } = Gen.Select(
        Gen.Select(
            Mostly(Gen.OneOf("项目支出绩效自评表", "清河县农村饮水维修养护项目支出绩效自评表", "转移支付项目绩效自评表")), Gen.Int[2015, 2030].Array[0, 3], Mostly(Gen.OneOf("农村饮水维修养护项目", "基层安全生产专项经费", "A级景区（一期）提升")),
            Mostly(Gen.OneOf("清河县水务局", "滨州市住房和城乡建设局"))),
        Gen.Select(Mostly(Gen.OneOf("清河县农村供水服务中心", "汤丹镇人民政府")), Maybe(Money), Maybe(Lines), Maybe(Lines)),
        Gen.Select(Row.Array[0, 12], Maybe(Gen.Select(Points, Gen.OneOf(100m, 110m, 120m), (v, m) => new Score(v, m)))),
        (names, body, rest) => new PerformanceReport
        {
            // Where the form leaves the name blank, a title that bears it gives it.
            Title = names.Item3 is null ? names.Item1 is null ? null : "项目支出绩效自评表" : names.Item1,
            FiscalYears = [.. names.Item2.Distinct().Order()],
            ProjectName = names.Item3,
            CompetentDepartment = names.Item4,
            EvaluatedUnit = body.Item1,
            Subject = ReportSubject.Project,
            Funding = body.Item2 is { } money && (money with { Lines = [] } != new Funding() || money.Lines.Count > 0) ? money : null,
            Objectives = body.Item3 is null && body.Item4 is null ? null : new Objectives { Expected = body.Item3, Actual = body.Item4 },
            Indicators = [.. rest.Item1.Where(Says)],
            Score = rest.Item2,
        });

    /// <summary>Whether a row of the form says anything by which it is known as an indicator: a name, or a value under none.</summary>
    private static bool Says(Indicator row) => row.Level3 is not null || (row.Target ?? row.Actual ?? row.Deviation) is not null || (row.FullMark ?? row.Score) is not null;

    private static Gen<T?> Mostly<T>(Gen<T> gen)
        where T : class => Gen.Frequency<T?>((5, gen), (1, Gen.Const((T?)null)));

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.Frequency<T?>((2, gen), (1, Gen.Const((T?)null)));

    private static Gen<decimal?> Maybe(Gen<decimal> gen) => Gen.Frequency<decimal?>((2, gen.Select(v => (decimal?)v)), (1, Gen.Const((decimal?)null)));
}
