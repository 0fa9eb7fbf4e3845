using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>The sentences outside the body that state a result: the form's own row for it, and the abstract.</summary>
internal static class StatedTexts
{
    /// <summary>The sentences of the form's own row 评价结论.</summary>
    public static IEnumerable<Sentence> FormAnswers(ReportFacts facts) =>
        facts.FormAnswers.Where(a => a.Kind is SectionKind.Conclusion or SectionKind.Result).SelectMany(a => Sentences.Of(a.Section, a.Text));

    /// <summary>The sentences of the abstract.</summary>
    public static IEnumerable<Sentence> Abstract(ReportOutline outline) =>
        outline.Walk().Where(s => s.IsWithin(SectionKind.Abstract)).SelectMany(Sentences.Of);
}
