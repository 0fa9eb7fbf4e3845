using System.Buffers;
using System.Text;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Ingestion.Tables;

/// <summary>Values as every sink can hold them.</summary>
internal static class CellValue
{
    private const int Places = 6;

    private static readonly SearchValues<char> Nul = SearchValues.Create('\0');

    /// <summary>Text without what databases do not hold: NUL, at which DuckDB would end the text, and halves of character pairs become U+FFFD.</summary>
    public static string? Text(string? text)
    {
        if (text is null || (text.AsSpan().IndexOfAny(Nul) < 0 && text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff') < 0))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            clean.Append(rune.Value == 0 ? Rune.ReplacementChar : rune);
        return clean.ToString();
    }

    /// <summary>A number with six places, as the columns have; rounded here so that no sink rounds in its own way.</summary>
    public static object? Number(decimal? number) => number is { } value ? PlainDecimal.Of(Math.Round(value, Places, MidpointRounding.AwayFromZero)) : null;

    /// <summary>A confidence or another measure of the library's own.</summary>
    public static object? Number(double? number) => number is { } value && double.IsFinite(value) ? Number((decimal)value) : null;

    public static object? Integer(long? number) => number;
}
