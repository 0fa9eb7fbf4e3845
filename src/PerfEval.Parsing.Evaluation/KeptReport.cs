namespace PerfEval.Parsing.Evaluation;

/// <summary>A report that was parsed before, or a file that could not be: where it came from, and where its JSON is kept.</summary>
public sealed class KeptReport
{
    internal KeptReport(int file, long offset, int length) => (File, Offset, Length) = (file, offset, length);

    /// <summary>The path of the document, as the parse was given it.</summary>
    public required string Path { get; init; }

    /// <summary>The SHA-256 of the document's bytes; <see langword="null"/> for failures.</summary>
    public required string? Sha256 { get; init; }

    /// <summary>Which report of the document it is, 1-based; 1 for the only one.</summary>
    public required int Part { get; init; }

    /// <summary>Why the document gave no report, as <c>code: message</c>; <see langword="null"/> for reports.</summary>
    public required string? Failure { get; init; }

    internal int File { get; }

    internal long Offset { get; }

    internal int Length { get; }
}
