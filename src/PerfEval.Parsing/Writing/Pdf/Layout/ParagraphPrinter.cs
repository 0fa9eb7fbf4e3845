using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Writing.Pdf.Fonts;
using PerfEval.Parsing.Writing.Pdf.Tags;

namespace PerfEval.Parsing.Writing.Pdf.Layout;

/// <summary>Prints paragraphs line by line, over as many pages as they need.</summary>
internal sealed class ParagraphPrinter(PageFlow flow, DocumentFonts fonts)
{
    /// <summary>How far the baseline is below the top of a character, in units of the font size.</summary>
    public const double Ascent = 0.88;

    /// <summary>Characters are set apart by no more than this part of the font size; a line that would need more stays ragged.</summary>
    private const double WidestGap = 0.35;

    /// <summary>Prints a paragraph as the content of an element.</summary>
    /// <param name="text">Its text; soft breaks become elements of their own.</param>
    /// <param name="format">How it looks.</param>
    /// <param name="element">Its element.</param>
    /// <param name="next">The least room for what must follow on the same page.</param>
    /// <returns>Where it begins: the page, 0-based, and the height on it.</returns>
    public (int Page, double Top) Print(string text, TextFormat format, StructureElement element, double next)
    {
        var softLines = ShapedText.Lines(text, fonts);
        var width = flow.Width / format.Size - format.RightIndent;
        var broken = softLines.ConvertAll(line => format.Alignment == TextAlignment.Center ? Balanced(line, width) : LineBreaker.Break(line, width - format.Indent, width));
        flow.Advance(flow.IsEmpty ? 0 : format.Before);
        var height = broken.Sum(lines => Math.Max(1, lines.Count)) * format.Leading;
        flow.Ensure(format.KeepsWithNext && height + next < (flow.UpperEdge - flow.LowerEdge) / 2 ? height + next : format.Leading);
        var start = (flow.Number, flow.Y);
        element.Page = flow.Number;
        for (var i = 0; i < softLines.Count; i++)
            PrintLines(softLines[i], broken[i], format, softLines.Count == 1 ? element : element.Add(new StructureElement(StructureTypes.SoftLine)));
        flow.Advance(format.After);
        return start;
    }

    // The lines of a title are about equally long.
    private static List<(int Start, int End)> Balanced(ShapedCharacter[] text, double most)
    {
        var lines = LineBreaker.Break(text, most, most);
        for (var width = ShapedText.Width(text) / Math.Max(1, lines.Count); width < most; width += 0.5)
            if (LineBreaker.Break(text, width, width) is var narrower && narrower.Count == lines.Count)
                return narrower;
        return lines;
    }

    private void PrintLines(ShapedCharacter[] text, List<(int Start, int End)> lines, TextFormat format, StructureElement owner)
    {
        if (lines.Count == 0)
            flow.Advance(format.Leading);
        var page = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (format.Leading > flow.Room)
            {
                if (page >= 0)
                    flow.Page.End();
                flow.Turn(flow.Page.IsLandscape);
            }

            if (page != flow.Number)
                owner.AddContent(page = flow.Number, flow.Page.BeginContent(StructureTypes.StandardOf(owner.Type)));
            PrintLine(text.AsSpan(lines[i].Start..lines[i].End), format, isFirst: i == 0, isLast: i == lines.Count - 1);
        }

        if (page >= 0)
            flow.Page.End();
    }

    private void PrintLine(ReadOnlySpan<ShapedCharacter> line, TextFormat format, bool isFirst, bool isLast)
    {
        var indent = isFirst ? format.Indent * format.Size : 0;
        var room = flow.Width - format.RightIndent * format.Size - indent;
        var free = room - SeenWidth(line) * format.Size;
        var shift = format.Alignment switch { TextAlignment.Center => free / 2, TextAlignment.Right => free, _ => 0 };
        var baseline = flow.Y - (format.Leading - format.Size) / 2 - Ascent * format.Size;
        var gap = format.Alignment == TextAlignment.Justify && !isLast ? Gap(line, free, format.Size) : 0;
        flow.Page.Show(line, flow.LeftEdge + indent + Math.Max(0, shift), baseline, format.Size, gap, format.Stroke);
        flow.Advance(format.Leading);
    }

    /// <summary>What is added between characters so that the line fills its room; 0 where that would tear it apart.</summary>
    private static double Gap(ReadOnlySpan<ShapedCharacter> line, double free, double size)
    {
        var gaps = 0;
        for (var i = 0; i + 1 < line.Length; i++)
            gaps += PageCanvas.IsGap(line[i], line[i + 1]) ? 1 : 0;
        return gaps == 0 || free <= 0 || free / gaps > WidestGap * size ? 0 : free / gaps;
    }

    private static double SeenWidth(ReadOnlySpan<ShapedCharacter> line) => ShapedText.Width(line.Length > 0 && line[^1].IsSpace ? line[..^1] : line);
}
