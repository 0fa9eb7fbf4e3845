using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PerfEval.Parsing.Evaluation.Values;

/// <summary>
/// A value as it is compared: text without white space and in one form of brackets, quotes and dashes; what is a number as a number of four
/// decimals; blank text and empty lists as nothing.
/// </summary>
/// <param name="Key">The value; <see langword="null"/> for nothing. Two values are equal where their keys are.</param>
/// <param name="IsNumber">Whether it is a number.</param>
internal readonly record struct Normal(string? Key, bool IsNumber)
{
    private const string Printed = "“”‘’—–～[]（）";
    private const string Plain = "\"\"''--~〔〕()";

    /// <summary>Whether it says nothing.</summary>
    public bool IsNothing => Key is null;

    /// <summary>The key, <c>None</c> for nothing, where rows and headings need one.</summary>
    public string KeyOrNone => Key ?? "None";

    /// <summary>The number.</summary>
    public double Number => double.Parse(Key!, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>A JSON value in normal form.</summary>
    public static Normal Of(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Of(value.GetString()!),
        JsonValueKind.Number => OfNumber(value.GetDouble()),
        JsonValueKind.True or JsonValueKind.False => new Normal(value.GetRawText(), false),
        JsonValueKind.Array when value.GetArrayLength() > 0 => new Normal($"[{string.Join(',', value.EnumerateArray().Select(item => Of(item).KeyOrNone))}]", false),
        JsonValueKind.Object => new Normal(value.GetRawText(), false),
        _ => default,
    };

    /// <summary>A text in normal form.</summary>
    public static Normal Of(string? text)
    {
        var key = Fold(text ?? "");
        if (key.Length == 0)
            return default;
        return IsDecimal(key) ? OfNumber(double.Parse(key, NumberStyles.Float, CultureInfo.InvariantCulture)) : new Normal(key, false);
    }

    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.EnumerateRunes())
            if (CompatibilityForms.Of(character) is { } plain)
                foreach (var c in plain)
                    Add(c);
            else if (character.IsBmp)
                Add((char)character.Value);
            else
                folded.Append(character.ToString());
        return folded.ToString();

        void Add(char c)
        {
            if (char.IsWhiteSpace(c) || c is '\u200B' or (>= '\u001C' and <= '\u001F'))
                return;
            folded.Append(c < 0x80 && c is not ('[' or ']') ? c : Printed.IndexOf(c, StringComparison.Ordinal) is >= 0 and var at ? Plain[at] : c);
        }
    }

    private static bool IsDecimal(string key)
    {
        var digits = key.AsSpan(key[0] == '-' ? 1 : 0);
        var point = digits.IndexOf('.');
        return point < 0 ? AllDigits(digits) : AllDigits(digits[..point]) && AllDigits(digits[(point + 1)..]);
    }

    private static bool AllDigits(ReadOnlySpan<char> text) => text.Length > 0 && text.IndexOfAnyExceptInRange('0', '9') < 0;

    private static Normal OfNumber(double value)
    {
        var key = ToFourPlaces(value).ToString("R", CultureInfo.InvariantCulture);
        // As a number prints in a text that is compared: 12 is 12.0.
        return new Normal(key.AsSpan().IndexOfAny('.', 'E') < 0 && double.IsFinite(value) ? key + ".0" : key, true);
    }

    // The fixed-point format rounds the exact binary value, which Math.Round does not; only a true half needs care, and a true half of the fourth
    // decimal is an odd number of 32nds.
    private static double ToFourPlaces(double value)
    {
        if (!double.IsFinite(value) || Math.Abs(value) > 1e15)
            return value;
        var half = Math.Abs(value * 32 % 2) == 1;
        var rounded = half ? (double)Math.Round((decimal)value, 4, MidpointRounding.ToEven) : double.Parse(value.ToString("F4", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        return rounded == 0 ? 0 : rounded;
    }
}
