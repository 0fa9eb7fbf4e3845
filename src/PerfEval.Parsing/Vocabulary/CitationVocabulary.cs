namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words of citations: <c>citations.json</c>.</summary>
internal sealed class CitationVocabulary
{
    private CitationVocabulary()
    {
        using var file = VocabularyFile.Open("citations.json");
        Endings = file.RootElement.Strings("endings");
        NotDocuments = file.RootElement.Strings("notDocuments");
        Short = [.. file.RootElement.Strings("short")];
    }

    /// <summary>The vocabulary that ships with the library.</summary>
    public static CitationVocabulary Default { get; } = new();

    /// <summary>How titles of policy documents end.</summary>
    public IReadOnlyList<string> Endings { get; }

    /// <summary>How titles end of what is printed in 《》 without being a policy document.</summary>
    public IReadOnlyList<string> NotDocuments { get; }

    /// <summary>Short forms that repeat a document named before.</summary>
    public IReadOnlyList<string> Short { get; }
}
