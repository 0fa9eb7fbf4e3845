namespace PerfEval.Parsing.Documents;

/// <summary>What every reader yields: the document's blocks in reading order and what the file says about itself.</summary>
public sealed record SourceDocument
{
    /// <summary>The blocks in reading order. Running heads, contents lines and notes are here too, marked by their <see cref="Block.Role"/>.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }

    /// <summary>Whether every block of the body says by <see cref="Block.Declared"/> what it is, so that nothing need be told by wording or look.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>The number of pages, for formats that have them; otherwise <see langword="null"/>.</summary>
    public int? Pages { get; init; }

    /// <summary>Whether the text is that of an optical character recognition, laid invisibly over pictures of the pages.</summary>
    public bool IsRecognised { get; init; }

    /// <summary>The character encoding's name (<c>utf-8</c>, <c>gb18030</c> …) of text formats; otherwise <see langword="null"/>.</summary>
    public string? Encoding { get; init; }

    /// <summary>
    /// What a publishing page says about the document, as printed: 索引号, 发布机构, 发布日期 and the like, in the order found. Empty for most files.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Metadata { get; init; } = [];
}
