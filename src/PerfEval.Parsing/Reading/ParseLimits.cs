using System.Globalization;

namespace PerfEval.Parsing.Reading;

/// <summary>
/// What one document may cost. Every reader obeys; what lies beyond a limit gives a diagnostic that names the limit or, where nothing could be read,
/// <see cref="Diagnostics.UnreadableDocumentException"/>. The defaults are ten times what the largest of some 6,000 real files needed.
/// </summary>
public sealed record ParseLimits
{
    /// <summary>The defaults.</summary>
    public static ParseLimits Default { get; } = new();

    /// <summary>The most bytes of a file: 512 MiB.</summary>
    public long MaxFileBytes { get; init; } = 512L << 20;

    /// <summary>
    /// How long reading may take; <see langword="null"/>, the default, for as long as it likes. When it is over, a reader gives what it has so far, and
    /// what it has may be understood for half as long again; where there is nothing by then the reason is <see cref="Diagnostics.UnreadableReason.Timeout"/>.
    /// </summary>
    public TimeSpan? MaxDuration { get; init; }

    /// <summary>The most entries of a zip archive: 10,000.</summary>
    public int MaxEntries { get; init; } = 10_000;

    /// <summary>The most bytes that one XML part or one PDF stream may unpack to: 256 MiB. A part has no more characters than bytes.</summary>
    public long MaxPartBytes { get; init; } = 256L << 20;

    /// <summary>The most bytes that all parts of an archive together may inflate to: 1 GiB.</summary>
    public long MaxInflatedBytes { get; init; } = 1L << 30;

    /// <summary>The highest ratio of inflated to stored bytes beyond the first 64 MiB of a part: 200.</summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>The deepest nesting of XML elements: 256.</summary>
    public int MaxDepth { get; init; } = 256;

    /// <summary>The most attributes of an XML element: 10,000.</summary>
    public int MaxAttributes { get; init; } = 10_000;

    /// <summary>The deepest nesting of HTML elements: 512, as in browsers.</summary>
    public int MaxHtmlDepth { get; init; } = 512;

    /// <summary>The most blocks of a document: 1,000,000.</summary>
    public int MaxBlocks { get; init; } = 1_000_000;

    /// <summary>The most columns that a cell may span: 1,000.</summary>
    public int MaxColumns { get; init; } = 1_000;

    /// <summary>The most cells of a document: 1,000,000.</summary>
    public int MaxCells { get; init; } = 1_000_000;

    /// <summary>The most characters of a document's text: 64 million.</summary>
    public int MaxCharacters { get; init; } = 64_000_000;

    /// <summary>The most objects that the cross-reference streams of a PDF may announce: 5 million.</summary>
    public int MaxObjects { get; init; } = 5_000_000;

    /// <summary>The most bytes that all streams of a PDF together may unpack to: 512 MiB.</summary>
    public long MaxDecodedBytes { get; init; } = 512L << 20;

    /// <summary>The most times that a PDF stream may be packed: 4. No writer packs one more than twice.</summary>
    public int MaxFilters { get; init; } = 4;

    /// <summary>The most pages of a document: 50,000.</summary>
    public int MaxPages { get; init; } = 50_000;

    /// <summary>The most drawing operations of a PDF page, forms that it draws included: 20 million.</summary>
    public int MaxPageOperations { get; init; } = 20_000_000;

    /// <summary>The most letters of a PDF page: 200,000.</summary>
    public int MaxPageLetters { get; init; } = 200_000;

    /// <summary>The most forms (Form XObjects) that a PDF page may draw: 100,000.</summary>
    public int MaxPageForms { get; init; } = 100_000;

    /// <summary>The deepest nesting of forms that a PDF page draws: 32.</summary>
    public int MaxFormDepth { get; init; } = 32;

    /// <summary>The most annotations and form fields of a PDF page: 20,000.</summary>
    public int MaxPageAnnotations { get; init; } = 20_000;

    /// <summary>The most diagnostics that are kept: 1,000.</summary>
    public int MaxDiagnostics { get; init; } = 1_000;

    /// <summary>Checks that every limit is positive.</summary>
    /// <exception cref="ArgumentException">A limit is zero or negative; the message names it.</exception>
    internal void Validate()
    {
        foreach (var (name, value) in Values())
            if (value <= 0)
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{nameof(ParseLimits)}.{name} is {value}; every limit must be positive."));
    }

    private (string Name, long Value)[] Values() =>
    [
        (nameof(MaxFileBytes), MaxFileBytes), (nameof(MaxDuration), MaxDuration?.Ticks ?? 1), (nameof(MaxEntries), MaxEntries),
        (nameof(MaxPartBytes), MaxPartBytes), (nameof(MaxInflatedBytes), MaxInflatedBytes), (nameof(MaxRatio), MaxRatio),
        (nameof(MaxDepth), MaxDepth), (nameof(MaxAttributes), MaxAttributes), (nameof(MaxHtmlDepth), MaxHtmlDepth),
        (nameof(MaxBlocks), MaxBlocks), (nameof(MaxColumns), MaxColumns), (nameof(MaxCells), MaxCells), (nameof(MaxCharacters), MaxCharacters),
        (nameof(MaxObjects), MaxObjects), (nameof(MaxDecodedBytes), MaxDecodedBytes), (nameof(MaxFilters), MaxFilters), (nameof(MaxPages), MaxPages),
        (nameof(MaxPageOperations), MaxPageOperations), (nameof(MaxPageLetters), MaxPageLetters), (nameof(MaxPageForms), MaxPageForms),
        (nameof(MaxFormDepth), MaxFormDepth), (nameof(MaxPageAnnotations), MaxPageAnnotations), (nameof(MaxDiagnostics), MaxDiagnostics),
    ];
}
