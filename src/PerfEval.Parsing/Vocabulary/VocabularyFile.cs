using System.Text.Json;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>Reads the word lists that are embedded in the library.</summary>
internal static class VocabularyFile
{
    /// <summary>Opens an embedded word list.</summary>
    /// <param name="name">The file's name in the folder Vocabulary.</param>
    /// <returns>The list; the caller disposes of it.</returns>
    public static JsonDocument Open(string name)
    {
        using var stream = Embedded(name);
        return JsonDocument.Parse(stream);
    }

    /// <summary>An embedded word list to keep, or one property of it.</summary>
    public static JsonElement Element(string name, string? property = null)
    {
        using var file = Embedded(name);
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        // Parsed from bytes of its own and never disposed of, it stays valid: a list opened to be closed again would have to be copied.
        var list = JsonDocument.Parse(bytes).RootElement;
        return property is null ? list : list.GetProperty(property);
    }

    /// <summary>The strings of an array property in all layers, in their order.</summary>
    public static string[] Words(this IEnumerable<JsonElement> layers, string property) => [.. layers.SelectMany(l => l.Strings(property)).Distinct()];

    /// <summary>The objects of a property, of the layers that have it.</summary>
    public static IEnumerable<JsonElement> Within(this IEnumerable<JsonElement> layers, string property) =>
        layers.Where(l => l.TryGetProperty(property, out _)).Select(l => l.GetProperty(property));

    /// <summary>The items of an array property; empty where the property is missing.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string property) => element.TryGetProperty(property, out var array) ? array.EnumerateArray() : [];

    /// <summary>The strings of an array property; empty where the property is missing.</summary>
    public static string[] Strings(this JsonElement element, string property) =>
        element.TryGetProperty(property, out var array) ? [.. array.EnumerateArray().Select(e => e.GetString()!)] : [];

    /// <summary>The value of an enum property, written in camel case.</summary>
    public static T Enum<T>(this JsonElement element, string property)
        where T : struct, Enum => Parse<T>(element.GetProperty(property).GetString()!);

    /// <summary>The values of an enum array property; empty where the property is missing.</summary>
    public static T[] Enums<T>(this JsonElement element, string property)
        where T : struct, Enum => [.. element.Strings(property).Select(Parse<T>)];

    private static Stream Embedded(string name) =>
        typeof(VocabularyFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The word list {name} is not embedded.");

    private static T Parse<T>(string name)
        where T : struct, Enum => System.Enum.Parse<T>(name, ignoreCase: true);
}
