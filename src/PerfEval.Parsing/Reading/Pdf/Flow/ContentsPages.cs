using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Layout;
using PerfEval.Parsing.Reading.PlainText;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>Finds the lines of a table of contents, by the rules for plain text.</summary>
internal static class ContentsPages
{
    public static void Mark(IReadOnlyList<PageLayout> pages)
    {
        var body = pages.SelectMany(p => p.Lines).Where(l => l.Role == BlockRole.Body).ToList();
        var lines = body.ConvertAll(l => new TextLine(0, l.Text));
        ContentsLines.Mark(lines);
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Kind == LineKind.Contents)
                body[i].Role = BlockRole.TableOfContents;
    }
}
