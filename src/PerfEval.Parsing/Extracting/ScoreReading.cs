using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Extracting.Values;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Extracting;

/// <summary>A score found in a sentence.</summary>
/// <param name="Value">The points.</param>
/// <param name="FullMark">The full mark, where the sentence gives it.</param>
/// <param name="IsSelf">Whether the words say that the unit gave it itself.</param>
/// <param name="Strength">How plainly the words say that it is the overall score, 0–1.</param>
/// <param name="Start">Where the number begins in the sentence.</param>
/// <param name="Length">The number's length, without 分.</param>
internal sealed record ScoreFound(decimal Value, FullMarkFound? FullMark, bool IsSelf, double Strength, int Start, int Length)
{
    /// <summary>Why it is not the overall score, a reason of <c>rules.json</c>; <see langword="null"/> where it may be.</summary>
    public string? Lost { get; init; }
}

/// <summary>A full mark found in a sentence.</summary>
/// <param name="Value">The points.</param>
/// <param name="Start">Where the number begins in the sentence.</param>
/// <param name="Length">The number's length.</param>
internal sealed record FullMarkFound(decimal Value, int Start, int Length);

/// <summary>A grade found in a sentence.</summary>
/// <param name="Word">The grade.</param>
/// <param name="IsSelf">Whether the words say that the unit gave it itself.</param>
/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="Length">Its length.</param>
internal sealed record GradeFound(string Word, bool IsSelf, int Start, int Length)
{
    /// <summary>Why it is not the report's grade, a reason of <c>rules.json</c>; <see langword="null"/> where it may be.</summary>
    public string? Lost { get; init; }
}

/// <summary>
/// Reads overall scores and grades in a sentence, and tells them from their false friends: points of one indicator, full marks, other years,
/// comparisons, approvals of objectives and appraisals.
/// </summary>
internal static partial class ScoreReading
{
    /// <summary>The scores in a sentence, false friends included, in order of the wordings.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="years">The years that the report evaluates.</param>
    public static List<ScoreFound> Scores(string sentence, IReadOnlyList<int> years)
    {
        var found = new List<ScoreFound>();
        if (!Points.AreIn(sentence))
            return found;
        var text = ChineseText.Narrow(sentence);
        var full = FullMarkIn(text);
        foreach (Match match in Score().Matches(text))
            Add(match.Groups[2], match.Groups[1].Value, Strength(match.Groups[1].Value, text), FalseFriend(text, match, years));
        foreach (Match match in Inverted().Matches(text))
            Add(match.Groups[1], match.Groups[2].Value, 0.9, OfOtherYear(text, match.Index, years) ? "otherYear" : null);
        return TotalsApart(found, text);

        void Add(Group number, string word, double strength, string? lost)
        {
            if (Amounts.Number(number.Value) is { } value)
                found.Add(new ScoreFound(value, full?.Value == value ? null : full, IsSelf(word), strength, number.Index, number.Length) { Lost = lost });
        }
    }

    /// <summary>The full mark that a sentence gives: 满分100分.</summary>
    public static FullMarkFound? FullMarkIn(string sentence) =>
        Points.AreIn(sentence) && FullMark().Match(ChineseText.Narrow(sentence)) is { Success: true } match && Amounts.Number(match.Groups[1].Value) is { } mark
            ? new FullMarkFound(mark, match.Groups[1].Index, match.Groups[1].Length) : null;

    /// <summary>The grades in a sentence, false friends included, in order.</summary>
    public static List<GradeFound> Grades(string sentence, IReadOnlyList<int> years, GradeVocabulary words)
    {
        var found = new List<GradeFound>();
        if (!words.Patterns.MayHold(sentence))
            return found;
        foreach (Match match in words.Patterns.InSentence.Matches(sentence))
        {
            var lost = OfOtherYear(sentence, match.Index, years) ? "otherYear"
                : NotOverall().IsMatch(Before(sentence, match.Index, 6)) ? "quality"
                : Class().IsMatch(sentence.AsSpan(match.Groups[2].Index + match.Groups[2].Length)) ? "standards" : null;
            var word = match.Groups[2];
            found.Add(new GradeFound(word.Value, match.Groups[1].Value.Contains('自', StringComparison.Ordinal), word.Index, word.Length) { Lost = lost });
        }

        return found;
    }

