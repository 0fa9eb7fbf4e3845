using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>All statements of grades in a report: beside the score first, then those of the conclusion, of the rest, of form and abstract, of labels.</summary>
internal static class GradeStatements
{
    /// <summary>The statements, false friends included.</summary>
    /// <param name="outline">The report.</param>
    /// <param name="draft">The facts found so far.</param>
    /// <param name="scored">The sentence of the score; <see langword="null"/> where it was read elsewhere.</param>
    /// <param name="own">Whether the unit's own grade is the report's.</param>
    public static IEnumerable<Proposal<string>> Of(ReportOutline outline, ReportDraft draft, Sentence? scored, bool own)
    {
        var facts = draft.Facts;
        // A sentence without a grade proposes none: most are left out at once.
        var body = facts.Sentences.Where(s => outline.Vocabulary.Grades.Patterns.MayHold(s.Text)).Select(s => (Sentence: s, Rule: "grade." + ScoreStatements.PlaceOf(s.Section)))
            .OrderBy(s => s.Rule == "grade.conclusion" ? 0 : 1);
        var aside = StatedTexts.FormAnswers(facts).Select(s => (Sentence: s, Rule: "grade.form.conclusion")).Concat(StatedTexts.Abstract(outline).Select(s => (Sentence: s, Rule: "grade.abstract")));
        var all = body.Concat(aside).ToList();
        return all.Where(s => s.Sentence == scored).Take(1).Concat(all).DistinctBy(s => (s.Sentence.Block.Block, s.Sentence.Block.Start, s.Sentence.Start))
            .SelectMany(s => InSentence(s.Sentence, s.Rule, outline.Vocabulary.Grades, draft, own)).Concat(Labelled(outline, facts));
    }

    private static IEnumerable<Proposal<string>> InSentence(Sentence sentence, string rule, GradeVocabulary words, ReportDraft draft, bool own)
    {
        var grades = ScoreReading.Grades(sentence.Text, draft.Report.FiscalYears, words);
        var isStandard = sentence.Section.Kinds.Contains(SectionKind.Standards);
        // 拜城县93.18分、库车市91.35分，等级为优；乌什县79.85分，等级为中: the grades of parts, once the whole has its own.
        var isList = draft.Report.Grade is not null && grades.Where(g => !g.IsSelf).DistinctBy(g => g.Word).Count() > 1;
        foreach (var grade in grades)
        {
            var lost = isStandard ? "standards" : grade.Lost ?? (grade.IsSelf && !own ? "selfScore" : isList ? "part" : null);
            yield return new Proposal<string>(grade.Word, rule, lost, sentence.Span(grade.Start, grade.Length));
        }
    }

    private static IEnumerable<Proposal<string>> Labelled(ReportOutline outline, ReportFacts facts) =>
        from label in facts.Labels
        where label.Field == "grade"
        let word = WordIn(label.Text, outline.Vocabulary.Grades)
        where word is not null
        select new Proposal<string>(word, "grade.label", null, TracedText.Exact(outline.Document, word, label.Span));

    // 优级 is 优; 一级 may be a grade of its own.
    private static string? WordIn(string label, GradeVocabulary words) =>
        new[] { label.Trim('“', '”', '"', ' '), label.Trim('“', '”', '"', ' ', '级') }.FirstOrDefault(w => words.LevelOf(w) is not null);
}
