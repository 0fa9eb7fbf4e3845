using PerfEval.Parsing.Reading.Pdf.Files;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>What names in a content stream stand for: the stream's own resources, then those around it.</summary>
internal sealed class PageResources(PdfObjects objects, IReadOnlyList<DictionaryToken> dictionaries)
{
    private readonly Dictionary<(string, string), IToken?> _found = [];

    /// <summary>The entry of a kind of resource (Font, XObject, ExtGState, Properties); a reference is not followed.</summary>
    public IToken? Find(string kind, string name)
    {
        if (_found.TryGetValue((kind, name), out var known))
            return known;
        IToken? found = null;
        foreach (var dictionary in dictionaries)
            if (objects.TryGet<DictionaryToken>(dictionary, kind, out var entries) && entries.Data.TryGetValue(name, out found))
                break;
        return _found[(kind, name)] = found;
    }

    /// <summary>The resources of a form inside: its own first.</summary>
    public PageResources Within(DictionaryToken form) =>
        objects.TryGet<DictionaryToken>(form, "Resources", out var own) ? new PageResources(objects, [own, .. dictionaries]) : this;
}
