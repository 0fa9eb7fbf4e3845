using PerfEval.Parsing.Reading.Pdf.Files;
using UglyToad.PdfPig.Tokens;

namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>The layers that are switched off when the document is opened (optional content; ISO 32000-1, 8.11).</summary>
internal sealed class HiddenLayers
{
    private readonly HashSet<(long, int)> _off = [];

    public static HiddenLayers Of(DictionaryToken catalog, PdfObjects objects)
    {
        var layers = new HiddenLayers();
        if (objects.TryGet<DictionaryToken>(catalog, "OCProperties", out var properties) && objects.TryGet<DictionaryToken>(properties, "D", out var standard)
            && objects.TryGet<ArrayToken>(standard, "OFF", out var off))
            foreach (var layer in off.Data.OfType<IndirectReferenceToken>())
                layers._off.Add((layer.Data.ObjectNumber, layer.Data.Generation));
        return layers;
    }

    /// <summary>Whether a layer is off.</summary>
    public bool Hides(IToken? layer) => layer is IndirectReferenceToken reference && _off.Contains((reference.Data.ObjectNumber, reference.Data.Generation));

    /// <summary>Whether an object stands on a layer that is off.</summary>
    public bool Hide(DictionaryToken dictionary, PdfObjects objects)
    {
        if (_off.Count == 0 || !dictionary.Data.TryGetValue("OC", out var layer))
            return false;
        return Hides(layer) || (objects.TryGet<DictionaryToken>(layer, out var membership) && membership.Data.TryGetValue("OCGs", out var group) && Hides(group));
    }
}
