using System.Globalization;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Checking;

/// <summary>Evaluated years and the report's date are plausible and in order; an evaluation comes after what it evaluates. No clock is asked.</summary>
internal sealed class YearOrder : IReportCheck
{
    // The year of the tax-sharing reform and the Budget Law, before which no such report was written; and the last year of the century.
    private const int FirstYear = 1994;
    private const int LastYear = 2099;

    // Evaluations of one budget year are written in the next ones.
    private const int LongestDelay = 5;

    /// <inheritdoc/>
    public void Check(ExtractedReport extracted, ReportOutline outline, CheckNotes notes)
    {
        var report = extracted.Report;
        var years = report.FiscalYears.Select(year => (Year: year, Side: Side(extracted, "/fiscalYears", Text(year)))).ToList();
        foreach (var (year, side) in years.Where(y => y.Year is < FirstYear or > LastYear))
            notes.Find(Finding.Of(DiagnosticCode.YearImplausible, $"{year} is no plausible budget year.", $"评价年度{year}不合理。", null, side));
        Gaps(years, notes);
        if (report.ReportDate is not { } date)
            return;
        var dated = Side(extracted, "/reportDate", date.ToString());
        if (date.Year is < FirstYear or > LastYear)
            notes.Find(Finding.Of(DiagnosticCode.YearImplausible, $"The report's date {date} is not plausible.", $"报告日期{date}不合理。", null, dated));
        else if (years.Count > 0)
            Order(report, years, date, dated, notes);
        if (report.Mode is not EvaluationMode.GoalSetting)
            Cited(extracted, outline, date, dated, notes);
    }

    private static void Order(PerformanceReport report, List<(int Year, ComparedValue Side)> years, PartialDate date, ComparedValue dated, CheckNotes notes)
    {
        var later = years.Where(y => y.Year > date.Year).ToList();
        if (report.Mode is EvaluationMode.GoalSetting or EvaluationMode.PreEvaluation)
            return;
        if (later.Count == 0)
            notes.Confirm(years.Select(y => y.Side.Pointer!).Append("/reportDate"));
        else if (later.Count == years.Count)
            notes.Find(Finding.Of(DiagnosticCode.ReportBeforeEvaluatedYear, $"The report is dated {date}, before the evaluated year {later[0].Year} begins.",
                $"报告日期为{date}，早于被评价年度{later[0].Year}年。", 0m, dated, later[0].Side));
        else
            notes.Find(Finding.Of(DiagnosticCode.YearAfterReport, $"The report is dated {date}; of the evaluated years, {string.Join(", ", later.Select(y => y.Year))} come later.",
                $"报告日期为{date}，被评价年度中{string.Join('、', later.Select(y => y.Year))}年晚于报告日期。", 0m, [dated, .. later.Select(y => y.Side)]));
        if (date.Year - years[^1].Year > LongestDelay)
            notes.Find(Finding.Of(DiagnosticCode.ReportLate, $"The report is dated {date}, more than {LongestDelay} years after the last evaluated year {years[^1].Year}.",
                $"报告日期为{date}，距最后一个被评价年度{years[^1].Year}年超过{LongestDelay}年。", LongestDelay, dated, years[^1].Side));
    }

    private static void Gaps(List<(int Year, ComparedValue Side)> years, CheckNotes notes)
    {
        for (var i = 1; i < years.Count; i++)
            if (years[i].Year > years[i - 1].Year + 1)
                notes.Find(Finding.Of(DiagnosticCode.YearsNotContiguous, $"Between the evaluated years {years[i - 1].Year} and {years[i].Year} others are left out.",
                    $"被评价年度{years[i - 1].Year}年与{years[i].Year}年不连续。", 1m, years[i - 1].Side, years[i].Side));
    }

    // A document of a later year cannot have been cited: its number or the date is wrong.
    private static void Cited(ExtractedReport extracted, ReportOutline outline, PartialDate date, ComparedValue dated, CheckNotes notes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in outline.Walk().Where(s => !s.Kinds.Contains(SectionKind.Cover)).SelectMany(s => s.Blocks).Where(b => b.IsParagraph))
            foreach (var number in extracted.Numbers.In(block))
                if (CitedYear(number.Text) > date.Year && seen.Add(number.Text))
                    notes.Find(Finding.Of(DiagnosticCode.CitationAfterReport, $"The report is dated {date} but cites {number.Text}.", $"报告日期为{date}，却引用了{number.Text}。", 0m,
                        new ComparedValue(null, number.Text, block.Span(number.Start, number.Length)), dated));
    }

    private static int? CitedYear(string number) =>
        number.IndexOf('〔', StringComparison.Ordinal) is > 0 and var open && int.TryParse(number.AsSpan(open + 1, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static ComparedValue Side(ExtractedReport extracted, string pointer, string value)
    {
        var evidence = extracted.Report.Evidence.Own(pointer);
        return new ComparedValue(pointer, value, evidence?.Span);
    }

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
