using System.Text;
using PerfEval.Parsing.Reading.Pdf.Files;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>What names in a content stream stand for: the stream's own resources, then those around it.</summary>
internal sealed class PageResources(PdfObjects objects, IReadOnlyList<DictionaryToken> dictionaries)
{
    /// <summary>Names as long as this, and shorter ones, are found without a string being made of them.</summary>
    private const int LongestName = 64;

    private readonly Dictionary<string, Dictionary<string, IToken?>> _found = [];

    /// <summary>The entry of a kind of resource (Font, XObject, ExtGState, Properties) by the bytes of its name; a reference is not followed.</summary>
    public IToken? Find(string kind, ReadOnlySpan<byte> name)
    {
        if (name.Length > LongestName)
            return Find(kind, Encoding.Latin1.GetString(name));
        Span<char> text = stackalloc char[LongestName];
        text = text[..Encoding.Latin1.GetChars(name, text)];
        return Known(kind).GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var known) ? known : Find(kind, text.ToString());
    }

    public IToken? Find(string kind, string name)
    {
        var known = Known(kind);
        if (known.TryGetValue(name, out var found))
            return found;
        foreach (var dictionary in dictionaries)
            if (objects.TryGet<DictionaryToken>(dictionary, kind, out var entries) && entries.Data.TryGetValue(name, out found))
                break;
        return known[name] = found;
    }

    private Dictionary<string, IToken?> Known(string kind)
    {
        if (!_found.TryGetValue(kind, out var known))
            _found[kind] = known = new Dictionary<string, IToken?>(StringComparer.Ordinal);
        return known;
    }

    /// <summary>The resources of a form inside: its own first.</summary>
    public PageResources Within(DictionaryToken form) =>
        objects.TryGet<DictionaryToken>(form, "Resources", out var own) ? new PageResources(objects, [own, .. dictionaries]) : this;
}
