using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Structuring;

/// <summary>A title found: its lines, by index, and its text joined.</summary>
/// <param name="First">The first line.</param>
/// <param name="Last">The last line.</param>
/// <param name="Text">The lines joined, without white space between Chinese characters.</param>
internal sealed record TitleLines(int First, int Last, string Text);

/// <summary>Finds titles: the lines that end in 绩效评价报告, 绩效自评表 and the like, with the lines above that belong to them.</summary>
internal static partial class ReportTitle
{
    private const int LongestLine = 60;
    private const int MostLinesAbove = 4;

    /// <summary>The title whose last line is at <paramref name="index"/>, if that line ends one.</summary>
    public static TitleLines? EndingAt(IReadOnlyList<Line> lines, int index, TitleVocabulary words)
    {
        var line = lines[index];
        if (!line.IsText || !Ends(line.Squeezed, words))
            return null;
        var first = index;
        while (first > 0 && index - first < MostLinesAbove && lines[first - 1] is { IsText: true } above && BelongsAbove(above, line, words))
            first--;
        var text = ChineseText.Name(string.Concat(Enumerable.Range(first, index - first + 1).Select(i => lines[i].Text + " ")).Trim());
        // 绩效评价报告 alone names no subject, but is a title where nothing stands above it.
        return HasSubject(text, words) && text.Length <= 120 ? new TitleLines(first, index, text) : null;
    }

    /// <summary>Whether a line is the number and date of a report (<c>皖衡信绩评〔2022〕018号</c>), not its title.</summary>
    public static bool IsReportNumber(string squeezed) =>
        squeezed.Length <= 40 && (squeezed.StartsWith("报告编号", StringComparison.Ordinal) || (squeezed.EndsWith('号') && ReportNumber().IsMatch(squeezed)));

    /// <summary>Whether a line says only where among the annexes the next title stands: 附件2.</summary>
    public static bool IsAnnexLabel(string squeezed) => squeezed.StartsWith('附') && AnnexLabel().IsMatch(squeezed);

    private static bool Ends(string squeezed, TitleVocabulary words)
    {
        if (squeezed.Length is < 3 or > LongestLine || !words.MayEndWith(squeezed))
            return false;
        var text = squeezed[^1] is ')' or '）' ? TrailingNote().Replace(squeezed, "") : squeezed;
        if (IsAnnex(text))
            return false;
        return EndsAsTitle(text, words)
            && text.AsSpan().IndexOfAny("。；：:") < 0
            && HeadingNumber.Parse(text).Shape is NumberShape.None or NumberShape.Letter;
    }

    private static bool EndsAsTitle(string text, TitleVocabulary words)
    {
        foreach (var ending in words.Endings)
            if (text.EndsWith(ending, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static bool IsAnnex(string text) => text.StartsWith('附') && Annex().IsMatch(text);

    private static bool HasSubject(string text, TitleVocabulary words) => words.Subjects.Any(s => text.Contains(s, StringComparison.Ordinal));

    private static bool BelongsAbove(Line above, Line end, TitleVocabulary words)
    {
        var text = above.Squeezed;
        if (text.Length > 45 || text.AsSpan().IndexOfAny("。；：:，") >= 0 || IsReportNumber(text) || IsAnnexLabel(text) || IsAnnex(text))
            return false;
        if (words.Furniture.Contains(text) || words.Contents.Contains(text) || Ends(text, words))
            return false;
        if (PageFurniture.IsPageNumber(above.Text) || ChineseDate.IsWholeLine(text) || HeadingNumber.Parse(text).Shape != NumberShape.None)
            return false;
        // Two lines of one title look alike where the format says how they look.
        var (a, b) = (above.Paragraph!.Style, end.Paragraph!.Style);
        return (a.Alignment == b.Alignment || a.Alignment == TextAlignment.Center)
            && (a.Size is null || b.Size is null || Math.Abs(a.Size.Value - b.Size.Value) < 4.1);
    }

    [GeneratedRegex(@"[（(][^（）()]{0,20}[）)]$")]
    private static partial Regex TrailingNote();

    [GeneratedRegex(@"^.{0,16}[〔\[【（(]\d{4}[〕\]】）)].{0,8}第?\s*\d*\s*号$")]
    private static partial Regex ReportNumber();

    [GeneratedRegex(@"^附[件表录]?[一二三四五六七八九十\d]{0,3}[：:]?$")]
    private static partial Regex AnnexLabel();

    [GeneratedRegex(@"^附[件表录]?([一二三四五六七八九十]{1,3}|\d{1,2}(?!\d))?[：:、.\-—]?")]
    private static partial Regex Annex();
}
