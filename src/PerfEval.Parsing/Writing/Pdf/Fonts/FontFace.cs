using System.Text;

namespace PerfEval.Parsing.Writing.Pdf.Fonts;

/// <summary>One font: its measures, which glyph shows a character, and a program of only the glyphs that are used. Immutable.</summary>
internal sealed class FontFace
{
    /// <summary>What a missing character is shown as.</summary>
    public const int Missing = 0;

    /// <summary>A glyph without any ink.</summary>
    public const int Blank = -1;

    private readonly SfntFile _file;
    private readonly CharacterMap _characters;
    private readonly IFontOutlines _outlines;
    private readonly FontBytes _advances;
    private readonly int _advanceCount;

    /// <summary>Reads a font.</summary>
    /// <exception cref="InvalidDataException">It is damaged or of a kind that is not read.</exception>
    public FontFace(ReadOnlyMemory<byte> bytes, int index)
    {
        _file = new SfntFile(new FontBytes(bytes), index);
        var (head, hhea) = (_file["head"], _file["hhea"]);
        UnitsPerEm = head.U16(18) is > 0 and var units ? units : throw FontBytes.Damaged();
        Box = [.. Enumerable.Range(0, 4).Select(i => Thousandths(head.I16(36 + 2 * i)))];
        (Ascent, Descent) = (Thousandths(hhea.I16(4)), Thousandths(hhea.I16(6)));
        _advanceCount = Math.Max(1, hhea.U16(34));
        _advances = _file["hmtx"];
        GlyphCount = _file["maxp"].U16(4);
        _characters = new CharacterMap(_file["cmap"]);
        IsCff = _file.Has("CFF ");
        _outlines = IsCff ? new CffFont(_file["CFF "]) : _file.Has("glyf") ? new TrueTypeOutlines(_file, GlyphCount) : throw new InvalidDataException("The font has neither TrueType nor CFF outlines.");
        EmbeddingRights = _file.Has("OS/2") ? _file["OS/2"].U16(8) : 0;
        Name = NameOf(_file);
    }

    /// <summary>The PostScript name, of letters that a PDF name may have.</summary>
    public string Name { get; }

    public int UnitsPerEm { get; }

    public int GlyphCount { get; }

    /// <summary>The smallest box around all glyphs, in thousandths of the font size, as are all measures here.</summary>
    public int[] Box { get; }

    public int Ascent { get; }

    public int Descent { get; }

    /// <summary>Whether the outlines are those of CFF, not of TrueType.</summary>
    public bool IsCff { get; }

    /// <summary>What the maker allows (OS/2 fsType).</summary>
    public int EmbeddingRights { get; }

    /// <summary>Whether the maker forbids to embed the font, or to embed it in part: fsType's bits 1 alone, 8 and 9.</summary>
    public bool IsRestricted => (EmbeddingRights & 0xF) == 2 || (EmbeddingRights & 0x300) != 0;

    /// <summary>The glyph of a character; <see cref="Missing"/> where the font lacks it.</summary>
    public int Glyph(int character) => _characters.Glyph(character) is var glyph && glyph < GlyphCount ? glyph : Missing;

    /// <summary>How far a glyph advances.</summary>
    public int Advance(int glyph) => glyph == Blank ? 0 : Thousandths(_advances.U16(4 * Math.Min(glyph, _advanceCount - 1)));

    /// <summary>A font program whose glyphs are the given ones, numbered in their order.</summary>
    public byte[] Program(IReadOnlyList<int> glyphs) => _outlines.Program(glyphs, Name, [.. glyphs.Select(g => g == Blank ? 0 : (int)_advances.U16(4 * Math.Min(g, _advanceCount - 1)))]);

    private int Thousandths(int units) => (int)Math.Round(units * 1000.0 / UnitsPerEm, MidpointRounding.AwayFromZero);

    private static string NameOf(SfntFile file)
    {
        const int PostScript = 6;
        if (!file.Has("name"))
            return "Font";
        var table = file["name"];
        for (var i = 0; i < table.U16(2); i++)
        {
            var at = 6 + 12 * i;
            if (table.U16(at + 6) != PostScript)
                continue;
            var bytes = table.Slice(table.U16(4) + table.U16(at + 10), table.U16(at + 8)).Span;
            var name = (table.U16(at) == 1 ? Encoding.Latin1 : Encoding.BigEndianUnicode).GetString(bytes);
            var kept = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'));
            if (kept.Length > 0)
                return kept;
        }

        return "Font";
    }
}

/// <summary>A font's outlines, of either kind.</summary>
internal interface IFontOutlines
{
    /// <summary>A font program of the given glyphs, numbered in their order.</summary>
    /// <param name="glyphs">The glyphs' numbers in the font; the first is that of missing characters.</param>
    /// <param name="name">The font's name.</param>
    /// <param name="advances">How far each glyph advances, in units of the font.</param>
    byte[] Program(IReadOnlyList<int> glyphs, string name, IReadOnlyList<int> advances);
}