    // 自评总分为100分，自评得分94.5分: where both stand, 总分 is the full mark; 自评总分为92.35分 alone is the score.
    private static List<ScoreFound> TotalsApart(List<ScoreFound> found, string text)
    {
        var scores = found.Where(s => s.Lost is null).ToList();
        var totals = scores.Where(s => TotalWord().IsMatch(Before(text, s.Start, 10))).ToList();
        if (totals.Count == 0)
            return found;
        if (totals.Count == scores.Count)
            // A round total without a grade beside it, or beside the scale of grades, is a full mark.
            return Graded().IsMatch(text) && Scale().Count(text) < 2 ? found : [.. found.Select(s => s is { Lost: null, Value: 100m or 110m or 120m } ? s with { Lost = "fullMark" } : s)];
        var mark = new FullMarkFound(totals[0].Value, totals[0].Start, totals[0].Length);
        return [.. found.Select(s => s.Lost is not null ? s : totals.Contains(s) ? s with { Lost = "fullMark" } : s.Value <= mark.Value ? s with { FullMark = mark } : s)];
    }

    private static string? FalseFriend(string text, Match match, IReadOnlyList<int> years)
    {
        var word = match.Groups[1].Value;
        var before = Clause(text, match.Index);
        if (OfOtherYear(text, match.Index, years))
            return "otherYear";
        if (Appraisal().Match(before + word) is { Success: true } appraisal)
            return Statistic().IsMatch(appraisal.Value) ? "statistic" : "appraisal";
        if (Comparison().IsMatch(before))
            return "comparison";
        if (Threshold().IsMatch(text[(match.Index + match.Length)..]))
            return "threshold";
        // 得分 of something that is named right before it: an indicator or dimension, unless it is the report's own subject.
        return !Overall().IsMatch(word) && (PartOf().IsMatch(before) || OfPart(text[..match.Index]) || (years.Count > 1 && OneYear().IsMatch(before))) ? "part" : null;
    }

    // 权重18分，得分15.5分; （40分）得38.2分: the points of one part, its weight before them.
    private static bool OfPart(string before) =>
        MarkBefore().Match(before) is { Success: true } mark && (Amounts.Number(mark.Groups[1].Value) is < 100m || mark.Groups[1].Length == 0);

    /// <summary>Whether the year that was named last before a place is none of the report's years.</summary>
    public static bool OfOtherYear(string text, int index, IReadOnlyList<int> years)
    {
        if (years.Count == 0 || !text.AsSpan(0, index).Contains('年'))
            return false;
        int? last = null;
        foreach (Match match in YearNamed().Matches(ChineseText.Narrow(text[..index])))
            if (int.TryParse(match.Groups[1].Value, out var year))
                last = year;
        return last is int y && !years.Contains(y);
    }

    private static string Clause(string text, int index)
    {
        var start = text.LastIndexOfAny(['，', '；', '。', ',', ';'], Math.Max(0, index - 1));
        return text[(start + 1)..index];
    }

    private static string Before(string text, int index, int length) => text[Math.Max(0, index - length)..index];

    private static bool IsSelf(string word) => word.Contains("自评", StringComparison.Ordinal);

    private static double Strength(string word, string text) =>
        (Overall().IsMatch(word) ? 0.9 : 0.7) + (Graded().IsMatch(text) ? 0.09 : 0);

    private const string ScoreWords =
        "绩效自评价?综合得分|绩效自评得分|绩效评价得分|绩效评价综合得分|项目自评得分|评价综合得分|自评综合得分|综合评价得分|综合评定得分|综合得分|综合评分|评价得分|自评得分|总得分|总体得分|最终得分|最终评分结果|最终评分|评分结果|"
        + "自评总分|评价总分|绩效自评总分|绩效自评分数?|绩效自评分值|整体绩效自评分|项目自评分|自评分数?|自评分值|评价分值|评价分数|评价分|绩效得分|总评分|总分|实得分?|分数|考评得分|合计得分|合计|再评价得分|自我评价得分|自评结果|评价结果|最终核定|核定得分|核定分|打分结果|打分|评分|得分|获得|自评|得";

