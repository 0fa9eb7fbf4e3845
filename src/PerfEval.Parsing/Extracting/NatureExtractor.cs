using System.Text.RegularExpressions;
using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>What is evaluated, who evaluates and in which form.</summary>
internal sealed partial class NatureExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        var text = string.Join('\n', draft.Facts.Sentences.Select(s => s.Text));
        draft.Report = draft.Report with
        {
            Subject = Subject(outline, draft, text),
            Mode = Mode(outline, draft, text),
            Form = Form(outline, draft.Facts),
        };
        if (draft.Report.Title is null && draft.Facts.IndicatorTables.Count == 0 && !text.Contains("绩效", StringComparison.Ordinal))
            draft.Log.Add(DiagnosticCode.NotAReport, "Neither a title nor an indicator table nor any word on performance was found.");
    }

    private static ReportSubject Subject(ReportOutline outline, ReportDraft draft, string text)
    {
        var title = draft.Report.Title ?? "";
        if (Department().IsMatch(title))
            return ReportSubject.Department;
        if (title.Contains("转移支付", StringComparison.Ordinal) || draft.Facts.Labels.Any(l => l.Label.StartsWith("转移支付", StringComparison.Ordinal)))
            return ReportSubject.TransferPayment;
        if (outline.Walk().Any(s => s.Heading is { } h && (h.Contains("中央下达", StringComparison.Ordinal) || h.Contains("区域绩效目标自评表", StringComparison.Ordinal))))
            return ReportSubject.TransferPayment;
        if (Policy().IsMatch(title))
            return ReportSubject.Policy;
        if (title.Contains("项目", StringComparison.Ordinal) || title.Contains("资金", StringComparison.Ordinal) || title.Contains("经费", StringComparison.Ordinal))
            return ReportSubject.Project;
        if (draft.Facts.Labels.Any(l => l.InTable && l.Field == "projectName"))
            return ReportSubject.Project;
        if (draft.Facts.Labels.Any(l => l.InTable && Department().IsMatch(l.Label)) || Department().IsMatch(text[..Math.Min(text.Length, 600)]))
            return ReportSubject.Department;
        return title.Length > 0 && (text.Contains("项目", StringComparison.Ordinal) || draft.Facts.IndicatorTables.Count > 0) ? ReportSubject.Project : ReportSubject.Unknown;
    }

    private static EvaluationMode Mode(ReportOutline outline, ReportDraft draft, string text)
    {
        var title = draft.Report.Title ?? "";
        if (title.Contains("事前", StringComparison.Ordinal) || (title.Contains("绩效评估", StringComparison.Ordinal) && !title.Contains("评价", StringComparison.Ordinal)))
            return EvaluationMode.PreEvaluation;
        if (GoalForm().IsMatch(title))
            return EvaluationMode.GoalSetting;
        if (title.Contains("整改", StringComparison.Ordinal))
            return EvaluationMode.Rectification;
        if (title.Contains("自评", StringComparison.Ordinal) || title.Contains("自我评价", StringComparison.Ordinal))
            return EvaluationMode.SelfEvaluation;
        if (Organizer(outline) is { } organizer)
            return organizer;
        var parties = draft.Report;
        if (parties.Evaluator is { } evaluator && ThirdParty().IsMatch(evaluator) || parties.Commissioner is not null)
            return IsFiscal(parties.Commissioner) || (parties.Commissioner is null && FiscalWords().IsMatch(title + text)) ? EvaluationMode.FiscalEvaluation : EvaluationMode.DepartmentEvaluation;
        if (title.Contains("财政评价", StringComparison.Ordinal) || title.Contains("财政重点", StringComparison.Ordinal) || title.Contains("再评价", StringComparison.Ordinal))
            return EvaluationMode.FiscalEvaluation;
        if (title.Contains("部门评价", StringComparison.Ordinal))
            return EvaluationMode.DepartmentEvaluation;
        var signed = outline.Signature.Select(s => s.Text).Concat(outline.Sections.Where(s => s.Kinds.Contains(SectionKind.Cover)).SelectMany(s => s.Blocks).Select(b => b.Text));
        if (title.Contains("财政绩效评价", StringComparison.Ordinal) || (!text.Contains("自评", StringComparison.Ordinal) && signed.Any(FinanceOffice().IsMatch)))
            return EvaluationMode.FiscalEvaluation;
        if (SelfWords().Count(text) > 0 || draft.Facts.Labels.Any(l => l.Label.Contains("自评", StringComparison.Ordinal)))
            return EvaluationMode.SelfEvaluation;
        return text.Contains("部门评价", StringComparison.Ordinal) ? EvaluationMode.DepartmentEvaluation : EvaluationMode.Unknown;
    }

    // 组织方式：□财政部门 □主管部门 √项目单位 (财预〔2011〕285号's cover).
    private static EvaluationMode? Organizer(ReportOutline outline)
    {
        foreach (var block in outline.Sections.Where(s => s.Level == 0).SelectMany(s => s.Blocks).Where(b => b.Text.Contains("组织方式", StringComparison.Ordinal) || b.Text.Contains("评价方式", StringComparison.Ordinal)))
            if (Chosen().Match(block.Text) is { Success: true } match)
                return (match.Groups[1].Value + match.Groups[2].Value) switch
                {
                    var s when s.StartsWith("财政", StringComparison.Ordinal) => EvaluationMode.FiscalEvaluation,
                    var s when s.StartsWith("主管", StringComparison.Ordinal) || s.StartsWith("部门评价", StringComparison.Ordinal) => EvaluationMode.DepartmentEvaluation,
                    _ => EvaluationMode.SelfEvaluation,
                };
        return null;
    }

    private static bool IsFiscal(string? commissioner) => commissioner is not null && commissioner.Contains("财政", StringComparison.Ordinal);

    private static ReportForm Form(ReportOutline outline, ReportFacts facts)
    {
        var form = facts.Tables.Any(facts.IsForm);
        // Prose is chapters with text, or long paragraphs; the lines around a bare form are neither.
        var chapters = outline.Walk().Count(s => s.Level > 0 && !s.IsWithin(SectionKind.Attachments));
        var prose = chapters > 1 || facts.Sentences.Count(s => s.Text.Length > 30 && !s.Section.IsWithin(SectionKind.Attachments)) > 3;
        return !prose && facts.Tables.Count > 0 ? ReportForm.Table : form ? ReportForm.Mixed : ReportForm.Report;
    }

    [GeneratedRegex("整体支出|部门整体|单位整体|整体绩效")]
    private static partial Regex Department();

    [GeneratedRegex("政策([（(][^（）()]*[）)])?(支出|实施|执行|财政|重点|绩效)*(评价|自评)|政策项目")]
    private static partial Regex Policy();

    [GeneratedRegex("目标(申报|批复)?表$|目标申报")]
    private static partial Regex GoalForm();

    [GeneratedRegex("事务所|公司|咨询|研究院|研究所|研究中心|大学|学院|评估中心|协会|学会|合伙|中介")]
    private static partial Regex ThirdParty();

    [GeneratedRegex("财政评价|财政重点|财政[局厅]委托|受.{2,12}财政[局厅]")]
    private static partial Regex FiscalWords();

    [GeneratedRegex("^[^：:，。]{2,20}财政[局厅]$")]
    private static partial Regex FinanceOffice();

    [GeneratedRegex("自评|自我评价|我单位|我局|我委|我镇|我乡|我街道|我馆|我校|我院|我中心|我办|我厅|我县|我区|我所|我处|我站|我会|我队|我公司|本单位|本部门|评价小组|单位评价组")]
    private static partial Regex SelfWords();

    [GeneratedRegex("[√☑☒■✓✔](?:□)?\\s*(财政部门|主管部门|项目单位|部门自评|单位自评|部门评价|自评)|(财政部门|主管部门|项目单位)[（(]?[√☑■✓✔]")]
    private static partial Regex Chosen();
}
