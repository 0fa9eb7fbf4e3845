using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting;

/// <summary>The dimensions' totals as sentences and headings state them.</summary>
internal sealed partial class DimensionProse
{
    private static readonly SectionKind[] Dimensions =
        [SectionKind.DecisionAnalysis, SectionKind.ProcessAnalysis, SectionKind.OutputAnalysis, SectionKind.BenefitAnalysis, SectionKind.SatisfactionAnalysis];

    private readonly ReportOutline _outline;
    private readonly WatchedList<Sentence> _sentences;

    /// <summary>The prose of a report.</summary>
    public DimensionProse(ReportOutline outline, WatchedList<Sentence> sentences) => (_outline, _sentences) = (outline, sentences);

    /// <summary>Weights and points enumerated in one sentence: 决策20分，得18分；过程….</summary>
    public List<DimensionFound>? Enumerated()
    {
        List<DimensionFound>? best = null;
        foreach (var sentence in _sentences.Where(s => Points.AreIn(s.Text)))
        {
            var concluded = sentence.Section.IsWithin(SectionKind.Conclusion);
            List<DimensionFound> found = [.. Parts(sentence, Part(), 2, 3)];
            // 18分（满分20分）
            if (sentence.Text.Contains("分（", StringComparison.Ordinal) || sentence.Text.Contains("分(", StringComparison.Ordinal))
                found.AddRange(Parts(sentence, PartInverted(), 3, 2));
            // One match is an indicator's points; the dimensions are enumerated together.
            if (found.Count >= 2 && ((found.Count >= 3 && concluded) || found.Count(f => IsListed(f.Name)) * 2 >= found.Count) && found.Count > (best?.Count ?? 1)
                && (best is null || concluded))
                best = found;
        }

        return best;
    }

    /// <summary>其中：决策得分14分，过程得分21.4分; the weights stand where the indicator system is described.</summary>
    public List<DimensionFound>? Scored()
    {
        foreach (var sentence in _sentences.Where(s => s.Section.IsWithin(SectionKind.Conclusion) || s.Section.IsWithin(SectionKind.Result)))
        {
            var found = new List<DimensionFound>();
            foreach (Match match in ScoreOnly().Matches(ChineseText.Narrow(sentence.Text)))
                if (DimensionFound.NameIn(match.Groups[1].Value) is { Length: >= 2 } name && Amounts.Number(match.Groups[2].Value) is { } points && IsListed(name))
                    found.Add(Dimension(name, Span(sentence, match.Groups[1]), points, Span(sentence, match.Groups[2])));
            if (found.Count >= 3)
                return found;
        }

        return null;
    }

    /// <summary>（一）项目立项（自评得分9分）; the weights stand in the heading too, or where the indicator system is described: 项目立项（10分）.</summary>
    public List<DimensionFound>? InHeadings()
    {
        var found = new List<DimensionFound>();
        foreach (var section in _outline.Walk())
        {
            if (section is not { Heading: { } heading, HeadingSpan: { } span })
                continue;
            var narrow = ChineseText.Narrow(heading);
            if (HeadingBoth().Match(narrow) is { Success: true } both && Amounts.Number(both.Groups[3].Value) is { } score)
                found.Add(new DimensionFound(HeadingTail().Replace(heading[..both.Groups[1].Length], ""), Amounts.Number(both.Groups[2].Value), score, span, Within(span, heading, both.Groups[2]), Within(span, heading, both.Groups[3])));
            else if (HeadingScore().Match(narrow) is { Success: true } match && Amounts.Number(match.Groups[2].Value) is { } points)
                found.Add(Dimension(heading[..match.Groups[1].Length], span, points, Within(span, heading, match.Groups[2])));
        }

        return found.Count >= 2 ? found : null;
    }

    /// <summary>投入类指标满分20分，得18.90分。 at the head of each dimension's own section.</summary>
    public List<DimensionFound>? InSections()
    {
        var found = new List<DimensionFound>();
        foreach (var section in _outline.Walk().Where(s => s.Kinds.Any(Dimensions.Contains) && !s.Ancestors().Any(a => a.Kinds.Any(Dimensions.Contains))))
            if (Sentences.Of(section).Take(2).Select(s => (Sentence: s, Match: Part().Match(ChineseText.Narrow(s.Text)))).FirstOrDefault(x => x.Match.Success) is { Match: { } match } first
                && Amounts.Number(match.Groups[2].Value) is { } mark && Amounts.Number(match.Groups[3].Value) is { } points && points <= mark)
            {
                var (name, span) = OwnName(DimensionFound.NameIn(match.Groups[1].Value), Span(first.Sentence, match.Groups[1]), section);
                found.Add(new DimensionFound(name, mark, points, span, Span(first.Sentence, match.Groups[2]), Span(first.Sentence, match.Groups[3])));
            }

        return found.Count >= 2 ? found : null;
    }

