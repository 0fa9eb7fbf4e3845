namespace PerfEval.Parsing.Reading;

/// <summary>
/// What one document may cost. Every reader obeys; what lies beyond a limit gives a diagnostic or, where nothing could be read,
/// <see cref="Diagnostics.UnreadableDocumentException"/>. The defaults are ten times what the largest of some 6,000 real files needed.
/// </summary>
public sealed record ParseLimits
{
    /// <summary>The defaults.</summary>
    public static ParseLimits Default { get; } = new();

    /// <summary>The most bytes of a file: 512 MiB.</summary>
    public long MaxFileBytes { get; init; } = 512L << 20;

    /// <summary>The most entries of a zip archive: 10,000.</summary>
    public int MaxEntries { get; init; } = 10_000;

    /// <summary>The most bytes that one XML part may inflate to: 256 MiB.</summary>
    public long MaxPartBytes { get; init; } = 256L << 20;

    /// <summary>The most bytes that all parts together may inflate to: 1 GiB.</summary>
    public long MaxInflatedBytes { get; init; } = 1L << 30;

    /// <summary>The highest ratio of inflated to stored bytes beyond the first 64 MiB of a part: 200.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>The deepest nesting of elements: 256.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>The most blocks of a document: 1,000,000.</summary>
    public int MaxBlocks { get; init; } = 1_000_000;

    /// <summary>The most columns that a cell may span: 1,000.</summary>
    public int MaxColumns { get; init; } = 1_000;

    /// <summary>The most cells of a document: 1,000,000.</summary>
    public int MaxCells { get; init; } = 1_000_000;

    /// <summary>The most characters of a document's text: 64 million.</summary>
    public int MaxCharacters { get; init; } = 64_000_000;

    /// <summary>The most pages of a document: 50,000.</summary>
    public int MaxPages { get; init; } = 50_000;

    /// <summary>The most drawing operations of a PDF page, forms that it draws included: 20 million.</summary>
    public int MaxPageOperations { get; init; } = 20_000_000;

    /// <summary>The most letters of a PDF page: 200,000.</summary>
    public int MaxPageLetters { get; init; } = 200_000;

    /// <summary>The most forms (Form XObjects) that a PDF page may draw: 100,000.</summary>
    public int MaxPageForms { get; init; } = 100_000;

    /// <summary>The most diagnostics that are kept: 1,000.</summary>
    public int MaxDiagnostics { get; init; } = 1_000;

    /// <summary>Checks that every limit is positive.</summary>
    /// <exception cref="ArgumentException">A limit is zero or negative.</exception>
    internal void Validate()
    {
        if (MaxFileBytes <= 0 || MaxEntries <= 0 || MaxPartBytes <= 0 || MaxInflatedBytes <= 0 || MaxRatio <= 0 || MaxDepth <= 0 || MaxBlocks <= 0
            || MaxColumns <= 0 || MaxCells <= 0 || MaxCharacters <= 0 || MaxDiagnostics <= 0
            || MaxPages <= 0 || MaxPageOperations <= 0 || MaxPageLetters <= 0 || MaxPageForms <= 0)
            throw new ArgumentException("Every limit must be positive.");
    }
}
