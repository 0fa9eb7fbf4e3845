using System.Text.RegularExpressions;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>What the words before an amount say of it.</summary>
/// <param name="Field">The field of funding that they name.</param>
/// <param name="Lost">Why the amount cannot be its value; <see langword="null"/> where it can.</param>
/// <param name="IsOfPart">Whether they name one source or one use: beside an amount without such words, it is a part.</param>
internal readonly record struct FundingWord(string Field, string? Lost, bool IsOfPart);

/// <summary>Reads the words before an amount: which field of funding they name, or which source of money.</summary>
internal static partial class FundingLead
{
    // The words before an amount that belong to it: longer stretches speak of other things first.
    private const int LongestLead = 40;

    // 站点建设 may still be the project's own short name.
    private const int LongestSubject = 4;

    /// <summary>The words before an amount; they end where it begins.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="previous">Where the amount before it ends.</param>
    /// <param name="amount">Where the amount begins.</param>
    public static string Of(string text, int previous, int amount)
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

    /// <summary>The field that the words name; <see langword="null"/> where they name none.</summary>
    public static FundingWord? FieldOf(string lead, MoneyVocabulary words)
    {
        FundingWord? use = null;
        foreach (var (field, names) in words.Fields)
            foreach (var name in names)
                if (lead.Contains(name, StringComparison.Ordinal))
                {
                    if (words.Excluded.Any(w => lead.Contains(w, StringComparison.Ordinal)))
                        return new FundingWord(field, "excluded", false);
                    var subject = field == "spent" ? Subject(lead, name) : "";
                    if (subject.Length <= LongestSubject)
                        return new FundingWord(field, null, subject.Length > 0 || words.Parts.Any(w => lead.Contains(w, StringComparison.Ordinal)));
                    use = new FundingWord(field, "part", true);
                }

        return use;
    }

    /// <summary>The source of money that the words name, and where its name begins in them; <see langword="null"/> where they name none.</summary>
    public static (string Name, int Start)? Source(string lead, MoneyVocabulary words)
    {
        var start = lead.Length - lead.TrimStart().Length;
        var name = Tail().Replace(lead.Trim(), "");
        var connective = Connective().Match(name).Length;
        name = name[connective..];
        start += connective + name.Length - name.TrimStart(Around).Length;
        name = name.Trim(Around);
        return name.Length is >= 2 and <= 24 && words.Sources.Any(s => name.StartsWith(s, StringComparison.Ordinal)) && words.Nouns.Any(n => name.Contains(n, StringComparison.Ordinal))
            ? (name, start) : null;
    }

    private static char[] Around { get; } = ['：', ':', '“', '”', ' ', '，'];

    // 智慧养老平台建设支出300万元 is one use; 项目实际支出, 全年支出 are the whole: nothing is left of their subject.
    private static string Subject(string lead, string word) => Neutral().Replace(lead[..lead.IndexOf(word, StringComparison.Ordinal)], "");

    [GeneratedRegex("(截至|截止)?.{0,14}?(年|月|日|底|末)|项目|本|全年|当年|累计|实际|全部|共计|共|资金|预算|部门|整体|财政|专项|全县|全市|全区|全镇|，|：|经费|年度|已|合计|总|补助|数|为|的")]
    private static partial Regex Neutral();

    [GeneratedRegex("(实际)?(到位|安排|下达|支出|投入|承担|执行|拨付)?(数|金额)?(为|共|共计|约|计|是)?$")]
    private static partial Regex Tail();

    [GeneratedRegex("^(一是|二是|三是|包括|含|来自|由|有|以及|和|及|与|、|，)+")]
    private static partial Regex Connective();
}
