using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Tables;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Structuring;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>
/// The totals of the first-level indicators as the report states them: a summary table (also transposed), an enumeration in the conclusion, or
/// headings that bear their points. They are never added up from the indicators.
/// </summary>
internal sealed partial class DimensionExtractor : IFactExtractor
{

    private static readonly SectionKind[] Dimensions =
        [SectionKind.DecisionAnalysis, SectionKind.ProcessAnalysis, SectionKind.OutputAnalysis, SectionKind.BenefitAnalysis, SectionKind.SatisfactionAnalysis];

    /// <inheritdoc/>
    public void Extract(ReportOutline outline, ReportDraft draft)
    {
        var found = FromTables(draft) ?? FromProse(draft) ?? FromHeadings(outline, draft) ?? FromScores(draft) ?? FromSections(outline);
        if (found is not null)
            draft.Report = draft.Report with { DimensionScores = [.. found.Select(f => f.Score)] };
        for (var i = 0; i < (found?.Count ?? 0); i++)
            draft.Cite($"/dimensionScores/{i}/score", found![i].Span, 0.93);
    }

    private static List<(DimensionScore Score, SourceSpan Span)>? FromTables(ReportDraft draft)
    {
        foreach (var table in draft.Facts.Tables.Where(t => t.Rows >= 2 && !draft.Facts.IsForm(t) && draft.Facts.IndicatorTables.All(i => !ReferenceEquals(i.View, t))))
            if (ByRows(table) is { } rows)
                return rows;
            else if (ByColumns(table) is { } columns)
                return columns;
        return null;
    }

    private static List<(DimensionScore, SourceSpan)>? ByRows(TableView table)
    {
        var heads = table.RowCells(0).Select(c => (c.Column, Key: ColumnVocabulary.Key(c.Cell.Text))).ToList();
        var name = Column(heads, ColumnVocabulary.Default.DimensionNames, "维度");
        var mark = Column(heads, ColumnVocabulary.Default.DimensionMarks, "分值", "满分", "权重");
        var score = Column([.. heads.Where(h => !h.Key.Contains("自评", StringComparison.Ordinal) && !h.Key.Contains('率', StringComparison.Ordinal))], ColumnVocabulary.Default.DimensionScores, "得分", "评价分", "核定分", "复核分");
        if (score < 0)
            score = Column([.. heads.Where(h => !h.Key.Contains('率', StringComparison.Ordinal))], ColumnVocabulary.Default.DimensionScores, "得分", "自评分");
        if (name < 0 || mark < 0 || score < 0)
            return null;
        if (heads.Any(h => h.Key == "二级指标"))
            return BySubtotals(table, name, mark, score);
        var found = new List<(DimensionScore, SourceSpan)>();
        for (var row = 1; row < table.Rows; row++)
            if (table.Value(row, name) is { } text && !ColumnVocabulary.Default.IsTotal(text) && Amounts.Whole(table.Text(row, score)) is { } points)
                found.Add((new DimensionScore(Name(text), Amounts.Whole(table.Text(row, mark)), points), table.Span(row, score)));
        return found.Count is >= 2 and <= 12 ? found : null;
    }

    private static int Column(List<(int Column, string Key)> heads, IReadOnlyList<string> listed, params string[] parts)
    {
        var found = heads.FindIndex(h => listed.Contains(h.Key));
        if (found < 0)
            found = heads.FindIndex(h => h.Key.Length <= 12 && parts.Any(p => h.Key.Contains(p, StringComparison.Ordinal)));
        return found < 0 ? -1 : heads[found].Column;
    }

