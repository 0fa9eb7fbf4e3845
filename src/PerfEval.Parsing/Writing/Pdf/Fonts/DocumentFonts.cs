using System.Globalization;

namespace PerfEval.Parsing.Writing.Pdf.Fonts;

/// <summary>The fonts of one document: finds for each character the first font that has it, and a code.</summary>
internal sealed class DocumentFonts(IReadOnlyList<Lazy<FontFace>> faces)
{
    private readonly Dictionary<int, ShownCharacter> _shown = [];
    private readonly Dictionary<FontFace, FontSubset> _open = [];
    private readonly List<FontSubset> _subsets = [];
    private readonly SortedSet<int> _missing = [];

    /// <summary>The fonts that are used, in the order of their first use.</summary>
    public IReadOnlyList<FontSubset> Subsets => _subsets;

    /// <summary>The characters that no font has.</summary>
    public IReadOnlyCollection<int> Missing => _missing;

    /// <summary>How a character is shown: what no font has is shown as the first font's sign for it, what is never seen as nothing.</summary>
    public ShownCharacter this[int character] => _shown.TryGetValue(character, out var known) ? known : _shown[character] = Find(character);

    private ShownCharacter Find(int character)
    {
        foreach (var face in faces)
            if (face.Value.Glyph(character) is not FontFace.Missing and var glyph)
                return SubsetOf(face.Value).Add(character, glyph);
        if (IsNeverSeen(character))
            return SubsetOf(faces[0].Value).Add(character, FontFace.Blank);
        _missing.Add(character);
        return SubsetOf(faces[0].Value).Add(character, FontFace.Missing);
    }

    private FontSubset SubsetOf(FontFace face)
    {
        if (_open.TryGetValue(face, out var subset) && !subset.IsFull)
            return subset;
        _open[face] = subset = new FontSubset(face, _subsets.Count + 1);
        _subsets.Add(subset);
        return subset;
    }

    // Spaces of odd widths, joiners, signs of direction and variation selectors.
    private static bool IsNeverSeen(int character) =>
        CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || character is >= 0xFE00 and <= 0xFE0F or >= 0xE0100 and <= 0xE01EF;
}
