using System.Text.Json;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words of titles: <c>titles.json</c>.</summary>
internal sealed class TitleVocabulary
{
    /// <summary>The words of the layers, the strongest first.</summary>
    public TitleVocabulary(IReadOnlyList<JsonElement> layers)
    {
        Endings = layers.Words("endings");
        Subjects = layers.Words("subjects");
        Carriers = layers.Words("carriers");
        Furniture = layers.Words("furniture");
        Contents = layers.Words("contents");
    }

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
