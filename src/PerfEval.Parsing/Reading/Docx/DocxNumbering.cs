using System.Text;
using PerfEval.Parsing.Reading.OfficeParts;

namespace PerfEval.Parsing.Reading.Docx;

/// <summary>
/// The document's lists, and how far each has counted. Lists that share an abstract definition count together, as in Word; an override of the start
/// takes effect when its list first reaches the level. One instance belongs to one reading.
/// </summary>
internal sealed class DocxNumbering
{
    private const int Levels = 9;
    private const int MaxLinks = 16;

    private readonly Dictionary<int, AbstractList> _abstractLists = [];
    private readonly Dictionary<int, ConcreteList> _lists = [];
    private readonly DocxStyles _styles;

    private DocxNumbering(DocxStyles styles) => _styles = styles;

    internal static DocxNumbering Read(OfficePackage package, string? part, DocxStyles styles)
    {
        var numbering = new DocxNumbering(styles);
        using var xml = part is null ? null : package.OpenXml(part, isOptional: false);
        if (xml is null || !xml.ReadRoot())
            return numbering;
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name == "abstractNum")
                numbering.ReadAbstractList(xml);
            else if (xml.Name == "num")
                numbering.ReadList(xml);
        }

        return numbering;
    }

    /// <summary>Counts a paragraph and gives its label; <see langword="null"/> where it has none.</summary>
    /// <param name="direct">The paragraph's own properties.</param>
    /// <param name="style">Its style, which may carry the list.</param>
    internal string? Next(in ParagraphFormat direct, ParagraphStyle style)
    {
        var id = direct.NumberId ?? style.Paragraph.NumberId;
        if (id is null or 0 || !_lists.TryGetValue(id.Value, out var list) || Definition(list) is not { } definition)
            return null;
        var level = direct.NumberLevel ?? StyleLevel(list, definition, style, direct.NumberId is null || direct.NumberId == style.Paragraph.NumberId);
        return Count(list, definition, Math.Clamp(level, 0, Levels - 1));
    }

    private static int StyleLevel(ConcreteList list, AbstractList definition, ParagraphStyle style, bool isStylesList)
    {
        if (!isStylesList)
            return 0;
        foreach (var id in style.Chain)
            for (var i = 0; i < Levels; i++)
                if ((list.Levels[i] ?? definition.Levels[i])?.Style == id)
                    return i;
        return style.Paragraph.NumberLevel ?? 0;
    }

    private static string? Count(ConcreteList list, AbstractList definition, int at)
    {
        var counters = definition.Counters;
        var level = list.Levels[at] ?? definition.Levels[at];
        if (level is null)
            return null;
        if (list.Starts[at] is { } start && !list.Begun[at])
            counters[at] = start;
        else
            counters[at] = counters[at] is { } value ? value + 1 : list.Starts[at] ?? level.Start;
        list.Begun[at] = true;
        for (var below = at + 1; below < Levels; below++)
            if ((list.Levels[below] ?? definition.Levels[below])?.RestartAfter is not { } after || at < after)
                counters[below] = null;
        return level.IsHidden ? null : Label(list, definition, level);
    }

    private static string? Label(ConcreteList list, AbstractList definition, NumberingLevel level)
    {
        if (level.Format == "bullet")
            return Trimmed(level.Text);
        var label = new StringBuilder();
        for (var i = 0; i < level.Text.Length; i++)
        {
            if (level.Text[i] != '%' || i + 1 == level.Text.Length || level.Text[i + 1] is < '1' or > '9')
            {
                label.Append(level.Text[i]);
                continue;
            }

            var at = level.Text[++i] - '1';
            if ((list.Levels[at] ?? definition.Levels[at]) is { } shown)
                label.Append(Format(shown, definition.Counters[at] ?? shown.Start, level.IsLegal));
        }

        return Trimmed(label.ToString());
    }

    private static string Format(NumberingLevel level, int number, bool isLegal)
    {
        if (isLegal && level.Format is not ("none" or "bullet"))
            return NumberFormats.Format(number, level.Format == "decimalZero" ? level.Format : "decimal");
        if (level.Pattern is not { } pattern)
            return NumberFormats.Format(number, level.Format);
        var comma = pattern.IndexOf(',', StringComparison.Ordinal);
        return number.ToString(new string('0', Math.Clamp(comma, 1, 9)), System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string? Trimmed(string label)
    {
        var text = label.Trim();
        return text.Length == 0 ? null : text;
    }

    /// <summary>The list's levels, which may stand elsewhere: a list can refer to a numbering style, and that to another list.</summary>
    private AbstractList? Definition(ConcreteList list)
    {
        for (var links = 0; links < MaxLinks; links++)
        {
            if (!_abstractLists.TryGetValue(list.AbstractId, out var definition) || definition.StyleLink is not { } style)
                return definition;
            if (_styles.NumberOf(style) is not { } id || !_lists.TryGetValue(id, out var linked))
                return definition;
            list = linked;
        }

        return null;
    }

    private void ReadAbstractList(OfficeXml xml)
    {
        if (xml.Number("abstractNumId") is not { } id)
            return;
        var list = new AbstractList();
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name == "lvl" && xml.Number("ilvl") is >= 0 and < Levels and var level)
                list.Levels[level] = NumberingLevel.Read(xml);
            else if (xml.Name == "numStyleLink")
                list.StyleLink = xml.Val();
        }

        _abstractLists.TryAdd(id, list);
    }

    private void ReadList(OfficeXml xml)
    {
        if (xml.Number("numId") is not { } id)
            return;
        var list = new ConcreteList();
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name == "abstractNumId")
                list.AbstractId = xml.Number() ?? -1;
            else if (xml.Name == "lvlOverride" && xml.Number("ilvl") is >= 0 and < Levels and var level)
                ReadOverride(xml, list, level);
        }

        _lists.TryAdd(id, list);
    }

    private static void ReadOverride(OfficeXml xml, ConcreteList list, int level)
    {
        var depth = xml.Enter();
        while (xml.NextChild(depth))
        {
            if (xml.Name == "startOverride")
                list.Starts[level] = xml.Number();
            else if (xml.Name == "lvl")
                list.Levels[level] = NumberingLevel.Read(xml);
        }
    }

    private sealed class AbstractList
    {
        internal NumberingLevel?[] Levels { get; } = new NumberingLevel?[DocxNumbering.Levels];

        /// <summary>The number last given on each level; <see langword="null"/> where the level begins anew.</summary>
        internal int?[] Counters { get; } = new int?[DocxNumbering.Levels];

        internal string? StyleLink { get; set; }
    }

    private sealed class ConcreteList
    {
        internal int AbstractId { get; set; } = -1;

        internal NumberingLevel?[] Levels { get; } = new NumberingLevel?[DocxNumbering.Levels];

        internal int?[] Starts { get; } = new int?[DocxNumbering.Levels];

        internal bool[] Begun { get; } = new bool[DocxNumbering.Levels];
    }
}
