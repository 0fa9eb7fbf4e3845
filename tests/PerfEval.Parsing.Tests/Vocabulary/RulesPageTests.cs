using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Tests.Support;
using PerfEval.Parsing.Vocabulary;
using Xunit;

namespace PerfEval.Parsing.Tests.Vocabulary;

/// <summary>The rules are data; their pages are made of it, and no extractor may name one that is not there.</summary>
public sealed partial class RulesPageTests
{
    private const string Advice = "The page is made from Vocabulary/rules.json.";

    [Fact]
    public void TheEnglishPageIsThatOfTheRules() => Approved.VerifyFile(
        Page(
            """
            # Rules

            [简体中文](rules.zh-CN.md)

            Every value of a report names the rule that read it (`evidence` → `rule`). `strength` is how often the rule is right, as measured on documents with known
            values; [evidence.md](evidence.md) tells how the confidence of a value comes from it.
            """,
            "| rule | what it reads | strength |",
            "## Why a candidate is passed over",
            "| reason | meaning |",
            r => r.English,
            r => r.English),
        "docs/rules.md",
        Advice);

    [Fact]
    public void TheChinesePageIsThatOfTheRules() => Approved.VerifyFile(
        Page(
            """
            # 规则

            [English](rules.md)

            报告的每个值都注明读出它的规则（`evidence` 中的 `rule`）。`strength`（强度）是该规则的正确率，在已知取值的文档上测得；
            值的置信度如何由此得出，见 [evidence.zh-CN.md](evidence.zh-CN.md)。
            """,
            "| 规则 | 读取什么 | 强度 |",
            "## 候选值为何未被采用",
            "| 原因 | 含义 |",
            r => r.Chinese,
            r => r.Chinese),
        "docs/rules.zh-CN.md",
        Advice);

    [Fact]
    public void EveryRuleIsNamedByAnExtractor()
    {
        var named = Repository.Sources("src/PerfEval.Parsing").Where(s => s.Path.StartsWith("Extracting/", StringComparison.Ordinal))
            .SelectMany(s => Literal().Matches(s.Text).Select(m => m.Groups[1].Value)).ToHashSet(StringComparer.Ordinal);

        // Some ids are put together of a group and its place: "score" and "conclusion".
        Assert.All(RuleVocabulary.Default.Rules, r => Assert.Contains(named, n => n == r.Id || r.Id.EndsWith("." + n.TrimStart('.'), StringComparison.Ordinal)));
    }

    [Fact]
    public void StrengthsAreProportionsShortOfCertainty() => Assert.All(RuleVocabulary.Default.Rules, r => Assert.InRange(r.Strength, 0.3, 0.999));

    private static string Page(string head, string rules, string second, string reasons, Func<ExtractionRule, string> rule, Func<(string English, string Chinese), string> reason)
    {
        var text = new StringBuilder(head).Append("\n\n").Append(rules).Append("\n| --- | --- | ---: |\n");
        foreach (var one in RuleVocabulary.Default.Rules)
            text.Append(CultureInfo.InvariantCulture, $"| `{one.Id}` | {rule(one)} | {one.Strength:0.##} |\n");
        text.Append('\n').Append(second).Append("\n\n").Append(reasons).Append("\n| --- | --- |\n");
        foreach (var (id, words) in RuleVocabulary.Default.Reasons.OrderBy(r => r.Key, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"| `{id}` | {reason(words)} |\n");
        return text.ToString();
    }

    [GeneratedRegex("\"([A-Za-z.]{3,})\"")]
    private static partial Regex Literal();
}
