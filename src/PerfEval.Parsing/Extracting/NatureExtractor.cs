using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>What is evaluated, who evaluates and in which form.</summary>
internal sealed class NatureExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        var words = new ReportWords(outline, draft);
        new SubjectGrounds(words, draft).All().Settle(draft, "/subject", Proposals.Print, s => draft.Report = draft.Report with { Subject = s });
        new ModeGrounds(words, draft).All().Settle(draft, "/mode", Proposals.Print, m => draft.Report = draft.Report with { Mode = m });
        FormGrounds.Of(outline, draft.Facts).Settle(draft, "/form", Proposals.Print, f => draft.Report = draft.Report with { Form = f });
        if (draft.Report.Title is null && draft.Facts.IndicatorTables.Count == 0 && words.InText("绩效") is null)
            draft.Log.Add(DiagnosticCode.NotAReport, "Neither a title nor an indicator table nor any word on performance was found.");
    }
}