    [GeneratedRegex("(" + ScoreWords + @")(?:分别)?\s*(?:情况|结果)?\s*(?:的|为|是|:|：|达到|达|共计?|合计|，)?\s*[“""]?(\d{1,3}(?:\.\d{1,4})?)\s*分(?!值|钟|之|别|项|类|档|级|公司|制|局)")]
    internal static partial Regex Score();

    // 余92.65分即为我局整体支出绩效自评分; 88分为最终得分.
    [GeneratedRegex(@"(\d{1,3}(?:\.\d{1,4})?)\s*分(?:，|即|作)?为?[^，。；\d]{0,16}?(绩效自评分|自评得分|最终得分|综合得分|评价得分|自评分|总得分)(?!为|是|：|\d)")]
    internal static partial Regex Inverted();

    [GeneratedRegex(@"(?:满分|总分值?|基础分)(?:为|是|:|：|共|计)?\s*(\d{2,3}(?:\.\d+)?)\s*分")]
    internal static partial Regex FullMark();

    [GeneratedRegex("总分$|总分(为|是|:|：|共|达)?$")]
    private static partial Regex TotalWord();

    [GeneratedRegex("等级|等次|评级|级别|定为|属于|为[“\"]?(优|良|中|差)")]
    private static partial Regex Graded();

    [GeneratedRegex("综合|最终|核定|打分结果|总得分|总体得分|绩效自评|自评得分|自评总分|评价得分|自评分|评价总分|评价分|总评|再评价|绩效得分")]
    private static partial Regex Overall();

    [GeneratedRegex("审核|考核|审定|测评|考评成绩|满意度|信用|排名|投标|评标|答辩|问卷|平均|人均|最高|最低|标准分")]
    private static partial Regex Appraisal();

    // 90（含）—100分为优，80（含）—90分为良
    [GeneratedRegex(@"分(\([^()]{1,8}\))?(以[上下])?为[“""]?[优良中差]")]
    private static partial Regex Scale();

    // 2018年度得分72.40分，2019年度得分81.65分 where three years are evaluated together.
    [GeneratedRegex(@"^(?:其中:?|分年度看:?)?(?:19|20)\d{2}年度?$")]
    private static partial Regex OneYear();

    // 对评价结果为“差”的县暂停安排: said of whatever gets the grade.
    [GeneratedRegex("^[”\"」’]?的(?!评价)")]
    private static partial Regex Class();

    [GeneratedRegex("平均|人均|最高|最低|标准分")]
    private static partial Regex Statistic();

    [GeneratedRegex("^(较|比|与|同|低于|高于|和|从|由)|相比|相差|提高|下降|低|高出|差异|上年|去年|往年|上一年")]
    private static partial Regex Comparison();

    [GeneratedRegex("^\\s*(以上|以下|（含|\\(含|及以上|及以下|至|—|-|以内|～|~)")]
    private static partial Regex Threshold();

    [GeneratedRegex("(指标|方面|情况|类|维度|部分|决策|过程|产出|效益|效果|管理|投入|满意度|执行率|性|率|该项|此项|本项|每项|目标|资金|立项|数量|质量|时效|成本|县|市|区|镇|乡)[“”\"'‘’（）()\\s]*$")]
    private static partial Regex PartOf();

    [GeneratedRegex(@"(\d{1,3}(?:\.\d+)?)\s*分?\s*[）)]?[，,]?\s*$|扣[^，。]*$|权重$")]
    private static partial Regex MarkBefore();

    [GeneratedRegex(@"(?<!\d)((?:19|20)\d{2})\s*年(?!\d|以来|\s*\d{1,2}\s*月)")]
    private static partial Regex YearNamed();

    [GeneratedRegex("(质量|信用|风险|资质|响应|密|安全|水质|地表|等保)")]
    private static partial Regex NotOverall();
}
