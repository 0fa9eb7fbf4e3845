namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>What is known of a glyph besides its place.</summary>
[Flags]
internal enum GlyphTraits : byte
{
    None = 0,

    /// <summary>Drawn bold, by its font or by its outline.</summary>
    Bold = 1,

    /// <summary>Drawn without ink: the text layer of a recognised scan.</summary>
    Invisible = 2,

    /// <summary>Marked by the file as page furniture (Artifact).</summary>
    Furniture = 4,

    /// <summary>Drawn in a colour near the paper's.</summary>
    Pale = 8,

    /// <summary>The text of a form field or annotation.</summary>
    Annotation = 16,

    /// <summary>Struck out by a line: not part of the text.</summary>
    Struck = 32,
}

/// <summary>One shown character code.</summary>
internal struct Glyph
{
    /// <summary>The text; empty where the code shows none.</summary>
    public string Text;

    /// <summary>The start of the glyph on its baseline, in points of the page.</summary>
    public float X;
    public float Y;

    /// <summary>How far the glyph advances along its direction, spacing between letters left out.</summary>
    public float Advance;

    /// <summary>The font size on the page.</summary>
    public float Size;

    /// <summary>The character code, for fonts whose text is repaired afterwards.</summary>
    public int Code;

    /// <summary>The font's index in <see cref="PageContent.Fonts"/>.</summary>
    public short Font;

    /// <summary>The text's direction in quarter turns anticlockwise, 0 to 3; <see cref="Slanted"/> for any other.</summary>
    public byte Turn;

    public GlyphTraits Traits;

    /// <summary>The marked content that holds the glyph; -1 for none.</summary>
    public int ContentId;

    public const byte Slanted = 4;
}

/// <summary>A drawn line, upright or level, or a filled rectangle as thin as one.</summary>
/// <param name="X0">The least x.</param>
/// <param name="Y0">The least y.</param>
/// <param name="X1">The greatest x.</param>
/// <param name="Y1">The greatest y.</param>
internal readonly record struct Rule(float X0, float Y0, float X1, float Y1);
