namespace PerfEval.Parsing.Documents;

/// <summary>How a paragraph is aligned.</summary>
public enum TextAlignment
{
    /// <summary>The file does not say.</summary>
    Unknown,

    /// <summary>Flush left.</summary>
    Left,

    /// <summary>Centred (居中).</summary>
    Center,

    /// <summary>Flush right.</summary>
    Right,

    /// <summary>Flush on both sides (两端对齐).</summary>
    Justify,
}

/// <summary>How a paragraph's text looks: of its runs, what holds for most of the characters.</summary>
public sealed record TextStyle
{
    /// <summary>Nothing is known, as in a plain text file.</summary>
    public static TextStyle Unknown { get; } = new();

    /// <summary>Whether all of the text is bold; <see langword="null"/> where the format knows no fonts.</summary>
    public bool? Bold { get; init; }

    /// <summary>The East Asian font's name as the file gives it; <see langword="null"/> where unknown.</summary>
    public string? Font { get; init; }

    /// <summary>The font size in points; <see langword="null"/> where unknown.</summary>
    public double? Size { get; init; }

    /// <summary>How the paragraph is aligned.</summary>
    public TextAlignment Alignment { get; init; }

    /// <summary>The outline level that the style or the paragraph sets, 1-based (Heading 1, <c>&lt;h1&gt;</c> → 1); <see langword="null"/> for body text.</summary>
    public int? OutlineLevel { get; init; }

    /// <summary>The style's name (<c>heading 1</c>, <c>标题 1</c>, <c>h2</c>); <see langword="null"/> where it has none.</summary>
    public string? StyleName { get; init; }
}