    // With second-level rows, only 小计 gives a dimension's total.
    private static List<(DimensionScore, SourceSpan)>? BySubtotals(TableView table, int name, int mark, int score)
    {
        var found = new List<(DimensionScore, SourceSpan)>();
        string? dimension = null;
        for (var row = 1; row < table.Rows; row++)
        {
            if (table.Value(row, name) is not { } text)
                continue;
            if (ChineseText.Squeeze(text) != "小计")
                dimension = text;
            else if (dimension is not null && Amounts.Whole(table.Text(row, score)) is { } points)
                found.Add((new DimensionScore(Name(dimension), Amounts.Whole(table.Text(row, mark)), points), table.Span(row, score)));
        }

        return found.Count >= 2 ? found : null;
    }

    // 指标 | 决策 | 过程 | 合计, below it 权重 and 得分.
    private static List<(DimensionScore, SourceSpan)>? ByColumns(TableView table)
    {
        var (mark, score) = (-1, -1);
        for (var row = 1; row < table.Rows && row < 6; row++)
        {
            var key = ColumnVocabulary.Key(table.Text(row, 0));
            if (ColumnVocabulary.Default.DimensionMarks.Contains(key) && mark < 0)
                mark = row;
            else if (ColumnVocabulary.Default.DimensionScores.Contains(key) && score < 0)
                score = row;
        }

        if (mark < 0 || score < 0)
            return null;
        var found = new List<(DimensionScore, SourceSpan)>();
        foreach (var (column, cell) in table.RowCells(0))
            if (column > 0 && cell.Text.Trim().Length > 0 && !ColumnVocabulary.Default.IsTotal(cell.Text) && Amounts.Whole(table.Text(score, column)) is { } points)
                found.Add((new DimensionScore(Name(cell.Text), Amounts.Whole(table.Text(mark, column)), points), table.Span(score, column)));
        return found.Count >= 2 ? found : null;
    }

    private static List<(DimensionScore, SourceSpan)>? FromProse(ReportDraft draft)
    {
        List<(DimensionScore, SourceSpan)>? best = null;
        foreach (var sentence in draft.Facts.Sentences.Where(s => s.Text.Contains('分', StringComparison.Ordinal)))
        {
            var found = new List<(DimensionScore, SourceSpan)>();
            Enumerated(sentence, Part(), 2, 3, found);
            Enumerated(sentence, PartInverted(), 3, 2, found);
            // One match is an indicator's points; the dimensions are enumerated together.
            if (found.Count >= 2 && (found.Count >= 3 && sentence.Section.IsWithin(SectionKind.Conclusion) || found.Count(f => ColumnVocabulary.Default.Dimensions.Any(d => f.Item1.Name.Contains(d, StringComparison.Ordinal))) * 2 >= found.Count) && found.Count > (best?.Count ?? 1)
                && (best is null || sentence.Section.IsWithin(SectionKind.Conclusion)))
                best = found;
        }

        return best;
    }

    private static void Enumerated(Sentence sentence, Regex part, int markGroup, int pointsGroup, List<(DimensionScore, SourceSpan)> found)
    {
        foreach (Match match in part.Matches(ChineseText.Narrow(sentence.Text)))
            if (Name(match.Groups[1].Value) is { Length: >= 2 } name && Amounts.Number(match.Groups[markGroup].Value) is { } mark
                && Amounts.Number(match.Groups[pointsGroup].Value) is { } points && points <= mark && mark < 100m)
                found.Add((new DimensionScore(name, mark, points), sentence.Span(match.Groups[pointsGroup].Index, match.Groups[pointsGroup].Length)));
    }

    // 其中：决策得分14分，过程得分21.4分; the weights stand where the indicator system is described.
    private static List<(DimensionScore, SourceSpan)>? FromScores(ReportDraft draft)
    {
        foreach (var sentence in draft.Facts.Sentences.Where(s => s.Section.IsWithin(SectionKind.Conclusion) || s.Section.IsWithin(SectionKind.Result)))
        {
            var found = new List<(DimensionScore, SourceSpan)>();
            foreach (Match match in ScoreOnly().Matches(ChineseText.Narrow(sentence.Text)))
                if (Name(match.Groups[1].Value) is { Length: >= 2 } name && Amounts.Number(match.Groups[2].Value) is { } points
                    && ColumnVocabulary.Default.Dimensions.Any(d => name.Contains(d, StringComparison.Ordinal)))
                    found.Add((new DimensionScore(name, Mark(draft, name), points), sentence.Span(match.Groups[2].Index, match.Groups[2].Length)));
            if (found.Count >= 3)
                return found;
        }

        return null;
    }

