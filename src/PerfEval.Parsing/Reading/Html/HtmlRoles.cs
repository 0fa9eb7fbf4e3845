using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Html;

/// <summary>Marks contents lines and page numbers that were pasted into a page with the document; they look as in plain text.</summary>
internal static class HtmlRoles
{
    public static List<Block> Mark(List<Block> blocks)
    {
        var lines = new List<TextLine>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
            lines.Add(new TextLine(i + 1, blocks[i] is Paragraph { Label: null } ? blocks[i].Text : "") { Kind = blocks[i] is Paragraph { Label: null } ? LineKind.Prose : LineKind.Table });
        ContentsLines.Mark(lines);
        PageNumbers.Mark(lines);
        for (var i = 0; i < blocks.Count; i++)
            if (lines[i].Kind is LineKind.Contents or LineKind.PageNumber)
                blocks[i] = blocks[i] with { Role = lines[i].Kind == LineKind.Contents ? BlockRole.TableOfContents : BlockRole.Footer };
        return blocks;
    }
}
