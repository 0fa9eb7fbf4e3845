namespace PerfEval.Parsing.Reading.Markdown;

/// <summary>What a piece of Markdown is.</summary>
internal enum MarkdownKind
{
    Paragraph,
    Heading,
    Item,
    Break,
    PipeTable,
    HtmlTable,
    Code,
}

/// <summary>A piece of Markdown, its text still with all signs.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Line">The line on which it begins, 1-based.</param>
/// <param name="IsQuoted">Whether it stands in a block quote.</param>
/// <param name="Text">Its text; lines are parted by line feeds.</param>
internal sealed record MarkdownNode(MarkdownKind Kind, int Line, bool IsQuoted, string Text)
{
    /// <summary>A heading's level.</summary>
    public int Level { get; init; }

    /// <summary>A list item's sign as it is printed.</summary>
    public string? Label { get; init; }
}
