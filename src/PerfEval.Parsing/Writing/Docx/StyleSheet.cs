using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Writing.Docx;

/// <summary>The styles: type and spacing after GB/T 9704—2012, 5.2.2 and 7.3, names after what they declare.</summary>
internal static class StyleSheet
{
    /// <summary>三号, the size of the body.</summary>
    public const int BodyHalfPoints = 32;

    /// <summary>五号, the usual size of tables.</summary>
    public const int CellHalfPoints = 21;

    /// <summary>The style of paragraphs that only keep tables and sections apart.</summary>
    public const string Spacer = "ReportSpacer";

    private const string SpacerName = "绩效报告间隔";
    private const string Normal = "Normal";
    private const int TitleHalfPoints = 44;
    private const int Small4 = 24;
    private const int Four = 28;

    /// <summary>The style of page numbers.</summary>
    public const string Footer = "Footer";

    /// <summary>The id of a level's heading style.</summary>
    public static string HeadingId(int level) => string.Create(CultureInfo.InvariantCulture, $"Heading{level}");

    /// <summary>Makes the style sheet.</summary>
    /// <param name="numbering">The levels that have automatic numbers.</param>
    public static Styles Create(HeadingNumbering numbering)
    {
        var styles = new Styles(Defaults(), new Style(new StyleName { Val = Normal }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = Normal, Default = true });
        for (var level = 1; level <= DocxReportWriter.DeepestHeading; level++)
            styles.Append(Heading(level, numbering.Levels[level - 1] is not null));
        styles.Append(
            Declaring(DeclaredStyle.Title, Spaced(before: 0, after: PageSetup.Line, line: 640) with { Alignment = JustificationValues.Center, KeepsNext = true }, Typeface.Title, TitleHalfPoints),
            Declaring(DeclaredStyle.Cover, Spaced() with { FirstLine = 0 }, Typeface.Body, BodyHalfPoints),
            Declaring(DeclaredStyle.CoverFigure, Boxed(), Typeface.Body, Small4),
            Declaring(DeclaredStyle.Body, Spaced() with { FirstLine = 200, Alignment = JustificationValues.Both }, Typeface.Body, BodyHalfPoints),
            Declaring(DeclaredStyle.Figure, Boxed(), Typeface.Body, Small4),
            Declaring(DeclaredStyle.Caption, Spaced(before: 120, after: 60, line: 400) with { Alignment = JustificationValues.Center, KeepsNext = true }, Typeface.Hei, Small4),
            Declaring(DeclaredStyle.Signature, Spaced() with { Alignment = JustificationValues.Right, Right = 400, KeepsNext = true }, Typeface.Body, BodyHalfPoints),
            Declaring(DeclaredStyle.SupplementHeading, Spaced(after: 240) with { Outline = 0, BreaksPage = true, KeepsNext = true }, Typeface.Hei, BodyHalfPoints),
            Declaring(DeclaredStyle.SupplementNote, Spaced(line: 440) with { FirstLine = 200, Alignment = JustificationValues.Both }, Typeface.Body, Four),
            Declaring(DeclaredStyle.SupplementCaption, Spaced(before: 240, after: 60, line: 400) with { Outline = 1, Alignment = JustificationValues.Center, KeepsNext = true }, Typeface.Hei, Small4),
            Declaring(DeclaredStyle.CellText, new ParagraphLook(), Typeface.Song, CellHalfPoints),
            Declaring(DeclaredStyle.NoCell, new ParagraphLook(), Typeface.Song, CellHalfPoints),
            Plain(Spacer, SpacerName, new ParagraphLook { Line = 120 }, Typeface.Song, 2),
            Plain(Footer, "footer", new ParagraphLook(), Typeface.Song, Four),
            TableStyle("TableNormal", "Normal Table", isBase: true),
            TableStyle(DeclaredStyle.CoverTable.Id, DeclaredStyle.CoverTable.Name),
            TableStyle(DeclaredStyle.Table.Id, DeclaredStyle.Table.Name),
            TableStyle(DeclaredStyle.SupplementTable.Id, DeclaredStyle.SupplementTable.Name));
        return styles;
    }

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            Typeface.Body.ToFonts(), new FontSize { Val = "32" }, new FontSizeComplexScript { Val = "32" },
            new Languages { Val = "en-US", EastAsia = "zh-CN", Bidi = "ar-SA" })),
        new ParagraphPropertiesDefault());

    private static ParagraphLook Spaced(int before = 0, int after = 0, int line = PageSetup.Line) => new() { Before = before, After = after, Line = line };

    private static ParagraphLook Boxed() => Spaced(before: 240, after: 240, line: 400) with { Alignment = JustificationValues.Center, IsBoxed = true };

    // 黑体, 楷体, 仿宋 bold, 仿宋: the levels of GB/T 9704—2012, 7.3.3.
    private static Style Heading(int level, bool isNumbered)
    {
        var look = Spaced() with { FirstLine = 200, Outline = level - 1, KeepsNext = true, NumberLevel = isNumbered ? level - 1 : null, Alignment = JustificationValues.Both };
        var typeface = level switch { 1 => Typeface.Hei, 2 => Typeface.Kai, _ => Typeface.Body };
        var style = Plain(HeadingId(level), string.Create(CultureInfo.InvariantCulture, $"heading {level}"), look, typeface, BodyHalfPoints, isBold: level == 3);
        style.InsertAfter(new NextParagraphStyle { Val = DeclaredStyle.Body.Id }, style.GetFirstChild<BasedOn>());
        return style;
    }

    private static Style Declaring(DeclaredStyle style, ParagraphLook look, Typeface typeface, int halfPoints)
    {
        var made = Plain(style.Id, style.Name, look, typeface, halfPoints);
        made.CustomStyle = true;
        return made;
    }

    private static Style Plain(string id, string name, ParagraphLook look, Typeface typeface, int halfPoints, bool isBold = false)
    {
        var size = halfPoints.ToString(CultureInfo.InvariantCulture);
        var run = new StyleRunProperties(typeface.ToFonts());
        if (isBold)
            run.Append(new Bold(), new BoldComplexScript());
        run.Append(new FontSize { Val = size }, new FontSizeComplexScript { Val = size });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = Normal }, new PrimaryStyle(), look.ToProperties(), run)
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
    }

    private static Style TableStyle(string id, string name, bool isBase = false)
    {
        var margin = new TableCellMarginDefault(
            new TopMargin { Width = "28", Type = TableWidthUnitValues.Dxa },
            new TableCellLeftMargin { Width = TablePlan.CellMargin, Type = TableWidthValues.Dxa },
            new BottomMargin { Width = "28", Type = TableWidthUnitValues.Dxa },
            new TableCellRightMargin { Width = TablePlan.CellMargin, Type = TableWidthValues.Dxa });
        if (isBase)
            return new Style(new StyleName { Val = name }, new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }, margin))
            {
                Type = StyleValues.Table,
                StyleId = id,
                Default = true,
            };
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "TableNormal" }, new PrimaryStyle(), new StyleTableProperties(Borders(), margin))
        {
            Type = StyleValues.Table,
            StyleId = id,
            CustomStyle = true,
        };
    }

    private static TableBorders Borders() => new(
        Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "auto" };
}
