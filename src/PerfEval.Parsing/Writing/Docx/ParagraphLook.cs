using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace PerfEval.Parsing.Writing.Docx;

/// <summary>How paragraphs of a style stand on the page; lengths in twips, indentations in hundredths of a character.</summary>
internal sealed record ParagraphLook
{
    private const double TwipsPerCharacter = 320;

    public int Before { get; init; }

    public int After { get; init; }

    /// <summary>The exact distance of lines; <see langword="null"/> for what the type needs.</summary>
    public int? Line { get; init; }

    public int FirstLine { get; init; }

    public int Right { get; init; }

    public JustificationValues? Alignment { get; init; }

    /// <summary>The outline level, 0-based.</summary>
    public int? Outline { get; init; }

    /// <summary>The level of automatic numbers, 0-based.</summary>
    public int? NumberLevel { get; init; }

    public bool KeepsNext { get; init; }

    public bool BreaksPage { get; init; }

    public bool IsBoxed { get; init; }

    /// <summary>The look as properties of a style, in the order that the schema asks for.</summary>
    public StyleParagraphProperties ToProperties()
    {
        var properties = new StyleParagraphProperties();
        if (KeepsNext)
            properties.KeepNext = new KeepNext();
        if (BreaksPage)
            properties.PageBreakBefore = new PageBreakBefore();
        if (NumberLevel is { } level)
            properties.NumberingProperties = new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = NumberingSheet.ListId });
        if (IsBoxed)
            properties.ParagraphBorders = new ParagraphBorders(Border<TopBorder>(), Border<LeftBorder>(), Border<BottomBorder>(), Border<RightBorder>());
        properties.SnapToGrid = Line is null ? new SnapToGrid { Val = false } : null;
        properties.SpacingBetweenLines = Spacing();
        properties.Indentation = Indentation(FirstLine, Right);
        if (Alignment is { } alignment)
            properties.Justification = new Justification { Val = alignment };
        if (Outline is { } outline)
            properties.OutlineLevel = new OutlineLevel { Val = outline };
        return properties;
    }

    /// <summary>An indentation; <see langword="null"/> where there is none.</summary>
    public static Indentation? Indentation(int firstLine, int right)
    {
        if (right > 0)
            return new Indentation { RightChars = right, Right = Twips(right) };
        return firstLine > 0 ? new Indentation { FirstLineChars = firstLine, FirstLine = Twips(firstLine) } : null;
    }

    private SpacingBetweenLines Spacing() => new()
    {
        Before = Before.ToString(CultureInfo.InvariantCulture),
        After = After.ToString(CultureInfo.InvariantCulture),
        Line = (Line ?? 240).ToString(CultureInfo.InvariantCulture),
        LineRule = Line is null ? LineSpacingRuleValues.Auto : LineSpacingRuleValues.Exact,
    };

    private static string Twips(int characters) => (characters / 100 * TwipsPerCharacter).ToString(CultureInfo.InvariantCulture);

    private static T Border<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 4, Color = "auto" };
}
