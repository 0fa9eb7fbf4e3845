using PerfEval.Parsing.Structuring;

namespace PerfEval.Parsing.Extracting.Values;

/// <summary>The document numbers of one report's paragraphs, each paragraph read once: citations and several checks ask for them. It belongs to one parse.</summary>
internal sealed class DocumentNumbers
{
    private readonly Dictionary<OutlineBlock, IReadOnlyList<DocumentNumber.Found>> _found = new(ReferenceEqualityComparer.Instance);

    /// <summary>The numbers in a paragraph, in order.</summary>
    public IReadOnlyList<DocumentNumber.Found> In(OutlineBlock paragraph)
    {
        if (!DocumentNumber.MayBeIn(paragraph.Text))
            return [];
        if (!_found.TryGetValue(paragraph, out var numbers))
            _found.Add(paragraph, numbers = DocumentNumber.Find(paragraph.Text));
        return numbers;
    }
}
