using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Content;
using PerfEval.Parsing.Reading.Pdf.Layout;

namespace PerfEval.Parsing.Reading.Pdf.Tagged;

/// <summary>A stretch of marked content on one printed line.</summary>
/// <param name="Text">Its text, as printed character by character.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record TaggedLine(string Text, PlacedLine Place);

/// <summary>The text of a page by its marked content.</summary>
internal static class TaggedText
{
    /// <summary>The lines of a page's marked content, by its id; <see langword="null"/> where the page shows something that belongs to no element.</summary>
    /// <param name="page">The page.</param>
    /// <param name="key">The page's key.</param>
    /// <param name="claimed">The content that elements name.</param>
    /// <param name="lines">Where the lines go.</param>
    /// <returns>Whether all that the page shows belongs to elements.</returns>
    public static bool Read(PageContent page, int key, HashSet<(int Page, int Content)> claimed, Dictionary<(int Page, int Content), List<TaggedLine>> lines)
    {
        if (page.Pictures.Count > 0 || page.BytesWithoutFont > 0)
            return false;
        for (var i = 0; i < page.Glyphs.Count;)
        {
            var glyph = page.Glyphs[i];
            var end = i + 1;
            while (end < page.Glyphs.Count && IsSameLine(glyph, page.Glyphs[end]))
                end++;
            if ((glyph.Traits & GlyphTraits.Furniture) == 0)
            {
                if (!claimed.Contains((key, glyph.ContentId)) || glyph.Turn == Glyph.Slanted || (glyph.Traits & GlyphTraits.Annotation) != 0 || Line(page, i, end) is not { } line)
                    return false;
                if (!lines.TryGetValue((key, glyph.ContentId), out var known))
                    lines[(key, glyph.ContentId)] = known = [];
                known.Add(line);
            }

            i = end;
        }

        return true;
    }

    private static bool IsSameLine(in Glyph a, in Glyph b) =>
        a.ContentId == b.ContentId && a.Turn == b.Turn && ((a.Traits ^ b.Traits) & (GlyphTraits.Furniture | GlyphTraits.Annotation)) == 0
        && Math.Abs(Turns.ToFrame(a).Baseline - Turns.ToFrame(b).Baseline) < 0.3f * a.Size;

    private static TaggedLine? Line(PageContent page, int start, int end)
    {
        var text = new StringBuilder();
        var edges = new List<float>();
        var (right, size, baseline) = (float.MinValue, 0f, 0f);
        for (var i = start; i < end; i++)
        {
            var letter = Turns.ToFrame(page.Glyphs[i]);
            foreach (var c in letter.Text)
                if (char.IsControl(c) && c != '\t')
                    return null;
            for (var k = 0; k < letter.Text.Length; k++)
                edges.Add(letter.Left + (letter.Right - letter.Left) * k / letter.Text.Length);
            text.Append(letter.Text);
            (right, size, baseline) = (Math.Max(right, letter.Right), Math.Max(size, letter.Size), letter.Baseline);
        }

        edges.Add(right);
        var turn = page.Glyphs[start].Turn;
        var box = Turns.ToPage(edges.Min(), baseline - PdfLine.Descent * size, right, baseline + PdfLine.Ascent * size, turn);
        return new TaggedLine(text.ToString(), new PlacedLine(0, page.Number, box, edges, turn));
    }
}
