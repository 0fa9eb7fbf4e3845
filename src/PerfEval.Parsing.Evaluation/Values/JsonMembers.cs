using System.Text.Json;

namespace PerfEval.Parsing.Evaluation.Values;

/// <summary>Members of JSON objects, told apart: not there, null, a value.</summary>
internal static class JsonMembers
{
    private static readonly JsonElement Null = JsonElement.Parse("null");

    /// <summary>An object without members: what stands for a report that was not read.</summary>
    public static JsonElement Empty { get; } = JsonElement.Parse("{}");

    /// <summary>The value at a dotted path; <see langword="null"/> where an object on the way has no such member, JSON's null below a null.</summary>
    public static JsonElement? Find(JsonElement value, string path)
    {
        foreach (var name in path.Split('.'))
        {
            if (value.ValueKind == JsonValueKind.Null)
                return Null;
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(name, out var member))
                return null;
            value = member;
        }

        return value;
    }

    /// <summary>The items of a list; none where there is no list.</summary>
    public static IReadOnlyList<JsonElement> Items(JsonElement? list) =>
        list is { ValueKind: JsonValueKind.Array } array ? [.. array.EnumerateArray()] : [];

    /// <summary>A member in normal form; nothing where there is none.</summary>
    public static Normal Cell(JsonElement row, string name) => Find(row, name) is { } value ? Normal.Of(value) : default;

    /// <summary>A member's text; <see langword="null"/> where it is no text.</summary>
    public static string? Text(JsonElement row, string name) => Find(row, name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>A value as a person reads it; <see langword="null"/> for null.</summary>
    public static string? Shown(JsonElement? value) => value switch
    {
        null or { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        { ValueKind: JsonValueKind.Array } list => list.GetArrayLength() == 0 ? null : string.Join(", ", list.EnumerateArray().Select(item => Shown(item))),
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { } other => other.GetRawText(),
    };
}
