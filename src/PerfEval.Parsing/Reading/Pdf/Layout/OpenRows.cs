using PerfEval.Parsing.Reading.Pdf.Content;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>
/// The rows of a table whose body is not ruled (三线表), found by a column that has one line in each row, as scores have. Cells of other columns
/// stand beside those lines; cells that cover several rows stand in the middle, or at the top, of the rows that they cover.
/// </summary>
internal static class OpenRows
{
    private const int FewestRows = 3;
    private const int MostRows = 200;

    /// <summary>Lines of one cell follow each other within so many font sizes.</summary>
    private const float SameCell = 1.5f;

    /// <summary>The level lines that a table's rows lack.</summary>
    /// <param name="columns">The columns' edges.</param>
    /// <param name="body">The letters of the body.</param>
    /// <param name="top">The line above the body.</param>
    /// <param name="bottom">The line below it.</param>
    public static List<Rule> Lines(float[] columns, List<Letter> body, float top, float bottom)
    {
        var cells = new List<Block>[columns.Length - 1];
        for (var c = 0; c < cells.Length; c++)
            cells[c] = Blocks(body.FindAll(l => l.Middle > columns[c] && l.Middle < columns[c + 1]));
        var anchors = cells.Where(blocks => blocks.TrueForAll(b => b.Lines == 1)).MaxBy(blocks => blocks.Count);
        if (anchors is null || anchors.Count is < FewestRows or > MostRows)
            return [];

        var edges = new List<float> { top };
        for (var i = 0; i + 1 < anchors.Count; i++)
            edges.Add(Between(anchors[i].Bottom, anchors[i + 1].Top, cells));
        edges.Add(bottom);

        var found = new List<Rule>();
        // Groups stand left of what they group: the first column with text in most rows.
        var leaf = Array.FindIndex(cells, blocks => IsLeaf(blocks, edges));
        for (var c = 0; c < cells.Length; c++)
        {
            var covered = c < leaf ? Covered(cells[c], edges, anchors) : new bool[edges.Count];
            for (var row = 1; row < edges.Count - 1; row++)
                if (!covered[row])
                    found.Add(new Rule(columns[c], edges[row], columns[c + 1], edges[row]));
        }

        return found;
    }

    private static bool IsLeaf(List<Block> blocks, List<float> edges) => blocks.Count * 3 > (edges.Count - 1) * 2;

    /// <summary>Which inner edges a column's cells cover: those of cells that stand for several rows.</summary>
    private static bool[] Covered(List<Block> blocks, List<float> edges, List<Block> anchors)
    {
        var rows = edges.Count - 1;
        var covered = new bool[edges.Count];
        if (blocks.Count == 0)
            return covered;
        var isTop = blocks.TrueForAll(b => anchors.Exists(a => Math.Abs(a.First - b.First) < 1.5f)) && blocks.Exists(b => b.Lines == 1);
        var centred = Spans(blocks, edges, out var error);
        // Empty cells leave the texts beside their own rows; merged ones put them in the middle of several.
        var beside = blocks.TrueForAll(b => anchors.Exists(a => Math.Abs((a.Top + a.Bottom - b.Top - b.Bottom) / 2) < 2));
        if (centred is null || error > 0.35f * (edges[0] - edges[^1]) / rows || (beside && !isTop && blocks.Count * 2 > rows))
            return covered;
        foreach (var (first, last) in centred)
            for (var row = first + 1; row <= last; row++)
                covered[row] = true;
        return covered;
    }

    /// <summary>The rows that each cell covers if all stand in the middle of theirs and leave none out.</summary>
    private static List<(int First, int Last)>? Spans(List<Block> blocks, List<float> edges, out float worst)
    {
        var spans = new List<(int First, int Last)>();
        var first = 0;
        worst = 0;
        foreach (var block in blocks)
        {
            var centre = (block.Top + block.Bottom) / 2;
            if (first >= edges.Count - 1)
                return null;
            var last = first;
            while (last + 2 < edges.Count && Math.Abs((edges[first] + edges[last + 2]) / 2 - centre) <= Math.Abs((edges[first] + edges[last + 1]) / 2 - centre))
                last++;
            worst = Math.Max(worst, Math.Abs((edges[first] + edges[last + 1]) / 2 - centre));
            spans.Add((first, last));
            first = last + 1;
        }

        // Only the total's row may be left over.
        return first >= edges.Count - 2 ? spans : null;
    }

    /// <summary>The height between two rows that the fewest cells cross.</summary>
    private static float Between(float above, float below, List<Block>[] cells) =>
        WhiteStrip.Middle(below, above, at => cells.Count(blocks => blocks.Exists(b => b.Bottom < at && b.Top > at))) ?? (above + below) / 2;

    /// <summary>A column's lines put together to cells.</summary>
    private static List<Block> Blocks(List<Letter> letters)
    {
        var blocks = new List<Block>();
        foreach (var row in new LetterRows(letters))
        {
            var (baseline, size) = (row[0].Baseline, 0f);
            foreach (ref readonly var letter in row)
                size = Math.Max(size, letter.Size);
            var (top, bottom) = (baseline + PdfLine.Ascent * size, baseline - PdfLine.Descent * size);
            if (blocks.Count > 0 && blocks[^1].Last - baseline < SameCell * size)
                blocks[^1] = blocks[^1] with { Last = baseline, Bottom = bottom, Lines = blocks[^1].Lines + 1 };
            else
                blocks.Add(new Block(baseline, baseline, top, bottom, 1));
        }

        return blocks;
    }

    /// <summary>The lines of one cell.</summary>
    private sealed record Block(float First, float Last, float Top, float Bottom, int Lines);
}
