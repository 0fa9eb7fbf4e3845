using System.Text;

namespace PerfEval.Parsing.Writing.Pdf.Fonts;

/// <summary>The tables of one font in a file of one or several (OpenType 1.9, "Organization of an OpenType Font").</summary>
internal sealed class SfntFile
{
    private const uint Collection = 0x74746366;
    private const uint TrueType = 0x00010000;
    private const uint AppleTrueType = 0x74727565;
    private const uint OpenTypeCff = 0x4F54544F;

    private readonly Dictionary<string, FontBytes> _tables = new(StringComparer.Ordinal);

    /// <summary>Finds the tables.</summary>
    /// <param name="file">The file.</param>
    /// <param name="index">Which font of a collection, 0-based.</param>
    /// <exception cref="InvalidDataException">The file is no font, is damaged, or has no such font.</exception>
    public SfntFile(FontBytes file, int index)
    {
        var at = 0L;
        if (file.U32(0) == Collection)
            at = index < file.U32(8) ? file.U32(12 + 4 * index) : throw new InvalidDataException($"The collection has {file.U32(8)} fonts, none with index {index}.");
        else if (index != 0)
            throw new InvalidDataException("The file is no collection: its only font has index 0.");
        var head = file.From(at);
        if (head.U32(0) is not (TrueType or AppleTrueType or OpenTypeCff))
            throw new InvalidDataException("The file is no TrueType or OpenType font.");
        for (var i = 0; i < head.U16(4); i++)
            _tables[Encoding.Latin1.GetString(head.Slice(12 + 16 * i, 4).Span)] = file.Slice(head.U32(12 + 16 * i + 8), head.U32(12 + 16 * i + 12));
    }

    public bool Has(string tag) => _tables.ContainsKey(tag);

    /// <summary>A table that the font must have.</summary>
    public FontBytes this[string tag] => _tables.TryGetValue(tag, out var table) ? table : throw new InvalidDataException($"The font has no table {tag}.");
}
