using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Html;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>Finds the frame of a web page that was printed to PDF: the way to the page above the article, the site's foot below it.</summary>
internal static class WebPrint
{
    private const int FrameAtStart = 8;
    private const int FrameAtEnd = 8;
    private const int LongestFoot = 20;
    private const int LongestFootLine = 80;

    /// <summary>Marks the frame's lines.</summary>
    /// <returns>What the page says about the document: 索引号, 发布机构 and the like.</returns>
    public static List<KeyValuePair<string, string>> Mark(List<Block> blocks)
    {
        var metadata = new List<KeyValuePair<string, string>>();
        var edges = Enumerable.Range(0, blocks.Count).Where(i => i < FrameAtStart || i >= blocks.Count - FrameAtEnd).ToList();
        // A report's own cover may speak of its 主办单位; only the foot of a site says that this is a web page.
        if (!edges.Exists(i => blocks[i] is Paragraph { Role: BlockRole.Body } p && HtmlFurniture.IsSiteFoot(p.Text)))
            return metadata;
        var beside = false;
        foreach (var i in edges)
        {
            if (blocks[i] is not Paragraph { Role: BlockRole.Body } paragraph)
                continue;
            var pairs = HtmlMetadata.Of(paragraph, beside);
            beside = pairs.Count > 0;
            metadata.AddRange(pairs);
            if (beside || HtmlFurniture.IsFrame(paragraph.Text))
                blocks[i] = paragraph with { Role = i < FrameAtStart ? BlockRole.Header : BlockRole.Footer };
        }

        MarkFoot(blocks);
        return metadata;
    }

    /// <summary>Below the first line of the site's foot, short lines belong to the foot too: lists of other articles, addresses.</summary>
    private static void MarkFoot(List<Block> blocks)
    {
        var first = blocks.Count;
        for (var i = blocks.Count - 1; i >= Math.Max(0, blocks.Count - LongestFoot) && blocks[i] is Paragraph { Text.Length: <= LongestFootLine } paragraph; i--)
            if (paragraph.Role == BlockRole.Footer || HtmlFurniture.IsFrame(paragraph.Text) || HtmlMetadata.Of(paragraph, false).Count > 0)
                first = i;
        for (var i = first; i < blocks.Count; i++)
            blocks[i] = blocks[i] with { Role = BlockRole.Footer };
    }
}
