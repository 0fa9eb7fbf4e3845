using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Tables;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>A statement of a score, whether it is the overall one or not.</summary>
/// <param name="Value">The points.</param>
/// <param name="Rule">The rule that found it.</param>
/// <param name="Strength">How strongly it speaks, 0–1.</param>
/// <param name="Span">The number's place.</param>
internal sealed record ScoreStatement(decimal Value, string Rule, double Strength, SourceSpan Span)
{
    /// <summary>The full mark that is stated with it; <see langword="null"/> where none is.</summary>
    public (decimal Value, SourceSpan Span)? FullMark { get; init; }

    /// <summary>Whether the unit gave the score itself.</summary>
    public bool IsSelf { get; init; }

    /// <summary>The sentence; <see langword="null"/> for labels and tables.</summary>
    public Sentence? Sentence { get; init; }

    /// <summary>Why it is not the overall score, a reason of <c>rules.json</c>; <see langword="null"/> where it may be.</summary>
    public string? Lost { get; init; }
}

/// <summary>All statements of scores in a report: sentences, the form's own rows, labels, total rows.</summary>
internal static class ScoreStatements
{
    // Points below this are an overall score only where the words leave no doubt.
    private const decimal LeastDoubtless = 40m;
    private const double Doubtless = 0.85;
    private const decimal MostPoints = 120m;

    /// <summary>The statements, in order of their kinds, false friends included.</summary>
    public static List<ScoreStatement> Of(ReportOutline outline, ReportFacts facts, IReadOnlyList<int> years) =>
    [
        .. facts.Sentences.Where(s => Points.AreIn(s.Text)).SelectMany(s => InSentence(s, "score." + PlaceOf(s.Section), years)),
        .. StatedTexts.FormAnswers(facts).SelectMany(s => InSentence(s, "score.form.conclusion", years)),
        .. StatedTexts.Abstract(outline).SelectMany(s => InSentence(s, "score.abstract", years)),
        .. facts.Labels.Where(l => l.Field == "score" && !IsOfTotalRow(l, facts)).Select(l => Labelled(l, outline)).OfType<ScoreStatement>(),
        .. facts.IndicatorTables.SelectMany(t => Total(t, outline)),
    ];

    /// <summary>Where in a report a section stands, as far as scores and grades go: the last part of a rule's id.</summary>
    public static string PlaceOf(OutlineSection section) =>
        section.IsWithin(SectionKind.Conclusion) || section.IsWithin(SectionKind.Result) ? "conclusion" : "text";

    /// <summary>The unit's own total of a table that has a column for it beside the evaluator's.</summary>
    public static ScoreStatement? OwnTotal(IndicatorTable table, ReportOutline outline) =>
        table is { TotalSelfScore: { } self } ? new ScoreStatement(self, "score.total.self", 0.8, Number(table, table.Column("selfScore"), outline)) { IsSelf = true } : null;

    private static IEnumerable<ScoreStatement> InSentence(Sentence sentence, string rule, IReadOnlyList<int> years)
    {
        foreach (var score in ScoreReading.Scores(sentence.Text, years))
            yield return new ScoreStatement(score.Value, rule, score.Strength - Distance(sentence.Section), sentence.Span(score.Start, score.Length))
            {
                FullMark = score.FullMark is { } mark ? (mark.Value, sentence.Span(mark.Start, mark.Length)) : null,
                IsSelf = score.IsSelf,
                Sentence = sentence,
                Lost = score.Lost ?? (IsPlausible(score) ? null : "implausible"),
            };
    }

    private static bool IsPlausible(ScoreFound score) =>
        score.Value <= (score.FullMark?.Value ?? MostPoints) && (score.Value >= LeastDoubtless || score.Strength > Doubtless);

    // 总分 | 100 | 97.05 is the total row of the indicators, read with its table.
    private static bool IsOfTotalRow(LabelledValue label, ReportFacts facts) =>
        label.InTable && facts.IndicatorTables.Any(t => t.View.Vocabulary.Columns.IsTotal(label.Label) && t.TotalRow >= 0 && t.View.Block.Block == label.Span.Block);

    private static ScoreStatement? Labelled(LabelledValue label, ReportOutline outline) =>
        Amounts.Whole(label.Text) is { } value
            ? new ScoreStatement(value, label.InTable ? "score.label.form" : "score.label.cover", 0.9, TracedText.NumberIn(outline.Document, label.Span))
            {
                IsSelf = label.Label.Contains("自评", StringComparison.Ordinal),
                Lost = value <= MostPoints ? null : "implausible",
            }
            : null;

    private static IEnumerable<ScoreStatement> Total(IndicatorTable table, ReportOutline outline)
    {
        if (table is { TotalScore: { } total })
            yield return new ScoreStatement(total, "score.total", 0.88, Number(table, table.TotalColumn, outline))
            {
                FullMark = table.TotalMark is >= 100m and <= 150m ? Mark(table, outline) : null,
                Lost = total <= (table.TotalMark ?? MostPoints) ? null : "implausible",
            };
        if (OwnTotal(table, outline) is { } self)
            yield return self;
    }

    // The total of the weights stands in their column, or left of the points where the row is merged otherwise.
    private static (decimal, SourceSpan)? Mark(IndicatorTable table, ReportOutline outline)
    {
        if (table.TotalMark is not { } mark)
            return null;
        var own = table.Column("fullMark");
        var others = table.View.RowCells(table.TotalRow).Where(c => c.Column != table.TotalColumn && Amounts.Whole(c.Cell.Text) == mark).Select(c => c.Column);
        return (mark, Number(table, Amounts.Whole(table.View.Text(table.TotalRow, own)) == mark ? own : others.LastOrDefault(table.TotalColumn), outline));
    }

    private static SourceSpan Number(IndicatorTable table, int column, ReportOutline outline) => TracedText.NumberIn(outline.Document, table.View.Span(table.TotalRow, column));

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
}
