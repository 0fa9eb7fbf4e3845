using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PerfEval.Parsing.Model;

namespace PerfEval.Parsing.Tests.Support.Rereading;

/// <summary>
/// Reads title, nature, years, parties, date, scores, grade and dimensions again from the texts of their evidence alone, by code of its own: a value
/// is traceable where its evidence suffices to read it.
/// </summary>
internal static partial class HeadFactsRereading
{
    /// <summary>What is wrong with the evidence of a value of this group; <see langword="null"/> where it says what the report says, and for other fields.</summary>
    public static string? Fault(PerformanceReport report, EvidenceEntry entry)
    {
        var steps = entry.Pointer.Split('/')[1..];
        var texts = entry.Evidence.More.Select(m => m.Text).Prepend(entry.Evidence.Text).ToArray();
        var isRight = steps switch
        {
            ["title"] => Same(report.Title, string.Concat(texts)),
            ["subject"] => Names(report.Subject, entry.Evidence.Rule, texts),
            ["mode"] => Names(report.Mode, entry.Evidence.Rule, texts),
            ["form"] => Names(report.Form, texts),
            ["fiscalYears"] => Years(texts).SequenceEqual(report.FiscalYears),
            ["projectName"] => Same(report.ProjectName, string.Concat(texts)),
            ["evaluatedUnit"] => IsUnit(report.EvaluatedUnit, texts),
            ["competentDepartment"] => IsUnit(report.CompetentDepartment, texts),
            ["commissioner"] => IsUnit(report.Commissioner, texts),
            ["evaluator"] => IsUnit(report.Evaluator, texts),
            ["reportDate"] => Date(string.Concat(texts)) == report.ReportDate?.ToString(),
            ["score", "value"] => IsNumber(report.Score?.Value, texts),
            ["score", "fullMark"] => IsNumber(report.Score?.FullMark, texts),
            ["selfScore", "value"] => IsNumber(report.SelfScore?.Value, texts),
            ["selfScore", "fullMark"] => IsNumber(report.SelfScore?.FullMark, texts),
            ["grade", "raw"] => texts is [var word] && Same(report.Grade?.Raw, word),
            ["grade", "level"] => texts is [var word] && Level(word) == report.Grade?.Level,
            ["dimensionScores", var i, var field] => OfDimension(report.DimensionScores[int.Parse(i, CultureInfo.InvariantCulture)], field, texts),
            _ => true,
        };
        return isRight ? null : $"{entry.Pointer}: “{string.Join("” + “", texts)}” does not give the value";
    }

    private static bool OfDimension(DimensionScore dimension, string field, string[] texts) => field switch
    {
        "name" => Same(dimension.Name, string.Concat(texts)),
        "fullMark" => IsNumber(dimension.FullMark, texts),
        "score" => IsNumber(dimension.Score, texts),
        _ => false,
    };

    private static bool Same(string? value, string text) => value is not null && Plain(value) == Plain(text);

    // A short name is read as the name that it stands for, which is cited first; a name may also be broken over lines.
    private static bool IsUnit(string? value, string[] texts) => Same(value, texts[0]) || Same(value, string.Concat(texts));

