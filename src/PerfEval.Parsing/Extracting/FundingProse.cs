using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>An amount of prose that was weighed for a field of funding.</summary>
/// <param name="Field">The field: one of the model's, or <c>adjusted</c> and <c>planned</c>, of which one is the model's budget.</param>
/// <param name="Value">In yuan; a rate as a fraction of one.</param>
/// <param name="Span">Where it stands, unit included.</param>
/// <param name="Rank">How near its section is to the money; the lowest wins, the first of equal ones.</param>
/// <param name="Lost">Why it cannot be the value, a reason of <c>rules.json</c>; <see langword="null"/> where it can.</param>
/// <param name="IsOfPart">Whether its words name one source or one use.</param>
internal sealed record FundingMention(string Field, decimal Value, SourceSpan Span, int Rank, string? Lost, bool IsOfPart = false);

/// <summary>Reads the project's money in prose: which amount is the budget, which was received, which was spent; and the sources it enumerates.</summary>
internal sealed partial class FundingProse
{
    private readonly IReadOnlyList<int> _years;
    private readonly MoneyVocabulary _words;
    private readonly Dictionary<string, FundingMention> _found = new(StringComparer.Ordinal);
    private readonly List<FundingMention> _mentions = [];
    private readonly FundingSources _sources;
    private string? _last;

    /// <summary>A reader for a report on the given years.</summary>
    public FundingProse(IReadOnlyList<int> years, MoneyVocabulary words) => (_years, _words, _sources) = (years, words, new FundingSources(words));

    /// <summary>The sources that the prose enumerates.</summary>
    public IReadOnlyList<FundingSources.PlacedLine> Lines => _sources.Lines;

    /// <summary>All amounts that were weighed, in the order read.</summary>
    public IReadOnlyList<FundingMention> Mentions => _mentions;

    /// <summary>What is said of a field of the model; what was planned is the budget where neither an adjusted nor an initial one is stated.</summary>
    public FundingMention? Value(string field) => field == "budget"
        ? _found.GetValueOrDefault("adjusted") ?? (_found.ContainsKey("initialBudget") ? null : _found.GetValueOrDefault("planned"))
        : _found.GetValueOrDefault(field);

    /// <summary>Whether a sentence may hold an amount or a rate; of others nothing is read.</summary>
    public static bool Speaks(ReadOnlySpan<char> sentence) => sentence.ContainsAny('元', '率');

    /// <summary>Reads a sentence.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="rank">How near its section is to the money; the lowest wins, the first of equal ones.</param>
    public void Read(Sentence sentence, int rank)
    {
        var text = sentence.Text;
        // “三公”经费 has a budget and a use of its own, which is not the project's.
        var isOfOther = text.Contains("三公", StringComparison.Ordinal);
        if (!isOfOther)
            Rate(sentence, rank);
        string? parts = null;
        var previous = 0;
        foreach (var amount in Amounts.Find(text))
        {
            var (lead, place) = (FundingLead.Of(text, previous, amount.Start), sentence.Span(amount.Start, amount.Length));
            previous = amount.Start + amount.Length;
            if (isOfOther || ScoreReading.OfOtherYear(text, amount.Start, _years))
            {
                PassOver(lead, amount.Value, place, rank, isOfOther ? "excluded" : "otherYear");
                continue;
            }

            (lead, parts) = Parts(text, lead, amount.Start, parts);
            var source = FundingLead.Source(lead, _words) is var (name, start) ? new OutlineText(name, sentence.Span(amount.Start - lead.Length + start, name.Length)) : null;
            if (parts is not null && source is not null)
                Add(source, lead.Contains("到位", StringComparison.Ordinal) ? "received" : parts, amount.Value, place, rank);
            // 县财政局实际拨付到项目单位572万元, where the section is about what was received.
            else if (lead.Contains("拨付", StringComparison.Ordinal) && sentence.Section.Kinds.Contains(SectionKind.FundingReceived) && !lead.Contains('支', StringComparison.Ordinal))
                Keep(new FundingMention("received", amount.Value, place, rank + 1, null));
            // 县级配套到位350万元, after the sources were enumerated.
            else if (source is not null && _sources.Knows(source.Text))
                AddReceived(source, lead, amount.Value, place, rank);
            else
                ReadTotal(text[previous..], lead, amount.Value, place, rank);
        }
    }

