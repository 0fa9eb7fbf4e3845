namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words that printed reports add of their own: <c>print.json</c>.</summary>
internal sealed class PrintVocabulary
{
    private PrintVocabulary()
    {
        using var file = VocabularyFile.Open("print.json");
        Figure = file.RootElement.GetProperty("figure").GetString()!;
    }

    /// <summary>The vocabulary that ships with the library.</summary>
    public static PrintVocabulary Default { get; } = new();

    /// <summary>What stands in place of a picture.</summary>
    public string Figure { get; }
}
