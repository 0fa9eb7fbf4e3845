using PerfEval.Parsing.Diagnostics;
using PerfEval.Parsing.Documents;
using PerfEval.Parsing.Model;
using PerfEval.Parsing.Vocabulary;

namespace PerfEval.Parsing.Structuring;

/// <summary>One report as structuring leaves it to the extractors: title, front matter, section tree and signature, each with its place.</summary>
public sealed class ReportOutline
{
    /// <summary>The document that the report stands in.</summary>
    public required SourceDocument Document { get; init; }

    /// <summary>The title's lines, in order; empty where none was found.</summary>
    public required IReadOnlyList<OutlineText> Title { get; init; }

    /// <summary>The sections of the first level, cover and preface included, in order.</summary>
    public required IReadOnlyList<OutlineSection> Sections { get; init; }

    /// <summary>The closing signature and date (落款), in order; empty where there is none.</summary>
    public required IReadOnlyList<OutlineText> Signature { get; init; }

    /// <summary>The tables of the supplement (要素补充表) by their names; empty for documents that this library did not write.</summary>
    internal IReadOnlyList<SupplementTable> Supplement { get; init; } = [];

    /// <summary>All sections, each before its children.</summary>
    /// <returns>The sections in reading order.</returns>
    public IEnumerable<OutlineSection> Walk() => Watch.Over(Sections.SelectMany(s => s.Walk()));

    /// <summary>All own content of all sections.</summary>
    /// <returns>The pieces in reading order.</returns>
    public IEnumerable<OutlineBlock> Content() => Watch.Over(Walk().SelectMany(s => s.Blocks));

    /// <summary>The words by which the report is read.</summary>
    internal ReportVocabulary Vocabulary { get; init; } = ReportVocabulary.Default;

    /// <summary>What tells by these words what a heading names.</summary>
    internal SectionClassifier Classifier { get; init; } = SectionClassifier.Default;

    /// <summary>What stops the parse: whoever walks the outline takes steps.</summary>
    internal ParseWatch Watch { get; init; } = ParseWatch.Unwatched;
}

/// <summary>A stretch of text and its place.</summary>
/// <param name="Text">The text.</param>
/// <param name="Span">Its place.</param>
public sealed record OutlineText(string Text, SourceSpan Span);

/// <summary>A section with its places.</summary>
public sealed class OutlineSection
{
    private readonly List<OutlineBlock> _blocks = [];
    private readonly List<OutlineSection> _children = [];

    /// <summary>The number as printed; empty where there is none.</summary>
    public string Number { get; init; } = "";

    /// <summary>The heading without number and closing punctuation; <see langword="null"/> for cover, preface and a bare form.</summary>
    public string? Heading { get; init; }

    /// <summary>Where the heading stands; <see langword="null"/> where there is none.</summary>
    public SourceSpan? HeadingSpan { get; init; }

    /// <summary>Where the number stands: empty where automatic numbering prints it; <see langword="null"/> where there is none.</summary>
    internal SourceSpan? NumberSpan { get; init; }

    /// <summary>Where a written report's supplement states the kinds; <see langword="null"/> where they follow from the heading.</summary>
    internal SourceSpan? KindsSpan { get; init; }

    /// <summary>Whether the heading's paragraph goes on with the section's text.</summary>
    public bool IsRunIn { get; init; }

    /// <summary>The rank, 1-based; 0 for cover, preface and a bare form.</summary>
    public int Level { get; internal set; }

    /// <summary>What it is about.</summary>
    public IReadOnlyList<SectionKind> Kinds { get; internal set; } = [];

    /// <summary>The section above; <see langword="null"/> at the first level.</summary>
    public OutlineSection? Parent { get; private set; }

    /// <summary>Its own content.</summary>
    public IReadOnlyList<OutlineBlock> Blocks => _blocks;

    /// <summary>The sections below.</summary>
    public IReadOnlyList<OutlineSection> Children => _children;

    /// <summary>This section and all below it, in reading order.</summary>
    /// <returns>The sections.</returns>
    public IEnumerable<OutlineSection> Walk()
    {
        var stack = new Stack<OutlineSection>([this]);
        while (stack.TryPop(out var section))
        {
            yield return section;
            for (var i = section._children.Count - 1; i >= 0; i--)
                stack.Push(section._children[i]);
        }
    }

