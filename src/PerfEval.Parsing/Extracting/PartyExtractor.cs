using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>The units that take part, and the report's date: from labels, else from what the prose and the signature say plainly.</summary>
internal sealed partial class PartyExtractor : IFactExtractor
{
    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        var prose = new PartyProse(outline, draft.Facts.Sentences);
        Labelled("competentDepartment", outline, draft).Concat(prose.Competent())
            .Settle(draft, "/competentDepartment", u => u, u => draft.Report = draft.Report with { CompetentDepartment = u }, IsSame);
        Labelled("commissioner", outline, draft).Concat(prose.Commissioner()).Concat(Addressee(outline))
            .Settle(draft, "/commissioner", u => u, u => draft.Report = draft.Report with { Commissioner = u }, IsSame);
        Labelled("evaluator", outline, draft).Concat(prose.Evaluator())
            .Settle(draft, "/evaluator", u => u, u => draft.Report = draft.Report with { Evaluator = u }, IsSame);
        Labelled("evaluatedUnit", outline, draft).Concat(OfTitle(outline, draft)).Concat(prose.Evaluated()).Concat(Signed(outline, draft))
            .Settle(draft, "/evaluatedUnit", u => u, u => draft.Report = draft.Report with { EvaluatedUnit = u }, IsSame);
        Dates(outline, draft).Settle(draft, "/reportDate", d => d.ToString(), d => draft.Report = draft.Report with { ReportDate = d });
    }

    /// <summary>The unit with which a title begins: before the year, before 关于, or before the words for the report.</summary>
    public static string? TitleUnit(string title)
    {
        var match = UnitInTitle().Match(title);
        return match.Success && IsUnit(match.Groups[1].Value) && match.Groups[1].Length >= 4 ? match.Groups[1].Value : null;
    }

    /// <summary>Whether a text ends like the name of a unit.</summary>
    public static bool IsUnit(string text) => LooksLikeUnit().IsMatch(text);

    /// <summary>A unit's name in normal form, without the words for its seal; <see langword="null"/> where nothing is left.</summary>
    public static string? Clean(string text, ColumnVocabulary words)
    {
        var value = ChineseText.Name(Seal().Replace(text, ""));
        return value.Length < 2 || words.IsBlank(value) ? null : value;
    }

    // 双河彝族乡人民政府 is 昆明市晋宁区双河彝族乡人民政府 without its place.
    private static bool IsSame(string taken, string other) => taken.EndsWith(other, StringComparison.Ordinal) || other.EndsWith(taken, StringComparison.Ordinal);

    private static IEnumerable<Proposal<string>> Labelled(string field, ReportOutline outline, ReportDraft draft) =>
        from label in Ordered(draft.Facts.Labels.Where(l => l.Field == field))
        let value = Clean(label.Text, outline.Vocabulary.Columns)
        where value is not null
        select new Proposal<string>(value, "party.label", CanBe(field, value) ? null : "noUnit", TracedText.Exact(outline.Document, value, label.Span));

    // 地方主管部门 is nearer to the money than 中央主管部门.
    private static IEnumerable<LabelledValue> Ordered(IEnumerable<LabelledValue> labels) =>
        labels.OrderBy(l => l.Label.StartsWith("中央", StringComparison.Ordinal) || l.Label.StartsWith("组织", StringComparison.Ordinal) || l.Label.StartsWith("评价单位", StringComparison.Ordinal) ? 1 : 0);

    private static bool CanBe(string field, string value) =>
        value.Length is >= 2 and <= 60 && value.AsSpan().IndexOfAny("□√☑■☒✓") < 0 && value.AsSpan().IndexOfAny("。；") < 0
        && (field != "evaluator" || !value.EndsWith("评价组", StringComparison.Ordinal));

    private static IEnumerable<Proposal<string>> OfTitle(ReportOutline outline, ReportDraft draft)
    {
        if (outline.Title.Count > 0 && TitleUnit(draft.Report.Title!) is { } unit)
            yield return new Proposal<string>(unit, "party.title", null, TracedText.Exact(outline.Document, unit, [.. outline.Title.Select(t => t.Span)]));
    }

    // Whoever signs reports on itself, unless an evaluator was found.
    private static IEnumerable<Proposal<string>> Signed(ReportOutline outline, ReportDraft draft)
    {
        if (draft.Report.Evaluator is null
            && outline.Signature.FirstOrDefault(s => !ChineseDate.IsWholeLine(ChineseText.Squeeze(s.Text)) && s.Text.Length >= 4) is { } signature
            && Clean(signature.Text, outline.Vocabulary.Columns) is { } unit)
            yield return new Proposal<string>(unit, "party.signature", null, TracedText.Exact(outline.Document, unit, signature.Span));
    }

    // 衡阳县财政局： … 受贵局委托: the addressee commissioned the evaluation.
    private static IEnumerable<Proposal<string>> Addressee(ReportOutline outline)
    {
        var preface = outline.Sections.FirstOrDefault(s => s.Kinds.Contains(SectionKind.Preface));
        if (preface is null || !preface.Blocks.Any(b => b.Text.Contains("受贵", StringComparison.Ordinal)))
            yield break;
        foreach (var block in preface.Blocks)
            if (block.Text.Length <= 30 && block.Text.TrimEnd('：', ':') is { } unit && unit.Length < block.Text.Length && IsUnit(unit))
                yield return new Proposal<string>(unit, "party.addressee", null, block.Span(0, unit.Length));
    }

    private static IEnumerable<Proposal<PartialDate>> Dates(ReportOutline outline, ReportDraft draft) =>
        outline.Signature.Reverse().Select(s => DateIn("date.signature", s.Text, s.Span, outline))
            .Concat(draft.Facts.Labels.Where(l => l.Field == "reportDate").Select(l => DateIn("date.label", l.Text, l.Span, outline)))
            .Concat(outline.Sections.Where(s => s.Kinds.Contains(SectionKind.Cover)).SelectMany(s => s.Blocks).Where(b => ChineseDate.IsWholeLine(ChineseText.Squeeze(b.Text)))
                .Select(b => DateIn("date.cover", b.Text, b.Span(0, b.Text.Length), outline)))
            .OfType<Proposal<PartialDate>>();

    private static Proposal<PartialDate>? DateIn(string rule, string text, SourceSpan span, ReportOutline outline)
    {
        if (!ChineseDate.TryFind(text, out var year, out var month, out var day, out var start, out var length))
            return null;
        var isDate = PartialDate.TryCreate(year, month, day, out var date);
        return new Proposal<PartialDate>(date, rule, isDate ? null : "implausible", TracedText.Exact(outline.Document, text.Substring(start, length), span));
    }

    private const string Units = "局|厅|委|委员会|办公室|政府|中心|公司|事务所|院|学校|大学|中学|小学|学院|所|处|馆|站|队|部|会|镇|乡|街道|街道办事处|办事处|园|社|公署|集团|基金会|联合会|分局|法院|检察院|协会|党校|医院|幼儿园|管委会|总队|支队|大队|总站|科|股|组|室";

    [GeneratedRegex("^.*(" + Units + ")([（(][^（）()]*[）)])?$")]
    private static partial Regex LooksLikeUnit();

    [GeneratedRegex("^(.{3,30}?(?:" + Units + "))(?=关于|\\s*(?:19|20)\\d{2}|部门整体|整体支出|绩效|项目支出|部门)")]
    private static partial Regex UnitInTitle();

    [GeneratedRegex("[（(]\\s*(盖章|公章|签章|章|签字|单位盖章|印章)\\s*[）)]")]
    private static partial Regex Seal();
}
