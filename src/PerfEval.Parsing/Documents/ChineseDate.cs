using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PerfEval.Parsing.Documents;

/// <summary>Dates as reports write them: 2022年9月16日, 二〇二二年九月十六日, 2022-09-16, 2020年8月.</summary>
internal static partial class ChineseDate
{
    private const string HanDigits = "〇一二三四五六七八九";

    /// <summary>Whether a line without white space is nothing but a date, an unfilled 年月日 included.</summary>
    public static bool IsWholeLine(string squeezed) => squeezed.Length is > 1 and <= 24 && (squeezed is "年月日" or "年月" || (EndsAsDate(squeezed[^1]) && squeezed.AsSpan().ContainsAny("年-./") && WholeLine().IsMatch(squeezed)));

    // Most short lines end otherwise.
    private static bool EndsAsDate(char c) => c is '日' or '月' or '-' or '.' or '/' || char.IsDigit(c) || "一二三四五六七八九十".Contains(c);

    /// <summary>Finds the first date in a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="year">The year.</param>
    /// <param name="month">The month, where given.</param>
    /// <param name="day">The day, where given.</param>
    /// <param name="start">Where the date begins.</param>
    /// <param name="length">Its length.</param>
    /// <returns>Whether a date was found.</returns>
    public static bool TryFind(string text, out int year, out int? month, out int? day, out int start, out int length)
    {
        (year, month, day, start, length) = (0, null, null, 0, 0);
        foreach (Match match in DateText().Matches(ChineseText.Narrow(text)))
        {
            if (!Read(match.Groups[1].Value, out year) || year is < 1949 or > 2099)
                continue;
            month = Part(match.Groups[2], 12);
            day = month is null ? null : Part(match.Groups[3], 31);
            (start, length) = (match.Index, match.Length);
            return true;
        }

        return false;
    }

    private static int? Part(Group group, int most) => group.Success && Read(group.Value, out var value) && value >= 1 && value <= most ? value : null;

    private static bool Read(string text, out int value)
    {
        var squeezed = ChineseText.Squeeze(text);
        if (int.TryParse(squeezed, NumberStyles.None, CultureInfo.InvariantCulture, out value))
            return true;
        if (squeezed.Length == 4)
        {
            var digits = new StringBuilder();
            foreach (var c in squeezed)
                digits.Append(HanDigits.IndexOf(c is '○' or 'O' or 'o' or '0' or '零' or 'Ｏ' or '◯' ? '〇' : c, StringComparison.Ordinal));
            return digits.Length == 4 && int.TryParse(digits.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out value);
        }

        value = squeezed switch { "十" => 10, "二十" => 20, "三十" => 30, _ => 0 };
        if (value > 0)
            return true;
        foreach (var c in squeezed)
            value = c == '十' ? (value == 0 ? 10 : value * 10) : value / 10 * 10 + HanDigits.IndexOf(c, StringComparison.Ordinal);
        return squeezed.Length > 0;
    }

    [GeneratedRegex(@"^.{0,4}?([二一][零〇○ＯOo0◯一二三四五六七八九]{3}|\d{4})(年|[-./])([一二三四五六七八九十\d]{1,3})(月|[-./])?(([一二三四五六七八九十\d]{1,3})日?)?$")]
    private static partial Regex WholeLine();

    [GeneratedRegex(@"((?:[二一]\s*[零〇○ＯOo0◯一二三四五六七八九](?:\s*[零〇○ＯOo0◯一二三四五六七八九]){2})|(?<!\d)\d{4}(?!\d))\s*(?:年|[-./](?=\d))\s*(?:([一二三四五六七八九十]{1,3}|\d{1,2})\s*(?:月|[-./](?=\d)|(?=$))\s*(?:([一二三四五六七八九十]{1,3}|\d{1,2})\s*日?)?)?")]
    private static partial Regex DateText();
}
