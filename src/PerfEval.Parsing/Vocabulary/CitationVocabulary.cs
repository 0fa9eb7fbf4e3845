using System.Text.Json;

namespace PerfEval.Parsing.Vocabulary;

/// <summary>The words of citations: <c>citations.json</c>.</summary>
internal sealed class CitationVocabulary
{
    private readonly Words[] _layers;

    /// <summary>The words of the layers, the strongest first.</summary>
    public CitationVocabulary(IReadOnlyList<JsonElement> layers) =>
        _layers = [.. layers.Select(l => new Words(l.Strings("endings"), l.Strings("notDocuments"), [.. l.Strings("short")]))];

    /// <summary>
    /// Whether a title in 《》 is that of a policy document: how titles of such documents end, how those of other things do, and the short forms that repeat a
    /// document named before.
    /// </summary>
    /// <param name="title">The title without a closing note in brackets.</param>
    public bool IsDocument(string title)
    {
        if (_layers.Any(l => l.Short.Contains(title)))
            return false;
        foreach (var layer in _layers)
            if (layer.NotDocuments.Any(n => title.EndsWith(n, StringComparison.Ordinal)))
                return false;
            else if (layer.Endings.Any(e => title.EndsWith(e, StringComparison.Ordinal)))
                return true;
        return false;
    }

    private sealed record Words(string[] Endings, string[] NotDocuments, HashSet<string> Short);
}
