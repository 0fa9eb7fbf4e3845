using System.Runtime.InteropServices;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Content;
using PerfEval.Parsing.Reading.Pdf.Fonts;

namespace PerfEval.Parsing.Reading.Pdf.Layout;

/// <summary>How the letters of a line look: what holds for most of them.</summary>
internal sealed class LineLook
{
    private readonly List<(int End, bool IsBold, short Font)> _runs = [];
    private readonly Dictionary<(float Size, short Font), int> _places = [];
    private readonly List<(float Size, short Font, float Baseline, float Weight)> _weights = [];
    private int _place;
    private int _letters;
    private int _furniture;
    private int _pale;

    public int ContentId { get; private set; } = -1;

    public bool IsFurniture => _furniture * 2 > _letters;

    public bool IsPale => _pale * 2 > _letters;

    /// <summary>The size, the font and the baseline of most letters; of the first ones where several have as many.</summary>
    public (float Size, short Font, float Baseline) Main
    {
        get
        {
            var best = _weights[0];
            foreach (var each in _weights)
                if (each.Weight > best.Weight)
                    best = each;
            return (best.Size, best.Font, best.Baseline);
        }
    }

    /// <summary>Begins another line.</summary>
    public void Clear()
    {
        _runs.Clear();
        _places.Clear();
        _weights.Clear();
        (_letters, _furniture, _pale, ContentId) = (0, 0, 0, -1);
    }

    public void Add(in Letter letter, int end)
    {
        // Ideographs say how a line looks; digits and letters are often in another font.
        AddWeight(letter, ChineseText.IsHan(letter.Text[0]) ? 4 : 1);
        _runs.Add((end, (letter.Traits & GlyphTraits.Bold) != 0, letter.Font));
        _letters++;
        _furniture += (letter.Traits & GlyphTraits.Furniture) != 0 ? 1 : 0;
        _pale += (letter.Traits & GlyphTraits.Pale) != 0 ? 1 : 0;
        if (ContentId < 0)
            ContentId = letter.ContentId;
    }

    /// <summary>Notes that the last letter was printed twice, as a bold one is.</summary>
    /// <param name="start">Where it begins.</param>
    public void Overprinted(int start)
    {
        if (_runs.Count > 0 && start >= 0)
            _runs[^1] = _runs[^1] with { IsBold = true };
    }

    /// <summary>How many characters at the start stand out: ideographs must, marks and figures between them need not.</summary>
    /// <param name="text">The line's text.</param>
    /// <param name="hasHan">Whether it has ideographs.</param>
    /// <param name="fonts">The fonts of which heavy faces stand out too; <see langword="null"/> where only bold letters do.</param>
    public int Lead(string text, bool hasHan, List<PdfFont>? fonts)
    {
        int lead = 0, start = 0;
        foreach (var (end, isBold, font) in _runs)
        {
            if (isBold || fonts?[font].IsHeavyFace == true)
                lead = end;
            else if (!hasHan || ChineseText.IsHan(text[Math.Min(start, text.Length - 1)]))
                return lead;
            start = end;
        }

        return lead == 0 ? 0 : text.Length;
    }

    private void AddWeight(in Letter letter, float weight)
    {
        var size = MathF.Round(letter.Size * 4) / 4;
        var weights = CollectionsMarshal.AsSpan(_weights);
        // Most letters look like the one before.
        var isKnown = _place < weights.Length && weights[_place].Size == size && weights[_place].Font == letter.Font || _places.TryGetValue((size, letter.Font), out _place);
        if (isKnown)
        {
            weights[_place].Weight += weight;
            return;
        }

        _places[(size, letter.Font)] = _place = weights.Length;
        _weights.Add((size, letter.Font, letter.Baseline, weight));
    }
}
