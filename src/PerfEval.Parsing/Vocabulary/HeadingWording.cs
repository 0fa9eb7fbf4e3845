using System.Text;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>Brings a heading's wording to forms in which different wordings of the same thing are equal.</summary>
internal static class HeadingWording
{
    private static readonly string[] EvaluationWords = ["绩效自评价", "绩效自评", "自我评价", "自评价", "绩效评估", "绩效评价", "评估", "自评"];

    private static readonly string[] Prefixes =
    [
        "本项目", "该项目", "项目支出", "项目", "专项资金", "专项", "本次", "部门整体支出", "整体支出", "部门单位", "我单位", "本单位", "单位", "部门", "县级", "财政",
    ];

    private static readonly string[] Suffixes = ["完成情况", "实现情况", "类指标", "情况分析", "情况说明", "情况概述", "情况", "分析", "说明", "方面", "工作", "等"];

    /// <summary>Without white space, notes in brackets, quotation marks and closing punctuation.</summary>
    public static string Plain(string heading)
    {
        var result = new StringBuilder(heading.Length);
        var depth = 0;
        foreach (var raw in heading)
        {
            var c = ChineseText.Narrow(raw);
            if (c == '(')
                depth++;
            else if (c == ')')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && !ChineseText.IsSpace(c) && c is not ('“' or '”' or '"' or '《' or '》' or '★'))
                result.Append(raw is '，' ? '，' : c);
        }

        var text = result.ToString().Trim('。', '.', ':', ';', '、', ',', '，', '；');
        // 部门(单位)概况 loses its brackets, but a heading that stands wholly in brackets does not vanish.
        return text.Length > 0 ? text : ChineseText.Squeeze(heading).Trim('（', '）', '(', ')');
    }

    /// <summary>With one word for evaluation, one mark between joined parts and without 的.</summary>
    public static string Unified(string plain)
    {
        var text = plain;
        foreach (var word in EvaluationWords)
            text = text.Replace(word, "评价", StringComparison.Ordinal);
        text = text.Replace("评价评价", "评价", StringComparison.Ordinal).Replace("以及其", "、", StringComparison.Ordinal).Replace("以及", "、", StringComparison.Ordinal)
            .Replace("及其", "、", StringComparison.Ordinal);
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c is '和' or '与' or '及' or '/' or '，')
                result.Append('、');
            else if (c is not '的')
                result.Append(c);
        return result.Replace("、、", "、").ToString();
    }

    /// <summary>Without a year and the words that a heading may begin and end with.</summary>
    public static string Core(string unified)
    {
        var text = WithoutYear(unified);
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var prefix in Prefixes)
                if (text.Length > prefix.Length + 1 && text.StartsWith(prefix, StringComparison.Ordinal))
                    (text, changed) = (text[prefix.Length..], true);
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var suffix in Suffixes)
                if (text.Length > suffix.Length + 1 && text.EndsWith(suffix, StringComparison.Ordinal))
                    (text, changed) = (text[..^suffix.Length], true);
        }

        return text;
    }

    private static string WithoutYear(string text)
    {
        var i = 0;
        while (i < text.Length && (char.IsAsciiDigit(text[i]) || text[i] is '-' or '—'))
            i++;
        if (i < 2 || i >= text.Length || text[i] != '年')
            return text;
        i++;
        if (i < text.Length && text[i] == '度')
            i++;
        return i < text.Length ? text[i..] : text;
    }
}
