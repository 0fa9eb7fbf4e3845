namespace PerfEval.Parsing.Writing.Pdf.Fonts;

/// <summary>The characters that a document shows in one font: each has a code of its own, so that text can be told from codes without doubt.</summary>
internal sealed class FontSubset(FontFace face, int number)
{
    private const int MostCodes = 65_535;

    private readonly List<int> _glyphs = [FontFace.Missing];
    private readonly List<int> _characters = [0];

    public FontFace Face => face;

    /// <summary>The font's number in the document, 1-based.</summary>
    public int Number => number;

    /// <summary>The glyphs by code.</summary>
    public IReadOnlyList<int> Glyphs => _glyphs;

    /// <summary>The characters by code; the first code shows none.</summary>
    public IReadOnlyList<int> Characters => _characters;

    public bool IsFull => _glyphs.Count == MostCodes;

    /// <summary>Gives a character a code.</summary>
    public ShownCharacter Add(int character, int glyph)
    {
        _glyphs.Add(glyph);
        _characters.Add(character);
        return new ShownCharacter(this, _glyphs.Count - 1, face.Advance(glyph));
    }
}

/// <summary>How a character is shown.</summary>
/// <param name="Font">The font.</param>
/// <param name="Code">The character's code in it.</param>
/// <param name="Advance">How far it advances, in thousandths of the font size.</param>
internal readonly record struct ShownCharacter(FontSubset Font, int Code, int Advance);
