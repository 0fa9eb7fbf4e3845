using System.Globalization;

namespace PerfEval.Parsing.Reading.Sheets;

/// <summary>Names of cells and areas: A1, AB12, B3:D5.</summary>
internal static class CellName
{
    /// <summary>The most rows that a sheet has.</summary>
    internal const int MaxRows = 1 << 20;

    /// <summary>The most columns that a sheet has.</summary>
    internal const int MaxColumns = 1 << 14;

    /// <summary>A cell's name by its row and column, both 0-based.</summary>
    internal static string Of(int row, int column)
    {
        var letters = "";
        for (var c = column + 1; c > 0; c = (c - 1) / 26)
            letters = (char)('A' + ((c - 1) % 26)) + letters;
        return string.Create(CultureInfo.InvariantCulture, $"{letters}{row + 1}");
    }

    /// <summary>The row and column that a name gives, both 0-based; <see langword="null"/> where it is no name of a cell.</summary>
    internal static (int Row, int Column)? Read(ReadOnlySpan<char> name)
    {
        var (row, column, i) = (0, 0, 0);
        for (; i < name.Length && (char.IsAsciiLetter(name[i]) || name[i] == '$') && column <= MaxColumns; i++)
            column = name[i] == '$' ? column : column * 26 + (name[i] & 0x1F);
        for (; i < name.Length && (char.IsAsciiDigit(name[i]) || name[i] == '$') && row <= MaxRows; i++)
            row = name[i] == '$' ? row : row * 10 + (name[i] - '0');
        return i == name.Length && row is > 0 and <= MaxRows && column is > 0 and <= MaxColumns ? (row - 1, column - 1) : null;
    }

    /// <summary>The area that a name gives; <see langword="null"/> where it is none.</summary>
    internal static SheetArea? ReadArea(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || Read(name.AsSpan(0, colon)) is not var (top, left) || Read(name.AsSpan(colon + 1)) is not var (bottom, right))
            return null;
        return new SheetArea(Math.Min(top, bottom), Math.Min(left, right), Math.Abs(bottom - top) + 1, Math.Abs(right - left) + 1);
    }
}
