namespace PerfEval.Parsing.Documents;

/// <summary>
/// A style by whose name a paragraph or table of a Word document says what it is. Headings need none of their own: where these styles are
/// defined, the built-in heading styles declare headings.
/// </summary>
/// <param name="Id">The style's id in files that this library writes.</param>
/// <param name="Name">The style's name, which word processors keep and show.</param>
/// <param name="Part">What the style declares; <see cref="DeclaredPart.None"/> for the styles of cells, whose table declares.</param>
internal sealed record DeclaredStyle(string Id, string Name, DeclaredPart Part = DeclaredPart.None)
{
    public static DeclaredStyle Title { get; } = new("ReportTitle", "绩效报告标题", DeclaredPart.Title);

    public static DeclaredStyle Cover { get; } = new("ReportCover", "绩效报告封面", DeclaredPart.Cover);

    public static DeclaredStyle CoverFigure { get; } = new("ReportCoverFigure", "绩效报告封面图", DeclaredPart.Cover) { IsFigure = true };

    public static DeclaredStyle CoverTable { get; } = new("ReportCoverTable", "绩效报告封面表格", DeclaredPart.Cover);

    public static DeclaredStyle Body { get; } = new("ReportBody", "绩效报告正文", DeclaredPart.Content);

    public static DeclaredStyle Figure { get; } = new("ReportFigure", "绩效报告图", DeclaredPart.Content) { IsFigure = true };

    public static DeclaredStyle Table { get; } = new("ReportTable", "绩效报告表格", DeclaredPart.Content);

    public static DeclaredStyle Caption { get; } = new("ReportCaption", "绩效报告表题", DeclaredPart.Caption);

    public static DeclaredStyle Signature { get; } = new("ReportSignature", "绩效报告落款", DeclaredPart.Signature);

    public static DeclaredStyle SupplementHeading { get; } = new("SupplementHeading", "绩效报告补充表标题", DeclaredPart.Supplement);

    public static DeclaredStyle SupplementNote { get; } = new("SupplementNote", "绩效报告补充表说明", DeclaredPart.Supplement);

    public static DeclaredStyle SupplementCaption { get; } = new("SupplementCaption", "绩效报告补充表表题", DeclaredPart.Supplement);

    public static DeclaredStyle SupplementTable { get; } = new("SupplementTable", "绩效报告补充表格", DeclaredPart.Supplement);

    /// <summary>The text of a cell.</summary>
    public static DeclaredStyle CellText { get; } = new("ReportCellText", "绩效报告表格文字");

    /// <summary>A place in a row where no cell stands; a row of a Word table has no holes.</summary>
    public static DeclaredStyle NoCell { get; } = new("ReportNoCell", "绩效报告表格空位") { IsNoCell = true };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<DeclaredStyle> All { get; } =
    [
        Title, Cover, CoverFigure, CoverTable, Body, Figure, Table, Caption, Signature,
        SupplementHeading, SupplementNote, SupplementCaption, SupplementTable, CellText, NoCell,
    ];

    /// <summary>Whether paragraphs of the style stand for figures.</summary>
    public bool IsFigure { get; private init; }

    /// <summary>Whether a cell with paragraphs of the style is none.</summary>
    public bool IsNoCell { get; private init; }

    /// <summary>The style of a name; <see langword="null"/> where the name is not one of these.</summary>
    public static DeclaredStyle? Find(string? name) => All.FirstOrDefault(style => style.Name == name);
}
