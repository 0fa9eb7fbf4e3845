namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words that writers add of their own: <c>formats.json</c>.</summary>
internal sealed class FormatVocabulary
{
    private readonly Dictionary<string, string> _page;

    private FormatVocabulary()
    {
        using var file = VocabularyFile.Open("formats.json");
        var root = file.RootElement;
        Markdown = root.GetProperty("markdown").GetString()!;
        Text = root.GetProperty("text").GetString()!;
        Figure = root.GetProperty("figure").GetString()!;
        _page = root.GetProperty("page").EnumerateObject().ToDictionary(w => w.Name, w => w.Value.GetString()!, StringComparer.Ordinal);
    }

    /// <summary>The vocabulary that ships with the library.</summary>
    public static FormatVocabulary Default { get; } = new();

    /// <summary>The sentence that closes a report in Markdown.</summary>
    public string Markdown { get; }

    /// <summary>The sentence that closes a report in plain text.</summary>
    public string Text { get; }

    /// <summary>What stands for a picture that is left out.</summary>
    public string Figure { get; }

    /// <summary>The name of a part of a web page.</summary>
    public string Page(string part) => _page[part];
}
