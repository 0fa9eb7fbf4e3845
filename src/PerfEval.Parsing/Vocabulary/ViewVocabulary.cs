using System.Globalization;
using System.Text.Json;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words of the page that shows a report beside its text, in one language: <c>view.json</c>.</summary>
internal sealed class ViewVocabulary
{
    private readonly Dictionary<string, string> _groups;
    private readonly Dictionary<string, string> _fields;
    private readonly Dictionary<string, string> _words;
    private readonly Dictionary<string, string> _page;

    private ViewVocabulary(string language, int column)
    {
        using var file = VocabularyFile.Open("view.json");
        var root = file.RootElement;
        Language = language;
        _groups = Words(root.GetProperty("groups"), column);
        _fields = Words(root.GetProperty("fields"), column);
        _words = Words(root.GetProperty("words"), column);
        _page = Words(root.GetProperty("page"), column);
    }

    /// <summary>The Chinese words.</summary>
    public static ViewVocabulary Chinese { get; } = new("zh-CN", 0);

    /// <summary>The English words.</summary>
    public static ViewVocabulary English { get; } = new("en", 1);

    /// <summary>The language's tag (BCP 47).</summary>
    public string Language { get; }

    /// <summary>Whether it is Chinese.</summary>
    public bool IsChinese => Language != "en";

    /// <summary>The title of a group of values.</summary>
    public string Group(string group) => _groups[group];

    /// <summary>The name of a field, by its steps, <c>*</c> for the index of an item; <see langword="null"/> for a field that is none of the model's.</summary>
    public string? Field(string steps) => _fields.GetValueOrDefault(steps);

    /// <summary>The word for an enum's value.</summary>
    public string Word<T>(string group, T value)
        where T : struct, Enum => _words[group + "." + JsonNamingPolicy.CamelCase.ConvertName(value.ToString())];

    /// <summary>A word of the page itself.</summary>
    public string Page(string name) => _page[name];

    /// <summary>A sentence of the page itself, filled in.</summary>
    public string Page(string name, params object[] values) => string.Format(CultureInfo.InvariantCulture, _page[name], values);

    private static Dictionary<string, string> Words(JsonElement element, int column) =>
        element.EnumerateObject().ToDictionary(w => w.Name, w => w.Value[column].GetString()!, StringComparer.Ordinal);
}
