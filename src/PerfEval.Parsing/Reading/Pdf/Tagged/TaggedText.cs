using System.Runtime.InteropServices;
using System.Text;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Content;
using PerfEval.Parsing.Reading.Pdf.Layout;

namespace PerfEval.Parsing.Reading.Pdf.Tagged;

/// <summary>A stretch of marked content on one printed line.</summary>
/// <param name="Text">Its text, as printed character by character.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record TaggedLine(string Text, PlacedLine Place);

/// <summary>The text of pages by its marked content.</summary>
/// <param name="claimed">The content that elements name.</param>
/// <param name="lines">Where the lines go, by the page's key and the content's id.</param>
internal sealed class TaggedText(IReadOnlySet<(int Page, int Content)> claimed, Dictionary<(int Page, int Content), List<TaggedLine>> lines)
{
    private readonly StringBuilder _text = new();
    private readonly List<float> _edges = [];

    /// <summary>Reads the lines of a page's marked content.</summary>
    /// <param name="page">The page.</param>
    /// <param name="key">Its key.</param>
    /// <returns>Whether all that the page shows belongs to elements.</returns>
    public bool Read(PageContent page, int key)
    {
        if (page.Pictures.Count > 0 || page.BytesWithoutFont > 0)
            return false;
        var glyphs = CollectionsMarshal.AsSpan(page.Glyphs);
        while (!glyphs.IsEmpty)
        {
            ref readonly var first = ref glyphs[0];
            var end = LineEnd(glyphs);
            if ((first.Traits & GlyphTraits.Furniture) == 0)
            {
                if (!claimed.Contains((key, first.ContentId)) || first.Turn == Glyph.Slanted || (first.Traits & GlyphTraits.Annotation) != 0 || Line(glyphs[..end], page.Number) is not { } line)
                    return false;
                if (!lines.TryGetValue((key, first.ContentId), out var known))
                    lines[(key, first.ContentId)] = known = [];
                known.Add(line);
            }

            glyphs = glyphs[end..];
        }

        return true;
    }

    private static int LineEnd(ReadOnlySpan<Glyph> glyphs)
    {
        ref readonly var first = ref glyphs[0];
        var baseline = Baseline(first);
        var end = 1;
        while (end < glyphs.Length && HasMarksOf(first, glyphs[end]) && Math.Abs(baseline - Baseline(glyphs[end])) < 0.3f * first.Size)
            end++;
        return end;
    }

    private static bool HasMarksOf(in Glyph a, in Glyph b) =>
        a.ContentId == b.ContentId && a.Turn == b.Turn && ((a.Traits ^ b.Traits) & (GlyphTraits.Furniture | GlyphTraits.Annotation)) == 0;

    private static float Baseline(in Glyph glyph) => Turns.ToFrame(glyph.X, glyph.Y, glyph.Turn).Y;

    private TaggedLine? Line(ReadOnlySpan<Glyph> glyphs, int page)
    {
        _text.Clear();
        _edges.Clear();
        var (left, right, size, baseline) = (float.MaxValue, float.MinValue, 0f, 0f);
        foreach (ref readonly var glyph in glyphs)
        {
            var text = glyph.Text;
            (var start, baseline) = Turns.ToFrame(glyph.X, glyph.Y, glyph.Turn);
            var end = start + glyph.Advance;
            for (var k = 0; k < text.Length; k++)
            {
                if (char.IsControl(text[k]) && text[k] != '\t')
                    return null;
                _edges.Add(start + (end - start) * k / text.Length);
                left = Math.Min(left, _edges[^1]);
            }

            _text.Append(text);
            (right, size) = (Math.Max(right, end), Math.Max(size, glyph.Size));
        }

        _edges.Add(right);
        var turn = glyphs[0].Turn;
        var box = Turns.ToPage(Math.Min(left, right), baseline - PdfLine.Descent * size, right, baseline + PdfLine.Ascent * size, turn);
        return new TaggedLine(_text.ToString(), new PlacedLine(0, page, box, _edges, turn));
    }
}
