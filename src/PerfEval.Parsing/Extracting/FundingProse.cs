using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>Reads the project's money in prose: which amount is the budget, which was received, which was spent; and the sources it enumerates.</summary>
internal sealed partial class FundingProse
{
    // The words before an amount that belong to it: longer stretches speak of other things first.
    private const int LongestLead = 40;

    private readonly IReadOnlyList<int> _years;
    private readonly Dictionary<string, (decimal Value, SourceSpan Span, int Rank)> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FundingLine> _lines = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private string? _last;

    /// <summary>A reader for a report on the given years.</summary>
    public FundingProse(IReadOnlyList<int> years) => _years = years;

    /// <summary>The sources that the prose enumerates.</summary>
    public IReadOnlyList<FundingLine> Lines => [.. _order.Select(n => _lines[n])];

    /// <summary>The value of a field, and where it stands.</summary>
    public (decimal Value, SourceSpan Span)? Value(string field) => _found.TryGetValue(field, out var found) ? (found.Value, found.Span) : null;

    /// <summary>Reads a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="rank">How near its section is to the money; the lowest wins, the first of equal ones.</param>
    public void Read(Sentence sentence, int rank)
    {
        var text = sentence.Text;
        // “三公”经费 has a budget and a use of its own, which is not the project's.
        if (text.Contains("三公", StringComparison.Ordinal))
            return;
        Rate(sentence, rank);
        string? parts = null;
        var previous = 0;
        foreach (var amount in Amounts.Find(text))
        {
            var lead = Lead(text, previous, amount.Start);
            previous = amount.Start + amount.Length;
            if (ScoreReading.OfOtherYear(text, amount.Start, _years))
                continue;
            // 到位资金186万元（省级资金150万元、市级资金20万元）
            if (lead.StartsWith('（') && Source(lead[1..]) is not null)
            {
                parts = _last;
                lead = lead[1..];
            }

            // 其中：省级补助资金1,152万元，县级配套资金768万元: the parts of the field that was named last.
            if (PartMark().Match(lead) is { Success: true } mark)
            {
                parts = _last ?? "budget";
                lead = lead[(mark.Index + mark.Length)..].TrimStart('：', ':', '，', ' ');
            }
            else if (Ends(text, amount.Start))
            {
                parts = null;
            }

            if (parts is not null && Source(lead) is { } source)
            {
                Add(source, lead.Contains("到位", StringComparison.Ordinal) ? "received" : parts, amount.Value);
                continue;
            }

            // 县财政局实际拨付到项目单位572万元, where the section is about what was received.
            if (lead.Contains("拨付", StringComparison.Ordinal) && sentence.Section.Kinds.Contains(SectionKind.FundingReceived) && !lead.Contains('支', StringComparison.Ordinal))
            {
                Keep("received", amount.Value, sentence.Span(amount.Start, amount.Length), rank + 1);
                continue;
            }

            // 县级配套到位350万元, after the sources were enumerated.
            if (Source(lead) is { } known && _order.Any(n => LevelOf(n) == LevelOf(known)))
            {
                if (lead.Contains("到位", StringComparison.Ordinal))
                    Add(known, "received", amount.Value);
                continue;
            }

            // 项目资金860万元全部到位.
            if (InPlace().IsMatch(text[previous..]))
                Keep("received", amount.Value, sentence.Span(amount.Start, amount.Length), rank);
            if (FieldOf(lead) is { } field)
                Keep(field, amount.Value, sentence.Span(amount.Start, amount.Length), rank);
        }
    }

    private void Keep(string field, decimal value, SourceSpan span, int rank)
    {
        _last = field is "adjusted" or "planned" ? "budget" : field;
        if (!_found.TryGetValue(field, out var old) || rank < old.Rank)
            _found[field] = (value, span, rank);
    }

    private void Add(string printed, string field, decimal value)
    {
        // 省级专项资金 at first, 省级资金 later: one source where only one of its level was named.
        var level = LevelOf(printed);
        var alike = _lines.ContainsKey(printed) ? [printed] : _order.Where(n => LevelOf(n) == level).ToList();
        var name = alike.Count == 1 && field is not ("budget" or "initialBudget") ? alike[0] : printed;
        if (!_lines.TryGetValue(name, out var line))
        {
            line = new FundingLine { Name = name };
            _order.Add(name);
        }

        _lines[name] = field switch
        {
            "received" => line with { Received = line.Received ?? value },
            "spent" => line with { Spent = line.Spent ?? value },
            "initialBudget" => line with { InitialBudget = line.InitialBudget ?? value },
            _ => line with { Budget = line.Budget ?? value },
        };
    }

