using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The labels of cover lines and form cells: <c>labels.json</c>.</summary>
internal sealed class LabelVocabulary
{
    private readonly FrozenDictionary<string, string> _fields;

    /// <summary>The labels of the layers, the strongest first: objects of fields with their labels.</summary>
    public LabelVocabulary(IReadOnlyList<JsonElement> layers)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in layers.SelectMany(l => l.EnumerateObject()))
            foreach (var label in field.Value.EnumerateArray())
            {
                // The first field that claims a label keeps it.
                var key = Key(label.GetString()!);
                fields.TryAdd(key, field.Name);
                fields.TryAdd(WithoutNotes(key), field.Name);
            }

        _fields = fields.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The field that a label names; <see langword="null"/> where the text is no known label.</summary>
    /// <param name="label">The label's text; white space, a closing colon and notes in brackets do not matter.</param>
    public string? FieldOf(string label)
    {
        if (label.Length > 40)
            return null;
        var key = Key(label);
        return _fields.TryGetValue(key, out var field) || _fields.TryGetValue(WithoutNotes(key), out field) ? field : null;
    }

    /// <summary>A label as it is compared: without white space and closing colon, its full-width forms narrowed.</summary>
    public static string Key(string label) => ChineseText.Narrow(ChineseText.Squeeze(label)).TrimEnd(':');

    private static string WithoutNotes(string label)
    {
        var result = new StringBuilder(label.Length);
        var depth = 0;
        foreach (var c in label)
        {
            depth += c == '(' ? 1 : 0;
            if (depth == 0)
                result.Append(c);
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }

        return result.ToString();
    }
}
