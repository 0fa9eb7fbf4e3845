using System.Text.Json;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words of the supplement (要素补充表) of written reports: <c>supplement.json</c>.</summary>
internal sealed class SupplementVocabulary
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SupplementTableWords> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> _words = new(StringComparer.Ordinal);

    private SupplementVocabulary()
    {
        using var file = VocabularyFile.Open("supplement.json");
        var root = file.RootElement;
        Heading = root.GetProperty("heading").GetString()!;
        Note = root.GetProperty("note").GetString()!;
        Sections = Table(root.GetProperty("sections"));
        Values = Table(root.GetProperty("values"));
        foreach (var field in root.GetProperty("fields").EnumerateObject())
            _fields.Add(field.Name, field.Value.GetString()!);
        foreach (var list in root.GetProperty("lists").EnumerateObject())
            _lists.Add(list.Name, Table(list.Value));
        foreach (var group in root.GetProperty("words").EnumerateObject())
            _words.Add(group.Name, group.Value.EnumerateObject().ToDictionary(w => w.Name, w => w.Value.GetString()!, StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The vocabulary that ships with the library.</summary>
    public static SupplementVocabulary Default { get; } = new();

    /// <summary>The supplement's heading.</summary>
    public string Heading { get; }

    /// <summary>The sentence below it that says which of text and supplement holds.</summary>
    public string Note { get; }

    /// <summary>The table of sections.</summary>
    public SupplementTableWords Sections { get; }

    /// <summary>The table of single values.</summary>
    public SupplementTableWords Values { get; }

    /// <summary>The printed name of a single value.</summary>
    public string Field(string field) => _fields[field];

    /// <summary>The words of a list's table.</summary>
    public SupplementTableWords List(string list) => _lists[list];

    /// <summary>The word for an enum's value.</summary>
    public string Word<T>(string group, T value)
        where T : struct, Enum => _words[group][value.ToString()];

    /// <summary>The enum's value that a word names; <see langword="null"/> for a word that is not on the list.</summary>
    public T? Value<T>(string group, string word)
        where T : struct, Enum
    {
        foreach (var (name, printed) in _words[group])
            if (printed == word)
                return Enum.Parse<T>(name, ignoreCase: true);
        return null;
    }

    private static SupplementTableWords Table(JsonElement element) => new(element.GetProperty("name").GetString()!, element.Strings("columns"));
}

/// <summary>What a table of the supplement is called, and its columns in order.</summary>
/// <param name="Name">The caption.</param>
/// <param name="Columns">The column heads.</param>
internal sealed record SupplementTableWords(string Name, string[] Columns);
