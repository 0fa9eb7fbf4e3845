using System.Globalization;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Tables;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>The money: a form's figures first, then what the prose says, then the tables in the body.</summary>
internal sealed class FundingExtractor : IFactExtractor
{
    // Of what is said about the money, the nearest section speaks loudest; what is planned or stands in a body's table comes behind all of it.
    private const double ProseStrength = 0.85, PlanStrength = 0.79, BodyStrength = 0.73, Step = 0.01;

    private static readonly (string Field, Func<FundingLine, decimal?> Of)[] Figures =
    [
        ("initialBudget", l => l.InitialBudget), ("budget", l => l.Budget), ("received", l => l.Received), ("spent", l => l.Spent), ("executionRate", l => l.ExecutionRate),
        ("fullMark", l => l.FullMark), ("score", l => l.Score),
    ];

    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        var prose = new FundingProse(draft.Report.FiscalYears, outline.Vocabulary.Money);
        foreach (var (sentence, rank) in draft.Facts.Sentences.Where(s => FundingProse.Speaks(s.Text)).Select(s => (s, Rank(s.Section))).Where(x => x.Item2 < int.MaxValue).OrderBy(x => x.Item2))
            prose.Read(sentence, rank);
        var form = draft.Facts.FundingTables.FirstOrDefault(t => draft.Facts.IsForm(t.View));
        var body = draft.Facts.FundingTables.FirstOrDefault(t => !draft.Facts.IsForm(t.View) && IsOfBody(t.View.Section));
        Consider(draft, form, prose, body);
        var funding = new Funding
        {
            InitialBudget = Pick(draft, "initialBudget", form, prose, body),
            Budget = Pick(draft, "budget", form, prose, body),
            Received = Pick(draft, "received", form, prose, body),
            Spent = Pick(draft, "spent", form, prose, body),
            ExecutionRate = Pick(draft, "executionRate", form, prose, body),
            FullMark = Pick(draft, "fullMark", form, prose, null),
            Score = Pick(draft, "score", form, prose, null),
            Lines = form is not null ? Lines(draft, form, "funding.line.form") : body is { IsByYear: false } ? Lines(draft, body, "funding.line.body") : Lines(draft, prose),
        };
        if (funding != new Funding())
            draft.Report = draft.Report with { Funding = funding };
    }

    private static decimal? Pick(ReportDraft draft, string field, FundingTable? form, FundingProse prose, FundingTable? body)
    {
        var pointer = "/funding/" + field;
        if (form is not null && Figure(form, field) is { } inForm)
        {
            draft.Cite(pointer, Rule(form, field, "funding.form"), inForm.Places);
            return inForm.Value;
        }

        if (prose.Value(field) is { } said)
        {
            draft.Cite(pointer, Rule(said), said.Span);
            return said.Value;
        }

        if (body is { IsByYear: false } && Figure(body, field) is { } inBody)
        {
            draft.Cite(pointer, Rule(body, field, "funding.body"), inBody.Places);
            return inBody.Value;
        }

        return null;
    }

    // Everything that was weighed, taken or not.
    private static void Consider(ReportDraft draft, FundingTable? form, FundingProse prose, FundingTable? body)
    {
        foreach (var (field, _) in Figures)
        {
            var pointer = "/funding/" + field;
            if (form is not null && Figure(form, field) is { } inForm)
                draft.Consider(pointer, Rule(form, field, "funding.form"), Text(inForm.Value), inForm.Places[0]);
            if (body is not null && field is not ("fullMark" or "score") && Figure(body, field) is { } inBody)
                draft.Consider(pointer, Rule(body, field, "funding.body"), Text(inBody.Value), inBody.Places[0], BodyStrength, body.IsByYear ? "severalYears" : null);
        }

        foreach (var mention in prose.Mentions)
        {
            var (isPlan, field) = (mention.Field == "planned", mention.Field is "planned" or "adjusted" ? "budget" : mention.Field);
            draft.Consider("/funding/" + field, Rule(mention), Text(mention.Value), mention.Span, (isPlan ? PlanStrength : ProseStrength) - (Step * mention.Rank),
                mention.Lost ?? (ReferenceEquals(mention, prose.Value(field)) ? null : mention.IsOfPart ? "part" : isPlan && prose.Value("initialBudget") is not null ? "initialBudget" : null));
        }
    }

    private static (decimal Value, SourceSpan[] Places)? Figure(FundingTable table, string field)
    {
        if (table.Total is { } total && Figures.First(f => f.Field == field).Of(total) is { } value)
            return (value, table.Places(table.TotalRow, field));
        return field == "fullMark" && table.LabelMark is { } mark ? (mark, [table.LabelMarkSpan]) : null;
    }

    // Where nothing says in which unit the table is filled in, its figures are less sure.
    private static string Rule(FundingTable table, string field, string rule) => field switch
    {
        "fullMark" or "score" => "funding.mark",
        "executionRate" => rule,
        _ => table.IsUnitAssumed ? rule + ".unitAssumed" : rule,
    };

    private static string Rule(FundingMention mention) => mention.Field switch
    {
        "executionRate" => "funding.rate.prose",
        "planned" => "funding.prose.planned",
        _ => "funding.prose",
    };

    private static string Text(decimal value) => PlainDecimal.Of(value).ToString(CultureInfo.InvariantCulture);

    private static List<FundingLine> Lines(ReportDraft draft, FundingTable table, string rule)
    {
        for (var i = 0; i < table.Lines.Count; i++)
        {
            if (table.Lines[i].Name.Length > 0)
                draft.Cite($"/funding/lines/{i}/name", rule, table.NamePlace(i));
            foreach (var (field, of) in Figures)
                if (of(table.Lines[i]) is not null)
                    draft.Cite($"/funding/lines/{i}/{field}", field is "fullMark" or "score" ? rule : Rule(table, field, rule), table.Places(table.LineRows[i], field));
        }

        return table.Lines;
    }

    private static List<FundingLine> Lines(ReportDraft draft, FundingProse prose)
    {
        var lines = prose.Lines;
        for (var i = 0; i < lines.Count; i++)
            foreach (var (field, span) in lines[i].Places)
                draft.Cite($"/funding/lines/{i}/{field}", "funding.line.prose", span);
        return [.. lines.Select(l => l.Line)];
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
            if (section.Is(kind))
                return true;
        return false;
    }
}
