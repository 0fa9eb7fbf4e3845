using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Structuring;

/// <summary>
/// One line as structuring looks at it: a paragraph's stretch between soft breaks, or a table, figure or page end.
/// </summary>
/// <param name="Block">The block's index in the document.</param>
/// <param name="Start">Where the line begins in the block's text.</param>
/// <param name="Text">The line's text without white space around it; empty where it is no text.</param>
/// <param name="Source">The block.</param>
internal sealed record Line(int Block, int Start, string Text, Block Source)
{
    /// <summary>The paragraph, where the line is text.</summary>
    public Paragraph? Paragraph => Source as Paragraph;

    /// <summary>The table, where the line is one.</summary>
    public Table? Table => Source as Table;

    /// <summary>Whether the line is text.</summary>
    public bool IsText => Source is Paragraph;

    /// <summary>Whether a page ends here.</summary>
    public bool IsPageBreak => Source is PageBreak;

    /// <summary>The automatic number's label, which stands before the paragraph's first line.</summary>
    public string? Label => Start == 0 ? Paragraph?.Label : null;

    /// <summary>The text without any white space: for comparing.</summary>
    public string Squeezed { get; } = ChineseText.Squeeze(Text);

    /// <summary>The number with which the line begins, automatic or typed; none where it is no text.</summary>
    public HeadingNumber Number { get; } = Source is Paragraph paragraph ? NumberOf(paragraph, Start, Text) : HeadingNumber.None;

    /// <summary>The body of a document as lines: what is a contents line, a running head or a note is left out.</summary>
    public static List<Line> Of(SourceDocument document, ParseWatch watch)
    {
        var lines = new List<Line>(document.Blocks.Count);
        for (var i = 0; i < document.Blocks.Count; i++)
        {
            watch.Step();
            var block = document.Blocks[i];
            if (block.Role != BlockRole.Body)
                continue;
            if (block is Paragraph paragraph)
                Split(i, paragraph, lines, watch);
            else
                lines.Add(new Line(i, 0, "", block));
        }

        return lines;
    }

    private static HeadingNumber NumberOf(Paragraph paragraph, int start, string text) =>
        start == 0 && paragraph.Label is { } label && HeadingNumber.Parse(label) is { Shape: not NumberShape.None } automatic
            ? automatic with { Length = 0 }
            : HeadingNumber.Parse(text);

    private static void Split(int index, Paragraph paragraph, List<Line> lines, ParseWatch watch)
    {
        var text = paragraph.Text;
        for (var start = 0; start <= text.Length;)
        {
            watch.Step();
            var end = text.IndexOf('\n', start);
            if (end < 0)
                end = text.Length;
            var (from, to) = (start, end);
            while (from < to && ChineseText.IsSpace(text[from]))
                from++;
            while (to > from && ChineseText.IsSpace(text[to - 1]))
                to--;
            if (to > from)
                lines.Add(new Line(index, from, text[from..to], paragraph));
            start = end + 1;
        }
    }
}
