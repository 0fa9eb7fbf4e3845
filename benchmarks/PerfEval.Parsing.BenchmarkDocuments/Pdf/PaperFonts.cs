namespace PerfEval.Parsing.BenchmarkDocuments.Pdf;

/// <summary>How a composed PDF names its characters. None holds a font's outlines, so none needs an installed font.</summary>
public enum PaperFonts
{
    /// <summary>Fonts of one byte a character, as many as it takes, each with a ToUnicode map; LibreOffice writes so.</summary>
    Simple,

    /// <summary>One composite font with glyph numbers for codes (Identity-H) and a ToUnicode map; Word and WPS write so.</summary>
    Identity,

    /// <summary>STSong-Light with UniGB-UCS2-H, which every reader is supposed to know: no map, no widths of its own.</summary>
    Song,
}
