using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Extracting;

/// <summary>What says whether a project, a department, a transfer payment or a policy is evaluated; the plainest first.</summary>
internal sealed partial class SubjectGrounds
{
    // The words of the first paragraphs say what the report is about; further down they may speak of anything.
    private const int Opening = 600;

    private readonly ReportWords _words;
    private readonly ReportDraft _draft;

    /// <summary>The grounds in a report.</summary>
    public SubjectGrounds(ReportWords words, ReportDraft draft) => (_words, _draft) = (words, draft);

    /// <summary>All grounds; those of the text only where title, labels and headings give none.</summary>
    public IEnumerable<Proposal<ReportSubject>> All() =>
        Plain().OfType<Proposal<ReportSubject>>().Concat(Weak().TakeWhile(_ => _draft.Report.Subject == ReportSubject.Unknown).OfType<Proposal<ReportSubject>>());

    private IEnumerable<Proposal<ReportSubject>?> Plain()
    {
        yield return Ground(ReportSubject.Department, "subject.title", _words.InTitle(Department()));
        yield return Ground(ReportSubject.TransferPayment, "subject.title", _words.InTitle("转移支付"));
        yield return Ground(ReportSubject.TransferPayment, "subject.label", _words.LabelWhere(l => l.Label.StartsWith("转移支付", StringComparison.Ordinal)));
        yield return Ground(ReportSubject.TransferPayment, "subject.heading", TransferHeading());
        yield return Ground(ReportSubject.Policy, "subject.title", _words.InTitle(Policy()));
        yield return Ground(ReportSubject.Project, "subject.title", _words.InTitle("项目", "资金", "经费"));
        yield return Ground(ReportSubject.Project, "subject.label", _words.LabelWhere(l => l.InTable && l.Field == "projectName"));
        yield return Ground(ReportSubject.Department, "subject.label", _words.LabelWhere(l => l.InTable && Department().IsMatch(l.Label)));
    }

    private IEnumerable<Proposal<ReportSubject>?> Weak()
    {
        if (_draft.Report.Subject != ReportSubject.Unknown)
            yield break;
        yield return Ground(ReportSubject.Department, "subject.text", _words.InText(Department(), Opening));
        if (_words.Title.Length == 0)
            yield break;
        yield return Ground(ReportSubject.Project, "subject.text", _words.InText("项目"));
        yield return Ground(ReportSubject.Project, "subject.label", _draft.Facts.IndicatorTables is [var table, ..] ? [ReportWords.HeadOf(table.View)] : null);
    }

    private static Proposal<ReportSubject>? Ground(ReportSubject subject, string rule, SourceSpan[]? spans) =>
        spans is null ? null : new Proposal<ReportSubject>(subject, rule, null, spans);

    private SourceSpan[]? TransferHeading() =>
        _words.Outline.Walk().FirstOrDefault(s => s is { Heading: { } heading, HeadingSpan: not null } && TransferHeadings().IsMatch(heading)) is { } section
            ? TracedText.Exact(_words.Outline.Document, TransferHeadings().Match(section.Heading!).Value, section.HeadingSpan!.Value) : null;

    [GeneratedRegex("整体支出|部门整体|单位整体|整体绩效")]
    private static partial Regex Department();

    [GeneratedRegex("政策([（(][^（）()]*[）)])?(支出|实施|执行|财政|重点|绩效)*(评价|自评)|政策项目")]
    private static partial Regex Policy();

    [GeneratedRegex("中央下达|区域绩效目标自评表")]
    private static partial Regex TransferHeadings();
}
