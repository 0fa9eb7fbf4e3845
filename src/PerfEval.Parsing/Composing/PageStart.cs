using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Composing;

/// <summary>Which blocks begin a page of their own besides cover, body and supplement: annexes (GB/T 9704—2012: 附件另面编排).</summary>
internal static class PageStart
{
    /// <summary>Whether a block begins an annex behind other text.</summary>
    /// <param name="blocks">The document's blocks.</param>
    /// <param name="index">The block.</param>
    public static bool IsAnnex(IReadOnlyList<Block> blocks, int index) =>
        blocks[index] is Paragraph { Declared: DeclaredPart.Heading, Style.OutlineLevel: 1 } heading && HeadingDetector.IsAnnex(heading.Text)
        && index > 0 && blocks[index - 1].Declared is DeclaredPart.Content or DeclaredPart.Signature;
}
