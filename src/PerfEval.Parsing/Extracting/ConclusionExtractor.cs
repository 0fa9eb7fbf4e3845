using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>
/// The overall score, the unit's own score beside it and the grade: from the conclusion, else from cover and form, else from the rest.
/// A grade is never derived from a score.
/// </summary>
internal sealed class ConclusionExtractor : IFactExtractor
{
    private const decimal UsualFullMark = 100m;

    // Bonus points (加分项) are added to a hundred.
    private const decimal FullMarkWithBonus = 120m;

    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        var statements = ScoreStatements.Of(outline, draft.Facts, draft.Report.FiscalYears);
        var own = draft.Report.Mode == EvaluationMode.SelfEvaluation;
        var final = Final(statements, s => !s.IsSelf || (own && (s.Sentence is not null || !draft.Facts.IndicatorTables.Any(t => t.TotalSelfScore == s.Value))), draft);
        if (final is not null)
            TakeScore(final, draft);
        if (own)
            OwnBesideFinal(outline, draft, final);
        else
            Own(statements, draft, final);
        GradeStatements.Of(outline, draft, final?.Sentence, own)
            .Settle(draft, "/grade/raw", w => w, w => draft.Report = draft.Report with { Grade = new Grade(w, outline.Vocabulary.Grades.LevelOf(w)) });
        if (draft.Report.Grade is { Level: not null })
            draft.Cite("/grade/level", "grade.level", [.. draft.Cited("/grade/raw")]);
    }

    /// <summary>The strongest statement that is the evaluator's, else the strongest of the unit's own; all are told.</summary>
    private static ScoreStatement? Final(List<ScoreStatement> statements, Predicate<ScoreStatement> isEvaluators, ReportDraft draft)
    {
        var stated = statements.Where(s => s.Lost is null).OrderByDescending(s => s.Strength).ToList();
        var final = stated.Find(isEvaluators);
        foreach (var s in statements)
            draft.Consider("/score/value", s.Rule, Proposals.Print(s.Value), s.Span, s.Strength, s.Lost ?? (final is null || isEvaluators(s) ? null : "selfScore"));
        return final ?? stated.FirstOrDefault();
    }

    private static void TakeScore(ScoreStatement final, ReportDraft draft)
    {
        var mark = final.FullMark ?? StatedFullMark(draft, final.Value);
        draft.Report = draft.Report with { Score = new Score(final.Value, mark?.Value ?? (final.Value > UsualFullMark ? FullMarkWithBonus : UsualFullMark)) };
        draft.Cite("/score/value", final.Rule, final.Span);
        if (mark is not var (value, span))
            return;
        draft.Consider("/score/fullMark", "score.fullMark", Proposals.Print(value), span);
        draft.Cite("/score/fullMark", "score.fullMark", span);
    }

    private static (decimal Value, SourceSpan Span)? StatedFullMark(ReportDraft draft, decimal value)
    {
        foreach (var sentence in draft.Facts.Sentences.Where(s => s.Section.IsWithin(SectionKind.Conclusion) || s.Section.IsWithin(SectionKind.Standards)))
            if (sentence.Text.Contains("满分", StringComparison.Ordinal) && ScoreReading.FullMarkIn(sentence.Text) is { Value: >= UsualFullMark } mark && mark.Value >= value)
                return (mark.Value, sentence.Span(mark.Start, mark.Length));
        return null;
    }

    // A form with columns for the unit's points and the department's gives both whoever fills it in.
    private static void OwnBesideFinal(ReportOutline outline, ReportDraft draft, ScoreStatement? final)
    {
        var both = draft.Facts.IndicatorTables.FirstOrDefault(t => t is { TotalSelfScore: not null, TotalScore: not null });
        if (both is null || final is null || final.Value != both.TotalScore || ScoreStatements.OwnTotal(both, outline) is not { } own)
            return;
        draft.Consider("/selfScore/value", own.Rule, Proposals.Print(own.Value), own.Span, own.Strength);
        TakeOwn(own, draft);
    }

    private static void Own(List<ScoreStatement> statements, ReportDraft draft, ScoreStatement? final)
    {
        var own = statements.Where(s => s.IsSelf && (s.Lost is not null || s != final)).ToList();
        foreach (var s in own)
            draft.Consider("/selfScore/value", s.Rule, Proposals.Print(s.Value), s.Span, s.Strength, s.Lost ?? (s.Value == final?.Value ? "same" : null));
        if (own.Where(s => s.Lost is null && s.Value != final?.Value).OrderByDescending(s => s.Strength).FirstOrDefault() is { } self)
            TakeOwn(self, draft);
    }

    // Where the unit's own score bears no full mark of its own, that of the final one holds for both.
    private static void TakeOwn(ScoreStatement own, ReportDraft draft)
    {
        var mark = own.FullMark?.Value ?? draft.Report.Score?.FullMark ?? UsualFullMark;
        SourceSpan[] stated = own.FullMark is { } full ? [full.Span] : [.. draft.Cited("/score/fullMark")];
        draft.Report = draft.Report with { SelfScore = new Score(own.Value, mark) };
        draft.Cite("/selfScore/value", own.Rule, own.Span);
        if (stated.Length > 0)
            draft.Cite("/selfScore/fullMark", "score.fullMark", stated);
    }
}
