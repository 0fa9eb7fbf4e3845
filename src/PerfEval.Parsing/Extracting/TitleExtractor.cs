using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>The title as printed and the years that the report evaluates.</summary>
internal sealed class TitleExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        if (outline.Title.Count > 0)
            Titles(outline).Settle(draft, "/title", t => t, t => draft.Report = draft.Report with { Title = t });
        new FiscalYears(outline, draft).All().Settle(draft, "/fiscalYears", Proposals.Print, years => draft.Report = draft.Report with { FiscalYears = [.. years] });
    }

    private static IEnumerable<Proposal<string>> Titles(ReportOutline outline)
    {
        var title = ChineseText.Name(string.Join(' ', outline.Title.Select(t => t.Text)));
        yield return new Proposal<string>(title, "title.lines", null, [.. outline.Title.Select(t => t.Span)]);
    }
}
