using System.Text.RegularExpressions;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>What a publishing page says about a document (索引号, 发布机构 …): taken out of the blocks into pairs.</summary>
internal static partial class HtmlMetadata
{
    private const int LongestLine = 300;
    private const int MostRows = 20;

    /// <summary>Labels that only publishing pages have.</summary>
    private static readonly HashSet<string> PageLabels = new(StringComparer.Ordinal)
    {
        "索引号", "索取号", "信息索引号", "组配分类", "发布机构", "发布机关", "公开机构", "公开主体", "主题分类", "体裁分类", "服务对象分类", "信息分类", "有效性", "公开方式", "公开形式", "公开范围", "公开时限", "公开类型", "公开日期", "发布日期", "发布时间", "发布单位", "成文日期", "生成日期", "形成日期",
        "废止日期", "失效日期", "浏览次数", "浏览量", "访问量", "访问次数", "阅读次数", "阅读量", "点击数", "点击次数", "点击率", "信息来源", "文章来源", "稿件来源", "信息标识", "监督索引号", "归档时间", "时效状态", "信息名称", "公文种类", "发文机关", "责任编辑", "统一编号", "信息类别", "主题词",
    };

    /// <summary>Labels that documents have too; they count beside one of the above.</summary>
    private static readonly HashSet<string> SharedLabels = new(StringComparer.Ordinal)
    {
        "文号", "发文字号", "发文日期", "来源", "作者", "编辑", "日期", "时间", "名称", "标题", "关键词", "关键字", "概述", "内容概述", "效力状态", "时效", "状态", "语种", "生效日期", "实施日期", "审核", "供稿", "字号", "字体", "打印", "分享",
    };

    /// <summary>Controls that stand among the labels and say nothing about the document.</summary>
    private static readonly HashSet<string> Controls = new(StringComparer.Ordinal) { "字号", "字体", "打印", "分享" };

    /// <summary>The pairs that a block consists of; empty for any other block.</summary>
    /// <param name="block">The block.</param>
    /// <param name="besidePairs">Whether the block before consisted of pairs; then a label that documents have too is enough.</param>
    public static List<KeyValuePair<string, string>> Of(Block block, bool besidePairs) => block switch
    {
        Table { Rows.Count: <= MostRows } table => OfTable(table),
        Paragraph { Text.Length: <= LongestLine } paragraph => OfText(paragraph.Text, besidePairs),
        _ => [],
    };

    /// <summary>The pairs of a run of blocks that are not the document's.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(IEnumerable<Block> blocks)
    {
        var beside = false;
        foreach (var block in blocks)
        {
            var pairs = Of(block, beside);
            beside = pairs.Count > 0;
            foreach (var pair in pairs)
                yield return pair;
        }
    }

    private static List<KeyValuePair<string, string>> OfTable(Table table)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        var cells = 0;
        foreach (var row in table.Rows)
            for (var c = 0; c < row.Cells.Count; c++)
            {
                var text = row.Cells[c].Text;
                cells += text.Length > 0 ? 1 : 0;
                if (IsLabel(Bare(text)))
                    pairs.Add(new(Bare(text), c + 1 < row.Cells.Count && !IsLabel(Bare(row.Cells[c + 1].Text)) ? row.Cells[++c].Text : ""));
                else if (OfText(text, false) is { Count: > 0 } inner)
                    pairs.AddRange(inner);
            }

        return pairs.Exists(pair => PageLabels.Contains(pair.Key)) && pairs.Count * 4 >= cells ? Kept(pairs) : [];
    }

    private static List<KeyValuePair<string, string>> OfText(string text, bool besidePairs)
    {
        var labels = Label().Matches(text).Where(match => IsLabel(Bare(match.Groups[1].Value))).ToList();
        // Text before the first label would be lost; then it is a sentence that mentions a label.
        if (labels.Count == 0 || labels[0].Index > 2 || !besidePairs && !labels.Exists(match => PageLabels.Contains(Bare(match.Groups[1].Value))))
            return [];
        var pairs = new List<KeyValuePair<string, string>>();
        for (var i = 0; i < labels.Count; i++)
        {
            var start = labels[i].Index + labels[i].Length;
            var end = i + 1 < labels.Count ? labels[i + 1].Index : text.Length;
            pairs.Add(new(Bare(labels[i].Groups[1].Value), text[start..end].Trim().Trim('|', '｜', '[', ']', '【', '】').Trim()));
        }

        // A value as long as a sentence belongs to the text.
        return pairs.TrueForAll(pair => pair.Value.Length <= 120) ? Kept(pairs) : [];
    }

    private static List<KeyValuePair<string, string>> Kept(List<KeyValuePair<string, string>> pairs) => [.. pairs.Where(pair => !Controls.Contains(pair.Key))];

    private static bool IsLabel(string text) => PageLabels.Contains(text) || SharedLabels.Contains(text);

    private static string Bare(string text) => text.Length > 24 ? text : Ornaments().Replace(text, "");

    [GeneratedRegex(@"(?<![\u4e00-\u9fff])((?:[\u4e00-\u9fff][ \u3000]{0,4}){2,7})\s*[：:]|监督索引号(?=\d)")]
    private static partial Regex Label();

    [GeneratedRegex(@"[\s\u3000：:\[\]【】|｜]+")]
    private static partial Regex Ornaments();
}
