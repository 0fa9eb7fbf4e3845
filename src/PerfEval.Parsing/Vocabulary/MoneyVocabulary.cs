namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words around amounts in prose: <c>money.json</c>.</summary>
internal sealed class MoneyVocabulary
{
    private MoneyVocabulary()
    {
        using var file = VocabularyFile.Open("money.json");
        var root = file.RootElement;
        Fields = [.. root.GetProperty("fields").EnumerateArray().Select(f => (f.GetProperty("field").GetString()!, f.Strings("words")))];
        Excluded = root.Strings("excluded");
        Parts = root.Strings("parts");
        var lines = root.GetProperty("lines");
        Sources = lines.Strings("sources");
        Nouns = lines.Strings("nouns");
    }

    /// <summary>The vocabulary that ships with the library.</summary>
    public static MoneyVocabulary Default { get; } = new();

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
