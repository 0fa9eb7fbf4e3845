using System.Globalization;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Checking;

/// <summary>The score and the grade are the same wherever the report states them: in the conclusion, the abstract, the cover, the total row of a table.</summary>
internal sealed class StatementAgreement : IReportCheck
{
    // What these rules find is the report's own overall score; score.text may be that of a part.
    private static readonly string[] ScoreRules = ["score.conclusion", "score.form.conclusion", "score.abstract", "score.label.cover", "score.label.form", "score.total"];

    private static readonly string[] GradeRules = ["grade.conclusion", "grade.form.conclusion", "grade.abstract", "grade.label"];

    // A candidate that was passed over for these reasons is still a statement of the same thing.
    private static readonly string[] StillStatements = ["abstract", "weaker", "later", "same"];

    /// <inheritdoc/>
    public void Check(ExtractedReport extracted, ReportOutline outline, CheckNotes notes)
    {
        var report = extracted.Report;
        if (StatedNumber.Of(extracted, "/score/value", report.Score?.Value) is { } score)
            Compare(extracted, notes, score.Side(), ScoreRules, value => decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number == score.Value,
                DiagnosticCode.ScoreStatementsDiffer, "The overall score", "总得分");
        if (report.Grade is { } grade)
            Compare(extracted, notes, new ComparedValue("/grade/raw", grade.Raw, extracted.Report.Evidence.Own("/grade/raw")?.Span), GradeRules, value => Same(value, grade.Raw, outline.Vocabulary.Grades),
                DiagnosticCode.GradeStatementsDiffer, "The grade", "评价等级");
    }

    private static void Compare(ExtractedReport extracted, CheckNotes notes, ComparedValue taken, string[] rules, Func<string, bool> isSame, DiagnosticCode code, string name, string nameZh)
    {
        var others = extracted.Candidates
            .Where(c => c.Pointer == taken.Pointer && rules.Contains(c.Rule) && (c.Lost is null || StillStatements.Contains(c.Lost)) && c.Span != taken.Span).ToList();
        if (others.Any(c => isSame(c.Value)))
            notes.Confirm(taken.Pointer!);
        foreach (var other in others.Where(c => !isSame(c.Value)).DistinctBy(c => c.Value))
            notes.Find(Finding.Of(code, $"{name} is stated twice and differs: {taken.Value}, and elsewhere {other.Value}.", $"{nameZh}前后不一致：一处为{taken.Value}，另一处为{other.Value}。", 0m,
                taken, new ComparedValue(null, other.Value, other.Span)));
    }

    // 优 and 优秀 are one grade.
    private static bool Same(string one, string other, GradeVocabulary words) => one == other || (words.LevelOf(one) is { } level && level == words.LevelOf(other));
}
