namespace PerfEval.Parsing.Documents;

/// <summary>
/// What a block is in a document that declares its own structure, as every document does that this library writes: by its styles, tags or
/// layout. Such a document is taken at its word; all others are understood by their wording and look.
/// </summary>
public enum DeclaredPart
{
    /// <summary>The document declares nothing about the block.</summary>
    None,

    /// <summary>The report's title (标题).</summary>
    Title,

    /// <summary>A line, table or figure of the cover (封面).</summary>
    Cover,

    /// <summary>A heading: its number and wording in one line, its depth in <see cref="TextStyle.OutlineLevel"/> where the format can say it.</summary>
    Heading,

    /// <summary>A paragraph, table or figure of the section that is open.</summary>
    Content,

    /// <summary>The caption of the table that follows (表题).</summary>
    Caption,

    /// <summary>A line of the closing signature (落款).</summary>
    Signature,

    /// <summary>A line or table of the supplement (要素补充表), which states what the text does not.</summary>
    Supplement,
}
