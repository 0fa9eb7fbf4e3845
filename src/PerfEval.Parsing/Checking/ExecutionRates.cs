using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Checking;

/// <summary>
/// The execution rate is what was spent of the budget; 财预〔2020〕10号 annex 2 also knows it of the money received. It is judged for the total and for each line,
/// against every base that is stated.
/// </summary>
internal sealed class ExecutionRates : IReportCheck
{
    /// <inheritdoc/>
    public void Check(ExtractedReport extracted, ReportOutline outline, CheckNotes notes)
    {
        if (extracted.Report.Funding is not { } funding)
            return;
        Judge(extracted, notes, "/funding", funding.ExecutionRate, funding.Spent, funding.Budget, funding.Received, funding.InitialBudget);
        for (var i = 0; i < funding.Lines.Count; i++)
        {
            var line = funding.Lines[i];
            Judge(extracted, notes, $"/funding/lines/{i}", line.ExecutionRate, line.Spent, line.Budget, line.Received, line.InitialBudget);
        }
    }

    private static void Judge(ExtractedReport extracted, CheckNotes notes, string at, decimal? stated, decimal? used, decimal? budget, decimal? received, decimal? initial)
    {
        if (StatedNumber.Of(extracted, at + "/executionRate", stated) is not { } rate || StatedNumber.Of(extracted, at + "/spent", used) is not { } spent)
            return;
        StatedNumber[] bases = [.. new[]
        {
            StatedNumber.Of(extracted, at + "/budget", budget), StatedNumber.Of(extracted, at + "/received", received), StatedNumber.Of(extracted, at + "/initialBudget", initial),
        }.OfType<StatedNumber>().Where(b => b.Value > 0m)];
        if (bases.Length == 0)
            return;
        if (bases.FirstOrDefault(b => Math.Abs((spent.Value / b.Value) - rate.Value) <= Tolerance(rate, spent, b)) is { } fitting)
            notes.Confirm(rate.Pointer, spent.Pointer, fitting.Pointer);
        else
            notes.Find(Contradiction(rate, spent, bases[0]));
    }

    /// <summary>The rate's own rounding and what the rounding of both amounts does to the quotient.</summary>
    private static decimal Tolerance(StatedNumber rate, StatedNumber spent, StatedNumber whole) =>
        Money.RateHalfUnit(rate) + ((Money.HalfUnit(spent) + (rate.Value * Money.HalfUnit(whole))) / whole.Value);

    private static Diagnostic Contradiction(StatedNumber rate, StatedNumber spent, StatedNumber whole)
    {
        var quotient = spent.Value / whole.Value;
        return Finding.Of(DiagnosticCode.ExecutionRateDiffers,
            $"The execution rate is stated as {Money.Rate(rate.Value)}, but {Money.English(spent.Value)} of {Money.English(whole.Value)} are {Money.Rate(quotient)}.",
            $"所写执行率为{Money.Rate(rate.Value)}，但支出{Money.Chinese(spent.Value)}÷预算（或到位）{Money.Chinese(whole.Value)}为{Money.Rate(quotient)}。",
            decimal.Round(Tolerance(rate, spent, whole), 6), rate.Side(), spent.Side(), whole.Side());
    }
}
