using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>
/// The overall score, the unit's own score beside it and the grade: from the conclusion, else from cover and form, else from the rest.
/// A grade is never derived from a score.
/// </summary>
internal sealed class ConclusionExtractor : IFactExtractor
{
    // Points below this are an overall score only where the words leave no doubt.
    private const decimal LeastDoubtless = 40m;

    private sealed record Candidate(decimal Value, decimal? FullMark, bool IsSelf, double Weight, SourceSpan Span, Sentence? Sentence);

    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        var candidates = Candidates(outline, draft);
        var own = draft.Report.Mode == EvaluationMode.SelfEvaluation;
        var final = candidates.Where(c => !c.IsSelf || (own && (c.Sentence is not null || !draft.Facts.IndicatorTables.Any(t => t.TotalSelfScore == c.Value)))).OrderByDescending(c => c.Weight).FirstOrDefault()
            ?? candidates.OrderByDescending(c => c.Weight).FirstOrDefault();
        if (final is not null)
        {
            draft.Report = draft.Report with { Score = new Score(final.Value, final.FullMark ?? FullMark(draft, final.Value)) };
            draft.Cite("/score/value", final.Span, Math.Min(0.99, final.Weight));
        }

        // A form with columns for the unit's points and the department's gives both whoever fills it in.
        if (own && draft.Facts.IndicatorTables.FirstOrDefault(t => t is { TotalSelfScore: not null, TotalScore: not null }) is { } both && final?.Value == both.TotalScore)
        {
            draft.Report = draft.Report with { SelfScore = new Score(both.TotalSelfScore!.Value, draft.Report.Score?.FullMark ?? 100m) };
            draft.Cite("/selfScore/value", both.View.Span(both.TotalRow, both.Column("selfScore")), 0.9);
        }

        if (!own && candidates.Where(c => c.IsSelf && c.Value != final?.Value).OrderByDescending(c => c.Weight).FirstOrDefault() is { } self && self != final)
        {
            draft.Report = draft.Report with { SelfScore = new Score(self.Value, self.FullMark ?? draft.Report.Score?.FullMark ?? 100m) };
            draft.Cite("/selfScore/value", self.Span, Math.Min(0.95, self.Weight));
        }

        Grade(outline, draft, final?.Sentence, own);
    }

    private static List<Candidate> Candidates(ReportOutline outline, ReportDraft draft)
    {
        var found = new List<Candidate>();
        var years = draft.Report.FiscalYears;
        foreach (var sentence in draft.Facts.Sentences.Concat(Answers(draft)).Concat(Abstract(outline)))
            foreach (var score in ScoreReading.Scores(sentence.Text, years))
                if (score.Value <= (score.FullMark ?? 120m) && (score.Value >= LeastDoubtless || score.Strength > 0.85))
                    found.Add(new Candidate(score.Value, score.FullMark, score.IsSelf, score.Strength - Distance(sentence.Section), sentence.Span(score.Start, score.Length), sentence));
        // 总分 | 100 | 97.05 is the total row of the indicators, read below.
        foreach (var label in draft.Facts.Labels.Where(l => l.Field == "score" && !draft.Facts.IndicatorTables.Any(t => l.InTable && t.TotalRow >= 0 && t.View.Block.Block == l.Span.Block && ColumnVocabulary.Default.IsTotal(l.Label))))
            if (Amounts.Whole(label.Text) is { } value && value <= 120m)
                found.Add(new Candidate(value, null, label.Label.Contains("自评", StringComparison.Ordinal), 0.9, label.Span, null));
        foreach (var table in draft.Facts.IndicatorTables)
        {
            if (table is { TotalScore: { } total } && total <= (table.TotalMark ?? 120m))
                found.Add(new Candidate(total, table.TotalMark is >= 100m and <= 150m ? table.TotalMark : null, false, 0.88, table.View.Span(table.TotalRow, table.TotalColumn), null));
            if (table.TotalSelfScore is { } self)
                found.Add(new Candidate(self, null, true, 0.8, table.View.Span(table.TotalRow, table.Column("selfScore")), null));
        }

        return found;
    }

    // The form's own row 评价结论.
    private static IEnumerable<Sentence> Answers(ReportDraft draft) =>
        draft.Facts.FormAnswers.Where(a => a.Kind is SectionKind.Conclusion or SectionKind.Result).SelectMany(a => Sentences.Of(a.Section, a.Text));

    private static IEnumerable<Sentence> Abstract(ReportOutline outline) =>
        outline.Walk().Where(s => s.IsWithin(SectionKind.Abstract)).SelectMany(Sentences.Of);

    // The nearer to the conclusion, the more a score is the report's own.
    private static double Distance(OutlineSection section)
    {
        if (section.Kinds.Contains(SectionKind.Result) || section.Kinds.Contains(SectionKind.Conclusion))
            return 0;
        if (section.IsWithin(SectionKind.Conclusion) || section.IsWithin(SectionKind.Result))
            return 0.02;
        if (section.IsWithin(SectionKind.Abstract))
            return 0.12;
        if (section.IsWithin(SectionKind.Basics) || section.IsWithin(SectionKind.ResultUse) || section.IsWithin(SectionKind.EvaluationWork))
            return 0.35;
        return section.IsWithin(SectionKind.IndicatorAnalysis) ? 0.25 : 0.2;
    }

    private static decimal FullMark(ReportDraft draft, decimal value)
    {
        foreach (var sentence in draft.Facts.Sentences.Where(s => s.Section.IsWithin(SectionKind.Conclusion) || s.Section.IsWithin(SectionKind.Standards)))
            if (sentence.Text.Contains("满分", StringComparison.Ordinal) && ScoreReading.FullMarkIn(sentence.Text) is { } mark && mark >= 100m && mark >= value)
                return mark;
        return value > 100m ? 120m : 100m;
    }

    private static void Grade(ReportOutline outline, ReportDraft draft, Sentence? scored, bool own)
    {
        var years = draft.Report.FiscalYears;
        var found = (scored is null ? [] : new[] { scored }).Concat(draft.Facts.Sentences.Where(s => s.Section.IsWithin(SectionKind.Conclusion) || s.Section.IsWithin(SectionKind.Result)))
            .Concat(draft.Facts.Sentences).Concat(Answers(draft)).Concat(Abstract(outline))
            .Where(s => !s.Section.Kinds.Contains(SectionKind.Standards))
            .SelectMany(s => ScoreReading.Grades(s.Text, years).Select(g => (Sentence: s, Grade: g)))
            .FirstOrDefault(x => own || !x.Grade.IsSelf);
        if (found.Grade is { } grade)
        {
            Set(draft, grade.Word, found.Sentence.Span(grade.Start, grade.Length), 0.95);
            return;
        }

        foreach (var label in draft.Facts.Labels.Where(l => l.Field == "grade"))
        {
            var word = label.Text.Trim('“', '”', '"', ' ', '级');
            if (GradeVocabulary.Default.LevelOf(word) is null)
                continue;
            Set(draft, word, label.Span, 0.9);
            return;
        }
    }

    private static void Set(ReportDraft draft, string word, SourceSpan span, double confidence)
    {
        draft.Report = draft.Report with { Grade = new Grade(word, GradeVocabulary.Default.LevelOf(word)) };
        draft.Cite("/grade/raw", span, confidence);
    }
}
