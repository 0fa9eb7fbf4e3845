using PerfEval.Parsing.Reading.Pdf.Content;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>A glyph in a frame in which its text runs from left to right and y grows upwards.</summary>
internal readonly record struct Letter(string Text, float Left, float Right, float Baseline, float Size, short Font, GlyphTraits Traits, int ContentId)
{
    public bool IsSpace => Text.Length == 1 && (IsWhite(Text[0]) || Text[0] == '\u200B');

    /// <summary>Whether a character is white space.</summary>
    // None is behind the ideographic space; this spares most letters the look at Unicode's tables.
    public static bool IsWhite(char c) => c <= '\u3000' && char.IsWhiteSpace(c);

    public float Middle => (Left + Right) / 2;

    /// <summary>The height of the middle of an ideograph.</summary>
    public float Centre => Baseline + 0.36f * Size;
}

/// <summary>Turns page coordinates so that text of one direction runs from left to right.</summary>
internal static class Turns
{
    /// <summary>A page's point in the frame of a direction.</summary>
    public static (float X, float Y) ToFrame(float x, float y, int turn) => turn switch
    {
        0 => (x, y),
        1 => (y, -x),
        2 => (-x, -y),
        _ => (-y, x),
    };

    /// <summary>A frame's rectangle on the page.</summary>
    public static Documents.PageBox ToPage(float left, float bottom, float right, float top, int turn) => turn switch
    {
        0 => new(left, bottom, right, top),
        1 => new(-top, left, -bottom, right),
        2 => new(-right, -top, -left, -bottom),
        _ => new(bottom, -right, top, -left),
    };

    public static Letter ToFrame(in Glyph glyph)
    {
        var (x, y) = ToFrame(glyph.X, glyph.Y, glyph.Turn);
        return new Letter(glyph.Text, x, x + glyph.Advance, y, glyph.Size, glyph.Font, glyph.Traits, glyph.ContentId);
    }

    public static Rule ToFrame(in Rule rule, int turn)
    {
        var (ax, ay) = ToFrame(rule.X0, rule.Y0, turn);
        var (bx, by) = ToFrame(rule.X1, rule.Y1, turn);
        return new Rule(Math.Min(ax, bx), Math.Min(ay, by), Math.Max(ax, bx), Math.Max(ay, by));
    }
}
