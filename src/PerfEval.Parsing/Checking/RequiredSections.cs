using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Checking;

/// <summary>
/// The chapters that the official outline asks for are there and say something. Missing ones are told once for the report, an empty one where it stands. Forms need no
/// chapters, and text without chapters is not held against an outline.
/// </summary>
internal sealed class RequiredSections : IReportCheck
{
    // Fewer chapters than these are an excerpt or a letter.
    private const int LeastChapters = 3;

    /// <inheritdoc/>
    public void Check(ExtractedReport extracted, ReportOutline outline, CheckNotes notes)
    {
        var report = extracted.Report;
        var required = outline.Vocabulary.Outlines.Required(report.Mode, report.Subject);
        var sections = outline.Walk().Where(s => s.Heading is not null && !s.IsWithin(SectionKind.Abstract)).ToList();
        if (required.Count == 0 || report.Form == ReportForm.Table || sections.Count(s => s.Level == 1) < LeastChapters)
            return;
        var kinds = sections.SelectMany(s => s.Kinds).ToHashSet();
        var missing = required.Where(r => !r.Kinds.Any(kinds.Contains) && !IsAnswered(r, report)).Select(r => r.Name).ToList();
        if (missing.Count > 0)
            notes.Find(new Diagnostic(DiagnosticCode.RequiredSectionsMissing, $"Chapters that the official outline asks for were not found: {string.Join(", ", missing)}.")
            {
                MessageZh = $"未找到参考提纲要求的章节：{string.Join("、", missing)}。",
                Pointer = "/sections",
            });
        foreach (var section in sections.Where(s => IsEmpty(s) && s.Kinds.Count > 0 && required.Any(r => r.Kinds.Any(s.Kinds.Contains))))
            notes.Find(Empty(section));
    }

    // A unit that evaluates itself may tell its money in another chapter or in a form, and its indicators in a form.
    private static bool IsAnswered(RequiredChapter chapter, PerformanceReport report) => report.Mode == EvaluationMode.SelfEvaluation
        && ((report.Funding?.Spent is not null && chapter.Kinds.Contains(SectionKind.FundingUse))
            || (report.Indicators.Count > 0 && chapter.Kinds.Contains(SectionKind.IndicatorAnalysis)));

    // 无 is an answer.
    private static bool IsEmpty(OutlineSection section) => section.Children.Count == 0 && section.Blocks.All(b => b.IsParagraph && ChineseText.Squeeze(b.Text).Length == 0);

    private static Diagnostic Empty(OutlineSection section) => new(DiagnosticCode.RequiredSectionEmpty, $"The section {section.Number}{section.Heading} is empty.")
    {
        MessageZh = $"章节“{section.Number}{section.Heading}”没有内容。",
        Span = section.HeadingSpan,
    };
}
