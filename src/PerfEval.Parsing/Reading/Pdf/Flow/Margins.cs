using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Layout;

namespace PerfEval.Parsing.Reading.Pdf.Flow;

/// <summary>Finds the edges of the text: where full lines begin and end. Pages of one shape share them, unless a page shows its own.</summary>
internal static class Margins
{
    /// <summary>A line at least this wide, of the widest, shows where the edges are.</summary>
    private const float Wide = 0.6f;

    /// <summary>So many wide lines show a page's own edges.</summary>
    private const int EnoughOnPage = 8;

    /// <summary>How many of the wide lines begin, or end, at the edge at least.</summary>
    private const float Share = 0.15f;

    private const float Bin = 3;

    public static void Set(IReadOnlyList<PageLayout> pages)
    {
        foreach (var shape in pages.SelectMany(p => p.Lines.Select(line => (Page: p, Line: line)))
            .Where(l => l.Line.Role == BlockRole.Body && !l.Line.HasColumn)
            .GroupBy(l => (l.Line.Turn, Math.Round(l.Page.Box.Right - l.Page.Box.Left), Math.Round(l.Page.Box.Top - l.Page.Box.Bottom))))
        {
            var all = Edges([.. shape.Select(l => l.Line)]);
            var box = shape.First().Page.Box;
            // Short lines do not show the right edge; margins are about alike on both sides.
            if (shape.Key.Turn == 0 && all.Right - all.Left < Wide * (box.Right - box.Left))
                all.Right = Math.Max(all.Right, (float)(box.Right - (all.Left - box.Left)));
            foreach (var page in shape.GroupBy(l => l.Page))
            {
                var lines = page.Select(l => l.Line).ToList();
                var widest = all.Right - all.Left;
                var own = lines.Count(l => l.Width >= Wide * widest) >= EnoughOnPage ? Edges(lines) : all;
                // A page of one paragraph after another may show only indented lines: then the document knows better.
                if (Math.Abs(own.Right - own.Left - widest) > 12)
                    own = all;
                // Larger letters end further from the edge.
                else if (Math.Abs(own.Left - all.Left) <= Bin)
                    own.Right = Math.Max(own.Right, all.Right);
                foreach (var line in lines)
                    (line.ColumnLeft, line.ColumnRight) = (Math.Min(own.Left, line.Left), Math.Max(own.Right, line.Left + 1));
            }
        }
    }

    private static (float Left, float Right) Edges(List<PdfLine> lines)
    {
        var widest = lines.Max(l => l.Width);
        var wide = lines.FindAll(l => l.Width >= Wide * widest);
        var fewest = Math.Max(1, (int)(Share * wide.Count));
        var left = wide.Min(l => l.Left);
        foreach (var bin in wide.GroupBy(l => MathF.Floor(l.Left / Bin)).OrderBy(g => g.Key))
            if (Near(wide, bin.Key, l => l.Left) >= fewest)
            {
                left = bin.Min(l => l.Left);
                break;
            }

        var right = wide.Max(l => l.Right);
        foreach (var bin in wide.GroupBy(l => MathF.Floor(l.Right / Bin)).OrderByDescending(g => g.Key))
            if (Near(wide, bin.Key, l => l.Right) >= fewest)
            {
                right = bin.Max(l => l.Right);
                break;
            }

        return (left, right);
    }

    private static int Near(List<PdfLine> lines, float bin, Func<PdfLine, float> edge) =>
        lines.Count(l => MathF.Abs(MathF.Floor(edge(l) / Bin) - bin) <= 1);
}
