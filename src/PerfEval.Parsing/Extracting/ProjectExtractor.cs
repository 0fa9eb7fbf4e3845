using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>The project's name: its label's value, else what the title leaves without unit, year and the words for the report.</summary>
internal sealed partial class ProjectExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        if (draft.Report.Subject != ReportSubject.Department)
            Names(outline, draft).Settle(draft, "/projectName", name => name, name => draft.Report = draft.Report with { ProjectName = name }, IsSame);
    }

    // The title may call 公共图书馆免费开放 what the label calls 公共图书馆免费开放项目.
    private static bool IsSame(string taken, string other) => taken.Contains(other, StringComparison.Ordinal) || other.Contains(taken, StringComparison.Ordinal);

    private static IEnumerable<Proposal<string>> Names(ReportOutline outline, ReportDraft draft)
    {
        foreach (var label in draft.Facts.Labels.Where(l => l.Field == "projectName"))
        {
            var isName = label.Text.Length is >= 2 and <= 80 && !label.Text.Contains("未填", StringComparison.Ordinal);
            var name = isName ? OwnName(ChineseText.Name(label.Text)) : label.Text;
            yield return new Proposal<string>(name, "project.label", isName ? null : "implausible", TracedText.Exact(outline.Document, name, label.Span));
        }

        if (draft.Report.Title is not { } title || FromTitle(title, draft.Report.EvaluatedUnit, outline.Vocabulary.Titles) is not { } rest)
            yield break;
        var own = WithoutRegion(rest, Units(outline, draft.Report));
        var lines = outline.Title.Select(t => t.Span).ToArray();
        // The name is what the title ends with, but for the words for the report.
        yield return new Proposal<string>(own, "project.title", null, new TracedText(outline.Document, lines).FindLast(own) is { Length: > 0 } found ? found : lines);
    }

    /// <summary>The project's name that a title holds; <see langword="null"/> where it holds none.</summary>
    public static string? FromTitle(string title, string? unit, TitleVocabulary words)
    {
        var text = ChineseText.Narrow(title);
        // 贴息政策（2021—2022年）绩效评价报告: a year in brackets is no part of the name.
        text = words.Tail.Replace(TrailingNote().Replace(BracketedYears().Replace(text, ""), ""), "");
        var year = YearIn().Match(text);
        if (year.Success && year.Index + year.Length < text.Length - 1)
            text = text[(year.Index + year.Length)..];
        else if (year.Success)
            text = WithoutUnit(text[..year.Index], unit);
        else
            text = WithoutUnit(text, unit);
        text = Spending().Replace(Opening().Replace(text, ""), "");
        return text.Length >= 2 && !Nothing().IsMatch(text) ? text : null;
    }

    // The cover sometimes gives the project with its year: 2021年度城市社区居家养老服务补助项目.
    private static string OwnName(string name) => YearAtStart().Match(ChineseText.Narrow(name)) is { Success: true } year && name.Length - year.Length >= 2 ? name[year.Length..] : name;

    private static string WithoutUnit(string text, string? unit)
    {
        if (unit is not null && text.StartsWith(unit, StringComparison.Ordinal))
            return text[unit.Length..];
        return PartyExtractor.TitleUnit(text + "绩效") is { } found && found.Length < text.Length ? text[found.Length..] : text;
    }

    private static IEnumerable<string> Units(ReportOutline outline, PerformanceReport report) =>
        outline.Signature.Select(s => s.Text).Concat(outline.Sections.Where(s => s.Kinds.Contains(SectionKind.Cover)).SelectMany(s => s.Blocks).Select(b => b.Text))
            .Append(report.EvaluatedUnit ?? "").Append(report.CompetentDepartment ?? "").Append(report.Commissioner ?? "");

    // 宁湖市创业担保贷款贴息政策, signed by 宁湖市财政局: the place is the unit's, not the project's.
    private static string WithoutRegion(string name, IEnumerable<string> units)
    {
        foreach (var unit in units)
        {
            var common = 0;
            while (common < Math.Min(name.Length, unit.Length) && name[common] == unit[common])
                common++;
            while (common > 2 && !"省市县区旗州盟".Contains(name[common - 1], StringComparison.Ordinal))
                common--;
            if (common > 2 && name.Length - common >= 4)
                return name[common..];
        }

        return name;
    }

    [GeneratedRegex(@"[（(][^（）()]*(?:19|20)\d{2}[^（）()]*[）)]")]
    private static partial Regex BracketedYears();

    [GeneratedRegex("[（(][^（）()]{0,20}[）)]$")]
    private static partial Regex TrailingNote();

    [GeneratedRegex(@"(?:(?:19|20)\d{2}\s*年?\s*(?:[-—–~～至]+|、)\s*)?(?:19|20)\d{2}\s*年(?:度)?")]
    private static partial Regex YearIn();

    [GeneratedRegex(@"^(?:(?:19|20)\d{2}\s*年?\s*[-—–~～至]+\s*)?(?:19|20)\d{2}\s*年度?")]
    private static partial Regex YearAtStart();

    [GeneratedRegex("^(关于|的|对|开展|实施|财政)+")]
    private static partial Regex Opening();

    // …专项经费项目支出 is the project 专项经费; …补助项目 keeps its 项目.
    [GeneratedRegex("(项目支出|支出|财政支出|的)$")]
    private static partial Regex Spending();

    [GeneratedRegex("^(财政)?(支出)?(项目|项目支出|财政支出项目|专项资金|部门|单位|支出|重点|预算|部门预算|年度|[省市县区州本]级)*$")]
    private static partial Regex Nothing();
}
