using PerfEval.Parsing.Writing.Pdf.Fonts;

namespace PerfEval.Parsing.Writing.Pdf.Layout;

/// <summary>A character as it is printed.</summary>
/// <param name="Character">The character.</param>
/// <param name="Shown">Its font and code; a tab is shown as a space.</param>
/// <param name="Width">Its advance in units of the font size.</param>
internal readonly record struct ShapedCharacter(int Character, ShownCharacter Shown, double Width)
{
    public bool IsSpace => Character == ' ';

    /// <summary>Whether the character's code alone does not give it back: a tab, and radicals, which readers take for ideographs of the same form.</summary>
    public bool NeedsWords => Character is '\t' or >= 0x2E80 and <= 0x2FD5;
}

/// <summary>Text to printed characters.</summary>
internal static class ShapedText
{
    /// <summary>The width of a tab in units of the font size.</summary>
    private const double Tab = 2;

    /// <summary>The characters of a line of text.</summary>
    public static ShapedCharacter[] Of(ReadOnlySpan<char> text, DocumentFonts fonts)
    {
        var shaped = new List<ShapedCharacter>(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var shown = fonts[rune.Value == '\t' ? ' ' : rune.Value];
            shaped.Add(new ShapedCharacter(rune.Value, shown, rune.Value == '\t' ? Tab : shown.Advance / 1000.0));
        }

        return [.. shaped];
    }

    /// <summary>The lines of a text with soft breaks.</summary>
    public static List<ShapedCharacter[]> Lines(string text, DocumentFonts fonts) => [.. text.Split('\n').Select(line => Of(line, fonts))];

    public static double Width(ReadOnlySpan<ShapedCharacter> text)
    {
        var width = 0.0;
        foreach (var c in text)
            width += c.Width;
        return width;
    }
}
