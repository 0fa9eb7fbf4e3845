using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>What says who evaluates, or which related paper a report is; the plainest first.</summary>
internal sealed partial class ModeGrounds
{
    private readonly ReportWords _words;
    private readonly ReportDraft _draft;

    /// <summary>The grounds in a report whose parties are known.</summary>
    public ModeGrounds(ReportWords words, ReportDraft draft) => (_words, _draft) = (words, draft);

    /// <summary>All grounds; those of signature and text only where title, cover and parties give none.</summary>
    public IEnumerable<Proposal<EvaluationMode>> All() =>
        Plain().OfType<Proposal<EvaluationMode>>().Concat(Weak().TakeWhile(_ => _draft.Report.Mode == EvaluationMode.Unknown).OfType<Proposal<EvaluationMode>>());

    private IEnumerable<Proposal<EvaluationMode>?> Plain()
    {
        yield return Ground(EvaluationMode.PreEvaluation, "mode.title",
            _words.InTitle("事前") ?? (_words.Title.Contains("评价", StringComparison.Ordinal) ? null : _words.InTitle("绩效评估")));
        yield return Ground(EvaluationMode.GoalSetting, "mode.title", _words.InTitle(GoalForm()));
        yield return Ground(EvaluationMode.Rectification, "mode.title", _words.InTitle("整改"));
        yield return Ground(EvaluationMode.SelfEvaluation, "mode.title", _words.InTitle("自评", "自我评价"));
        yield return Organizer();
        yield return Parties();
        yield return Ground(EvaluationMode.FiscalEvaluation, "mode.title", _words.InTitle("财政评价", "财政重点", "再评价"));
        yield return Ground(EvaluationMode.DepartmentEvaluation, "mode.title", _words.InTitle("部门评价"));
        yield return Ground(EvaluationMode.FiscalEvaluation, "mode.title", _words.InTitle("财政绩效评价"));
    }

    private IEnumerable<Proposal<EvaluationMode>?> Weak()
    {
        if (_draft.Report.Mode != EvaluationMode.Unknown)
            yield break;
        if (_words.InText("自评") is null && FinanceSignature() is { } signature)
            yield return Ground(EvaluationMode.FiscalEvaluation, "mode.signature", signature);
        yield return Ground(EvaluationMode.SelfEvaluation, "mode.words", _words.InText(SelfWords()) ?? SelfLabel());
        yield return Ground(EvaluationMode.DepartmentEvaluation, "mode.words", _words.InText("部门评价"));
    }

    private static Proposal<EvaluationMode>? Ground(EvaluationMode mode, string rule, SourceSpan[]? spans) =>
        spans is null ? null : new Proposal<EvaluationMode>(mode, rule, null, spans);

    // 组织方式：□财政部门 □主管部门 √项目单位 (财预〔2011〕285号's cover).
    private Proposal<EvaluationMode>? Organizer()
    {
        foreach (var block in _words.Outline.Sections.Where(s => s.Level == 0).SelectMany(s => s.Blocks).Where(b => b.Text.Contains("组织方式", StringComparison.Ordinal) || b.Text.Contains("评价方式", StringComparison.Ordinal)))
            if (Chosen().Match(block.Text) is { Success: true } match)
            {
                var chosen = match.Groups[match.Groups[1].Success ? 1 : 2];
                return Ground(Organizer(chosen.Value), "mode.organizer", [block.Span(match.Index, match.Length)]);
            }

        return null;
    }

    private static EvaluationMode Organizer(string chosen) => chosen switch
    {
        var s when s.StartsWith("财政", StringComparison.Ordinal) => EvaluationMode.FiscalEvaluation,
        var s when s.StartsWith("主管", StringComparison.Ordinal) || s.StartsWith("部门评价", StringComparison.Ordinal) => EvaluationMode.DepartmentEvaluation,
        _ => EvaluationMode.SelfEvaluation,
    };

    // A third party evaluates for whoever commissioned it.
    private Proposal<EvaluationMode>? Parties()
    {
        var (commissioner, evaluator) = (_draft.Report.Commissioner, _draft.Report.Evaluator);
        if (commissioner is not null)
            return Ground(commissioner.Contains("财政", StringComparison.Ordinal) ? EvaluationMode.FiscalEvaluation : EvaluationMode.DepartmentEvaluation,
                "mode.parties", [.. _draft.Cited("/commissioner")]);
        if (evaluator is null || !ThirdParty().IsMatch(evaluator))
            return null;
        var cited = _draft.Cited("/evaluator");
        return (_words.InTitle(FiscalWords()) ?? _words.InText(FiscalWords())) is { } fiscal
            ? Ground(EvaluationMode.FiscalEvaluation, "mode.parties", [.. fiscal, .. cited])
            : Ground(EvaluationMode.DepartmentEvaluation, "mode.parties", [.. cited]);
    }

    private SourceSpan[]? FinanceSignature()
    {
        var cover = _words.Outline.Sections.Where(s => s.Kinds.Contains(SectionKind.Cover)).SelectMany(s => s.Blocks).Select(b => new OutlineText(b.Text, b.Span(0, b.Text.Length)));
        return _words.Outline.Signature.Concat(cover).FirstOrDefault(s => FinanceOffice().IsMatch(s.Text)) is { } signed ? [signed.Span] : null;
    }

    private SourceSpan[]? SelfLabel() =>
        _draft.Facts.Labels.FirstOrDefault(l => l.Label.Contains("自评", StringComparison.Ordinal)) is { } label ? TracedText.Exact(_words.Outline.Document, "自评", label.LabelSpan) : null;

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
