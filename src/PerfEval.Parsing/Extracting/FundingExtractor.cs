using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Tables;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>The money: a form's figures first, then what the prose says, then the tables in the body.</summary>
internal sealed class FundingExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        var prose = new FundingProse(draft.Report.FiscalYears);
        foreach (var (sentence, rank) in draft.Facts.Sentences.Select(s => (s, Rank(s.Section))).Where(x => x.Item2 < int.MaxValue).OrderBy(x => x.Item2))
            prose.Read(sentence, rank);
        var form = draft.Facts.FundingTables.FirstOrDefault(t => draft.Facts.IsForm(t.View));
        var body = draft.Facts.FundingTables.FirstOrDefault(t => !draft.Facts.IsForm(t.View) && IsOfBody(t.View.Section));
        var funding = new Funding
        {
            InitialBudget = Pick(draft, "initialBudget", form, body, t => t.InitialBudget, prose.Value("initialBudget")),
            Budget = Pick(draft, "budget", form, body, t => t.Budget, prose.Value("adjusted") ?? (prose.Value("initialBudget") is null ? prose.Value("planned") : null)),
            Received = Pick(draft, "received", form, body, t => t.Received, prose.Value("received")),
            Spent = Pick(draft, "spent", form, body, t => t.Spent, prose.Value("spent")),
            ExecutionRate = Pick(draft, "executionRate", form, body, t => t.ExecutionRate, prose.Value("executionRate")),
            FullMark = form?.Total?.FullMark ?? form?.LabelMark,
            Score = form?.Total?.Score,
            Lines = form is not null ? form.Lines : body is { IsByYear: false } ? body.Lines : prose.Lines,
        };
        if (funding != new Funding())
            draft.Report = draft.Report with { Funding = funding };
    }

    private static decimal? Pick(ReportDraft draft, string field, FundingTable? form, FundingTable? body, Func<FundingLine, decimal?> of, (decimal Value, SourceSpan Span)? prose)
    {
        if (form?.Total is { } total && of(total) is { } inForm)
        {
            draft.Cite("/funding/" + field, form.View.Span(form.TotalRow, form.Column(field)), 0.95);
            return inForm;
        }

        if (prose is { } said)
        {
            draft.Cite("/funding/" + field, said.Span, 0.85);
            return said.Value;
        }

        if (body is { IsByYear: false, Total: { } sum } && of(sum) is { } inBody)
        {
            draft.Cite("/funding/" + field, body.View.Span(body.TotalRow, body.Column(field)), 0.85);
            return inBody;
        }

        return null;
    }

    private static bool IsOfBody(OutlineSection section) => !section.IsWithin(SectionKind.Attachments) && !section.IsWithin(SectionKind.Abstract);

    // The sections that report the money, the nearest first; elsewhere an amount is about something else.
    private static int Rank(OutlineSection section)
    {
        if (Has(section, SectionKind.Funding, SectionKind.FundingPlan, SectionKind.FundingReceived, SectionKind.FundingUse))
            return 0;
        if (section.IsWithin(SectionKind.Funding) || section.IsWithin(SectionKind.FundingAnalysis))
            return 1;
        if (Has(section, SectionKind.Overview, SectionKind.Content, SectionKind.Basics, SectionKind.ObjectiveAllocation))
            return 2;
        if (Has(section, SectionKind.Implementation, SectionKind.Background, SectionKind.Preface, SectionKind.FundingManagement) || section.IsWithin(SectionKind.Basics))
            return 3;
        if (Has(section, SectionKind.ObjectiveCompletion, SectionKind.ProcessAnalysis))
            return 4;
        return int.MaxValue;
    }

    private static bool Has(OutlineSection section, params ReadOnlySpan<SectionKind> kinds)
    {
        foreach (var kind in kinds)
            if (section.Kinds.Contains(kind))
                return true;
        return false;
    }
}
