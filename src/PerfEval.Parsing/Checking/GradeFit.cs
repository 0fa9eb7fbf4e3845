using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Checking;

/// <summary>The grade fits the score: by the report's own scale, or by that of 财预〔2020〕10号 where it states none.</summary>
internal sealed class GradeFit : IReportCheck
{
    private static readonly GradeVocabulary Words = ReportVocabulary.Default.Grades;

    // What the ministry's circular says does not change with a pack of words.
    private static readonly GradeScale National = new(
        [.. Words.NationalBands.Select((b, i) => new GradeBand(b.Word, Words.LevelOf(b.Word), b.From, true, i == 0 ? null : Words.NationalBands[i - 1].From, false))], null);

    /// <inheritdoc/>
    public void Check(ExtractedReport extracted, ReportOutline outline, CheckNotes notes)
    {
        var report = extracted.Report;
        if (report.Score is not { } score || report.Mode is EvaluationMode.PreEvaluation or EvaluationMode.GoalSetting or EvaluationMode.Rectification)
            return;
        var own = GradeScaleReading.Of(outline);
        var scale = Fitted(own, score.FullMark);
        var stated = StatedNumber.Of(extracted, "/score/value", score.Value)!;
        var bands = scale.BandsOf(score.Value);
        if (bands.Count == 0)
            return;
        if (report.Grade is not { } grade)
            notes.Find(Derived(scale, stated, bands));
        else if (scale.IsOwn || Words.NationalWords.Contains(grade.Raw) || bands.Any(b => b.Level == grade.Level))
            Compare(extracted, notes, scale, stated, bands, grade);
    }

    // A scale that ends at another full mark is one of percentages for this report.
    private static GradeScale Fitted(GradeScale? own, decimal fullMark)
    {
        if (own is null)
            return National.For(fullMark);
        var isInPoints = own.Bands.Any(b => b.Upper == fullMark || b.Lower > 100m);
        return isInPoints ? own : own.For(fullMark);
    }

    private static void Compare(ExtractedReport extracted, CheckNotes notes, GradeScale scale, StatedNumber score, IReadOnlyList<GradeBand> bands, Grade grade)
    {
        var side = new ComparedValue("/grade/raw", grade.Raw, extracted.Report.Evidence.Own("/grade/raw")?.Span);
        var fits = bands.Any(b => Fits(scale, b, grade));
        if (IsOpen(scale, bands, score.Value) && (fits || !scale.IsOwn))
            notes.Find(OnBound(scale, score, bands, side));
        else if (fits)
            notes.Confirm(score.Pointer, "/grade/raw");
        else if (IsComparable(scale, grade))
            notes.Find(Contradiction(scale, score, bands[0], side));
    }

    private static bool Fits(GradeScale scale, GradeBand band, Grade grade) =>
        scale.Bands.Any(b => b.Word == grade.Raw) ? band.Word == grade.Raw : grade.Level is not null && band.Level == grade.Level;

    // A word that the scale does not have is compared by its level, where that is known for all bands.
    private static bool IsComparable(GradeScale scale, Grade grade) =>
        scale.Bands.Any(b => b.Word == grade.Raw) || (grade.Level is not null && scale.Bands.All(b => b.Level is not null));

    // 财预〔2020〕10号 counts 90 to 优; scales in use differ, so that a report that states none leaves it open.
    private static bool IsOpen(GradeScale scale, IReadOnlyList<GradeBand> bands, decimal points) =>
        bands.Count > 1 || (!scale.IsOwn && scale.Bands.Any(b => b.Lower == points));

    private static Diagnostic Contradiction(GradeScale scale, StatedNumber score, GradeBand band, ComparedValue grade) => Finding.Of(DiagnosticCode.GradeContradictsScore,
        $"The grade is {grade.Value}, but by {By(scale)} {StatedNumber.Plain(score.Value)} points are {band.Word}.",
        $"评价等级为“{grade.Value}”，但按{ByZh(scale)}，{StatedNumber.Plain(score.Value)}分应为“{band.Word}”。", 0m, [grade, score.Side(), .. Side(scale)]);

    private static Diagnostic OnBound(GradeScale scale, StatedNumber score, IReadOnlyList<GradeBand> bands, ComparedValue grade)
    {
        var (english, chinese) = (scale.IsOwn ? "its own scale does not say to which grade the bound belongs" : "the report states no scale", scale.IsOwn ? "报告自定的等级标准未写明是否含本数" : "报告未写明等级标准");
        return Finding.Of(DiagnosticCode.GradeBoundUnstated,
            $"{StatedNumber.Plain(score.Value)} points stand exactly on a bound of {By(scale)} ({string.Join(" or ", bands.Select(b => b.Word))}), and {english}; the grade stated is {grade.Value}.",
            $"{StatedNumber.Plain(score.Value)}分恰在{ByZh(scale)}的界限上（{string.Join("或", bands.Select(b => $"“{b.Word}”"))}），{chinese}；报告所写等级为“{grade.Value}”。", 0m, [grade, score.Side(), .. Side(scale)]);
    }

    private static Diagnostic Derived(GradeScale scale, StatedNumber score, IReadOnlyList<GradeBand> bands)
    {
        var finding = Finding.Of(DiagnosticCode.GradeDerivable,
            $"The report states no grade; by {By(scale)} {StatedNumber.Plain(score.Value)} points are {string.Join(" or ", bands.Select(b => b.Word))}. The value stays empty.",
            $"报告未写明评价等级；按{ByZh(scale)}，{StatedNumber.Plain(score.Value)}分对应{string.Join("或", bands.Select(b => $"“{b.Word}”"))}。该字段保持为空。", null, [score.Side(), .. Side(scale)]);
        return finding with { Pointer = "/grade" };
    }

    private static IEnumerable<ComparedValue> Side(GradeScale scale) =>
        scale.Span is { } span ? [new ComparedValue(null, string.Join("; ", scale.Bands.Select(Told)), span)] : [];

    private static string Told(GradeBand band) =>
        $"{band.Word}: {(band.Lower is { } low ? StatedNumber.Plain(low) : "")}–{(band.Upper is { } high ? StatedNumber.Plain(high) : "")}";

    private static string By(GradeScale scale) => scale.IsOwn ? "the report's own scale" : "the scale of 财预〔2020〕10号";

    private static string ByZh(GradeScale scale) => scale.IsOwn ? "报告自定的等级标准" : "财预〔2020〕10号的等级标准";
}
