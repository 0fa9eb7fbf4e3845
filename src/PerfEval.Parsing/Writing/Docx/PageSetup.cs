namespace PerfEval.Parsing.Writing.Docx;

/// <summary>What a section's pages are like.</summary>
internal enum PageKind
{
    /// <summary>The cover: without a page number.</summary>
    Cover,

    /// <summary>Upright pages.</summary>
    Portrait,

    /// <summary>Pages turned for a wide table.</summary>
    Landscape,
}

/// <summary>Paper, margins and grid after GB/T 9704—2012, 5.1 and 5.2; lengths in twips (1 mm = 56.7).</summary>
internal static class PageSetup
{
    private const int ShortEdge = 11906;
    private const int LongEdge = 16838;
    private const int Top = 2098;
    private const int Bottom = 1984;
    private const int Left = 1588;
    private const int Right = 1474;

    // The page number stands 7 mm below the text.
    private const int FooterDistance = 1304;
    private const int TurnedFooterDistance = 794;

    /// <summary>The distance of the lines, exact: 28 pt, 22 lines on a page.</summary>
    public const int Line = 560;

    /// <summary>The width of the text on an upright page.</summary>
    public const int TextWidth = ShortEdge - Left - Right;

    /// <summary>The height of the text on an upright page.</summary>
    public const int TextHeight = LongEdge - Top - Bottom;

    /// <summary>The width of the text on a turned page, whose top is the side of the binding.</summary>
    public const int TurnedTextWidth = LongEdge - Top - Bottom;

    /// <summary>The relationship of the foot of odd pages, and of all where the sides are not told apart.</summary>
    public const string OddFooter = "rId11";

    /// <summary>The relationship of the foot of even pages.</summary>
    public const string EvenFooter = "rId12";

    /// <summary>Writes the properties of a section.</summary>
    /// <param name="xml">Where.</param>
    /// <param name="kind">What its pages are like.</param>
    /// <param name="countsAnew">Whether its pages are counted from one.</param>
    public static void Write(WordXml xml, PageKind kind, bool countsAnew)
    {
        xml.Start("sectPr");
        if (kind != PageKind.Cover)
            xml.Reference("footerReference", "default", OddFooter).Reference("footerReference", "even", EvenFooter);
        xml.Value("type", "nextPage");
        if (kind == PageKind.Landscape)
            xml.Start("pgSz").With("w", LongEdge).With("h", ShortEdge).With("orient", "landscape").End();
        else
            xml.Start("pgSz").With("w", ShortEdge).With("h", LongEdge).End();
        WriteMargins(xml, kind);
        if (countsAnew)
            xml.Start("pgNumType").With("start", 1).End();
        xml.Empty("cols");
        xml.Start("docGrid").With("type", "lines").With("linePitch", Line).End();
        xml.End();
    }

    private static void WriteMargins(WordXml xml, PageKind kind)
    {
        var (top, right, bottom, left) = kind == PageKind.Landscape ? (Left, Bottom, Right, Top) : (Top, Right, Bottom, Left);
        xml.Start("pgMar").With("top", top).With("right", right).With("bottom", bottom).With("left", left)
            .With("header", 851).With("footer", kind == PageKind.Landscape ? TurnedFooterDistance : FooterDistance).With("gutter", 0).End();
    }
}
