using System.Collections.ObjectModel;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Fonts;

namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>What one page shows: glyphs in the order they are drawn, lines, and where pictures are.</summary>
/// <param name="number">Its number.</param>
/// <param name="box">Its visible part.</param>
/// <param name="spent">A page that is no longer needed: its room for glyphs and lines is used again.</param>
internal sealed class PageContent(int number, PageBox box, PageContent? spent = null)
{
    public int Number { get; } = number;

    /// <summary>The visible part of the page.</summary>
    public PageBox Box { get; } = box;

    public List<Glyph> Glyphs { get; } = Emptied(spent?.Glyphs) ?? new(1024);

    public List<Rule> Rules { get; } = Emptied(spent?.Rules) ?? [];

    /// <summary>The fonts of the glyphs.</summary>
    public List<PdfFont> Fonts { get; } = [];

    public List<PageBox> Pictures { get; } = [];

    /// <summary>Comments on the page, in the order of the file.</summary>
    public List<string> Comments { get; } = [];

    /// <summary>How many bytes of text were shown in fonts that the file lacks.</summary>
    public int BytesWithoutFont { get; set; }

    /// <summary>The outline level that the file's structure gives to marked content, by its id.</summary>
    public IReadOnlyDictionary<int, int> HeadingLevels { get; set; } = ReadOnlyDictionary<int, int>.Empty;

    private static List<T>? Emptied<T>(List<T>? list)
    {
        list?.Clear();
        return list;
    }
}
