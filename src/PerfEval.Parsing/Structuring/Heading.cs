namespace PerfEval.Parsing.Structuring;

/// <summary>Why a line was taken for a heading: the strength of the evidence.</summary>
internal enum HeadingGround
{
    /// <summary>The file says so: a heading style or outline level.</summary>
    Marked,

    /// <summary>A number and a short text.</summary>
    Numbered,

    /// <summary>No number, but the wording is on the list.</summary>
    Worded,

    /// <summary>No number and no known wording, but set apart by its look.</summary>
    SetApart,
}

/// <summary>A line that is a heading, or begins with one.</summary>
/// <param name="Line">The line's index.</param>
/// <param name="Number">Its number.</param>
/// <param name="Text">The heading without number and closing punctuation.</param>
/// <param name="Start">Where <paramref name="Text"/> begins in the line's text.</param>
/// <param name="BodyStart">Where the section's text begins in the line's text; −1 where the heading takes the whole line.</param>
/// <param name="Ground">Why it was taken for a heading.</param>
internal sealed record Heading(int Line, HeadingNumber Number, string Text, int Start, int BodyStart, HeadingGround Ground)
{
    /// <summary>Whether text follows in the same paragraph.</summary>
    public bool IsRunIn => BodyStart >= 0;

    /// <summary>How the line looks, as a key that equals that of lines that look the same; <see langword="null"/> where unknown.</summary>
    public string? Look { get; init; }

    /// <summary>The outline level that the file sets; <see langword="null"/> where it sets none.</summary>
    public int? OutlineLevel { get; init; }

    /// <summary>Whether it opens an annex.</summary>
    public bool IsAnnex { get; init; }
}
