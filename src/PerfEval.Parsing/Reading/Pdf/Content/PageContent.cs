using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Reading.Pdf.Fonts;

namespace PerfEval.Parsing.Reading.Pdf.Content;

/// <summary>What one page shows: glyphs in the order they are drawn, lines, and where pictures are.</summary>
internal sealed class PageContent(int number, PageBox box)
{
    public int Number { get; } = number;

    /// <summary>The visible part of the page.</summary>
    public PageBox Box { get; } = box;

    public List<Glyph> Glyphs { get; } = new(1024);

    public List<Rule> Rules { get; } = [];

    /// <summary>The fonts of the glyphs.</summary>
    public List<PdfFont> Fonts { get; } = [];

    public List<PageBox> Pictures { get; } = [];

    /// <summary>Comments on the page, in the order of the file.</summary>
    public List<string> Comments { get; } = [];

    /// <summary>How many bytes of text were shown in fonts that the file lacks.</summary>
    public int BytesWithoutFont { get; set; }

    /// <summary>The outline level that the file's structure gives to marked content, by its id.</summary>
    public IReadOnlyDictionary<int, int> HeadingLevels { get; set; } = new Dictionary<int, int>();
}
