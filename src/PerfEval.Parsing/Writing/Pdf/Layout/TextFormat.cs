using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Writing.Pdf.Layout;

/// <summary>How a paragraph is printed; lengths in points.</summary>
/// <param name="Size">The font size.</param>
/// <param name="Leading">From one baseline to the next.</param>
internal sealed record TextFormat(double Size, double Leading)
{
    public TextAlignment Alignment { get; init; } = TextAlignment.Justify;

    /// <summary>By how much the first line is indented, in units of the font size.</summary>
    public double Indent { get; init; }

    /// <summary>What stays free at the right, in units of the font size.</summary>
    public double RightIndent { get; init; }

    /// <summary>How thick the outline is that makes the text bold; 0 for none.</summary>
    public double Stroke { get; init; }

    public double Before { get; init; }

    public double After { get; init; }

    /// <summary>Whether the paragraph stays on one page with what follows.</summary>
    public bool KeepsWithNext { get; init; }

    /// <summary>How a paragraph of a written report is printed: after GB/T 9704—2012, as far as one font can (title 22 pt, body 16 pt in lines of 28 pt).</summary>
    public static TextFormat Of(Paragraph paragraph) => (paragraph.Declared, paragraph.Style.OutlineLevel) switch
    {
        (DeclaredPart.Title, _) => new(22, 36) { Alignment = TextAlignment.Center, Stroke = 0.5, After = 14 },
        (DeclaredPart.Cover, _) => new(16, 34) { Alignment = TextAlignment.Center },
        (DeclaredPart.Heading, null or 1) => new(18, 30) { Indent = 2, Stroke = 0.5, Before = 6, After = 2, KeepsWithNext = true },
        (DeclaredPart.Heading, 2) => new(16, 28) { Indent = 2, Stroke = 0.45, KeepsWithNext = true },
        (DeclaredPart.Heading, _) => new(16, 28) { Indent = 2, Stroke = 0.25, KeepsWithNext = true },
        (DeclaredPart.Caption, _) => new(12, 20) { Alignment = TextAlignment.Center, Stroke = 0.3, Before = 6, After = 2, KeepsWithNext = true },
        (DeclaredPart.Signature, _) => new(16, 28) { Alignment = TextAlignment.Right, RightIndent = 4, KeepsWithNext = true },
        (DeclaredPart.Supplement, 1) => new(16, 28) { Alignment = TextAlignment.Center, Stroke = 0.45, After = 6, KeepsWithNext = true },
        (DeclaredPart.Supplement, { }) => new(12, 20) { Alignment = TextAlignment.Center, Stroke = 0.3, Before = 8, After = 2, KeepsWithNext = true },
        (DeclaredPart.Supplement, _) => new(10.5, 18) { Indent = 2 },
        _ => new(16, 28) { Indent = 2 },
    };
}
