using System.Globalization;
using System.Text.Json;

namespace PerfEval.Parsing.Vocabulary.Packs;

/// <summary>Checks a pack against <see cref="PackShapes"/>; the first thing that is wrong is told with its place and what would be right.</summary>
/// <param name="source">The pack's file, for the message; <see langword="null"/> where it has none.</param>
internal sealed class PackCheck(string? source)
{
    /// <summary>Checks a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="shape">What may stand there.</param>
    /// <param name="pointer">Its place, a JSON Pointer.</param>
    /// <exception cref="VocabularyException">It is something else.</exception>
    public void Check(JsonElement value, PackShape shape, string pointer)
    {
        switch (shape)
        {
            case ObjectShape shaped:
                Members(Is(value, JsonValueKind.Object, "an object", pointer), shaped, pointer);
                break;
            case ListShape list:
                foreach (var (i, item) in Is(value, JsonValueKind.Array, "a list", pointer).EnumerateArray().Index())
                    Check(item, list.Item, pointer + "/" + i.ToString(CultureInfo.InvariantCulture));
                break;
            case NameShape name when !name.Names.Contains(Text(value, pointer)):
                throw Wrong(pointer, $"there is no {name.What} {value.GetString()}; there are {string.Join(", ", name.Names)}");
            case TextShape or NameShape:
                Text(value, pointer);
                break;
            case FlagShape when value.ValueKind is not (JsonValueKind.True or JsonValueKind.False):
                throw Wrong(pointer, "true or false must stand here");
            case YearShape when value.ValueKind != JsonValueKind.Number || !value.TryGetInt32(out var year) || year is < YearShape.Least or > YearShape.Most:
                throw Wrong(pointer, $"a year from {YearShape.Least} to {YearShape.Most} must stand here");
        }
    }

    /// <summary>The error for a place.</summary>
    public VocabularyException Wrong(string pointer, string what, Exception? inner = null) => new(source, pointer, what, inner);

    private void Members(JsonElement value, ObjectShape shape, string pointer)
    {
        foreach (var property in value.EnumerateObject())
            Check(property.Value, shape.Members.FirstOrDefault(m => m.Name == property.Name)?.Shape
                ?? throw Wrong(pointer + "/" + Escaped(property.Name), $"there is no {shape.What} {property.Name}; there are {string.Join(", ", shape.Members.Select(m => m.Name))}"),
                pointer + "/" + Escaped(property.Name));
        if (shape.Members.FirstOrDefault(m => m.IsRequired && !value.TryGetProperty(m.Name, out _)) is { } missing)
            throw Wrong(pointer + "/" + missing.Name, "this property is missing");
    }

    private JsonElement Is(JsonElement value, JsonValueKind kind, string what, string pointer) =>
        value.ValueKind == kind ? value : throw Wrong(pointer, $"{what} must stand here");

    private string Text(JsonElement value, string pointer)
    {
        if (value.ValueKind != JsonValueKind.String)
            throw Wrong(pointer, "a text must stand here");
        return value.GetString() is { } text && !string.IsNullOrWhiteSpace(text) ? text : throw Wrong(pointer, "the text is empty");
    }

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
