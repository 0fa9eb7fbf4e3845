using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Checking;

/// <summary>
/// The sources or uses of the money add up to the total, column by column. Rows that are parts of the row above them (其中：) count once. Sources that
/// prose enumerates may be some of all: where they stay below the total they contradict nothing.
/// </summary>
internal sealed class FundingSums : IReportCheck
{
    private static readonly (string Field, string Chinese, Func<Funding, decimal?> Total, Func<FundingLine, decimal?> Part)[] Columns =
    [
        ("initialBudget", "年初预算", f => f.InitialBudget, l => l.InitialBudget),
        ("budget", "预算", f => f.Budget, l => l.Budget),
        ("received", "到位资金", f => f.Received, l => l.Received),
        ("spent", "支出", f => f.Spent, l => l.Spent),
    ];

    /// <inheritdoc/>
    public void Check(ExtractedReport extracted, ReportOutline outline, CheckNotes notes)
    {
        if (extracted.Report.Funding is not { } funding)
            return;
        Overspent(extracted, funding, notes);
        foreach (var (field, chinese, total, part) in Columns)
        {
            List<StatedNumber> parts = [.. funding.Lines.Select((l, i) => StatedNumber.Of(extracted, $"/funding/lines/{i}/{field}", part(l))).OfType<StatedNumber>()];
            if (parts.Count >= 2 && StatedNumber.Of(extracted, "/funding/" + field, total(funding)) is { } whole)
                Judge(extracted, notes, field, chinese, parts, whole, funding.Lines.Count);
        }
    }

    private static void Judge(ExtractedReport extracted, CheckNotes notes, string field, string chinese, List<StatedNumber> parts, StatedNumber whole, int lines)
    {
        var tolerance = Tolerance(parts, whole);
        var top = WithoutParts(parts, tolerance);
        if (new[] { parts, top }.FirstOrDefault(p => AddsUp(p, whole.Value, tolerance)) is { } adding)
        {
            notes.Confirm(adding.Select(p => p.Pointer).Append(whole.Pointer));
            return;
        }

        var sum = top.Sum(p => p.Value);
        // Parts never exceed the whole; less than the whole they may be where they are not all there.
        var isWhole = parts.Count == lines && IsTable(extracted);
        if (sum == 0m || !(isWhole || sum > whole.Value))
            return;
        notes.Find(Finding.Of(DiagnosticCode.FundingSumDiffers,
            $"The parts of the money ({field}) come to {Money.English(sum)}, but the total is {Money.English(whole.Value)}.",
            $"{chinese}各项合计{Money.Chinese(sum)}，与总额{Money.Chinese(whole.Value)}不符，相差{Money.Chinese(Math.Abs(sum - whole.Value))}。",
            tolerance, [whole.Side(), new ComparedValue(null, Told(top, sum), null), .. top.Select(p => p.Side())]));
    }

    // A form may tell the same money twice, 按收入性质分 and 按支出性质分: each comes to the total.
    private static bool AddsUp(List<StatedNumber> parts, decimal whole, decimal tolerance)
    {
        var (sum, isWhole) = (0m, false);
        foreach (var part in parts)
        {
            sum += part.Value;
            if (Math.Abs(sum - whole) <= tolerance)
                (sum, isWhole) = (0m, true);
        }

        return isWhole && Math.Abs(sum) <= tolerance;
    }

    private static string Told(List<StatedNumber> parts, decimal sum) => $"{string.Join(" + ", parts.Select(p => StatedNumber.Plain(p.Value)))} = {StatedNumber.Plain(sum)}";

    private static decimal Tolerance(List<StatedNumber> parts, StatedNumber whole) => Math.Max(0.01m, parts.Append(whole).Sum(Money.HalfUnit));

    // 基本支出, 其中：人员经费, 日常公用经费: rows that come to the row above them are its parts.
    private static List<StatedNumber> WithoutParts(List<StatedNumber> parts, decimal tolerance)
    {
        var kept = new List<StatedNumber>();
        for (var i = 0; i < parts.Count; i++)
        {
            kept.Add(parts[i]);
            var sum = 0m;
            for (var last = i + 1; last < parts.Count && sum <= parts[i].Value && parts[i].Value > 0m; last++)
            {
                sum += parts[last].Value;
                if (last > i + 1 && Math.Abs(sum - parts[i].Value) <= tolerance)
                {
                    i = last;
                    break;
                }
            }
        }

        return kept;
    }

    private static bool IsTable(ExtractedReport extracted) => extracted.Report.Evidence.Under("/funding/lines/0").FirstOrDefault() is { Evidence.Row: not null };

    // Money of earlier years may be spent besides the budget: worth knowing, no contradiction.
    private static void Overspent(ExtractedReport extracted, Funding funding, CheckNotes notes)
    {
        var ceilings = new[] { ("/funding/budget", funding.Budget), ("/funding/received", funding.Received), ("/funding/initialBudget", funding.InitialBudget) }
            .Select(x => StatedNumber.Of(extracted, x.Item1, x.Item2)).OfType<StatedNumber>().ToList();
        if (StatedNumber.Of(extracted, "/funding/spent", funding.Spent) is not { } spent || ceilings.Count == 0)
            return;
        var most = ceilings.MaxBy(c => c.Value)!;
        var tolerance = Money.HalfUnit(spent) + Money.HalfUnit(most);
        if (spent.Value > most.Value + tolerance)
            notes.Find(Finding.Of(DiagnosticCode.SpentExceedsFunds,
                $"{Money.English(spent.Value)} were spent, more than the {Money.English(most.Value)} that were budgeted or received.",
                $"支出{Money.Chinese(spent.Value)}，超过预算或到位资金{Money.Chinese(most.Value)}。", tolerance, spent.Side(), most.Side()));
    }
}
