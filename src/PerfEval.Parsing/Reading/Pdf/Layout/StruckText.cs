using System.Runtime.InteropServices;
using PerfEval.Parsing.Reading.Pdf.Content;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>
/// Text that a line strikes out: what a draft's tracked deletions look like when it is printed. Word's own reader leaves it out too. The line must
/// begin and end with the letters that it strikes, so that a border across a text strikes nothing.
/// </summary>
internal static class StruckText
{
    /// <summary>Where the line runs above the baseline, in font sizes.</summary>
    private const float Lowest = 0.17f;
    private const float Highest = 0.5f;

    /// <summary>How far the line may reach beyond its letters, in font sizes.</summary>
    private const float Overhang = 0.4f;

    private const int Bucket = 4;

    /// <summary>More lines and letters than a page of text has.</summary>
    private const long MostPairs = 20_000_000;

    /// <summary>Marks struck letters, and takes the lines through them out of a page. The letters keep their places, so that no gap seems to be there.</summary>
    /// <returns>How many letters were struck.</returns>
    public static int Mark(PageContent page)
    {
        var level = page.Rules.Where(r => r.Y1 - r.Y0 < 1 && r.X1 - r.X0 > 2).ToList();
        if (level.Count == 0 || (long)level.Count * page.Glyphs.Count > MostPairs)
            return 0;
        var rows = new Dictionary<int, List<int>>();
        var glyphs = CollectionsMarshal.AsSpan(page.Glyphs);
        for (var i = 0; i < glyphs.Length; i++)
            if (glyphs[i].Turn == 0 && glyphs[i].Text.Length > 0 && !Letter.IsWhite(glyphs[i].Text[0]))
            {
                var key = (int)MathF.Floor(glyphs[i].Y / Bucket);
                if (!rows.TryGetValue(key, out var row))
                    rows[key] = row = [];
                row.Add(i);
            }

        var struck = new HashSet<int>();
        var lines = new HashSet<Rule>();
        foreach (var rule in level)
            if (Through(page, rows, rule) is { Count: > 0 } letters)
            {
                struck.UnionWith(letters);
                lines.Add(rule);
            }

        if (struck.Count == 0)
            return 0;
        page.Rules.RemoveAll(lines.Contains);
        foreach (var i in struck)
            page.Glyphs[i] = page.Glyphs[i] with { Traits = page.Glyphs[i].Traits | GlyphTraits.Struck };
        return struck.Count;
    }

    /// <summary>The letters through which a line runs, if it begins and ends with them.</summary>
    private static List<int>? Through(PageContent page, Dictionary<int, List<int>> rows, in Rule rule)
    {
        // No letters of a report are larger than this many points.
        const float Largest = 48;
        var glyphs = CollectionsMarshal.AsSpan(page.Glyphs);
        List<int>? found = null;
        float left = float.MaxValue, right = float.MinValue, covered = 0, size = 0;
        for (var key = (int)MathF.Floor((rule.Y0 - Highest * Largest) / Bucket); key <= (int)MathF.Floor(rule.Y0 / Bucket); key++)
        {
            if (!rows.TryGetValue(key, out var row))
                continue;
            foreach (var i in row)
            {
                ref readonly var glyph = ref glyphs[i];
                var height = (rule.Y0 - glyph.Y) / glyph.Size;
                var middle = glyph.X + glyph.Advance / 2;
                if (height < Lowest || height > Highest || middle < rule.X0 || middle > rule.X1)
                    continue;
                (found ??= []).Add(i);
                (left, right, covered, size) = (Math.Min(left, glyph.X), Math.Max(right, glyph.X + glyph.Advance), covered + glyph.Advance, Math.Max(size, glyph.Size));
            }
        }

        if (found is null || Math.Abs(left - rule.X0) > Overhang * size || Math.Abs(right - rule.X1) > Overhang * size || covered < 0.6f * (rule.X1 - rule.X0))
            return null;
        return found;
    }
}
