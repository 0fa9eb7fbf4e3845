using System.Globalization;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Writing.Docx;

/// <summary>
/// Which headings Word can number by itself. A level's numbers are those of most of its headings; where a heading's number is not the one that
/// the counters give next, it is typed.
/// </summary>
internal sealed class HeadingNumbering
{
    private readonly NumberPattern?[] _levels = new NumberPattern?[DocxReportWriter.DeepestHeading];
    private readonly Dictionary<Block, int> _labels = new(ReferenceEqualityComparer.Instance);

    /// <summary>Counts the headings of a document.</summary>
    public HeadingNumbering(IReadOnlyList<Block> blocks)
    {
        var headings = blocks.OfType<Paragraph>().Where(p => p.Declared == DeclaredPart.Heading).ToList();
        foreach (var level in headings.GroupBy(LevelOf))
            _levels[level.Key - 1] = MostFrequent(level.Select(h => NumberPattern.Of(h.Text, level.Key)).OfType<NumberPattern>());
        var counters = new int[_levels.Length];
        foreach (var heading in headings)
            Count(heading, counters);
        // A pattern that numbers nothing would number headings that are added later in a way nobody uses.
        for (var i = 0; i < _levels.Length; i++)
            if (!_labels.Keys.Any(h => LevelOf((Paragraph)h) == i + 1))
                _levels[i] = null;
    }

    /// <summary>The patterns by level; <see langword="null"/> where a level has no automatic numbers.</summary>
    public IReadOnlyList<NumberPattern?> Levels => _levels;

    /// <summary>How many characters of a heading are printed by automatic numbering; 0 where its number is typed.</summary>
    public int LabelLength(Block heading) => _labels.GetValueOrDefault(heading);

    /// <summary>A heading's level, 1-based.</summary>
    public static int LevelOf(Paragraph heading) => Math.Clamp(heading.Style.OutlineLevel ?? 1, 1, DocxReportWriter.DeepestHeading);

    private void Count(Paragraph heading, int[] counters)
    {
        var level = LevelOf(heading);
        if (_levels[level - 1] is not { } pattern || !pattern.Equals(NumberPattern.Of(heading.Text, level)))
            return;
        counters[level - 1]++;
        if (heading.Text.StartsWith(pattern.Label(counters), StringComparison.Ordinal))
        {
            _labels[heading] = pattern.Label(counters).Length;
            Array.Clear(counters, level, counters.Length - level);
        }
        else
        {
            counters[level - 1]--;
        }
    }

    private static NumberPattern? MostFrequent(IEnumerable<NumberPattern> patterns) =>
        patterns.GroupBy(p => p).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key;
}

/// <summary>How the headings of a level are numbered.</summary>
/// <param name="Level">The level, 1-based.</param>
/// <param name="Text">The label, in which %1 to %9 stand for the numbers of the levels.</param>
/// <param name="Numeral">The numeral.</param>
/// <param name="Parts">How many levels' numbers the label shows.</param>
internal sealed record NumberPattern(int Level, string Text, Numeral Numeral, int Parts)
{
    private const string HanDigits = "零一二三四五六七八九十";

    /// <summary>The pattern of a heading's number; <see langword="null"/> where it has none that can be counted.</summary>
    /// <param name="heading">The heading.</param>
    /// <param name="level">Its level, 1-based.</param>
    public static NumberPattern? Of(string heading, int level)
    {
        var number = HeadingNumber.Parse(heading);
        // A gap behind the number is typed, and white space in front of what is typed would be lost.
        if (number.Text.Length != number.Length || number.Length == heading.Length || number.Value <= 0)
            return null;
        return number.Shape switch
        {
            NumberShape.Decimal2 => OfParts(number, level, 2),
            NumberShape.Decimal3 => OfParts(number, level, 3),
            NumberShape.Decimal4 => OfParts(number, level, 4),
            _ => Numerals(number.Value).Select(n => OfNumeral(number, level, n.Numeral, n.Text)).FirstOrDefault(p => p is not null),
        };
    }

    /// <summary>The label that the counters of the levels give.</summary>
    public string Label(int[] counters)
    {
        var label = Text;
        for (var level = Level - Parts + 1; level <= Level; level++)
            label = label.Replace(string.Create(CultureInfo.InvariantCulture, $"%{level}"), Print(Numeral, Math.Max(1, counters[level - 1])), StringComparison.Ordinal);
        return label;
    }

    private static NumberPattern? OfNumeral(HeadingNumber number, int level, Numeral numeral, string text)
    {
        var at = number.Text.IndexOf(text, StringComparison.Ordinal);
        if (at < 0 || number.Text.Contains('%', StringComparison.Ordinal))
            return null;
        return new NumberPattern(level, string.Create(CultureInfo.InvariantCulture, $"{number.Text[..at]}%{level}{number.Text[(at + text.Length)..]}"), numeral, 1);
    }

    private static NumberPattern? OfParts(HeadingNumber number, int level, int parts)
    {
        var digits = number.Text.TrimEnd('.', '．', '、');
        if (parts > level || digits.Split('.').Length != parts || digits.Any(c => c != '.' && !char.IsAsciiDigit(c)))
            return null;
        var levels = Enumerable.Range(level - parts + 1, parts).Select(l => string.Create(CultureInfo.InvariantCulture, $"%{l}"));
        return new NumberPattern(level, string.Join('.', levels) + number.Text[digits.Length..], Numeral.Digits, parts);
    }

    private static IEnumerable<(Numeral Numeral, string Text)> Numerals(int value) => Enum.GetValues<Numeral>()
        .Where(numeral => value < (numeral == Numeral.Circled ? 21 : 100)).Select(numeral => (numeral, Print(numeral, value)));

    private static string Print(Numeral numeral, int value) => numeral switch
    {
        Numeral.Han => Han(value),
        Numeral.Circled when value <= 20 => ((char)('①' + value - 1)).ToString(),
        Numeral.WideDigits => string.Concat(value.ToString(CultureInfo.InvariantCulture).Select(c => (char)(c - '0' + '０'))),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    private static string Han(int value)
    {
        if (value > 99)
            return value.ToString(CultureInfo.InvariantCulture);
        var (tens, ones) = (value / 10, value % 10);
        return (tens > 1 ? HanDigits[tens].ToString() : "") + (tens > 0 ? "十" : "") + (ones > 0 ? HanDigits[ones].ToString() : "");
    }
}

/// <summary>Numerals that Word counts with.</summary>
internal enum Numeral
{
    /// <summary>一 二 三.</summary>
    Han,

    /// <summary>1 2 3.</summary>
    Digits,

    /// <summary>１ ２ ３.</summary>
    WideDigits,

    /// <summary>① ② ③, to twenty.</summary>
    Circled,
}
