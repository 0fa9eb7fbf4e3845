using System.Runtime.InteropServices;
using PerfEval.Parsing.Reading.Encodings;
using PerfEval.Parsing.Reading.Pdf.Content;
using PerfEval.Parsing.Reading.Pdf.Fonts;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>Puts right what fonts misname where the right reading can be proved.</summary>
internal static class GbkRepair
{
    /// <summary>The first byte of the row of GBK that Founder's programs use for ASCII: nothing else is ever in it but rare characters.</summary>
    private const byte FounderRow = 0xA0;

    /// <summary>Where in Unicode that row's characters are.</summary>
    private const char FirstFounder = '\u7200';
    private const char LastFounder = '\u73FF';

    /// <summary>The ASCII character for which each of them stands; 0 for those of other rows.</summary>
    private static readonly char[] FounderAscii = [.. Enumerable.Range(FirstFounder, LastFounder - FirstFounder + 1).Select(c => FounderAsciiOf((char)c))];

    /// <summary>Joins the bytes of GBK that a simple font shows as Latin letters.</summary>
    /// <returns>Whether anything was joined.</returns>
    public static bool JoinPairs(PageContent page)
    {
        if (!page.Fonts.Exists(font => font.MayHoldGbk && font.Gbk.Holds))
            return false;
        var kept = 0;
        var glyphs = page.Glyphs;
        var joined = false;
        for (var i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            if (page.Fonts[glyph.Font] is { MayHoldGbk: true, Gbk.Holds: true } && i + 1 < glyphs.Count && glyphs[i + 1] is var next
                && next.Font == glyph.Font && GbkEvidence.Pair(glyph.Code, next.Code) is { } text)
            {
                glyph.Text = text;
                glyph.Advance = glyph.Turn == next.Turn
                    ? Math.Max(glyph.Advance, Math.Abs(next.X - glyph.X) + Math.Abs(next.Y - glyph.Y) + next.Advance)
                    : glyph.Advance + next.Advance;
                joined = true;
                i++;
            }

            glyphs[kept++] = glyph;
        }

        glyphs.RemoveRange(kept, glyphs.Count - kept);
        return joined;
    }

    /// <summary>
    /// ASCII in place of the characters of GBK's row A0, as older Founder programs print it (犐犆犛 for ICS): provable where several stand on a page, because
    /// they are too rare to meet by chance.
    /// </summary>
    /// <returns>Whether anything was replaced.</returns>
    public static bool ReplaceFounderAscii(PageContent page)
    {
        const int Several = 4;
        var glyphs = CollectionsMarshal.AsSpan(page.Glyphs);
        List<(int Index, char Ascii)>? places = null;
        for (var i = 0; i < glyphs.Length; i++)
            if (glyphs[i].Text is [>= FirstFounder and <= LastFounder and var c] && FounderAscii[c - FirstFounder] is not '\0' and var ascii)
                (places ??= []).Add((i, ascii));
        if (places is not { Count: >= Several } || places.Select(p => p.Ascii).Distinct().Count() < 3)
            return false;
        foreach (var (index, ascii) in places)
            page.Glyphs[index] = page.Glyphs[index] with { Text = CharText.Of(ascii) };
        return true;
    }

    private static char FounderAsciiOf(char c) =>
        ChineseEncodings.Gb18030.Encode(c.ToString()) is [FounderRow, >= 0xA1 and <= 0xFE and var low] ? (char)(low & 0x7F) : '\0';
}
