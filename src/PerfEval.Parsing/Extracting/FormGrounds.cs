using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>What says whether a report is prose, a form or both.</summary>
internal static class FormGrounds
{
    /// <summary>The one form that chapters and tables leave; none where a report has neither.</summary>
    public static IEnumerable<Proposal<ReportForm>> Of(ReportOutline outline, ReportFacts facts)
    {
        var chapters = outline.Walk().Where(s => s.Level > 0 && !s.IsWithin(SectionKind.Attachments)).ToList();
        var long_ = facts.Sentences.Where(s => s.Text.Length > 30 && !s.Section.IsWithin(SectionKind.Attachments)).Take(4).ToList();
        // Prose is chapters with text, or long paragraphs; the lines around a bare form are neither.
        var isProse = chapters.Count > 1 || long_.Count > 3;
        var form = facts.Tables.FirstOrDefault(facts.IsForm);
        // A table of empty cells says nothing.
        if (!isProse && (form is null ? facts.Tables : Enumerable.Repeat(form, 1)).Select(ReportWords.HeadOf).FirstOrDefault(h => h.Length > 0) is { Length: > 0 } head)
            return [new Proposal<ReportForm>(ReportForm.Table, "form.table", null, head)];
        SourceSpan[] prose = chapters.FirstOrDefault(c => c.HeadingSpan is not null)?.HeadingSpan is { } heading ? [heading]
            : long_.Count > 0 ? [long_[0].Span(0, long_[0].Text.TrimEnd().Length)] : [];
        if (form is not null)
            return [new Proposal<ReportForm>(ReportForm.Mixed, "form.table", null, [ReportWords.HeadOf(form), .. prose])];
        return prose.Length > 0 ? [new Proposal<ReportForm>(ReportForm.Report, "form.prose", null, prose)] : [];
    }
}
