namespace PerfEval.Parsing.Documents;

/// <summary>Characters of one block: where something stands in the document.</summary>
/// <param name="Block">The index of the block in <see cref="SourceDocument.Blocks"/>.</param>
/// <param name="Start">The first character's position in the block's text.</param>
/// <param name="Length">The number of characters (UTF-16 units).</param>
public readonly record struct SourceSpan(int Block, int Start, int Length)
{
    /// <summary>The position after the last character.</summary>
    public int End => Start + Length;
}
