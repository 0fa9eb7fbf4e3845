using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Checking;

/// <summary>
/// Points of indicators and dimensions add up to the score, their weights to the full mark. It speaks only where every part states its own; bonus and
/// penalty rows (加分项, 扣分项) and weights that come to the full mark inside each first-level indicator are not set against the total.
/// </summary>
internal sealed class ScoreSums : IReportCheck
{
    private static readonly string[] BonusWords = ["加分", "扣分", "减分", "附加"];

    /// <inheritdoc/>
    public void Check(ExtractedReport extracted, ReportOutline outline, CheckNotes notes)
    {
        var report = extracted.Report;
        Ceilings(extracted, notes);
        if (report.Score is null)
            return;
        var score = StatedNumber.Of(extracted, "/score/value", report.Score.Value)!;
        var full = StatedNumber.Of(extracted, "/score/fullMark", report.Score.FullMark)!;
        if (report.DimensionScores.Count >= 2)
            Dimensions(extracted, score, full).Judge(notes, DimensionWeights, DimensionPoints);
        if (report.Indicators.Count >= 3 && !HasBonus(report) && !IsWeightedTwice(report))
            Indicators(extracted, score, full).Judge(notes, IndicatorWeights, IndicatorPoints);
    }

    private static PointSums Dimensions(ExtractedReport extracted, StatedNumber score, StatedNumber full)
    {
        var list = extracted.Report.DimensionScores;
        return new PointSums(
            Sum([.. list.Select((d, i) => StatedNumber.Of(extracted, $"/dimensionScores/{i}/fullMark", d.FullMark))], full),
            Sum([.. list.Select((d, i) => StatedNumber.Of(extracted, $"/dimensionScores/{i}/score", d.Score))], score));
    }

    // A form has the execution rate's points beside the indicators; they count where the weights ask for them.
    private static PointSums Indicators(ExtractedReport extracted, StatedNumber score, StatedNumber full)
    {
        var report = extracted.Report;
        StatedNumber?[] weights = [.. report.Indicators.Select((x, i) => StatedNumber.Of(extracted, $"/indicators/{i}/fullMark", x.FullMark))];
        StatedNumber?[] points = [.. report.Indicators.Select((x, i) => StatedNumber.Of(extracted, $"/indicators/{i}/score", x.Score))];
        var (alone, aloneWeights) = (Sum(points, score), Sum(weights, full));
        if (StatedNumber.Of(extracted, "/funding/score", report.Funding?.Score) is not { } rated || aloneWeights is { Holds: true })
            return new PointSums(aloneWeights, alone);
        return new PointSums(
            StatedNumber.Of(extracted, "/funding/fullMark", report.Funding!.FullMark) is { } mark ? Sum([.. weights, mark], full) : aloneWeights,
            alone is { Holds: true } ? alone : Sum([.. points, rated], score));
    }

    private static PointSum? Sum(IReadOnlyList<StatedNumber?> parts, StatedNumber total) =>
        parts.All(p => p is not null) ? new PointSum([.. parts.OfType<StatedNumber>()], total) : null;

    private static bool HasBonus(PerformanceReport report) =>
        report.Indicators.Any(i => IsBonus(i.Level1) || IsBonus(i.Level2) || IsBonus(i.Level3));

    private static bool IsBonus(string? level) => level is not null && BonusWords.Any(w => level.Contains(w, StringComparison.Ordinal));

    // 一级权重 50, and inside it leaves that come to 100: the leaves do not add up to the total.
    private static bool IsWeightedTwice(PerformanceReport report)
    {
        var groups = report.Indicators.GroupBy(i => i.Level1 ?? "").ToList();
        return groups.Count > 1 && report.Score is { } score && groups.All(g => g.Sum(i => i.FullMark ?? 0m) == score.FullMark);
    }

    // Bonus points may pass the full mark of their row; nothing else may.
    private static void Ceilings(ExtractedReport extracted, CheckNotes notes)
    {
        var report = extracted.Report;
        Ceiling(extracted, notes, "/score/value", report.Score?.Value, "/score/fullMark", report.Score?.FullMark, "总分", "the report");
        for (var i = 0; i < report.DimensionScores.Count; i++)
            Ceiling(extracted, notes, $"/dimensionScores/{i}/score", report.DimensionScores[i].Score, $"/dimensionScores/{i}/fullMark", report.DimensionScores[i].FullMark,
                report.DimensionScores[i].Name, report.DimensionScores[i].Name);
        var bonus = HasBonus(report);
        for (var i = 0; i < report.Indicators.Count && !bonus; i++)
            Ceiling(extracted, notes, $"/indicators/{i}/score", report.Indicators[i].Score, $"/indicators/{i}/fullMark", report.Indicators[i].FullMark,
                NameOf(report.Indicators[i]), NameOf(report.Indicators[i]));
        Ceiling(extracted, notes, "/funding/score", report.Funding?.Score, "/funding/fullMark", report.Funding?.FullMark, "预算执行率", "the execution rate");
    }

    private static void Ceiling(ExtractedReport extracted, CheckNotes notes, string pointer, decimal? points, string markPointer, decimal? mark, string nameZh, string name)
    {
        if (StatedNumber.Of(extracted, pointer, points) is not { } score || StatedNumber.Of(extracted, markPointer, mark) is not { Value: > 0 } full || score.Value <= full.Value)
            return;
        notes.Find(Finding.Of(DiagnosticCode.ScoreAboveFullMark,
            $"{name} has {StatedNumber.Plain(score.Value)} points, more than its full mark {StatedNumber.Plain(full.Value)}.",
            $"“{nameZh}”得分{StatedNumber.Plain(score.Value)}分，超过满分{StatedNumber.Plain(full.Value)}分。", 0m, score.Side(), full.Side()));
    }

    private static string NameOf(Indicator indicator) => ChineseText.Squeeze(indicator.Level3 ?? indicator.Level2 ?? indicator.Level1 ?? "");

    private static Diagnostic DimensionWeights(PointSum sum) => Told(DiagnosticCode.DimensionWeightSumDiffers, sum, "the dimensions' weights", "各维度分值", "the full mark", "满分");

    private static Diagnostic DimensionPoints(PointSum sum) => Told(DiagnosticCode.DimensionSumDiffers, sum, "the dimensions' points", "各维度得分", "the score", "总得分");

    private static Diagnostic IndicatorWeights(PointSum sum) => Told(DiagnosticCode.WeightSumDiffers, sum, "the indicators' weights", "各指标分值", "the full mark", "满分");

    private static Diagnostic IndicatorPoints(PointSum sum) => Told(DiagnosticCode.ScoreSumDiffers, sum, "the indicators' points", "各指标得分", "the score", "总得分");

    /// <summary>A sum that does not hold.</summary>
    internal static Diagnostic Told(DiagnosticCode code, PointSum sum, string parts, string partsZh, string total, string totalZh) => Finding.Of(code,
        $"Together {parts} come to {StatedNumber.Plain(sum.Sum)}, but {total} is {StatedNumber.Plain(sum.Total.Value)}.",
        $"{partsZh}合计{StatedNumber.Plain(sum.Sum)}分，与{totalZh}{StatedNumber.Plain(sum.Total.Value)}分不符，相差{StatedNumber.Plain(Math.Abs(sum.Rest))}分。",
        sum.Tolerance, sum.Sides());
}
