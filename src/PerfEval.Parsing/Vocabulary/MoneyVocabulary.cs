using System.Text.Json;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words around amounts in prose: <c>money.json</c>.</summary>
internal sealed class MoneyVocabulary
{
    /// <summary>The words of the layers, the strongest first.</summary>
    public MoneyVocabulary(IReadOnlyList<JsonElement> layers)
    {
        Fields = [.. layers.SelectMany(l => l.Items("fields")).Select(f => (f.GetProperty("field").GetString()!, f.Strings("words")))];
        Excluded = layers.Words("excluded");
        Parts = layers.Words("parts");
        var lines = layers.Within("lines");
        Sources = lines.Words("sources");
        Nouns = lines.Words("nouns");
    }

    /// <summary>The words before an amount by field, in the order in which they are tried.</summary>
    public IReadOnlyList<(string Field, string[] Words)> Fields { get; }

    /// <summary>Words that keep an amount from being the project's money.</summary>
    public IReadOnlyList<string> Excluded { get; }

    /// <summary>Words of one source or one use, which make an amount a part where another names none.</summary>
    public IReadOnlyList<string> Parts { get; }

    /// <summary>How the names of sources of money begin.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>What stands in the names of sources of money.</summary>
    public IReadOnlyList<string> Nouns { get; }
}
