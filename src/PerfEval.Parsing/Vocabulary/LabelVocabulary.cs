using System.Text;
using PerfEval.Parsing.Documents;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The labels of cover lines and form cells: <c>labels.json</c>.</summary>
internal sealed class LabelVocabulary
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    private LabelVocabulary()
    {
        using var file = VocabularyFile.Open("labels.json");
        foreach (var field in file.RootElement.GetProperty("fields").EnumerateObject())
            foreach (var label in field.Value.EnumerateArray())
            {
                // The first field that claims a label keeps it.
                _fields.TryAdd(label.GetString()!, field.Name);
                _fields.TryAdd(WithoutNotes(label.GetString()!), field.Name);
            }
    }

    /// <summary>The vocabulary that ships with the library.</summary>
    public static LabelVocabulary Default { get; } = new();

    /// <summary>The field that a label names; <see langword="null"/> where the text is no known label.</summary>
    /// <param name="label">The label's text; white space, a closing colon and notes in brackets do not matter.</param>
    public string? FieldOf(string label)
    {
        if (label.Length > 40)
            return null;
        var squeezed = ChineseText.Narrow(ChineseText.Squeeze(label)).TrimEnd(':');
        return _fields.TryGetValue(squeezed, out var field) || _fields.TryGetValue(WithoutNotes(squeezed), out field) ? field : null;
    }

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