    // （一）项目立项（自评得分9分）; the weights stand where the indicator system is described: 项目立项（10分）.
    private static List<(DimensionScore, SourceSpan)>? FromHeadings(ReportOutline outline, ReportDraft draft)
    {
        var found = new List<(DimensionScore, SourceSpan)>();
        foreach (var section in outline.Walk().Where(s => s.Heading is not null))
        {
            var narrow = ChineseText.Narrow(section.Heading!);
            if (HeadingBoth().Match(narrow) is { Success: true } both && Amounts.Number(both.Groups[3].Value) is { } score)
            {
                found.Add((new DimensionScore(HeadingTail().Replace(section.Heading![..both.Groups[1].Length], ""), Amounts.Number(both.Groups[2].Value), score), section.HeadingSpan!.Value));
                continue;
            }

            var match = HeadingScore().Match(narrow);
            if (!match.Success || Amounts.Number(match.Groups[2].Value) is not { } points)
                continue;
            var name = section.Heading![..match.Groups[1].Length];
            found.Add((new DimensionScore(name, Mark(draft, name), points), section.HeadingSpan!.Value));
        }

        return found.Count >= 2 ? found : null;
    }

    // 投入类指标满分20分，得18.90分。 at the head of each dimension's own section.
    private static List<(DimensionScore, SourceSpan)>? FromSections(ReportOutline outline)
    {
        var found = new List<(DimensionScore, SourceSpan)>();
        foreach (var section in outline.Walk().Where(s => s.Kinds.Any(Dimensions.Contains) && !s.Ancestors().Any(a => a.Kinds.Any(Dimensions.Contains))))
            if (Sentences.Of(section).Take(2).Select(s => (Sentence: s, Match: Part().Match(ChineseText.Narrow(s.Text)))).FirstOrDefault(x => x.Match.Success) is { Match: { } match } first
                && Amounts.Number(match.Groups[2].Value) is { } mark && Amounts.Number(match.Groups[3].Value) is { } points && points <= mark)
                found.Add((new DimensionScore(OwnName(Name(match.Groups[1].Value), section), mark, points), first.Sentence.Span(match.Groups[3].Index, match.Groups[3].Length)));
        return found.Count >= 2 ? found : null;
    }

    // 该类指标权重12分: the section's heading names it.
    private static string OwnName(string name, OutlineSection section) =>
        name.Length >= 2 && name[0] is not ('该' or '本' or '此') ? name : HeadingTail().Replace(section.Heading ?? name, "");

    private static decimal? Mark(ReportDraft draft, string name)
    {
        foreach (var sentence in draft.Facts.Sentences)
        {
            var at = sentence.Text.IndexOf(name, StringComparison.Ordinal);
            if (at >= 0 && MarkBehind().Match(ChineseText.Narrow(sentence.Text[(at + name.Length)..])) is { Success: true } match)
                return Amounts.Number(match.Groups[1].Value);
        }

        return null;
    }

    private static string Name(string text)
    {
        var name = ChineseText.Name(text);
        var cut = name.LastIndexOfAny(['：', ':', '，', '；', '。', '、']);
        return TailWords().Replace(BracketedWeight().Replace(cut >= 0 ? name[(cut + 1)..] : name, ""), "");
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

    [GeneratedRegex(@"[（(][^（）()]*[）)]$")]
    private static partial Regex BracketedWeight();

    [GeneratedRegex("(方面|类|部分|维度)$")]
    private static partial Regex TailWords();
}
