using System.Globalization;
using PerfEval.Parsing.Extracting;
using PerfEval.Parsing.Structuring;

/// <summary>Reads the project's code, its person in charge and the number of beneficiaries.</summary>
internal sealed class ProjectFacts : IFactExtractor
{
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        if (outline.LabelledTexts("项目编码", "项目代码").FirstOrDefault() is { } code)
            draft.Add("projectCode", code.Text, code.Span, confidence: 0.95);

        // Forms and covers may name several people; each is a fact of its own.
        foreach (var person in outline.LabelledTexts("项目负责人", "负责人"))
            draft.Add("personInCharge", person.Text, person.Span, confidence: 0.9);

        foreach (var count in outline.LabelledTexts("受益人数"))
            if (decimal.TryParse(count.Text.TrimEnd('人'), NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var people))
                draft.Add("beneficiaries", count.Text, count.Span, confidence: 0.9, number: people);
    }
}
