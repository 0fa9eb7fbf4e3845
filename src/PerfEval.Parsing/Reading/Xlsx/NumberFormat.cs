using System.Text;

namespace PerfEval.Parsing.Reading.Xlsx;

/// <summary>What a number format says about the text that a number gives.</summary>
internal sealed record NumberFormat
{
    /// <summary>Numbers as they are.</summary>
    internal static NumberFormat General { get; } = new();

    /// <summary>The digits behind the point; <see langword="null"/> where the format leaves them to the number.</summary>
    internal int? Decimals { get; private init; }

    /// <summary>Whether the number is shown as a percentage.</summary>
    internal bool IsPercent { get; private init; }

    /// <summary>What stands before the digits.</summary>
    internal string Before { get; private init; } = "";

    /// <summary>What stands behind the digits: a unit.</summary>
    internal string Behind { get; private init; } = "";

    /// <summary>The parts of a date or time that are shown, of <c>y M d h</c>; empty for numbers.</summary>
    internal string DateParts { get; private init; } = "";

    /// <summary>Whether the date is written with 年, 月, 日.</summary>
    internal bool IsChineseDate { get; private init; }

    /// <summary>A format that has a number and no code (ISO/IEC 29500-1, 18.8.30, Chinese locale).</summary>
    internal static NumberFormat BuiltIn(int id) => id switch
    {
        1 or 3 or 37 or 38 => new NumberFormat { Decimals = 0 },
        2 or 4 or 39 or 40 => new NumberFormat { Decimals = 2 },
        9 => new NumberFormat { Decimals = 0, IsPercent = true },
        10 => new NumberFormat { Decimals = 2, IsPercent = true },
        14 or 15 or 30 => new NumberFormat { DateParts = "yMd" },
        17 => new NumberFormat { DateParts = "yM" },
        16 => new NumberFormat { DateParts = "Md" },
        22 => new NumberFormat { DateParts = "yMdh" },
        27 or 36 or 50 or 52 or 57 => new NumberFormat { DateParts = "yM", IsChineseDate = true },
        28 or 29 or 51 or 53 or 54 or 58 => new NumberFormat { DateParts = "Md", IsChineseDate = true },
        31 => new NumberFormat { DateParts = "yMd", IsChineseDate = true },
        (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) or 55 or 56 => new NumberFormat { DateParts = "h" },
        _ => General,
    };

    /// <summary>Reads a format's code, of which the part for positive numbers counts.</summary>
    internal static NumberFormat Parse(string code)
    {
        var (plain, before, behind) = Split(code);
        if (DatePartsOf(plain) is { Length: > 0 } parts)
            return new NumberFormat { DateParts = parts, IsChineseDate = (before + behind + plain).AsSpan().IndexOfAny("年月日") >= 0 };
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var last = plain.LastIndexOfAny(['0', '#', '?']);
        // A comma behind the digits divides by a thousand: the literal would then belong to another number.
        var scales = last >= 0 && last + 1 < plain.Length && plain[last + 1] == ',';
        return new NumberFormat
        {
            Decimals = last < 0 ? null : point < 0 || point > last ? 0 : plain[point..last].Count(c => c is '0' or '#' or '?') + 1,
            IsPercent = plain.Contains('%', StringComparison.Ordinal),
            Before = scales ? "" : before,
            Behind = scales ? "" : behind,
        };
    }

    /// <summary>The code without literals, and the literals before and behind the digits.</summary>
    private static (string Plain, string Before, string Behind) Split(string code)
    {
        var (plain, before, behind) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (var i = 0; i < code.Length && code[i] != ';'; i++)
        {
            var literal = plain.ToString().AsSpan().IndexOfAny("0#?@Gg") < 0 ? before : behind;
            switch (code[i])
            {
                case '"':
                    var end = code.IndexOf('"', i + 1);
                    literal.Append(code, i + 1, (end < 0 ? code.Length : end) - i - 1);
                    i = end < 0 ? code.Length : end;
                    break;
                case '[':
                    i = code.IndexOf(']', i) is >= 0 and var close ? close : code.Length;
                    break;
                case '\\' or '!' when i + 1 < code.Length:
                    literal.Append(code[++i]);
                    break;
                // The next character is a width or a filling.
                case '_' or '*':
                    i++;
                    break;
                default:
                    plain.Append(code[i]);
                    break;
            }
        }

        return (plain.ToString(), before.ToString(), behind.ToString());
    }

    private static string DatePartsOf(string plain)
    {
        // G/通用格式 and General are words, not parts of a date.
        if (plain.Contains("General", StringComparison.OrdinalIgnoreCase) || plain.Contains("通用", StringComparison.Ordinal) || plain.Contains('0', StringComparison.Ordinal) || plain.Contains('#', StringComparison.Ordinal))
            return "";
        var lower = plain.ToLowerInvariant();
        var (year, day) = (lower.AsSpan().IndexOfAny("ye") >= 0, lower.Contains('d', StringComparison.Ordinal));
        var time = lower.AsSpan().IndexOfAny("hs") >= 0;
        var month = lower.Contains('m', StringComparison.Ordinal) && (year || day || !time);
        return (year ? "y" : "") + (month ? "M" : "") + (day ? "d" : "") + (time ? "h" : "");
    }
}