    private static string LevelOf(string name) => MoneyVocabulary.Default.Sources.First(s => name.StartsWith(s, StringComparison.Ordinal))[..1];

    private static string Lead(string text, int previous, int amount)
    {
        var start = Math.Max(previous, amount - LongestLead);
        var lead = text[start..amount];
        // The clause counts, but 其中： announces the clauses behind it.
        var cut = lead.LastIndexOfAny(['，', '；', '。', '（']);
        if (cut >= 0 && lead[cut] == '（' && cut == 0)
            return lead;
        var part = lead.IndexOf("其中", StringComparison.Ordinal);
        if (cut >= 0 && part < 0)
            lead = lead[(cut + 1)..];
        else if (part >= 0)
            lead = lead[part..];
        return lead.TrimStart('，', '；', '、', '和', '及');
    }

    // A semicolon or full stop closes an enumeration of parts.
    private static bool Ends(string text, int amount)
    {
        var before = text.LastIndexOfAny(['；', '。', '元'], Math.Max(0, amount - 1));
        return before >= 0 && text[before] is '；' or '。';
    }

    private static string? FieldOf(string lead)
    {
        var words = MoneyVocabulary.Default;
        if (words.Excluded.Any(w => lead.Contains(w, StringComparison.Ordinal)))
            return null;
        foreach (var (field, names) in words.Fields)
            foreach (var name in names)
                if (lead.Contains(name, StringComparison.Ordinal) && (field != "spent" || IsWhole(lead, name)))
                    return field;
        return null;
    }

    // 站点建设补助支出300万元 is one use; 项目实际支出, 全年支出 are the whole.
    private static bool IsWhole(string lead, string word)
    {
        var subject = Neutral().Replace(lead[..lead.IndexOf(word, StringComparison.Ordinal)], "");
        return subject.Length <= 4;
    }

    private static string? Source(string lead)
    {
        var name = Connective().Replace(Tail().Replace(lead.Trim(), ""), "").Trim('：', ':', '“', '”', ' ', '，');
        var words = MoneyVocabulary.Default;
        return name.Length is >= 2 and <= 24 && words.Sources.Any(s => name.StartsWith(s, StringComparison.Ordinal)) && words.Nouns.Any(n => name.Contains(n, StringComparison.Ordinal))
            ? name : null;
    }

    private void Rate(Sentence sentence, int rank)
    {
        if (!sentence.Text.Contains('率', StringComparison.Ordinal))
            return;
        foreach (Match match in RateText().Matches(sentence.Text))
            if (Amounts.Rate(ChineseText.Narrow(match.Groups[1].Value)) is { } rate && !ScoreReading.OfOtherYear(sentence.Text, match.Index, _years)
                && (!_found.TryGetValue("executionRate", out var old) || rank < old.Rank))
                _found["executionRate"] = (rate, sentence.Span(match.Groups[1].Index, match.Groups[1].Length), rank);
    }

    [GeneratedRegex("^(已|均|现已)?(全部|足额|及时|全额|按时|如期)+(拨付|落实)?到位")]
    private static partial Regex InPlace();

    [GeneratedRegex("其中[：:，]?|^由(?=中央|省|市|县|区|上级|地方|财政|自治区)|(资金)?来源(为|是|包括|有|：|:)+")]
    private static partial Regex PartMark();

    [GeneratedRegex("(截至|截止)?.{0,14}?(年|月|日|底|末)|项目|本|全年|当年|累计|实际|全部|共计|共|资金|预算|部门|整体|财政|专项|全县|全市|全区|全镇|，|：|经费|年度|已|合计|总|补助|数|为|的")]
    private static partial Regex Neutral();

    [GeneratedRegex("(实际)?(到位|安排|下达|支出|投入|承担|执行|拨付)?(数|金额)?(为|共|共计|约|计|是)?$")]
    private static partial Regex Tail();

    [GeneratedRegex("^(一是|二是|三是|包括|含|来自|由|有|以及|和|及|与|、|，)+")]
    private static partial Regex Connective();

    [GeneratedRegex("(?<!前三季度|采购|三公经费|项目支出|基本支出)(?:预算执行率|资金执行率|资金使用率|预算完成率|资金支出率|支出执行率|执行率|支出率|支付率|使用率)(?:为|达到|达|约|：|:|是|仅)?\\s*(\\d{1,3}(?:[.．]\\d+)?\\s*[%％])")]
    private static partial Regex RateText();
}
