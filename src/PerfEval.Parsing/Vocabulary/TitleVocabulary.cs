namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words of titles: <c>titles.json</c>.</summary>
internal sealed class TitleVocabulary
{
    private TitleVocabulary()
    {
        using var file = VocabularyFile.Open("titles.json");
        var root = file.RootElement;
        Endings = root.Strings("endings");
        Subjects = root.Strings("subjects");
        Carriers = root.Strings("carriers");
        Furniture = root.Strings("furniture");
        Contents = root.Strings("contents");
    }

    /// <summary>The vocabulary that ships with the library.</summary>
    public static TitleVocabulary Default { get; } = new();

    /// <summary>What titles end with.</summary>
    public IReadOnlyList<string> Endings { get; }

    /// <summary>One of these stands in every title of a report on performance.</summary>
    public IReadOnlyList<string> Subjects { get; }

    /// <summary>One of these stands in the title of a file that carries reports.</summary>
    public IReadOnlyList<string> Carriers { get; }

    /// <summary>Lines near a title that belong to a template.</summary>
    public IReadOnlyList<string> Furniture { get; }

    /// <summary>What stands above a table of contents.</summary>
    public IReadOnlyList<string> Contents { get; }
}