    private static IEnumerable<DimensionFound> Parts(Sentence sentence, Regex part, int markGroup, int pointsGroup)
    {
        foreach (Match match in part.Matches(ChineseText.Narrow(sentence.Text)))
            if (DimensionFound.NameIn(match.Groups[1].Value) is { Length: >= 2 } name && Amounts.Number(match.Groups[markGroup].Value) is { } mark
                && Amounts.Number(match.Groups[pointsGroup].Value) is { } points && points <= mark && mark < 100m)
                yield return new DimensionFound(name, mark, points, Span(sentence, match.Groups[1]), Span(sentence, match.Groups[markGroup]), Span(sentence, match.Groups[pointsGroup]));
    }

    private bool IsListed(string name) => _outline.Vocabulary.Columns.Dimensions.Any(d => name.Contains(d, StringComparison.Ordinal));

    private static SourceSpan Span(Sentence sentence, Group group) => sentence.Span(group.Index, group.Length);

    // Between a heading's place and its text in normal form lies white space at most.
    private SourceSpan Within(SourceSpan heading, string text, Group group)
    {
        var head = TracedText.Exact(_outline.Document, text[..group.Index], heading)[0];
        return TracedText.Exact(_outline.Document, group.Value, heading with { Start = head.End, Length = heading.End - head.End })[0];
    }

    // 该类指标权重12分: the section's heading names it.
    private static (string, SourceSpan) OwnName(string name, SourceSpan span, OutlineSection section) =>
        name.Length >= 2 && name[0] is not ('该' or '本' or '此') ? (name, span) : (HeadingTail().Replace(section.Heading ?? name, ""), section.HeadingSpan ?? span);

    private DimensionFound Dimension(string name, SourceSpan span, decimal points, SourceSpan pointsSpan)
    {
        foreach (var sentence in _sentences)
        {
            var at = sentence.Text.IndexOf(name, StringComparison.Ordinal);
            if (at < 0 || MarkBehind().Match(ChineseText.Narrow(sentence.Text[(at + name.Length)..])) is not { Success: true } match)
                continue;
            var mark = Amounts.Number(match.Groups[1].Value);
            return new DimensionFound(name, mark, points, span, mark is null ? null : sentence.Span(at + name.Length + match.Groups[1].Index, match.Groups[1].Length), pointsSpan);
        }

        return new DimensionFound(name, null, points, span, null, pointsSpan);
    }

    [GeneratedRegex(@"([\u4e00-\u9fff“”""、和及]{2,14}?)(?:类指标|类|方面|部分|维度)?[（(]?(?:满分|权重|分值|总分|标准分)?(?:为|是)?\s*(\d{1,2}(?:\.\d+)?)\s*分[）)]?[，,、]?\s*(?:实际|评价|自评|实|考评)?(?:得分|得|自评|实得|评分|评价|为)(?:分)?(?:为|是|:|：)?\s*(\d{1,2}(?:\.\d+)?)\s*分")]
    private static partial Regex Part();

    [GeneratedRegex(@"([\u4e00-\u9fff]{2,10}?)(?:类指标|类|方面|部分|维度)?(?:得分|得|自评得分|自评)(?:为|是)?\s*(\d{1,2}(?:\.\d+)?)\s*分")]
    private static partial Regex ScoreOnly();

    // 决策18分（满分20分）
    [GeneratedRegex(@"([\u4e00-\u9fff“”""、和及]{2,14}?)(?:类指标|类|方面|部分|维度)?(?:得分|得|自评)?\s*(\d{1,2}(?:\.\d+)?)\s*分[（(](?:满分|权重|分值|总分|标准分)(?:为|是)?\s*(\d{1,2}(?:\.\d+)?)\s*分?[）)]")]
    private static partial Regex PartInverted();

    [GeneratedRegex(@"^(.+?)[（(](?:自评|评价)?(?:得分|自评)(?:为|:)?\s*(\d{1,3}(?:\.\d+)?)\s*分?[）)]$")]
    private static partial Regex HeadingScore();

    // （一）决策情况（分值18分，得分15.60分）
    [GeneratedRegex(@"^(.+?)[（(](?:分值|满分|权重|总分)?[:：]?\s*(\d{1,3}(?:\.\d+)?)\s*分?[，,、；;]\s*(?:自评|评价|实际)?得分?(?:为|:)?\s*(\d{1,3}(?:\.\d+)?)\s*分?[）)]$")]
    private static partial Regex HeadingBoth();

    [GeneratedRegex("(指标)?(完成)?情况(分析)?$")]
    private static partial Regex HeadingTail();

    [GeneratedRegex(@"^[（(]?(?:满分|权重|分值)?(?:为)?\s*(\d{1,3}(?:\.\d+)?)\s*分")]
    private static partial Regex MarkBehind();
}
