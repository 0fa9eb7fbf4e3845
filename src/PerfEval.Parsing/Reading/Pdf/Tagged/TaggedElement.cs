namespace PerfEval.Parsing.Reading.Pdf.Tagged;

/// <summary>An element of a document's structure (ISO 32000-1, 14.7.2).</summary>
/// <param name="Type">Its type.</param>
/// <param name="PageKey">The key of the page on which it says it begins (StructParents); <see langword="null"/> where it does not say.</param>
internal sealed record TaggedElement(string Type, int? PageKey)
{
    public int RowSpan { get; init; } = 1;

    public int ColumnSpan { get; init; } = 1;

    public List<TaggedElement> Children { get; } = [];

    /// <summary>The marked content that belongs to it, by the page's key and the content's id.</summary>
    public List<(int Page, int Content)> Content { get; } = [];
}