    /// <summary>The sections above, the nearest first.</summary>
    /// <returns>The sections.</returns>
    public IEnumerable<OutlineSection> Ancestors()
    {
        for (var section = Parent; section is not null; section = section.Parent)
            yield return section;
    }

    /// <summary>Whether this section or one above is of the kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Whether it is.</returns>
    public bool IsWithin(SectionKind kind)
    {
        for (var section = this; section is not null; section = section.Parent)
            if (section.Kinds.Contains(kind))
                return true;
        return false;
    }

    /// <summary>Number and heading as one text; only for sections with a heading.</summary>
    internal PlacedText HeadingLine()
    {
        var heading = HeadingSpan!.Value;
        if (NumberSpan is not { } number)
            return PlacedText.At(Heading!, heading);
        return number.Length > 0 && number.Block == heading.Block && number.End <= heading.Start
            ? PlacedText.At(Number + Heading, new SourceSpan(heading.Block, number.Start, heading.End - number.Start))
            : PlacedText.Join("", [PlacedText.At(Number, number), PlacedText.At(Heading!, heading)]);
    }

    /// <summary>The paragraphs of this section and all below it, the headings below it among them.</summary>
    internal IEnumerable<PlacedText> Paragraphs() => Walk()
        .SelectMany(s => (s == this || s.Heading is null ? [] : new[] { s.HeadingLine() }).Concat(s.Blocks.Where(b => b.IsParagraph).Select(PlacedText.Of)));

    internal void Add(OutlineBlock block) => _blocks.Add(block);

    internal void Add(OutlineSection child)
    {
        child.Parent = this;
        _children.Add(child);
    }

    internal void ReplaceLast(OutlineBlock block) => _blocks[^1] = block;

    internal void RemoveLast() => _blocks.RemoveAt(_blocks.Count - 1);
}

/// <summary>A piece of a section's own content with its place.</summary>
/// <param name="Block">The block's index in the document.</param>
/// <param name="Start">Where the piece begins in the block's text.</param>
/// <param name="Text">The paragraph's text, the automatic label before it; empty for tables and figures.</param>
public sealed record OutlineBlock(int Block, int Start, string Text)
{
    /// <summary>The table, where the piece is one; otherwise <see langword="null"/>.</summary>
    public Table? Table { get; init; }

    /// <summary>The table's caption with its unit line; <see langword="null"/> where there is none.</summary>
    public string? Caption { get; init; }

    /// <summary>The caption and where it stands; <see langword="null"/> where there is none.</summary>
    internal PlacedText? PlacedCaption { get; init; }

    /// <summary>Whether the piece is a figure.</summary>
    public bool IsFigure { get; init; }

    /// <summary>How many characters of <see cref="Text"/> are the automatic label, which stands in no block's text.</summary>
    public int LabelLength { get; init; }

    /// <summary>The lines that were joined to the first, where they do not stand right behind each other: where in <see cref="Text"/> and in the block each begins.</summary>
    internal IReadOnlyList<(int At, int Start)> Joins { get; init; } = [];

    /// <summary>Whether the piece is a paragraph.</summary>
    public bool IsParagraph => Table is null && !IsFigure;

    /// <summary>The place of a stretch of <see cref="Text"/>.</summary>
    /// <param name="start">Where it begins in <see cref="Text"/>.</param>
    /// <param name="length">Its length.</param>
    /// <returns>The place in the block.</returns>
    public SourceSpan Span(int start, int length)
    {
        var from = Position(start);
        return new SourceSpan(Block, from, length == 0 || start + length <= LabelLength ? 0 : Position(start + length - 1) + 1 - from);
    }

    /// <summary>The place of a cell's text.</summary>
    /// <param name="cell">A cell of <see cref="Table"/>.</param>
    /// <returns>The place in the block.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="cell"/> is null.</exception>
    public SourceSpan Span(TableCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return new SourceSpan(Block, cell.Start, cell.Text.Length);
    }

    /// <summary>Where a character of <see cref="Text"/> stands in the block's text.</summary>
    internal int Position(int at)
    {
        var (low, high) = (0, Joins.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Joins[middle].At <= at)
                low = middle + 1;
            else
                high = middle;
        }

        return low == 0 ? Start + Math.Max(0, at - LabelLength) : Joins[low - 1].Start + at - Joins[low - 1].At;
    }
}
