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
        var names = ShortNames(draft.Facts.Sentences);
        Set("competentDepartment", "/competentDepartment", draft, names, "主管", Competent(), (r, v) => r with { CompetentDepartment = v });
        Set("commissioner", "/commissioner", draft, names, "委托", CommissionedBy(), (r, v) => r with { Commissioner = v });
        if (draft.Report.Commissioner is null)
            Addressee(outline, draft);
        Set("evaluator", "/evaluator", draft, names, "委托", EvaluatedBy(), (r, v) => r with { Evaluator = v });
        Evaluated(outline, draft, names);
        Date(outline, draft);
    }

    private static void Set(string field, string pointer, ReportDraft draft, Dictionary<string, string> names, string? word, Regex prose, Func<PerformanceReport, string, PerformanceReport> set)
    {
        foreach (var label in Ordered(draft.Facts.Labels.Where(l => l.Field == field)))
            if (Clean(label.Text) is { } value && IsUnit(field, value))
            {
                draft.Report = set(draft.Report, value);
                draft.Cite(pointer, label.Span, 0.97);
                return;
            }

        // The word that every such phrase holds keeps the search away from most sentences; null asks for no search in prose.
        foreach (var sentence in word is null ? [] : draft.Facts.Sentences)
            if (sentence.Text.Contains(word!, StringComparison.Ordinal) && prose.Match(sentence.Text) is { Success: true } match && Group(match) is { } group && Resolve(group.Value, names) is { Length: >= 4 } unit && LooksLikeUnit().IsMatch(unit))
            {
                draft.Report = set(draft.Report, unit);
                draft.Cite(pointer, sentence.Span(group.Index, group.Length), 0.8);
                return;
            }
    }

    // 地方主管部门 is nearer to the money than 中央主管部门.
    private static IEnumerable<LabelledValue> Ordered(IEnumerable<LabelledValue> labels) =>
        labels.OrderBy(l => l.Label.StartsWith("中央", StringComparison.Ordinal) || l.Label.StartsWith("组织", StringComparison.Ordinal) || l.Label.StartsWith("评价单位", StringComparison.Ordinal) ? 1 : 0);

    private static bool IsUnit(string field, string value) =>
        value.Length is >= 2 and <= 60 && value.AsSpan().IndexOfAny("□√☑■☒✓") < 0 && value.AsSpan().IndexOfAny("。；") < 0
        && (field != "evaluator" || !value.EndsWith("评价组", StringComparison.Ordinal));

    private static void Evaluated(ReportOutline outline, ReportDraft draft, Dictionary<string, string> names)
    {
        Set("evaluatedUnit", "/evaluatedUnit", draft, names, null, CarriedOutBy(), (r, v) => r with { EvaluatedUnit = v });
        if (draft.Report.EvaluatedUnit is not null)
            return;
        if (outline.Title.Count > 0 && TitleUnit(draft.Report.Title!) is { } unit)
        {
            draft.Report = draft.Report with { EvaluatedUnit = unit };
            draft.Cite("/evaluatedUnit", outline.Title[0].Span with { Length = Math.Min(unit.Length, outline.Title[0].Text.Length) }, 0.9);
            return;
        }

        Set("", "/evaluatedUnit", draft, names, "", CarriedOutBy(), (r, v) => r with { EvaluatedUnit = v });
        if (draft.Report.EvaluatedUnit is null && draft.Report.Evaluator is null
            && outline.Signature.FirstOrDefault(s => !ChineseDate.IsWholeLine(ChineseText.Squeeze(s.Text)) && s.Text.Length >= 4) is { } signature)
        {
            draft.Report = draft.Report with { EvaluatedUnit = Clean(signature.Text) };
            draft.Cite("/evaluatedUnit", signature.Span, 0.8);
        }
    }

    /// <summary>The unit with which a title begins: before the year, before 关于, or before the words for the report.</summary>
    public static string? TitleUnit(string title)
    {
        var match = UnitInTitle().Match(title);
        return match.Success && LooksLikeUnit().IsMatch(match.Groups[1].Value) && match.Groups[1].Length >= 4 ? match.Groups[1].Value : null;
    }

    // 衡阳县财政局： … 受贵局委托: the addressee commissioned the evaluation.
    private static void Addressee(ReportOutline outline, ReportDraft draft)
    {
        var preface = outline.Sections.FirstOrDefault(s => s.Kinds.Contains(SectionKind.Preface));
        if (preface is null || !preface.Blocks.Any(b => b.Text.Contains("受贵", StringComparison.Ordinal)))
            return;
        foreach (var block in preface.Blocks)
            if (block.Text.Length <= 30 && block.Text.TrimEnd('：', ':') is { } unit && unit.Length < block.Text.Length && LooksLikeUnit().IsMatch(unit))
            {
                draft.Report = draft.Report with { Commissioner = unit };
                draft.Cite("/commissioner", block.Span(0, unit.Length), 0.85);
                return;
            }
    }

    private static void Date(ReportOutline outline, ReportDraft draft)
    {
        foreach (var text in outline.Signature.Reverse())
            if (Take(text.Text, text.Span, 0.97, draft))
                return;
        foreach (var label in draft.Facts.Labels.Where(l => l.Field == "reportDate"))
            if (Take(label.Text, label.Span, 0.95, draft))
                return;
        foreach (var block in outline.Sections.Where(s => s.Kinds.Contains(SectionKind.Cover)).SelectMany(s => s.Blocks).Where(b => ChineseDate.IsWholeLine(ChineseText.Squeeze(b.Text))))
            if (Take(block.Text, block.Span(0, block.Text.Length), 0.9, draft))
                return;
    }

    private static bool Take(string text, SourceSpan span, double confidence, ReportDraft draft)
    {
        if (!ChineseDate.TryFind(text, out var year, out var month, out var day, out _, out _) || !PartialDate.TryCreate(year, month, day, out var date))
            return false;
        draft.Report = draft.Report with { ReportDate = date };
        draft.Cite("/reportDate", span, confidence);
        return true;
    }

    // 山东省文化和旅游厅（以下简称“省文旅厅”）
    private static Dictionary<string, string> ShortNames(IEnumerable<Sentence> sentences)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sentence in sentences.Where(s => s.Text.Contains("以下简称", StringComparison.Ordinal)))
            foreach (Match match in ShortName().Matches(sentence.Text))
                names.TryAdd(match.Groups[2].Value, Opening().Replace(match.Groups[1].Value, ""));
        return names;
    }

    private static string Resolve(string unit, Dictionary<string, string> names)
    {
        var clean = Opening().Replace(Clean(unit) ?? "", "");
        return names.GetValueOrDefault(clean, clean);
    }

    private static Group? Group(Match match) => match.Groups.Values.Skip(1).FirstOrDefault(g => g.Success);

    private static string? Clean(string text)
    {
        var value = ChineseText.Name(Seal().Replace(text, ""));
        return value.Length < 2 || ColumnVocabulary.Default.IsBlank(value) ? null : value;
    }

    private const string Units = "局|厅|委|委员会|办公室|政府|中心|公司|事务所|院|学校|大学|中学|小学|学院|所|处|馆|站|队|部|会|镇|乡|街道|街道办事处|办事处|园|社|公署|集团|基金会|联合会|分局|法院|检察院|协会|党校|医院|幼儿园|管委会|总队|支队|大队|总站|科|股|组|室";

    [GeneratedRegex("^.*(" + Units + ")([（(][^（）()]*[）)])?$")]
    private static partial Regex LooksLikeUnit();

    [GeneratedRegex("^(.{3,30}?(?:" + Units + "))(?=关于|\\s*(?:19|20)\\d{2}|部门整体|整体支出|绩效|项目支出|部门)")]
    private static partial Regex UnitInTitle();

    [GeneratedRegex("(?:^|[，；,])([^，。；、（）]{4,30}?)(?:（以下简称[^）]*）)?(?:作为|为|是)(?:本|该|此)?(?:项目|专项资金|专项|资金|政策)*(?:的)?主管(?:预算)?(?:部门|单位)|主管(?:部门|单位)(?:为|是)([^，。；、（）]{4,30}?)(?=[，。；、（])")]
    private static partial Regex Competent();

    [GeneratedRegex("受([^，。；、（）受]{4,30}?)(?:（以下简称[^）]*）)?(?:的)?委托(?!方|书)")]
    private static partial Regex CommissionedBy();

    [GeneratedRegex("委托，?(?:由)?([^，。；、受]{6,40}?(?:事务所|公司|研究院|咨询中心|研究中心|大学|学院)(?:（(?:普通|特殊普通)合伙）)?)(?:（以下简称[^）]*）)?(?:组成|成立|对|承担|组织|开展|负责|于|派出)")]
    private static partial Regex EvaluatedBy();

    [GeneratedRegex("由([^，。；、由]{4,40}?)(?:（以下简称[^）]*）)?(?:具体|负责|组织|牵头|承担)*(?:组织)?(?:实施|承担|执行)|对([^，。；、对]{4,30}?)(?:承担|实施)的")]
    private static partial Regex CarriedOutBy();

    [GeneratedRegex("([^，。；、（）：:“”]{3,40}?(?:（(?:普通|特殊普通)合伙）)?)[（(]以下简称[“\"‘]?([^”\"’）)]{2,20})[”\"’]?[）)]")]
    private static partial Regex ShortName();

    [GeneratedRegex("^(本项目由|项目由|由|受|经|为|在|对|委托|会同|依据|根据|按照|年|月|日|该项目由|其中)+")]
    private static partial Regex Opening();

    [GeneratedRegex("[（(]\\s*(盖章|公章|签章|章|签字|单位盖章|印章)\\s*[）)]")]
    private static partial Regex Seal();
}
