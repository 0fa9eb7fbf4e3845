using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>Numbers as automatic numbering prints them (ECMA-376 17.18.59). Outside a format's range the number is printed in digits, as Word does.</summary>
internal static class NumberFormats
{
    // Zero, the nine digits, and the words for ten, a hundred, a thousand and ten thousand.
    private const string Counting = "零一二三四五六七八九十百千万";
    private const string LegalSimplified = "零壹贰叁肆伍陆柒捌玖拾佰仟万";
    private const string LegalTraditional = "零壹貳參肆伍陸柒捌玖拾佰仟萬";
    private const string LegalJapanese = "零壱弐参四伍六七八九拾百阡萬";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";
    private const string Chicago = "*†‡§";

    private static readonly FrozenDictionary<string, Func<int, string?>> Formats = new Dictionary<string, Func<int, string?>>(StringComparer.Ordinal)
    {
        ["decimal"] = Decimal,
        ["decimalHalfWidth"] = Decimal,
        ["decimalZero"] = n => n.ToString("00", CultureInfo.InvariantCulture),
        ["decimalFullWidth"] = FullWidth,
        ["decimalFullWidth2"] = FullWidth,
        ["decimalEnclosedCircle"] = Circled,
        ["decimalEnclosedCircleChinese"] = Circled,
        ["decimalEnclosedParen"] = n => FromBlock(n, '\u2474', 20),
        ["decimalEnclosedFullstop"] = n => FromBlock(n, '\u2488', 20),
        ["numberInDash"] = n => $"- {Decimal(n)} -",
        ["ordinal"] = Ordinal,
        ["hex"] = n => n.ToString("X", CultureInfo.InvariantCulture),
        ["upperLetter"] = n => Letters(n, 'A'),
        ["lowerLetter"] = n => Letters(n, 'a'),
        ["upperRoman"] = Roman,
        ["lowerRoman"] = n => Roman(n)?.ToLowerInvariant(),
        ["chicago"] = n => n < 1 ? null : new string(Chicago[(n - 1) % Chicago.Length], (n - 1) / Chicago.Length + 1),
        ["chineseCounting"] = n => Words(n, Counting, dropsOne: false),
        ["chineseCountingThousand"] = n => Words(n, Counting, dropsOne: false),
        ["taiwaneseCounting"] = n => Words(n, Counting, dropsOne: false),
        ["taiwaneseCountingThousand"] = n => Words(n, Counting, dropsOne: false),
        ["japaneseCounting"] = n => Words(n, Counting, dropsOne: true),
        ["chineseLegalSimplified"] = n => Words(n, LegalSimplified, dropsOne: false),
        ["ideographLegalTraditional"] = n => Words(n, LegalTraditional, dropsOne: false),
        ["japaneseLegal"] = n => Words(n, LegalJapanese, dropsOne: false),
        ["ideographDigital"] = Digits,
        ["japaneseDigitalTenThousand"] = Digits,
        ["taiwaneseDigital"] = Digits,
        ["ideographTraditional"] = n => From(n, Stems),
        ["ideographZodiac"] = n => From(n, Branches),
        ["ideographZodiacTraditional"] = n => n is < 1 or > 60 ? null : $"{Stems[(n - 1) % 10]}{Branches[(n - 1) % 12]}",
        ["ideographEnclosedCircle"] = n => FromBlock(n, '\u3280', 10),
        ["none"] = _ => "",
        ["bullet"] = _ => "",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A number in a format of the standard; an unknown one counts as digits.</summary>
    internal static string Format(int number, string format) =>
        (Formats.TryGetValue(format, out var print) ? print(number) : null) ?? Decimal(number);

    private static string Decimal(int n) => n.ToString(CultureInfo.InvariantCulture);

    private static string? From(int n, string characters) => n >= 1 && n <= characters.Length ? characters[n - 1].ToString() : null;

    private static string? FromBlock(int n, char first, int count) => n >= 1 && n <= count ? ((char)(first + n - 1)).ToString() : null;

    /// <summary>The circled numbers stand in three blocks.</summary>
    private static string? Circled(int n) => n switch
    {
        0 => "\u24EA",
        <= 20 => FromBlock(n, '\u2460', 20),
        <= 35 => FromBlock(n - 20, '\u3251', 15),
        _ => FromBlock(n - 35, '\u32B1', 15),
    };

    private static string FullWidth(int n) => string.Create(Decimal(n).Length, Decimal(n), (span, digits) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = char.IsAsciiDigit(digits[i]) ? (char)(digits[i] - '0' + '０') : digits[i];
    });

    private static string? Digits(int n) => n < 0 ? null : string.Create(Decimal(n).Length, Decimal(n), (span, digits) =>
    {
        for (var i = 0; i < span.Length; i++)
            span[i] = digits[i] == '0' ? '〇' : Counting[digits[i] - '0'];
    });

    private static string Ordinal(int n) => Decimal(n) + ((n % 100) is >= 11 and <= 13 ? "th" : (n % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" });

    /// <summary>A to Z, then AA, BB: the letter is repeated, not counted on.</summary>
    private static string? Letters(int n, char first) => n is < 1 or > 780 ? null : new string((char)(first + (n - 1) % 26), (n - 1) / 26 + 1);

    private static string? Roman(int n)
    {
        if (n is < 1 or > 3999)
            return null;
        string[] symbols = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"];
        int[] values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1];
        var text = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
            for (; n >= values[i]; n -= values[i])
                text.Append(symbols[i]);
        return text.ToString();
    }

    /// <summary>
    /// 一百零一. A leading 一 before 十 falls away in everyday counting (十二, but 壹拾贰 and 一百一十二); Japanese drops every 一 before a unit and all zeros.
    /// </summary>
    private static string? Words(int n, string words, bool dropsOne)
    {
        if (n is < 0 or > 99_999)
            return null;
        if (n == 0)
            return words[0].ToString();
        var text = new StringBuilder();
        var divisor = 10_000;
        var zero = false;
        for (var unit = 4; unit >= 0; unit--, divisor /= 10)
        {
            var digit = n / divisor % 10;
            if (digit == 0)
            {
                zero = text.Length > 0;
                continue;
            }

            if (zero && !dropsOne)
                text.Append(words[0]);
            zero = false;
            var isEverydayTen = unit == 1 && text.Length == 0 && ReferenceEquals(words, Counting);
            if (unit == 0 || digit != 1 || !(isEverydayTen || (dropsOne && unit < 4)))
                text.Append(words[digit]);
            if (unit > 0)
                text.Append(words[9 + unit]);
        }

        return text.ToString();
    }
}
