using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Checking;

/// <summary>The points for the execution rate are the rate times its weight, at most the weight (the form of 财预〔2020〕10号 annex 1: 得分 = 执行率 × 10).</summary>
internal sealed class ExecutionScores : IReportCheck
{
    // Scoring rules may give all points from 95 per cent on; where the rule is not stated that is no contradiction.
    private const decimal OftenFull = 0.95m;

    // Points are rounded to hundredths.
    private const decimal Rounding = 0.01m;

    /// <inheritdoc/>
    public void Check(ExtractedReport extracted, ReportOutline outline, CheckNotes notes)
    {
        var funding = extracted.Report.Funding;
        if (StatedNumber.Of(extracted, "/funding/score", funding?.Score) is not { } score || StatedNumber.Of(extracted, "/funding/fullMark", funding?.FullMark) is not { Value: > 0m } mark
            || StatedNumber.Of(extracted, "/funding/executionRate", funding?.ExecutionRate) is not { } rate)
            return;
        var expected = Math.Min(rate.Value, 1m) * mark.Value;
        var tolerance = Math.Max(Rounding, 0.5m * StatedNumber.Power(-score.Decimals)) + (Money.RateHalfUnit(rate) * mark.Value);
        if (Math.Abs(score.Value - expected) <= tolerance)
            notes.Confirm(score.Pointer, mark.Pointer, rate.Pointer);
        else if (score.Value != mark.Value || rate.Value < OftenFull)
            notes.Find(Finding.Of(DiagnosticCode.ExecutionScoreDiffers,
                $"The execution rate has {StatedNumber.Plain(score.Value)} points, but {Money.Rate(rate.Value)} of its weight {StatedNumber.Plain(mark.Value)} are {StatedNumber.Plain(Math.Round(expected, 2))}.",
                $"预算执行率得分{StatedNumber.Plain(score.Value)}分，但执行率{Money.Rate(rate.Value)}×分值{StatedNumber.Plain(mark.Value)}分为{StatedNumber.Plain(Math.Round(expected, 2))}分。",
                tolerance, score.Side(), rate.Side(), mark.Side()));
    }
}
