using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Structuring;

/// <summary>The shape of a heading's number. Full and half width, and variant punctuation of the same meaning, are one shape.</summary>
internal enum NumberShape
{
    /// <summary>No number.</summary>
    None,

    /// <summary>第一部分, 第一篇.</summary>
    Part,

    /// <summary>第一章.</summary>
    Chapter,

    /// <summary>第一节.</summary>
    ChapterSection,

    /// <summary>一、 (GB/T 9704 first level).</summary>
    HanComma,

    /// <summary>（一） (second level).</summary>
    HanParen,

    /// <summary>1. or 1． (third level).</summary>
    DigitDot,

    /// <summary>1、 (third level in about a third of all reports; first level where automatic numbering was lost).</summary>
    DigitComma,

    /// <summary>（1） (fourth level).</summary>
    DigitParen,

    /// <summary>1).</summary>
    DigitHalfParen,

    /// <summary>① (fifth level).</summary>
    Circled,

    /// <summary>1 with a gap behind it, above 1.1.</summary>
    Decimal1,

    /// <summary>1.1.</summary>
    Decimal2,

    /// <summary>1.1.1.</summary>
    Decimal3,

    /// <summary>1.1.1.1.</summary>
    Decimal4,

    /// <summary>A, as an indicator code.</summary>
    Letter,

    /// <summary>A1.</summary>
    Letter1,

    /// <summary>A11.</summary>
    Letter2,

    /// <summary>、 alone: the numeral before it was lost.</summary>
    LostComma,

    /// <summary>() or （）: the numeral in it was lost.</summary>
    LostParen,
}

