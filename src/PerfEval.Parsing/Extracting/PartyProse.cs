using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>The units that sentences name by what they do: 受…委托, 由…组织实施. Short names (以下简称) are read as the names they stand for.</summary>
internal sealed partial class PartyProse
{
    private readonly SourceDocument _document;
    private readonly ColumnVocabulary _words;
    private readonly WatchedList<Sentence> _sentences;
    private readonly Dictionary<string, (string Name, SourceSpan Span)> _names = new(StringComparer.Ordinal);

    /// <summary>The prose of a report.</summary>
    public PartyProse(ReportOutline outline, WatchedList<Sentence> sentences)
    {
        (_document, _words, _sentences) = (outline.Document, outline.Vocabulary.Columns, sentences);
        // 山东省文化和旅游厅（以下简称“省文旅厅”）
        foreach (var sentence in sentences.Where(s => s.Text.Contains("以下简称", StringComparison.Ordinal)))
            foreach (Match match in ShortName().Matches(sentence.Text))
            {
                var name = Opening().Replace(match.Groups[1].Value, "");
                _names.TryAdd(match.Groups[2].Value, (name, sentence.Span(match.Groups[1].Index + match.Groups[1].Length - name.Length, name.Length)));
            }
    }

    /// <summary>The competent departments: …作为本项目主管部门.</summary>
    public IEnumerable<Proposal<string>> Competent() => Named(CompetentDepartment(), text => text.Contains("主管", StringComparison.Ordinal));

    /// <summary>Who commissioned: 受…委托.</summary>
    public IEnumerable<Proposal<string>> Commissioner() => Named(CommissionedBy(), text => text.Contains("委托", StringComparison.Ordinal));

    /// <summary>Who was commissioned: 委托…事务所对….</summary>
    public IEnumerable<Proposal<string>> Evaluator() => Named(EvaluatedBy(), text => text.Contains("委托", StringComparison.Ordinal));

    /// <summary>Who carried the project out: 由…组织实施.</summary>
    public IEnumerable<Proposal<string>> Evaluated() => Named(CarriedOutBy(), text => text.AsSpan().ContainsAny('由', '对') && text.AsSpan().ContainsAny('施', '担', '执'));

    // The word that every such phrase holds keeps the search away from most sentences.
    private IEnumerable<Proposal<string>> Named(Regex phrase, Predicate<string> mayHold)
    {
        foreach (var sentence in _sentences)
            if (mayHold(sentence.Text) && phrase.Match(sentence.Text) is { Success: true } match && match.Groups.Values.Skip(1).FirstOrDefault(g => g.Success) is { } group
                && Opening().Replace(PartyExtractor.Clean(group.Value, _words) ?? "", "") is { Length: > 0 } unit)
                yield return Resolve(unit, sentence.Span(group.Index, group.Length));
    }

    // Of a short name, the full name is the evidence, then the place where it is used.
    private Proposal<string> Resolve(string unit, SourceSpan span)
    {
        var mention = TracedText.Exact(_document, unit, span);
        var (name, spans) = _names.TryGetValue(unit, out var full) ? (full.Name, [full.Span, .. mention]) : (unit, mention);
        return new Proposal<string>(name, "party.prose", name.Length >= 4 && PartyExtractor.IsUnit(name) ? null : "noUnit", spans);
    }

    [GeneratedRegex("(?:^|[，；,])([^，。；、（）]{4,30}?)(?:（以下简称[^）]*）)?(?:作为|为|是)(?:本|该|此)?(?:项目|专项资金|专项|资金|政策)*(?:的)?主管(?:预算)?(?:部门|单位)|主管(?:部门|单位)(?:为|是)([^，。；、（）]{4,30}?)(?=[，。；、（])")]
    private static partial Regex CompetentDepartment();

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
}
