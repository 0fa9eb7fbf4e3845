using DocumentFormat.OpenXml.Wordprocessing;

namespace PerfEval.Parsing.Writing.Docx;

/// <summary>The one list of the document: its headings.</summary>
internal static class NumberingSheet
{
    /// <summary>The list's number.</summary>
    public const int ListId = 1;

    /// <summary>Makes the definitions.</summary>
    public static Numbering Create(HeadingNumbering headings)
    {
        var list = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.Multilevel }) { AbstractNumberId = 0 };
        for (var i = 0; i < headings.Levels.Count; i++)
            list.Append(headings.Levels[i] is { } pattern ? Numbered(i, pattern) : Unnumbered(i));
        return new Numbering(list, new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = ListId });
    }

    private static Level Numbered(int index, NumberPattern pattern)
    {
        var level = new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = Format(pattern.Numeral) },
            new ParagraphStyleIdInLevel { Val = StyleSheet.HeadingId(index + 1) });
        // 1.1 under 一、: all parts of the label are digits.
        if (pattern.Parts > 1)
            level.Append(new IsLegalNumberingStyle());
        level.Append(
            new LevelSuffix { Val = LevelSuffixValues.Nothing },
            new LevelText { Val = pattern.Text },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties { Indentation = ParagraphLook.Indentation(200, 0) });
        level.LevelIndex = index;
        return level;
    }

    private static Level Unnumbered(int index) => new(
        new StartNumberingValue { Val = 1 },
        new NumberingFormat { Val = NumberFormatValues.Decimal },
        new LevelSuffix { Val = LevelSuffixValues.Nothing },
        new LevelText { Val = "" },
        new LevelJustification { Val = LevelJustificationValues.Left })
    {
        LevelIndex = index,
    };

    private static NumberFormatValues Format(Numeral numeral) => numeral switch
    {
        Numeral.Han => NumberFormatValues.ChineseCountingThousand,
        Numeral.WideDigits => NumberFormatValues.DecimalFullWidth,
        Numeral.Circled => NumberFormatValues.DecimalEnclosedCircleChinese,
        _ => NumberFormatValues.Decimal,
    };
}
