namespace PerfEval.Parsing.Writing.Pdf;

/// <summary>
/// How PDF is written. The page is A4, as official documents are. Without a named font an installed one is taken: the first of a fixed list of files
/// (仿宋, 宋体 and kin, Source Han and Noto Serif, then faces of even strokes) in the usual directories of Windows, macOS and Linux. The same report with the
/// same font file gives the same bytes.
/// </summary>
public sealed record PdfWriterOptions
{
    /// <summary>The defaults.</summary>
    public static PdfWriterOptions Default { get; } = new();

    /// <summary>
    /// The font's file: TrueType (<c>.ttf</c>), OpenType with CFF outlines (<c>.otf</c>), or a collection of either (<c>.ttc</c>, <c>.otc</c>).
    /// <see langword="null"/>: an installed font.
    /// </summary>
    public string? FontFile { get; init; }

    /// <summary>Which font of a collection, 0-based.</summary>
    public int FontIndex { get; init; }

    /// <summary>The file of a second font, for characters that the first one lacks; <see langword="null"/> for none.</summary>
    public string? FallbackFontFile { get; init; }

    /// <summary>Which font of the second file, 0-based.</summary>
    public int FallbackFontIndex { get; init; }
}
