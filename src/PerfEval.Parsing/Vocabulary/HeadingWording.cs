using System.Buffers;
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

    private static readonly char[] ClosingMarks = ['。', '.', ':', ';', '、', ',', '，', '；'];

    /// <summary>A heading without any of these is plain but for the marks at its ends: brackets, quotation marks, full-width forms.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("()“”\"《》★" + ChineseText.Range('！', '＋') + ChineseText.Range('－', '～'));

    /// <summary>What stands between the parts of a joined heading, and 的.</summary>
    private static readonly SearchValues<char> Joints = SearchValues.Create("和与及/，的、");

    /// <summary>A wording without any of these has no other form.</summary>
    private static readonly SearchValues<char> Variants = SearchValues.Create("评以及和与/，的、");

    /// <summary>Without white space, notes in brackets, quotation marks and closing punctuation.</summary>
    public static string Plain(string heading)
    {
        if (!heading.AsSpan().ContainsAny(Marks) && !ChineseText.HasSpace(heading) && heading.Trim(ClosingMarks) is { Length: > 0 } same)
            return same;
        var result = heading.Length <= 256 ? stackalloc char[256] : new char[heading.Length];
        var (length, depth) = (0, 0);
        foreach (var raw in heading)
        {
            var c = ChineseText.Narrow(raw);
            if (c == '(')
                depth++;
            else if (c == ')')
                depth = Math.Max(0, depth - 1);
            else if (depth == 0 && !ChineseText.IsSpace(c) && c is not ('“' or '”' or '"' or '《' or '》' or '★'))
                result[length++] = raw is '，' ? '，' : c;
        }

        var text = result[..length].Trim(ClosingMarks);
        // 部门(单位)概况 loses its brackets, but a heading that stands wholly in brackets does not vanish.
        return text.Length > 0 ? text.ToString() : ChineseText.Squeeze(heading).Trim('（', '）', '(', ')');
    }

    /// <summary>With one word for evaluation, one mark between joined parts and without 的.</summary>
    public static string Unified(string plain)
    {
        if (!plain.AsSpan().ContainsAny(Variants))
            return plain;
        var text = plain;
        if (text.Contains('评'))
        {
            foreach (var word in EvaluationWords)
                text = text.Replace(word, "评价", StringComparison.Ordinal);
            text = text.Replace("评价评价", "评价", StringComparison.Ordinal);
        }

        if (text.Contains('及'))
            text = text.Replace("以及其", "、", StringComparison.Ordinal).Replace("以及", "、", StringComparison.Ordinal).Replace("及其", "、", StringComparison.Ordinal);
        if (!text.AsSpan().ContainsAny(Joints))
            return text;
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
        var text = WithoutYear(unified).AsSpan();
        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var prefix in Prefixes)
                if (text.Length > prefix.Length + 1 && text.StartsWith(prefix, StringComparison.Ordinal))
                {
                    text = text[prefix.Length..];
                    changed = true;
                }
        }

        for (var changed = true; changed;)
        {
            changed = false;
            foreach (var suffix in Suffixes)
                if (text.Length > suffix.Length + 1 && text.EndsWith(suffix, StringComparison.Ordinal))
                {
                    text = text[..^suffix.Length];
                    changed = true;
                }
        }

        return text.Length == unified.Length ? unified : text.ToString();
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