    // 其中：省级补助资金1,152万元，县级配套资金768万元: the parts of the field that was named last; the words before the source are cut off.
    private (string Lead, string? Parts) Parts(string text, string lead, int amount, string? parts)
    {
        // 到位资金186万元（省级资金150万元、市级资金20万元）
        if (lead.StartsWith('（') && FundingLead.Source(lead[1..], _words) is not null)
            (lead, parts) = (lead[1..], _last);
        if (_words.PartMark.Match(lead) is { Success: true } mark)
            return (lead[(mark.Index + mark.Length)..].TrimStart('：', ':', '，', ' '), PartsOf(mark.Value));
        return (lead, Ends(text, amount) ? null : parts);
    }

    // 实际支出120万元。资金来源为中央资金80万元: a source gives money, it spends none.
    private string PartsOf(string mark) => _last is null || (_last == "spent" && mark.Contains("来源", StringComparison.Ordinal)) ? "budget" : _last;

    private void ReadTotal(string after, string lead, decimal value, SourceSpan place, int rank)
    {
        // 项目资金860万元全部到位.
        if (InPlace().IsMatch(after))
            Keep(new FundingMention("received", value, place, rank, null));
        if (FundingLead.FieldOf(lead, _words) is { } word)
            Keep(new FundingMention(word.Field, value, place, rank, word.Lost, word.IsOfPart));
    }

    private void Keep(FundingMention mention)
    {
        if (mention.Lost is null)
            _last = mention.Field is "adjusted" or "planned" ? "budget" : mention.Field;
        Weigh(mention);
    }

    private void Weigh(FundingMention mention)
    {
        _mentions.Add(mention);
        if (mention.Lost is null && (!_found.TryGetValue(mention.Field, out var old) || mention.Rank < old.Rank))
            _found[mention.Field] = mention;
    }

    private void Add(OutlineText source, string field, decimal value, SourceSpan place, int rank)
    {
        _sources.Add(source, field, value, place);
        _mentions.Add(new FundingMention(field == "budget" ? "adjusted" : field, value, place, rank, "part"));
    }

    private void AddReceived(OutlineText source, string lead, decimal value, SourceSpan place, int rank)
    {
        if (lead.Contains("到位", StringComparison.Ordinal))
            Add(source, "received", value, place, rank);
        else
            PassOver(lead, value, place, rank, "part");
    }

    private void PassOver(string lead, decimal value, SourceSpan place, int rank, string lost)
    {
        if (FundingLead.FieldOf(lead, _words) is { } word)
            _mentions.Add(new FundingMention(word.Field, value, place, rank, lost));
    }

    // A semicolon or full stop closes an enumeration of parts.
    private static bool Ends(string text, int amount)
    {
        var before = text.LastIndexOfAny(['；', '。', '元'], Math.Max(0, amount - 1));
        return before >= 0 && text[before] is '；' or '。';
    }

    private void Rate(Sentence sentence, int rank)
    {
        if (!sentence.Text.Contains('率', StringComparison.Ordinal))
            return;
        foreach (Match match in RateText().Matches(sentence.Text))
            if (Amounts.Rate(ChineseText.Narrow(match.Groups[1].Value)) is { } rate)
                Weigh(new FundingMention("executionRate", rate, sentence.Span(match.Groups[1].Index, match.Groups[1].Length), rank,
                    ScoreReading.OfOtherYear(sentence.Text, match.Index, _years) ? "otherYear" : null));
    }

    [GeneratedRegex("^(已|均|现已)?(全部|足额|及时|全额|按时|如期)+(拨付|落实)?到位")]
    private static partial Regex InPlace();

    [GeneratedRegex("(?<!前三季度|采购|三公经费|项目支出|基本支出)(?:预算执行率|资金执行率|资金使用率|预算完成率|资金支出率|支出执行率|执行率|支出率|支付率|使用率)(?:为|达到|达|约|：|:|是|仅)?\\s*(\\d{1,3}(?:[.．]\\d+)?\\s*[%％])")]
    private static partial Regex RateText();
}