/// <summary>A heading's number: its shape, its value and the characters that it takes.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="Value">The ordinal; of a compound number the last part; 0 where it was lost.</param>
/// <param name="Length">How many characters of the text it takes, following spaces included.</param>
/// <param name="Text">The number as printed, without spaces around it.</param>
internal readonly record struct HeadingNumber(NumberShape Shape, int Value, int Length, string Text)
{
    /// <summary>No number.</summary>
    public static HeadingNumber None { get; } = new(NumberShape.None, 0, 0, "");

    private const string HanDigits = "〇一二三四五六七八九";

    /// <summary>Reads the number at the start of a text, or of an automatic label.</summary>
    /// <param name="text">The paragraph's text or its label.</param>
    /// <returns>The number, or <see cref="None"/>.</returns>
    public static HeadingNumber Parse(string text)
    {
        if (text.Length == 0)
            return None;
        var c = text[0];
        if (c == '第')
            return Ordinal(text);
        if (c is '（' or '(' or '﹙')
            return Parenthesised(text);
        if (c is '、')
            return Make(NumberShape.LostComma, 0, text, 1);
        if (c is >= '①' and <= '⑳')
            return Make(NumberShape.Circled, c - '①' + 1, text, SkipPunctuation(text, 1));
        if (c is >= '⑴' and <= '⒇')
            return Make(NumberShape.DigitParen, c - '⑴' + 1, text, 1);
        if (c is >= '⒈' and <= '⒛')
            return Make(NumberShape.DigitDot, c - '⒈' + 1, text, 1);
        if (c is >= '㈠' and <= '㈩')
            return Make(NumberShape.HanParen, c - '㈠' + 1, text, 1);
        if (HanValue(text, 0, out var value) is > 0 and var han)
            return HanNumber(text, han, value);
        if (char.IsAsciiDigit(ChineseText.Narrow(c)))
            return DigitNumber(text);
        return c is >= 'A' and <= 'H' ? LetterCode(text) : None;
    }

    /// <summary>Reads a Chinese numeral below 1,000 (<c>十二</c>, <c>二十一</c>, <c>一百零三</c>).</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the numeral begins.</param>
    /// <param name="value">The number.</param>
    /// <returns>How many characters the numeral takes; 0 where there is none.</returns>
    public static int HanValue(string text, int start, out int value)
    {
        value = 0;
        var digit = 0;
        var i = start;
        for (; i < text.Length && i < start + 7; i++)
        {
            var c = text[i] == '零' ? '〇' : text[i];
            if (HanDigits.IndexOf(c) is >= 0 and var d)
                digit = d;
            else if (c == '十')
                (value, digit) = (value + (digit == 0 ? 1 : digit) * 10, 0);
            else if (c == '百')
                (value, digit) = (value + digit * 100, 0);
            else
                break;
        }

        value += digit;
        return value == 0 ? 0 : i - start;
    }

    private static HeadingNumber Ordinal(string text)
    {
        var i = HanValue(text, 1, out var value);
        if (i == 0)
            i = Digits(text, 1, out value);
        var end = 1 + i;
        if (i == 0 || end >= text.Length)
            return None;
        var shape = text[end] switch
        {
            '章' => NumberShape.Chapter,
            '节' => NumberShape.ChapterSection,
            '篇' => NumberShape.Part,
            '部' when end + 1 < text.Length && text[end + 1] == '分' => NumberShape.Part,
            _ => NumberShape.None,
        };
        end += text[end] == '部' ? 2 : 1;
        return shape == NumberShape.None ? None : Make(shape, value, text, SkipPunctuation(text, end));
    }

    private static HeadingNumber Parenthesised(string text)
    {
        var i = Spaces(text, 1);
        if (i < text.Length && text[i] is '）' or ')')
            return i == 1 ? Make(NumberShape.LostParen, 0, text, i + 1) : None;
        var length = HanValue(text, i, out var value);
        var shape = NumberShape.HanParen;
        if (length == 0)
        {
            length = Digits(text, i, out value);
            shape = NumberShape.DigitParen;
        }

        var close = Spaces(text, i + length);
        if (length == 0 || value > 99 || close >= text.Length || text[close] is not ('）' or ')' or '﹚'))
            return None;
        // （一）、 is a slip for （一）; the extra mark belongs to the number.
        return Make(shape, value, text, close + 1 < text.Length && text[close + 1] is '、' or '.' or '．' ? close + 2 : close + 1);
    }

    private static HeadingNumber HanNumber(string text, int length, int value)
    {
        var i = Spaces(text, length);
        if (i < text.Length && text[i] is '、' or '.' or '．' or '﹑' or '､')
            return Make(NumberShape.HanComma, value, text, i + 1);
        // 一 基本情况: a gap stands for the mark.
        return i > length && text.Length - i <= 30 && text.Length > i ? Make(NumberShape.HanComma, value, text, length) : None;
    }

    private static HeadingNumber DigitNumber(string text)
    {
        var i = Digits(text, 0, out var value);
        if (i > 2)
            return None;
        var parts = 1;
        while (parts < 4 && i + 1 < text.Length && text[i] is '.' or '．' && Digits(text, i + 1, out var next) is > 0 and <= 2 and var more)
        {
            (i, value, parts) = (i + 1 + more, next, parts + 1);
        }

        var mark = Spaces(text, i);
        var m = mark < text.Length ? text[mark] : '\0';
        if (parts > 1)
            return Decimal(text, parts, value, i, mark, m);
        if (m is '、' or '﹑')
            return Make(NumberShape.DigitComma, value, text, mark + 1);
        if (m is '.' or '．' && !(mark + 1 < text.Length && char.IsAsciiDigit(ChineseText.Narrow(text[mark + 1])) && !LooksLikeYear(text, mark + 1)))
            return Make(NumberShape.DigitDot, value, text, mark + 1 < text.Length && text[mark + 1] == '、' ? mark + 2 : mark + 1);
        if (m is ')' or '）')
            return Make(NumberShape.DigitHalfParen, value, text, mark + 1);
        return mark > i && ChineseText.IsHan(m) && text.Length <= 30 ? Make(NumberShape.Decimal1, value, text, i) : None;
    }

    // 1.1 项目概况 is a number, 1.5万元 an amount, 3.2公里 a length: a unit follows an amount without a gap.
    private static HeadingNumber Decimal(string text, int parts, int value, int end, int mark, char m)
    {
        var marked = m is '、' or '.' or '．';
        if (!marked && mark == end && (m is '%' or '％' or '‰' || IsUnit(m)))
            return None;
        var shape = parts switch { 2 => NumberShape.Decimal2, 3 => NumberShape.Decimal3, _ => NumberShape.Decimal4 };
        return mark >= text.Length ? None : Make(shape, value, text, marked ? mark + 1 : end);
    }

    private static bool IsUnit(char c) => "万亿元千百个人次公里平方立米亩吨户套台座处年月日时分倍项℃".Contains(c, StringComparison.Ordinal);

    private static bool LooksLikeYear(string text, int i) =>
        i + 4 < text.Length && text[i] is '1' or '2' && Digits(text, i, out var year) == 4 && year is >= 1990 and <= 2099 && text[i + 4] == '年';

    // A 项目决策, A1 战略目标, A11目标合理性: codes of third-party indicator trees, followed by a gap or an ideograph.
    private static HeadingNumber LetterCode(string text)
    {
        var digits = Digits(text, 1, out var value);
        var end = 1 + digits;
        if (end >= text.Length || digits > 2)
            return None;
        var next = text[end];
        if (next is '.' or '．' or '、')
            end++;
        else if (!ChineseText.IsHan(next) && !ChineseText.IsSpace(next))
            return None;
        // A single letter before an ideograph without a gap is a word (A股, B超).
        if (digits == 0 && ChineseText.IsHan(next))
            return None;
        var shape = digits switch { 0 => NumberShape.Letter, 1 => NumberShape.Letter1, _ => NumberShape.Letter2 };
        return Make(shape, digits switch { 0 => text[0] - 'A' + 1, 1 => value, _ => value % 10 }, text, end);
    }

    private static HeadingNumber Make(NumberShape shape, int value, string text, int end)
    {
        var length = Spaces(text, end);
        return new HeadingNumber(shape, value, length, ChineseText.Squeeze(text[..end]));
    }

    private static int SkipPunctuation(string text, int i) => i < text.Length && text[i] is '、' or '.' or '．' or '：' ? i + 1 : i;

    private static int Spaces(string text, int i)
    {
        while (i < text.Length && ChineseText.IsSpace(text[i]))
            i++;
        return i;
    }

    private static int Digits(string text, int start, out int value)
    {
        value = 0;
        var i = start;
        while (i < text.Length && i - start < 6 && char.IsAsciiDigit(ChineseText.Narrow(text[i])))
            value = value * 10 + ChineseText.Narrow(text[i++]) - '0';
        return i - start;
    }
}
