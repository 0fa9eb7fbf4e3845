namespace PerfEval.Parsing.Writing.Pdf.Fonts;

/// <summary>Which glyph shows a character (OpenType table cmap, formats 4 and 12), looked up where it stands in the file.</summary>
internal sealed class CharacterMap
{
    private readonly FontBytes _map;
    private readonly bool _isWide;

    /// <summary>Chooses the widest Unicode map of a font.</summary>
    /// <exception cref="InvalidDataException">The font has none.</exception>
    public CharacterMap(FontBytes table)
    {
        var best = 0;
        for (var i = 0; i < table.U16(2); i++)
        {
            var (platform, encoding) = (table.U16(4 + 8 * i), table.U16(6 + 8 * i));
            if (platform != 0 && !(platform == 3 && encoding is 1 or 10))
                continue;
            var map = table.From(table.U32(8 + 8 * i));
            var rank = map.U16(0) switch { 12 => 2, 4 => 1, _ => 0 };
            if (rank > best)
                (_map, _isWide, best) = (map, rank == 2, rank);
        }

        if (best == 0)
            throw new InvalidDataException("The font has no Unicode character map.");
    }

    /// <summary>The glyph's number; 0 where the font has none.</summary>
    public int Glyph(int character) => _isWide ? Wide(character) : character <= char.MaxValue ? Narrow(character) : 0;

    private int Wide(int character)
    {
        var (low, high) = (0, (int)Math.Min(_map.U32(12), int.MaxValue / 12) - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var at = 16 + 12 * middle;
            if (character < _map.U32(at))
                high = middle - 1;
            else if (character > _map.U32(at + 4))
                low = middle + 1;
            else
                return (int)(_map.U32(at + 8) + (uint)character - _map.U32(at));
        }

        return 0;
    }

    private int Narrow(int character)
    {
        var doubled = _map.U16(6);
        var (low, high) = (0, doubled / 2 - 1);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_map.U16(14 + 2 * middle) < character)
                low = middle + 1;
            else
                high = middle;
        }

        var start = 16 + doubled + 2 * low;
        if (high < 0 || _map.U16(14 + 2 * low) < character || _map.U16(start) > character)
            return 0;
        var (delta, offset) = (_map.U16(start + doubled), _map.U16(start + 2 * doubled));
        if (offset == 0)
            return character + delta & 0xFFFF;
        var glyph = _map.U16(start + 2 * doubled + offset + 2 * (character - _map.U16(start)));
        return glyph == 0 ? 0 : glyph + delta & 0xFFFF;
    }
}