    private static bool IsNumber(decimal? value, string[] texts) =>
        texts is [var text] && value is not null && decimal.TryParse(Plain(text), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number == value;

    // Without white space, full-width forms as ASCII.
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => !char.IsWhiteSpace(c) && c is not ('\u200B' or '\uFEFF')))
            plain.Append(c is > '\uFF00' and < '\uFF5F' ? (char)(c - '\uFF00' + ' ') : c);
        return plain.ToString();
    }

    private static int[] Years(string[] texts)
    {
        var text = Plain(string.Concat(texts));
        var years = FourDigits().Matches(text).Select(m => int.Parse(m.Value, CultureInfo.InvariantCulture)).Distinct().Order().ToArray();
        return years is [var first, var last] && text.IndexOfAny(['-', '—', '–', '~', '―', '至', '到']) >= 0 ? [.. Enumerable.Range(first, last - first + 1)] : years;
    }

    private static string? Date(string text)
    {
        var parts = Number().Matches(Plain(text)).Select(m => Value(m.Value)).ToArray();
        return parts switch
        {
            [var year] => year.ToString("0000", CultureInfo.InvariantCulture),
            [var year, var month] => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"),
            [var year, var month, var day] => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"),
            _ => null,
        };
    }

    // 2022, 二〇二二, 十二, 三十一.
    private static int Value(string digits)
    {
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
            return plain;
        var values = digits.Select(c => c == '十' ? 10 : "零一二三四五六七八九".IndexOf(c, StringComparison.Ordinal) is >= 0 and var d ? d : 0).ToArray();
        return values.Contains(10)
            ? (Array.IndexOf(values, 10) == 0 ? 10 : values[0] * 10) + (values[^1] == 10 ? 0 : values[^1])
            : values.Aggregate(0, (sum, d) => (sum * 10) + d);
    }

    private static GradeLevel? Level(string word) => Plain(word) switch
    {
        "优" or "优秀" or "优等" or "A" or "好" or "达成" => GradeLevel.Excellent,
        "良" or "良好" or "良等" or "B" or "较好" => GradeLevel.Good,
        "中" or "中等" or "一般" or "合格" or "及格" or "C" or "基本合格" or "基本达标" => GradeLevel.Fair,
        "差" or "较差" or "差等" or "不合格" or "不及格" or "低" or "较低" or "D" or "未达标" => GradeLevel.Poor,
        _ => null,
    };

    private static bool Names(ReportSubject subject, string? rule, string[] texts) => Plain(string.Concat(texts)) is var text && subject switch
    {
        ReportSubject.Department => text.Contains("整体", StringComparison.Ordinal),
        ReportSubject.TransferPayment => Holds(text, "转移支付", "中央下达", "区域绩效目标自评表"),
        ReportSubject.Policy => text.Contains("政策", StringComparison.Ordinal),
        // A form that asks for the project's name, or has indicators, is a project's whatever the words.
        ReportSubject.Project => rule == "subject.label" ? text.Length > 0 : Holds(text, "项目", "资金", "经费"),
        _ => text == "未说明",
    };

    private static bool Names(EvaluationMode mode, string? rule, string[] texts) => Plain(string.Concat(texts)) is var text && mode switch
    {
        EvaluationMode.SelfEvaluation => Holds(text, "自评", "自我评价", "项目单位", "我", "本单位", "本部门", "评价小组", "单位评价组"),
        EvaluationMode.FiscalEvaluation => Holds(text, "财政", "再评价"),
        // Whoever commissioned or carried out the evaluation, and is not the finance department.
        EvaluationMode.DepartmentEvaluation => rule == "mode.parties" ? text.Length > 0 && (texts.Length > 1 || !text.Contains("财政局", StringComparison.Ordinal)) : Holds(text, "部门评价", "主管部门"),
        EvaluationMode.PreEvaluation => Holds(text, "事前", "绩效评估"),
        EvaluationMode.GoalSetting => text.Contains("目标", StringComparison.Ordinal),
        EvaluationMode.Rectification => text.Contains("整改", StringComparison.Ordinal),
        _ => text == "未说明",
    };

    // A form shows its first head or label, prose a chapter; a mixed report both, where its prose has chapters.
    private static bool Names(ReportForm form, string[] texts) => texts.All(t => Plain(t).Length > 0) && texts.Length <= (form == ReportForm.Mixed ? 2 : 1);

    private static bool Holds(string text, params string[] words) => words.Any(w => text.Contains(w, StringComparison.Ordinal));

    [GeneratedRegex("(?:19|20)[0-9]{2}")]
    private static partial Regex FourDigits();

    [GeneratedRegex("[0-9]+|[零〇○OoＯ◯一二三四五六七八九十]+")]
    private static partial Regex Number();
}
