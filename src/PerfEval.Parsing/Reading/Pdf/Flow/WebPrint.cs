using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Html;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>Finds the frame of a web page that was printed to PDF: the way to the page above the article, the site's foot below it.</summary>
internal static class WebPrint
{
    private const int FrameAtStart = 8;
    private const int FrameAtEnd = 8;

    public static void Mark(List<Block> blocks)
    {
        var edges = Enumerable.Range(0, blocks.Count).Where(i => i < FrameAtStart || i >= blocks.Count - FrameAtEnd).ToList();
        // A report's own cover may speak of its 主办单位; only the foot of a site says that this is a web page.
        if (!edges.Exists(i => blocks[i] is Paragraph { Role: BlockRole.Body } p && HtmlFurniture.IsSiteFoot(p.Text)))
            return;
        foreach (var i in edges)
            if (blocks[i] is Paragraph { Role: BlockRole.Body } paragraph && HtmlFurniture.IsFrame(paragraph.Text))
                blocks[i] = paragraph with { Role = i < FrameAtStart ? BlockRole.Header : BlockRole.Footer };
    }
}
